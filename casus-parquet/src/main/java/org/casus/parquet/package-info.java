/** Incidents as Parquet, for programs that read columns. */
@NullMarked
package org.casus.parquet;

import org.jspecify.annotations.NullMarked;
