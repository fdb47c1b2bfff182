/**
 * The parser's model as compact files: written once from the library's own archive, mapped into
 * memory at every start. Format and reasons: {@code docs/decisions/0009-compact-analyzer-files.md}.
 */
@NullMarked
package org.casus.analyze.compact;

import org.jspecify.annotations.NullMarked;
