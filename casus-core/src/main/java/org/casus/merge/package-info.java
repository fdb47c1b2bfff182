/** Puts accounts of many reports together into incidents, and keeps their disagreements. */
@NullMarked
package org.casus.merge;

import org.jspecify.annotations.NullMarked;
