package org.casus.extract.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.model.Analysis;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Sentence;
import org.casus.model.Time;
import org.casus.model.Time.Granularity;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * "Two days after the massacre", "the day before rebels took the town": an amount between two
 * events. Where the report dates one of them, the amount dates the other.
 */
final class Offsets {
    private static final Pattern AMOUNT = Pattern.compile("P(T?)(\\d+|X)([SHMDWY])");

    private Offsets() {}

    /**
     * An amount of time and the words for the two events that it lies between.
     *
     * @param date the time of the first event, where it stands beside the amount: "on Friday, a day
     *     after"
     * @param event -1 where only its date is told
     * @param later whether the first event came after the second
     */
    record Offset(
            Mention<Time> mention,
            @Nullable Mention<Time> date,
            int event,
            int other,
            boolean later) {}

    /** The times of a report; amounts that can be counted from a date have their days. */
    static Mentions<Time> settle(Analysis analysis, Mentions<Time> times, EventTime events) {
        List<Mention<Time>> settled = new ArrayList<>();
        for (Mention<Time> m : times.all()) {
            Sentence s = analysis.sentences().get(m.head().sentence());
            Offset offset =
                    s.parsed() && m.value().start() == null ? of(s, m, times.in(s.index())) : null;
            Time time = offset == null ? opened(s, m) : settled(s, offset, times, events);
            settled.add(
                    time == null
                            ? m
                            : new Mention<>(m.head(), m.first(), m.last(), m.span(), time));
        }
        return new Mentions<>(settled);
    }

    /**
     * "since July, when three bombs went off": they went off in July; only what is told beside it
     * lasts. Null for all other times.
     */
    private static @Nullable Time opened(Sentence s, Mention<Time> m) {
        Time t = m.value();
        if (t.modifier() != Time.Modifier.SINCE
                || t.start() == null
                || t.end() != null
                || t.granularity() == null
                || EventTime.clauseBehind(s, m) < 0) {
            return null;
        }
        LocalDate first = day(t.start());
        LocalDate last =
                switch (t.granularity()) {
                    case WEEK -> first.plusDays(6);
                    case MONTH -> first.plusMonths(1).minusDays(1);
                    case SEASON -> first.plusMonths(3).minusDays(1);
                    case YEAR -> first.plusYears(1).minusDays(1);
                    case DECADE -> first.plusYears(10).minusDays(1);
                    default -> first;
                };
        return time(m, first, last, t.granularity());
    }

    /** The amount that a time is and the words on both its sides, or null where it is none. */
    static @Nullable Offset of(Sentence s, Mention<Time> m, List<Mention<Time>> times) {
        Token link = s.token(m.last());
        boolean amount =
                m.value().type().equals("DURATION") || m.value().value().startsWith("XXXX");
        if (!amount || m.first() == m.last() || !link.is("before", "after", "following")) {
            return null;
        }
        int other = link.labelled("mark") ? link.head() : s.child(link.index(), "pobj", "pcomp");
        Mention<Time> date = beside(s, m, times);
        int event = link.labelled("mark") ? other : link.index();
        for (int steps = 0; event >= 0 && steps < s.size(); steps++) {
            event = s.token(event).head();
            if (event >= 0 && (event < m.first() || event > m.last())) {
                break;
            }
        }
        return event < 0 && date == null || other < 0 || event == other
                ? null
                : new Offset(m, date, event, other, link.is("after", "following"));
    }

    /** The date before the comma before an amount. */
    private static @Nullable Mention<Time> beside(
            Sentence s, Mention<Time> m, List<Mention<Time>> times) {
        int comma = m.first() - 1;
        return comma < 1 || !s.token(comma).form().equals(",")
                ? null
                : times.stream()
                        .filter(t -> t.last() == comma - 1 && t.value().start() != null)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Time settled(
            Sentence s, Offset offset, Mentions<Time> times, EventTime events) {
        if (offset.date() != null) {
            return moved(s, offset.mention(), offset.date().value(), offset.later() ? -1 : 1);
        }
        Time other = events.timeOf(s, times, offset.other(), offset.mention());
        Time event = events.timeOf(s, times, offset.event(), offset.mention());
        if ((other == null) == (event == null)) {
            return null;
        }
        int sign = offset.later() == (other != null) ? 1 : -1;
        return moved(s, offset.mention(), other != null ? other : event, sign);
    }

    private static @Nullable Time moved(
            Sentence s, Mention<Time> amount, @Nullable Time from, int sign) {
        String unit = unit(s, amount);
        if (from == null
                || from.start() == null
                || from.end() == null
                || unit == null
                || from.granularity() == null) {
            return null;
        }
        LocalDate first = day(from.start());
        LocalDate last = day(from.end());
        long n = (long) sign * number(amount.value().value());
        if (unit.startsWith("T")) {
            return time(
                    amount, first, last, first.equals(last) ? Granularity.DAY : from.granularity());
        }
        if (n == 0) {
            return null;
        }
        boolean vague = from.granularity().compareTo(grain(unit)) > 0;
        return switch (unit) {
            case "D" ->
                    vague
                            ? null
                            : time(amount, first.plusDays(n), last.plusDays(n), Granularity.DAY);
            case "W" ->
                    vague
                            ? null
                            : time(amount, first.plusWeeks(n), last.plusWeeks(n), Granularity.DAY);
            case "M" ->
                    vague
                            ? null
                            : time(
                                    amount,
                                    first.plusMonths(n).withDayOfMonth(1),
                                    YearMonth.from(last.plusMonths(n)).atEndOfMonth(),
                                    Granularity.MONTH);
            default ->
                    time(
                            amount,
                            first.plusYears(n).withDayOfYear(1),
                            YearMonth.of(last.plusYears(n).getYear(), 12).atEndOfMonth(),
                            Granularity.YEAR);
        };
    }

    private static Granularity grain(String unit) {
        return switch (unit) {
            case "D" -> Granularity.DAY;
            case "W" -> Granularity.WEEK;
            case "M" -> Granularity.MONTH;
            default -> Granularity.YEAR;
        };
    }

    private static Time time(
            Mention<Time> amount, LocalDate first, LocalDate last, Granularity granularity) {
        return new Time(
                amount.span(),
                first.toString(),
                last.toString(),
                granularity,
                null,
                amount.value().type(),
                amount.value().value());
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso.substring(0, 10));
    }

    /** How many units, 0 where the report does not count them. */
    private static int number(String value) {
        Matcher m = AMOUNT.matcher(value);
        return !m.matches()
                ? 1
                : m.group(2).equals("X") || m.group(2).length() > 4
                        ? 0
                        : Integer.parseInt(m.group(2));
    }

    /** D, W, M, Y, or T and what it is of a day; of "the day after" by its word. */
    private static @Nullable String unit(Sentence s, Mention<Time> amount) {
        Matcher m = AMOUNT.matcher(amount.value().value());
        if (m.matches()) {
            return m.group(1) + m.group(3);
        }
        for (int i = amount.first(); i < amount.last(); i++) {
            if (s.token(i).is("day", "week", "month", "year")) {
                return s.token(i).lemma().substring(0, 1).toUpperCase(Locale.ROOT);
            }
        }
        return null;
    }
}
