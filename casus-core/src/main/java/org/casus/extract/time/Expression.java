package org.casus.extract.time;

import java.util.List;
import org.casus.model.Time;
import org.jspecify.annotations.Nullable;

/** What an expression says, before anybody has asked what day it is. */
sealed interface Expression {

    /** How an expression points. */
    enum Way {
        /** Not at all: "in May", "on Friday". */
        BARE,
        THIS,
        LAST,
        NEXT,
        /**
         * "That May", "the previous May", "the following May": counted from what the text spoke of.
         */
        THAT,
        PREVIOUS,
        FOLLOWING
    }

    /** What relative expressions count from. */
    enum Base {
        /** The day of publication; in a narrative, what the text spoke of last. */
        NOW,
        /** What the text spoke of last. */
        THEN,
        /** Whichever of the two the report counts its dates from: "the end of the year". */
        HERE,
        /** Nothing: "a night attack". */
        NONE
    }

    /** Early, middle, late. */
    enum Third {
        START,
        MID,
        END,
        NONE
    }

    /** A stretch of the calendar that needs nobody's today. */
    record Fixed(Period period) implements Expression {}

    /**
     * A month, a day of a month, a season …: what comes round every year, of a year said or not
     * said.
     */
    record Recurring(Cycle cycle, @Nullable Expression year, Way way) implements Expression {}

    /**
     * A day of the week.
     *
     * @param day 1 for Monday
     * @param week of the week so many from this one; null where no week is named
     */
    record Weekday(int day, Way way, @Nullable Integer week) implements Expression {}

    /** A day of the month spoken of: "the 20th". */
    record DayOfMonth(int day) implements Expression {}

    /** "Last week", "the next day": a unit, so many on. */
    record Counted(String unit, int offset, Base base) implements Expression {}

    /** "Early 1941", "the end of March". */
    record Part(Expression of, Third third) implements Expression {}

    /** The first, second … or (-1) last day, week … of something: "the last week of August". */
    record Nth(int n, String unit, Expression of) implements Expression {}

    /** "Since 2014", "before Friday". */
    record Bound(Expression of, Time.Modifier modifier) implements Expression {}

    /**
     * A morning or night.
     *
     * @param of its day; null where none is named
     * @param offset in days from the base
     */
    record DayPart(@Nullable Expression of, String code, Base base, int offset)
            implements Expression {}

    /**
     * An hour of the clock.
     *
     * @param minute since midnight
     * @param exact whether minutes are told
     * @param zone as it goes into a value, or empty
     */
    record Clock(@Nullable Expression of, int minute, boolean exact, String zone)
            implements Expression {}

    /**
     * An amount of time.
     *
     * @param value of TIMEX3
     * @param amount of units; NaN when vague
     * @param direction -1 the past three days, +1 the next three days, 0 three days
     */
    record Amount(
            String value,
            double amount,
            String unit,
            int direction,
            Time.@Nullable Modifier modifier)
            implements Expression {}

    /**
     * An amount from some base, or from another expression: "two weeks later", "a day before
     * Easter".
     */
    record Shift(Amount by, int sign, Base base, @Nullable Expression from) implements Expression {}

    /** A rhythm: "every Friday". */
    record Repeated(String value) implements Expression {}

    /** A vague time: PAST_REF, PRESENT_REF or FUTURE_REF. */
    record Vague(String value) implements Expression {}

    /**
     * Two expressions in one: "6-7 January", "May and June 2016".
     *
     * @param edges where each of them stands
     * @param joined whether all between them is meant
     */
    record Pair(Expression first, Expression second, List<Edge> edges, boolean joined)
            implements Expression {}

    /** Words that look like a time and are none. */
    record Nothing() implements Expression {}
}
