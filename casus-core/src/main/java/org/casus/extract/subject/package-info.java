/** What a report is about, where that is not conflict. */
@NullMarked
package org.casus.extract.subject;

import org.jspecify.annotations.NullMarked;
