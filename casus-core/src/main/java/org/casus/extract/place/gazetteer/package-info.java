/** The settlements of the world in one compact block, and the names that lead to them. */
@NullMarked
package org.casus.extract.place.gazetteer;

import org.jspecify.annotations.NullMarked;
