/**
 * Where: the places a report names, each resolved to an entry of the gazetteer, to a place only as
 * told, or to nothing, and the place that governs an event.
 */
@NullMarked
package org.casus.extract.place;

import org.jspecify.annotations.NullMarked;
