package org.casus.extract.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.casus.extract.time.Expression.Amount;
import org.casus.extract.time.Expression.Base;
import org.casus.extract.time.Expression.Counted;
import org.casus.extract.time.Expression.Fixed;
import org.casus.extract.time.Expression.Nth;
import org.casus.extract.time.Expression.Recurring;
import org.casus.extract.time.Expression.Shift;
import org.casus.extract.time.Expression.Way;
import org.casus.extract.time.Expression.Weekday;
import org.casus.model.Time.Granularity;
import org.jspecify.annotations.Nullable;

/** From what an expression says to a stretch of the calendar, or null where the report does not tell. */
final class Resolver {
    /** A month so far back in the year that a story has rather gone on into the next. */
    private static final int TURN_OF_YEAR = -8;

    private static final int NEAR_DAYS = 31;
    private static final int FAR_DAYS = 300;
    private static final int FARTHEST = 1_000_000;

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
        if (x instanceof Nth n) {
            return nth(n);
        }
        if (x instanceof Expression.DayPart p) {
            LocalDate day = dayOf(p.of(), p.base(), p.offset());
            return day == null ? null : Period.dayPart(day, p.code());
        }
        if (x instanceof Expression.Clock c) {
            LocalDate day = dayOf(c.of(), Base.HERE, 0);
            return day == null ? null : Period.clock(day, c.minute(), c.exact(), c.zone());
        }
        if (x instanceof Shift s) {
            return shift(s);
        }
        return null;
    }

    // ---- what comes round every year

    private @Nullable Period recurring(Recurring r) {
        Cycle cycle = r.cycle();
        if (r.year() != null) {
            Period year = resolve(r.year());
            return year == null ? null : cycle.in(year.first().getYear());
        }
        Period now = base(Base.NOW);
        Period then = base(Base.THEN);
        return switch (r.way()) {
            case LAST -> now == null ? null : last(cycle, now.first().minusDays(1), now);
            case NEXT -> now == null ? null : next(cycle, now.last().plusDays(1));
            case THIS -> now == null ? null : cycle.in(now.first().getYear());
            case THAT -> then == null ? null : cycle.in(then.first().getYear());
            case PREVIOUS -> then == null ? null : last(cycle, then.first().minusDays(1), then);
            case FOLLOWING -> then == null ? null : next(cycle, then.last().plusDays(1));
            case BARE -> bare(cycle);
        };
    }

    private @Nullable Period bare(Cycle cycle) {
        LocalDate published = anchors.published();
        if (anchors.follows(sentence) || published == null) {
            Integer year = anchors.year();
            return year == null ? null : cycle.in(storyYear(cycle, year));
        }
        Period past = last(cycle, published, null);
        Period ahead = next(cycle, published);
        if (past == null || ahead == null) {
            return past == null ? ahead : past;
        }
        long back = past.last().until(published, ChronoUnit.DAYS);
        long on = published.until(ahead.first(), ChronoUnit.DAYS);
        boolean day = ahead.granularity() == Granularity.DAY;
        if (day && back >= FAR_DAYS && on <= NEAR_DAYS || direction == 0 && back >= FAR_DAYS - 2 * NEAR_DAYS && on <= 3 * NEAR_DAYS) {
            return ahead;
        }
        boolean past1 = day && on >= FAR_DAYS && back <= NEAR_DAYS;
        return direction > 0 && !past1 ? ahead : past;
    }

    /** A story stays in its year, and goes over into the next when a month lies far back. */
    private int storyYear(Cycle cycle, int year) {
        Period focus = anchors.focus();
        if (focus == null || cycle.month() == 0 || focus.granularity().compareTo(Granularity.SEASON) > 0) {
            return year;
        }
        return cycle.month() - focus.first().getMonthValue() <= TURN_OF_YEAR ? year + 1 : year;
    }

    /** The last that has begun by a day, and is not the one that holds it. */
    private static @Nullable Period last(Cycle cycle, LocalDate by, @Nullable Period not) {
        for (int year = by.getYear() + 1; year >= by.getYear() - 8; year--) {
            Period p = within(cycle, year);
            if (p != null && !p.first().isAfter(by) && (not == null || p.last().isBefore(not.first()))) {
                return p;
            }
        }
        return null;
    }

    /** The first that has not ended before a day. */
    private static @Nullable Period next(Cycle cycle, LocalDate from) {
        for (int year = from.getYear() - 1; year <= from.getYear() + 8; year++) {
            Period p = within(cycle, year);
            if (p != null && !p.last().isBefore(from)) {
                return p;
            }
        }
        return null;
    }

    private static @Nullable Period within(Cycle cycle, int year) {
        return cycle.in(year);
    }

    // ---- days

    private @Nullable Period weekday(Weekday w) {
        LocalDate now = now();
        if (w.week() != null) {
            return now == null ? null : Period.day(now.with(java.time.DayOfWeek.MONDAY).plusDays(7L * w.week() + w.day() - 1));
        }
        boolean story = w.way() == Way.PREVIOUS || w.way() == Way.FOLLOWING || anchors.narrative();
        LocalDate day = story && anchors.day() != null ? anchors.day() : anchors.published();
        if (day == null) {
            return null;
        }
        return Period.day(
                switch (w.way()) {
                    case LAST, PREVIOUS -> before(day.minusDays(1), w.day());
                    case NEXT, FOLLOWING -> after(day.plusDays(1), w.day());
                    case THIS -> direction < 0 ? before(day, w.day()) : after(day, w.day());
                    default ->
                            direction > 0 || story && day.equals(anchors.day())
                                    ? after(day, w.day())
                                    : before(day, w.day());
                });
    }

    private static LocalDate before(LocalDate day, int weekday) {
        return day.minusDays(Math.floorMod(day.getDayOfWeek().getValue() - weekday, 7));
    }

    private static LocalDate after(LocalDate day, int weekday) {
        return day.plusDays(Math.floorMod(weekday - day.getDayOfWeek().getValue(), 7));
    }

    private @Nullable Period dayOfMonth(int day) {
        Period focus = anchors.follows(sentence) || recent() ? anchors.focus() : null;
        LocalDate in = focus != null ? focus.first() : anchors.published();
        if (in == null || focus != null && focus.granularity().compareTo(Granularity.MONTH) > 0) {
            return null;
        }
        for (int back = 0; back < 3; back++) {
            LocalDate month = in.withDayOfMonth(1).minusMonths(back);
            boolean exists = day <= month.lengthOfMonth();
            if (exists && (focus != null || direction > 0 || !month.withDayOfMonth(day).isAfter(in))) {
                return Period.day(month.withDayOfMonth(day));
            }
        }
        return null;
    }

    private boolean recent() {
        return anchors.recentDay(sentence) != null;
    }

    /** The day that an hour or a part of the day belongs to. */
    private @Nullable LocalDate dayOf(@Nullable Expression of, Base base, int offset) {
        if (of != null) {
            Period period = resolve(of);
            return period != null && period.first().equals(period.last()) ? period.first() : null;
        }
        LocalDate day =
                switch (base) {
                    case NONE -> null;
                    case NOW -> now();
                    case THEN -> anchors.day() != null ? anchors.day() : anchors.published();
                    case HERE -> {
                        LocalDate recent = anchors.recentDay(sentence);
                        yield recent != null ? recent : anchors.narrative() ? anchors.day() : anchors.published();
                    }
                };
        return day == null ? null : day.plusDays(offset);
    }

    private @Nullable LocalDate now() {
        return anchors.published() != null ? anchors.published() : null;
    }

    // ---- counting

    private @Nullable Period base(Base base) {
        LocalDate published = anchors.published();
        Period now = published == null ? null : Period.day(published);
        Period focus = anchors.focus();
        if (focus == null && anchors.narrative() && now == null && anchors.year() != null) {
            focus = Period.year(anchors.year());
        }
        return switch (base) {
            case THEN -> focus != null ? focus : now;
            case HERE -> anchors.follows(sentence) && focus != null ? focus : now;
            default -> anchors.narrative() && focus != null && now != null ? focus : now;
        };
    }

    private @Nullable Period counted(Counted c) {
        if (c.unit().equals("D")) {
            LocalDate day = c.base() == Base.NOW ? now() : anchors.day();
            return day == null ? null : Period.day(day.plusDays(c.offset()));
        }
        Period base = base(c.base());
        return base == null ? null : on(base, c.offset(), c.unit());
    }

    /** The unit so many after that which holds the beginning of a stretch. */
    private static @Nullable Period on(Period base, long offset, String unit) {
        LocalDate first = base.first();
        boolean coarse = base.granularity().compareTo(Granularity.SEASON) > 0;
        switch (unit) {
            case "W", "2W":
                return base.granularity().compareTo(Granularity.WEEK) > 0
                        ? null
                        : Period.week(first.plusWeeks(unit.equals("W") ? offset : 2 * offset));
            case "WE":
                return coarse ? null : Period.weekend(first.plusWeeks(offset));
            case "M":
                LocalDate month = first.plusMonths(offset);
                return coarse ? null : Period.month(month.getYear(), month.getMonthValue());
            case "Q":
                LocalDate quarter = first.plusMonths(3 * offset);
                return coarse ? null : Period.quarter(quarter.getYear(), (quarter.getMonthValue() + 2) / 3);
            case "Y":
                return Period.year(Math.toIntExact(first.getYear() + offset));
            case "DE":
                return Period.decade(Math.toIntExact(first.getYear() + 10 * offset));
            case "CE":
                int year = Math.toIntExact(first.getYear() + 100 * offset);
                return year > 0 ? Period.century(year / 100 + 1, false) : null;
            default:
                return null;
        }
    }

    private @Nullable Period nth(Nth n) {
        Period of = resolve(n.of());
        if (of == null || of.first().equals(of.last())) {
            return null;
        }
        boolean end = n.n() < 0;
        LocalDate at = end ? of.last() : of.first();
        long steps = end ? 0 : n.n() - 1L;
        if (n.unit().startsWith("WD")) {
            int weekday = n.unit().charAt(2) - '0';
            return Period.day(end ? before(at, weekday) : after(at, weekday).plusWeeks(steps));
        }
        UnaryOperator<LocalDate> week = d -> end ? d.minusDays(6) : d.plusWeeks(steps);
        return switch (n.unit()) {
            case "D" -> Period.day(at.plusDays(steps));
            case "W" -> Period.of(Granularity.WEEK, week.apply(at), week.apply(at).plusDays(6), "P1W");
            case "M" -> Period.month(at.plusMonths(steps).getYear(), at.plusMonths(steps).getMonthValue());
            case "Y" -> Period.year(Math.toIntExact(at.getYear() + steps));
            default -> null;
        };
    }

    private @Nullable Period shift(Shift s) {
        Amount by = s.by();
        if (Double.isNaN(by.amount()) || by.amount() > FARTHEST) {
            return null;
        }
        Period from = s.from() == null ? base(s.base()) : resolve(s.from());
        if (from == null) {
            return null;
        }
        boolean isDay = from.first().equals(from.last());
        LocalDate day = isDay ? from.first() : s.from() == null ? anchors.day() : null;
        double n = by.amount() * s.sign();
        switch (by.unit()) {
            case "D":
                return day == null ? null : Period.day(day.plusDays(Math.round(n)));
            case "W":
                return day == null ? null : Period.week(day.plusDays(Math.round(7 * n)));
            case "WE":
                return day == null ? null : Period.weekend(day.plusDays(Math.round(7 * n)));
            case "M":
                return on(day == null ? from : Period.day(day), Math.round(n), "M");
            case "Y":
                return n == Math.rint(n) ? on(from, Math.round(n), "Y") : on(from, Math.round(12 * n), "M");
            case "DE":
                return on(from, Math.round(10 * n), "Y");
            case "CE":
                return on(from, Math.round(100 * n), "Y");
            case "TH", "TM":
                return hours(from, day, by.unit().equals("TH") ? 60 * n : n);
            default:
                return null;
        }
    }

    private static @Nullable Period hours(Period from, @Nullable LocalDate day, double minutes) {
        if (day == null) {
            return null;
        }
        if (from.clock().isEmpty()) {
            return new Period(Granularity.HOUR, day, day, "", Period.dayValue(day) + "TXX");
        }
        String clock = from.clock();
        long at = Integer.parseInt(clock.substring(1, 3)) * 60L + Integer.parseInt(clock.substring(4, 6));
        long moved = at + Math.round(minutes);
        return Period.clock(
                day.plusDays(Math.floorDiv(moved, 24 * 60)),
                (int) Math.floorMod(moved, 24 * 60L),
                true,
                clock.substring(6));
    }
}
