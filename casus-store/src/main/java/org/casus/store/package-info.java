/**
 * The ledger: every report with all its versions, what each says, the incidents that come of it,
 * and a journal of all that changed, in one SQLite file or in PostgreSQL. {@link
 * org.casus.store.Ledger} is the door.
 */
@NullMarked
package org.casus.store;

import org.jspecify.annotations.NullMarked;
