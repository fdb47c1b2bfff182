package org.casus.analyze;

/**
 * A token before it is parsed.
 *
 * @param start in the plain text
 * @param form what the parser is given: the letters at this place, perhaps with other capitals
 */
record Word(int start, int end, String form) {
    boolean touches(Word next) {
        return end == next.start;
    }
}
