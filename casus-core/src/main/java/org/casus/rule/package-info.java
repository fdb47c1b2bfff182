/**
 * Word tables and rule files: reads them, checks them, matches them. Language knowledge itself is
 * data.
 */
@NullMarked
package org.casus.rule;

import org.jspecify.annotations.NullMarked;
