/** Whether it happened: modals, negation, and the words that govern an event. */
@NullMarked
package org.casus.extract.factuality;

import org.jspecify.annotations.NullMarked;
