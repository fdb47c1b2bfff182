/** The program. */
@NullMarked
package org.casus.app;

import org.jspecify.annotations.NullMarked;
