package org.casus.extract.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.casus.extract.time.Expression.Amount;
import org.casus.extract.time.Expression.Base;
import org.casus.extract.time.Expression.Counted;
import org.casus.extract.time.Expression.Fixed;
import org.casus.extract.time.Expression.Recurring;
import org.casus.extract.time.Expression.Shift;
import org.casus.extract.time.Expression.Way;
import org.casus.extract.time.Expression.Weekday;
import org.casus.model.Time.Granularity;
import org.jspecify.annotations.Nullable;

/**
 * From what an expression says to a stretch of the calendar, or null where the report does not
 * tell.
 */
final class Resolver {
    /** A month so far back in the year that a story has rather gone on into the next. */
    private static final int TURN_OF_YEAR = -8;

    /** A day so near is meant, whatever the verb, rather than one so far. */
    private static final int NEAR_DAYS = 31;

    private static final int FAR_DAYS = 300;

    /** A month so soon is meant, where no verb tells, rather than one so long past. */
    private static final int SOON_DAYS = 90;

    private static final int LONG_PAST_DAYS = 240;

    /** How many years to look for a day that not every year has. */
    private static final int YEARS_TO_LOOK = 8;

    private final Anchors anchors;
    private final int sentence;
    private final int direction;

    /**
     * @param direction of the verb that governs the expression: -1 past, 1 future, 0 unknown
     */
    Resolver(Anchors anchors, int sentence, int direction) {
        this.anchors = anchors;
        this.sentence = sentence;
        this.direction = direction;
    }

    @Nullable Period resolve(Expression x) {
        if (x instanceof Fixed f) {
            return f.period();
        }
        if (x instanceof Recurring r) {
            return recurring(r);
        }
        if (x instanceof Weekday w) {
            return weekday(w);
        }
        if (x instanceof Expression.DayOfMonth d) {
            return dayOfMonth(d.day());
        }
        if (x instanceof Counted c) {
            return counted(c);
        }
        if (x instanceof Expression.Part p) {
            return resolve(p.of());
        }
        if (x instanceof Expression.Bound b) {
            return resolve(b.of());
        }
        if (x instanceof Expression.Nth n) {
            Period of = resolve(n.of());
            return of == null ? null : Counting.nth(n.n(), n.unit(), of);
        }
        if (x instanceof Expression.DayPart p) {
            LocalDate day = dayOf(p.of(), p.base(), p.offset());
            return day == null ? null : Period.dayPart(day, p.code());
        }
        if (x instanceof Expression.Clock c) {
            LocalDate day = dayOf(c.of(), Base.HERE, 0);
            return day == null ? null : Period.clock(day, c.minute(), c.exact(), c.zone());
        }
        return x instanceof Shift s ? shift(s) : null;
    }

    // ---- what comes round every year

    private @Nullable Period recurring(Recurring r) {
        Cycle cycle = r.cycle();
        if (r.year() != null) {
            Period year = resolve(r.year());
            return year == null ? null : cycle.in(year.first().getYear());
        }
        if (r.way() == Way.BARE) {
            return bare(cycle);
        }
        boolean then = r.way() == Way.THAT || r.way() == Way.PREVIOUS || r.way() == Way.FOLLOWING;
        Period base = base(then ? Base.THEN : Base.NOW);
        if (base == null) {
            return null;
        }
        return switch (r.way()) {
            case LAST, PREVIOUS -> last(cycle, base.first().minusDays(1), base);
            case NEXT, FOLLOWING -> next(cycle, base.last().plusDays(1));
            default -> cycle.in(base.first().getYear());
        };
    }

    private @Nullable Period bare(Cycle cycle) {
        LocalDate published = anchors.published();
        if (anchors.follows(sentence) || published == null) {
            Integer year = anchors.year(sentence);
            return year == null ? null : cycle.in(storyYear(cycle, year));
        }
        Period past = last(cycle, published, null);
        Period ahead = next(cycle, published);
        if (past == null || ahead == null) {
            return past == null ? ahead : past;
        }
        long back = past.last().until(published, ChronoUnit.DAYS);
        long on = published.until(ahead.first(), ChronoUnit.DAYS);
        if (ahead.granularity() == Granularity.DAY
                && Math.max(back, on) >= FAR_DAYS
                && Math.min(back, on) <= NEAR_DAYS) {
            return back < on ? past : ahead;
        }
        boolean soon = direction == 0 && on <= SOON_DAYS && back >= LONG_PAST_DAYS;
        return direction > 0 || soon ? ahead : past;
    }

    /** A story stays in its year, and goes over into the next when a month lies far back. */
    private int storyYear(Cycle cycle, int year) {
        Period focus = anchors.focus();
        if (focus == null
                || cycle.month() == 0
                || focus.granularity().compareTo(Granularity.SEASON) > 0) {
            return year;
        }
        int ahead = cycle.month() - focus.first().getMonthValue();
        return ahead <= TURN_OF_YEAR ? year + 1 : year;
    }

    /** The last that has begun by a day, and has ended before another stretch begins. */
    private static @Nullable Period last(Cycle cycle, LocalDate by, @Nullable Period not) {
        for (int year = by.getYear() + 1; year >= by.getYear() - YEARS_TO_LOOK; year--) {
            Period p = cycle.in(year);
            if (p != null
                    && !p.first().isAfter(by)
                    && (not == null || p.last().isBefore(not.first()))) {
                return p;
            }
        }
        return null;
    }

    /** The first that has not ended before a day. */
    private static @Nullable Period next(Cycle cycle, LocalDate from) {
        for (int year = from.getYear() - 1; year <= from.getYear() + YEARS_TO_LOOK; year++) {
            Period p = cycle.in(year);
            if (p != null && !p.last().isBefore(from)) {
                return p;
            }
        }
        return null;
    }

    // ---- days

    private @Nullable Period weekday(Weekday w) {
        LocalDate published = anchors.published();
        if (w.week() != null) {
            return published == null
                    ? null
                    : Period.day(
                            published.with(DayOfWeek.MONDAY).plusDays(7L * w.week() + w.day() - 1));
        }
        boolean story =
                anchors.day() != null
                        && (anchors.narrative()
                                || w.way() == Way.PREVIOUS
                                || w.way() == Way.FOLLOWING);
        boolean counted = w.way() == Way.PREVIOUS || w.way() == Way.FOLLOWING;
        LocalDate day = story ? anchors.day() : published;
        if (day == null || counted && !story && anchors.focus() != null) {
            return null;
        }
        boolean on =
                switch (w.way()) {
                    case NEXT, FOLLOWING -> true;
                    case LAST, PREVIOUS -> false;
                    case THIS -> direction >= 0;
                    default -> story || direction > 0;
                };
        boolean another =
                switch (w.way()) {
                    case NEXT, FOLLOWING, LAST, PREVIOUS -> true;
                    default -> false;
                };
        LocalDate from = another ? day.plusDays(on ? 1 : -1) : day;
        return Period.day(
                on ? Counting.onOrAfter(from, w.day()) : Counting.onOrBefore(from, w.day()));
    }

    private @Nullable Period dayOfMonth(int day) {
        boolean told = anchors.follows(sentence) || anchors.recentDay(sentence) != null;
        Period focus = told ? anchors.focus() : null;
        LocalDate in = focus != null ? focus.first() : anchors.published();
        if (in == null || focus != null && focus.granularity().compareTo(Granularity.MONTH) > 0) {
            return null;
        }
        for (int back = 0; back < 3; back++) {
            LocalDate month = in.withDayOfMonth(1).minusMonths(back);
            if (day <= month.lengthOfMonth()) {
                LocalDate found = month.withDayOfMonth(day);
                if (focus != null || direction > 0 || !found.isAfter(in)) {
                    return Period.day(found);
                }
            }
        }
        return null;
    }

    /** The day that an hour or a part of the day belongs to. */
    private @Nullable LocalDate dayOf(@Nullable Expression of, Base base, int offset) {
        if (of != null) {
            Period period = resolve(of);
            return period != null && period.first().equals(period.last()) ? period.first() : null;
        }
        LocalDate published = anchors.published();
        LocalDate recent = anchors.recentDay(sentence);
        LocalDate told = anchors.day();
        LocalDate day =
                switch (base) {
                    case NONE -> null;
                    case NOW -> published;
                    case THEN -> told != null ? told : published;
                    case HERE -> recent != null ? recent : anchors.narrative() ? told : published;
                };
        return day == null ? null : day.plusDays(offset);
    }

    // ---- counting

    private @Nullable Period base(Base base) {
        LocalDate published = anchors.published();
        Period now = published == null ? null : Period.day(published);
        Period focus = anchors.focus();
        Integer year = anchors.year(sentence);
        if (focus == null && now == null && year != null) {
            focus = Period.year(year);
        }
        if (focus == null) {
            return now;
        }
        return switch (base) {
            case THEN -> focus;
            case HERE -> anchors.follows(sentence) ? focus : now;
            default -> anchors.narrative() && now != null ? focus : now;
        };
    }

    private @Nullable Period counted(Counted c) {
        if (c.unit().equals("D")) {
            LocalDate day =
                    switch (c.base()) {
                        case NOW -> anchors.published();
                        case NONE -> null;
                        default -> anchors.day();
                    };
            return day == null ? null : Period.day(day.plusDays(c.offset()));
        }
        Period base = c.base() == Base.NONE ? null : base(c.base());
        if (base == null) {
            return null;
        }
        boolean weekendPast =
                c.unit().equals("WE") && c.offset() == 0 && direction < 0 && isEarlyInWeek(base);
        return credible(Counting.on(base, weekendPast ? -1 : c.offset(), c.unit()));
    }

    private @Nullable Period shift(Shift s) {
        Amount by = s.by();
        Period from = s.from() == null ? base(s.base()) : resolve(s.from());
        if (from == null) {
            return null;
        }
        boolean isDay = from.first().equals(from.last());
        LocalDate day = isDay ? from.first() : s.from() == null ? anchors.day() : null;
        return credible(Counting.shift(from, day, by.amount() * s.sign(), by.unit()));
    }

    private static boolean isEarlyInWeek(Period period) {
        return period.first().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) < 0;
    }

    /**
     * What is told as past cannot lie after the day of publication: then it was counted from
     * something else.
     */
    private @Nullable Period credible(@Nullable Period period) {
        LocalDate published = anchors.published();
        return period != null
                        && published != null
                        && direction < 0
                        && period.first().isAfter(published)
                ? null
                : period;
    }
}
