/** Who says so: attributions, by cue words, quotation marks and the clauses that they govern. */
@NullMarked
package org.casus.extract.claim;

import org.jspecify.annotations.NullMarked;
