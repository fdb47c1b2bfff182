/**
 * From an analysis to what the report says: each extractor in turn, then all of it brought
 * together.
 */
@NullMarked
package org.casus.extract;

import org.jspecify.annotations.NullMarked;
