/** The door to Casus, and the main path as plain calls. */
@NullMarked
package org.casus;

import org.jspecify.annotations.NullMarked;
