/**
 * When: finds time expressions, and says what they stand for after the conventions of TIMEX3
 * (Pustejovsky et al. 2003). Words and patterns are tables under {@code
 * resources/org/casus/en/time}; the code matches them ({@link org.casus.extract.time.Grammar}) and
 * does the reckoning ({@link org.casus.extract.time.Resolver}).
 */
@NullMarked
package org.casus.extract.time;

import org.jspecify.annotations.NullMarked;
