package org.casus.app.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casus.model.Account;
import org.casus.model.Incident;
import org.jspecify.annotations.Nullable;

/**
 * One incident in time: when it happened, when else accounts say that it did, and when each source
 * first told of it, on one line of days.
 *
 * @param from the first day of the line; null where all is of one day, or too little is known
 * @param to the last day of the line
 * @param rows what is on it
 * @param more sources that told of it later than those in the rows
 */
public record DaysView(@Nullable String from, @Nullable String to, List<Row> rows, int more) {
    private static final int MOST_REPORTS = 8;
    private static final int DAY = "2026-01-31".length();
    private static final DaysView NONE = new DaysView(null, null, List.of(), 0);

    /** What a row is of. */
    public enum Kind {
        HAPPENED,
        /** An account has another time than the incident. */
        DIFFERS,
        REPORTED
    }

    /**
     * A row.
     *
     * @param label who says so; empty for the incident itself
     * @param words the time in words
     * @param start where it starts on a line that is 100 long
     * @param length 0 for one day
     * @param address of the words in a report; null for the incident itself
     */
    public record Row(
            Kind kind,
            String label,
            String words,
            int start,
            int length,
            @Nullable String address) {}

    /** A row before it is known how long the line is; null where the time is open to one side. */
    private record Span(
            Kind kind,
            String label,
            String words,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            @Nullable String address) {
        static Span of(
                Kind kind, String label, Account.@Nullable When when, @Nullable String address) {
            return new Span(
                    kind,
                    label,
                    Phrases.when(when),
                    when == null ? null : day(when.start()),
                    when == null ? null : day(when.end()),
                    address);
        }

        Stream<LocalDate> days() {
            return Stream.of(first, last).flatMap(Stream::ofNullable);
        }
    }

    /** Whether there is anything to see. */
    public boolean any() {
        return !rows.isEmpty();
    }

    static DaysView of(Incident incident, List<Account> accounts) {
        Span happened = Span.of(Kind.HAPPENED, "", incident.time(), null);
        if (happened.days().findAny().isEmpty()) {
            return NONE;
        }
        Map<String, Span> others = new LinkedHashMap<>();
        Map<String, Span> reports = new LinkedHashMap<>();
        for (Account account : accounts) {
            String teller = IncidentView.teller(account);
            String address = IncidentView.first(account).address();
            Span told = Span.of(Kind.DIFFERS, teller, account.time(), address);
            if (!told.words().equals(happened.words()) && told.days().findAny().isPresent()) {
                others.putIfAbsent(told.words(), told);
            }
            LocalDate day = day(account.document().published());
            if (day != null) {
                reports.merge(
                        account.document().origin(),
                        new Span(Kind.REPORTED, teller, day.toString(), day, day, address),
                        DaysView::earlier);
            }
        }
        List<Span> told =
                reports.values().stream()
                        .sorted(Comparator.comparing(Span::words).thenComparing(Span::label))
                        .toList();
        List<Span> spans = new ArrayList<>(List.of(happened));
        spans.addAll(others.values());
        spans.addAll(told.subList(0, Math.min(MOST_REPORTS, told.size())));
        return on(spans, told.size() - Math.min(MOST_REPORTS, told.size()));
    }

    private static Span earlier(Span one, Span other) {
        return other.words().compareTo(one.words()) < 0 ? other : one;
    }

    /** On a line from the first of all days to the last. */
    private static DaysView on(List<Span> spans, int more) {
        List<LocalDate> days = spans.stream().flatMap(Span::days).sorted().toList();
        LocalDate from = days.get(0);
        LocalDate to = days.get(days.size() - 1);
        if (from.equals(to)) {
            return NONE;
        }
        List<Row> rows =
                spans.stream()
                        .map(
                                span -> {
                                    int start =
                                            span.first() == null ? 0 : at(span.first(), from, to);
                                    int end = span.last() == null ? 100 : at(span.last(), from, to);
                                    return new Row(
                                            span.kind(),
                                            span.label(),
                                            span.words(),
                                            start,
                                            Math.max(0, end - start),
                                            span.address());
                                })
                        .toList();
        return new DaysView(from.toString(), to.toString(), rows, more);
    }

    private static int at(LocalDate day, LocalDate from, LocalDate to) {
        return (int)
                Math.round(
                        100.0
                                * ChronoUnit.DAYS.between(from, day)
                                / ChronoUnit.DAYS.between(from, to));
    }

    private static @Nullable LocalDate day(@Nullable String iso) {
        if (iso == null || iso.length() < DAY) {
            return null;
        }
        try {
            return LocalDate.parse(iso.substring(0, DAY));
        } catch (DateTimeParseException other) {
            return null;
        }
    }
}
