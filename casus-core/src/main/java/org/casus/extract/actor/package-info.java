/** Who: names, descriptions and pronouns, brought together into the actors of a report. */
@NullMarked
package org.casus.extract.actor;

import org.jspecify.annotations.NullMarked;
