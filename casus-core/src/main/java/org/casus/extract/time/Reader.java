package org.casus.extract.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.casus.extract.time.Expression.Amount;
import org.casus.extract.time.Expression.Bound;
import org.casus.extract.time.Expression.Part;
import org.casus.extract.time.Expression.Shift;
import org.casus.model.Span;
import org.casus.model.Time;
import org.casus.model.Time.Granularity;
import org.casus.model.Time.Modifier;
import org.jspecify.annotations.Nullable;

/** From an expression, by way of its stretch of the calendar, to the record's time. */
final class Reader {
    private Reader() {}

    /** The time of an expression, and its stretch for the text to go on from. */
    record Reading(Time time, @Nullable Period period) {}

    static Reading read(Expression x, Span span, Resolver resolver, @Nullable LocalDate published) {
        if (x instanceof Amount a) {
            return new Reading(amount(a, span, published), null);
        }
        if (x instanceof Expression.Repeated r) {
            return new Reading(new Time(span, null, null, null, null, "SET", r.value()), null);
        }
        if (x instanceof Expression.Vague v) {
            return new Reading(new Time(span, null, null, null, null, "DATE", v.value()), null);
        }
        Period period = resolver.resolve(x);
        return period == null ? unresolved(x, span) : new Reading(time(x, period, span), period);
    }

    private static Time time(Expression x, Period period, Span span) {
        Modifier modifier = null;
        Expression of = x;
        if (x instanceof Bound b) {
            modifier = b.modifier();
            of = b.of();
        }
        String start = period.start();
        String end = period.end();
        if (of instanceof Part p) {
            Period third = third(period, p.third());
            start = third.start();
            end = third.end();
        }
        if (modifier == Modifier.BEFORE) {
            end = start;
            start = null;
        } else if (modifier == Modifier.AFTER) {
            start = end;
            end = null;
        } else if (modifier == Modifier.SINCE) {
            end = null;
        } else if (modifier == Modifier.UNTIL) {
            start = null;
        }
        String value = period.value();
        boolean time = value.indexOf('T') > 0;
        String type = value.startsWith("P") ? "DURATION" : time ? "TIME" : "DATE";
        return new Time(span, start, end, period.granularity(), modifier, type, value);
    }

    /** The first, middle or last third of a stretch; of a year four months, else by whole days. */
    private static Period third(Period p, Expression.Third third) {
        long days = p.first().until(p.last(), ChronoUnit.DAYS) + 1;
        if (days < 3 || third == Expression.Third.NONE) {
            return p;
        }
        int n =
                switch (third) {
                    case START -> 0;
                    case MID -> 1;
                    default -> 2;
                };
        if (p.granularity() == Granularity.DECADE) {
            int[] years = {0, 4, 7, 10};
            return Period.of(
                    p.granularity(),
                    p.first().plusYears(years[n]),
                    p.first().plusYears(years[n + 1]).minusDays(1),
                    p.value());
        }
        boolean year = p.granularity() == Granularity.YEAR && p.first().getDayOfYear() == 1;
        LocalDate first = year ? p.first().plusMonths(4L * n) : p.first().plusDays(days * n / 3);
        LocalDate last =
                year
                        ? p.first().plusMonths(4L * (n + 1)).minusDays(1)
                        : p.first().plusDays(days * (n + 1) / 3 - 1);
        return Period.of(p.granularity(), first, last, p.value());
    }

    private static Time amount(Amount a, Span span, @Nullable LocalDate published) {
        String start = null;
        String end = null;
        if (a.direction() != 0 && published != null && !Double.isNaN(a.amount())) {
            LocalDate other = move(published, a.amount() * a.direction(), a.unit());
            if (other != null) {
                start = Period.day(a.direction() < 0 ? other : published).start();
                end = Period.day(a.direction() < 0 ? published : other).end();
            }
        }
        return new Time(
                span, start, end, granularity(a.unit()), a.modifier(), "DURATION", a.value());
    }

    private static @Nullable LocalDate move(LocalDate from, double amount, String unit) {
        if (Math.abs(amount) > 1000) {
            return null;
        }
        long n = Math.round(amount);
        return switch (unit) {
            case "D" -> from.plusDays(n);
            case "W", "WE" -> from.plusWeeks(n);
            case "M" -> from.plusMonths(n);
            case "Y" -> from.plusYears(n);
            case "DE" -> from.plusYears(10 * n);
            case "TH" -> Math.abs(n) < 12 ? null : from.plusDays(Math.round(n / 24.0));
            default -> null;
        };
    }

    private static @Nullable Granularity granularity(String unit) {
        return switch (unit) {
            case "TS", "TM" -> Granularity.MINUTE;
            case "TH" -> Granularity.HOUR;
            case "D", "WE" -> Granularity.DAY;
            case "W" -> Granularity.WEEK;
            case "M" -> Granularity.MONTH;
            case "Y" -> Granularity.YEAR;
            case "DE", "CE" -> Granularity.DECADE;
            default -> null;
        };
    }

    // ---- what has no place in the calendar

    private static Reading unresolved(Expression x, Span span) {
        Expression of = x instanceof Bound b ? b.of() : x;
        Modifier modifier = x instanceof Bound b ? b.modifier() : null;
        of = of instanceof Part p ? p.of() : of;
        boolean time = of instanceof Expression.DayPart || of instanceof Expression.Clock;
        return new Reading(
                new Time(
                        span, null, null, grain(of), modifier, time ? "TIME" : "DATE", unknown(of)),
                null);
    }

    private static String unknown(Expression x) {
        if (x instanceof Expression.Recurring r) {
            return "XXXX-" + r.cycle().code();
        }
        if (x instanceof Expression.Weekday w) {
            return "XXXX-WXX-" + w.day();
        }
        if (x instanceof Expression.DayOfMonth d) {
            return "XXXX-XX-" + Period.two(d.day());
        }
        if (x instanceof Expression.DayPart p) {
            return "XXXX-XX-XX" + p.code();
        }
        if (x instanceof Expression.Clock c) {
            return "XXXX-XX-XX" + Period.clockValue(c.minute(), c.zone());
        }
        if (x instanceof Shift s) {
            return Double.isNaN(s.by().amount())
                    ? s.sign() < 0 ? "PAST_REF" : "FUTURE_REF"
                    : unknown(s.by().unit());
        }
        return x instanceof Expression.Counted c ? unknown(c.unit()) : "XXXX-XX-XX";
    }

    private static String unknown(String unit) {
        return switch (unit) {
            case "W", "2W", "WE" -> "XXXX-WXX";
            case "M", "Q" -> "XXXX-XX";
            case "Y" -> "XXXX";
            case "DE" -> "XXX";
            case "CE" -> "XX";
            case "TH", "TM", "TS" -> "XXXX-XX-XXTXX";
            default -> "XXXX-XX-XX";
        };
    }

    private static @Nullable Granularity grain(Expression x) {
        if (x instanceof Expression.DayPart) {
            return Granularity.DAYPART;
        }
        if (x instanceof Expression.Clock c) {
            return c.exact() ? Granularity.MINUTE : Granularity.HOUR;
        }
        if (x instanceof Expression.Weekday || x instanceof Expression.DayOfMonth) {
            return Granularity.DAY;
        }
        if (x instanceof Expression.Counted c) {
            return granularity(c.unit());
        }
        if (x instanceof Expression.Recurring r) {
            Period any = r.cycle().in(2000);
            return any == null ? Granularity.DAY : any.granularity();
        }
        return null;
    }
}
