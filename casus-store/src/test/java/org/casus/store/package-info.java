/** Tests of the ledger, on both databases. */
@NullMarked
package org.casus.store;

import org.jspecify.annotations.NullMarked;
