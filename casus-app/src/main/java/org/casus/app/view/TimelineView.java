package org.casus.app.view;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.casus.store.Charts;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Incidents along time, each once. What is known to the day, or at least to the unit that time is
 * divided into, is counted in its unit; what is known less well is a band from the first day that
 * it can have been to the last.
 *
 * @param undated incidents of which no time is known
 * @param unit day, week, month, year or decade; null where there is nothing
 * @param from the first day of the first unit
 * @param to the last day of the last unit
 * @param bins units in which something happened, in order
 * @param bands the longest first
 */
public record TimelineView(
        IncidentFilter filter,
        long total,
        long undated,
        @Nullable String unit,
        @Nullable String from,
        @Nullable String to,
        List<Bin> bins,
        List<Band> bands) {
    private static final int MOST_ROWS = 100;

    /** What crosses the border of two units and is no longer than this, is counted in the first. */
    private static final int SHORT = 7;

    /**
     * A unit of time.
     *
     * @param counts by kind of incident
     */
    public record Bin(
            String from,
            String to,
            String title,
            long incidents,
            Map<String, Long> counts,
            String address) {}

    /** Incidents that happened, or may have happened, at any time between two days. */
    public record Band(
            String from,
            String to,
            String title,
            long incidents,
            Map<String, Long> counts,
            String address) {}

    /** How time is divided. */
    enum Unit {
        DAY(92) {
            @Override
            LocalDate start(LocalDate day) {
                return day;
            }

            @Override
            LocalDate next(LocalDate start) {
                return start.plusDays(1);
            }
        },
        WEEK(750) {
            @Override
            LocalDate start(LocalDate day) {
                return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            }

            @Override
            LocalDate next(LocalDate start) {
                return start.plusWeeks(1);
            }
        },
        MONTH(3_700) {
            @Override
            LocalDate start(LocalDate day) {
                return day.withDayOfMonth(1);
            }

            @Override
            LocalDate next(LocalDate start) {
                return start.plusMonths(1);
            }
        },
        YEAR(45_000) {
            @Override
            LocalDate start(LocalDate day) {
                return day.withDayOfYear(1);
            }

            @Override
            LocalDate next(LocalDate start) {
                return start.plusYears(1);
            }
        },
        DECADE(Long.MAX_VALUE) {
            @Override
            LocalDate start(LocalDate day) {
                return day.withDayOfYear(1).withYear(Math.floorDiv(day.getYear(), 10) * 10);
            }

            @Override
            LocalDate next(LocalDate start) {
                return start.plusYears(10);
            }
        };

        private final long days;

        Unit(long days) {
            this.days = days;
        }

        abstract LocalDate start(LocalDate day);

        abstract LocalDate next(LocalDate start);

        static Unit of(LocalDate first, LocalDate last) {
            long range = ChronoUnit.DAYS.between(first, last) + 1;
            for (Unit unit : values()) {
                if (range <= unit.days) {
                    return unit;
                }
            }
            return DECADE;
        }

        String title(LocalDate start) {
            return switch (this) {
                case DAY -> start.toString();
                case WEEK -> start + " – " + start.plusDays(6);
                case MONTH -> start.toString().substring(0, 7);
                case YEAR -> String.valueOf(start.getYear());
                case DECADE -> start.getYear() + "s";
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Span(LocalDate first, LocalDate last, String type, long incidents) {
        static @Nullable Span of(Charts.Period period) {
            if (period.firstDay() == null || period.lastDay() == null) {
                return null;
            }
            try {
                LocalDate first = LocalDate.parse(period.firstDay());
                LocalDate last = LocalDate.parse(period.lastDay());
                return new Span(
                        first,
                        last.isBefore(first) ? first : last,
                        period.type(),
                        period.incidents());
            } catch (DateTimeParseException noDay) {
                return null;
            }
        }
    }

    /**
     * @param given the parameters of an address
     * @throws IllegalArgumentException if one of them makes no sense
     */
    public static TimelineView of(Ledger ledger, Map<String, List<String>> given) {
        IncidentFilter filter = IncidentFilter.of(given);
        List<Span> spans = new ArrayList<>();
        long total = 0;
        long undated = 0;
        for (Charts.Period period : ledger.charts().periods(filter.query())) {
            total += period.incidents();
            Span span = Span.of(period);
            if (span == null) {
                undated += period.incidents();
            } else {
                spans.add(span);
            }
        }
        if (spans.isEmpty()) {
            return new TimelineView(filter, total, undated, null, null, null, List.of(), List.of());
        }
        LocalDate first = edge(filter.from(), spans, true);
        LocalDate last = edge(filter.to(), spans, false);
        Unit unit = Unit.of(first, last);
        Map<LocalDate, Map<String, Long>> bins = new TreeMap<>();
        Map<List<LocalDate>, Map<String, Long>> bands = new LinkedHashMap<>();
        for (Span span : spans) {
            LocalDate from = span.first().isBefore(first) ? first : span.first();
            boolean within =
                    span.last().isBefore(unit.next(unit.start(span.first())))
                            || ChronoUnit.DAYS.between(span.first(), span.last()) < SHORT;
            Map<String, Long> counts =
                    within
                            ? bins.computeIfAbsent(unit.start(from), b -> new LinkedHashMap<>())
                            : bands.computeIfAbsent(
                                    List.of(span.first(), span.last()), b -> new LinkedHashMap<>());
            counts.merge(Kinds.of(span.type()).name(), span.incidents(), Long::sum);
        }
        return new TimelineView(
                filter,
                total,
                undated,
                unit.word(),
                unit.start(first).toString(),
                unit.next(unit.start(last)).minusDays(1).toString(),
                bins.entrySet().stream()
                        .map(bin -> bin(bin.getKey(), bin.getValue(), unit, filter))
                        .toList(),
                bands.entrySet().stream()
                        .map(band -> band(band.getKey(), band.getValue(), filter))
                        .sorted(
                                Comparator.comparing(Band::from)
                                        .thenComparing(Band::to, Comparator.reverseOrder()))
                        .toList());
    }

    /**
     * Where the drawing begins or ends: at what was asked for, but not far from where there is
     * something.
     */
    private static LocalDate edge(@Nullable String asked, List<Span> spans, boolean first) {
        LocalDate found =
                first
                        ? spans.stream()
                                .map(Span::first)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()
                        : spans.stream()
                                .map(Span::last)
                                .max(Comparator.naturalOrder())
                                .orElseThrow();
        if (asked == null) {
            return found;
        }
        try {
            LocalDate day = LocalDate.parse(asked);
            return first == day.isBefore(found) ? found : day;
        } catch (DateTimeParseException noDay) { // the 31st of a short month
            return found;
        }
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Bin bin(
            LocalDate start, Map<String, Long> counts, Unit unit, IncidentFilter filter) {
        String from = start.toString();
        String to = unit.next(start).minusDays(1).toString();
        return new Bin(from, to, unit.title(start), sum(counts), counts, list(filter, from, to));
    }

    private static Band band(
            List<LocalDate> days, Map<String, Long> counts, IncidentFilter filter) {
        String from = days.get(0).toString();
        String to = days.get(1).toString();
        return new Band(
                from, to, Phrases.between(from, to), sum(counts), counts, list(filter, from, to));
    }

    private static String list(IncidentFilter filter, String from, String to) {
        return filter.during(from, to).sorted(IncidentFilter.Sort.OLDEST).list();
    }

    /** The units with the most incidents, in order, as many as a table can have. */
    public List<Bin> binRows() {
        if (bins.size() <= MOST_ROWS) {
            return bins;
        }
        return bins.stream()
                .sorted(Comparator.comparingLong(Bin::incidents).reversed())
                .limit(MOST_ROWS)
                .sorted(Comparator.comparing(Bin::from))
                .toList();
    }

    /** The bands with the most incidents, in order, as many as a table can have. */
    public List<Band> bandRows() {
        if (bands.size() <= MOST_ROWS) {
            return bands;
        }
        return bands.stream()
                .sorted(Comparator.comparingLong(Band::incidents).reversed())
                .limit(MOST_ROWS)
                .sorted(Comparator.comparing(Band::from))
                .toList();
    }

    /** The drawing; null where there is nothing to draw. */
    public @Nullable TimelineDrawing drawing() {
        return from == null || to == null ? null : TimelineDrawing.of(this, from, to);
    }

    /** "assault 3, help and retreat 1". */
    public static String words(Map<String, Long> counts) {
        return Kinds.words(counts);
    }
}
