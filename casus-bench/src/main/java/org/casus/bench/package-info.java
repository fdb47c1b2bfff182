/** Measures how fast Casus reads and how fast it starts. */
@NullMarked
package org.casus.bench;

import org.jspecify.annotations.NullMarked;
