/** The public forms of a reading. */
@NullMarked
package org.casus.publish;

import org.jspecify.annotations.NullMarked;
