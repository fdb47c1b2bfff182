package org.casus.extract.actor;

import org.jspecify.annotations.Nullable;

/** The years of a name or an office, both included. */
record Years(int from, int to) {
    static final Years ALL = new Years(Integer.MIN_VALUE, Integer.MAX_VALUE);

    /** Reads "1979-1990", "2003-" or "1958"; an empty cell is all years, anything else is null. */
    static @Nullable Years parse(String cell) {
        if (cell.isEmpty()) {
            return ALL;
        }
        int dash = cell.indexOf('-');
        try {
            int from = Integer.parseInt(dash < 0 ? cell : cell.substring(0, dash));
            String end = dash < 0 ? cell : cell.substring(dash + 1);
            return new Years(from, end.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(end));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    boolean contains(int year) {
        return from <= year && year <= to;
    }
}
