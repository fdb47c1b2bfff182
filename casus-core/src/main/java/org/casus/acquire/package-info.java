/** From bytes, files and JSON Lines to reports: the one place that knows document formats. */
@NullMarked
package org.casus.acquire;

import org.jspecify.annotations.NullMarked;
