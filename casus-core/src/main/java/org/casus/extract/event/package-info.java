/** What happened: from frames found in sentences to the distinct events of a report. */
@NullMarked
package org.casus.extract.event;

import org.jspecify.annotations.NullMarked;
