/** What led to what: retaliation, cause, order, part. */
@NullMarked
package org.casus.extract.link;

import org.jspecify.annotations.NullMarked;
