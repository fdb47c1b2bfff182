/** What people do to the ledger: decide, and add reports. */
@NullMarked
package org.casus.app.act;

import org.jspecify.annotations.NullMarked;
