/**
 * Incidents in the forms that other programs load: tables, maps, and the columns of the collections
 * that the field works with. Every writer takes one incident at a time and keeps none.
 */
@NullMarked
package org.casus.publish.export;

import org.jspecify.annotations.NullMarked;
