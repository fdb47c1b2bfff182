/**
 * Report to {@link org.casus.model.Analysis}: sentences, words with exact offsets, parts of speech,
 * names, dependencies. The only place that knows the parser.
 */
@NullMarked
package org.casus.analyze;

import org.jspecify.annotations.NullMarked;
