/** Casualties and other counted harm: outcomes, victims, numbers, parts and sums. */
@NullMarked
package org.casus.extract.harm;

import org.jspecify.annotations.NullMarked;
