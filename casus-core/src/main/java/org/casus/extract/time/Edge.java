package org.casus.extract.time;

/**
 * A reading of some lexemes.
 *
 * @param kind class name of the tables
 * @param from first lexeme, inclusive
 * @param to last lexeme, exclusive
 * @param value what it is worth: a number, a code, or an {@link Expression}
 */
record Edge(String kind, int from, int to, Object value) {}
