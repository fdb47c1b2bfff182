package org.casus.extract.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.casus.extract.time.Expression.DayOfMonth;
import org.casus.extract.time.Expression.Fixed;
import org.casus.extract.time.Expression.Pair;
import org.casus.extract.time.Expression.Recurring;
import org.casus.extract.time.Expression.Way;
import org.jspecify.annotations.Nullable;

/** Two times in one: 6-7 January, May 4 and 5, March to May 2016, 1915-17. */
final class PairMeanings {
    private PairMeanings() {}

    static void addTo(Map<String, Meaning> all) {
        all.put("days", (m, a) -> days(m));
        all.put("years", (m, a) -> years(m));
        all.put("years-bc", (m, a) -> yearsBeforeChrist(m));
        all.put("pair", (m, a) -> months(m));
        all.put("range", (m, a) -> range(m));
    }

    private static @Nullable Pair pair(
            Match m, @Nullable Expression first, @Nullable Expression second, Edge a, Edge b) {
        if (first == null || second == null) {
            return null;
        }
        boolean listed = m.says("and", "or", "/");
        boolean joined = !listed || m.chart().text(m.from() - 1).equals("between");
        return new Pair(first, second, List.of(a, b), joined);
    }

    private static @Nullable Object days(Match m) {
        Edge month = m.edge(0, "MONTH");
        List<Edge> days = m.all("DAY");
        if (month == null || days.size() < 2) {
            return null;
        }
        Edge a = days.get(0);
        Edge b = days.get(1);
        Fixed year = DateMeanings.year(m);
        Expression first = DateMeanings.day(m.need("MONTH"), (Integer) a.value(), year, Way.BARE);
        Expression second = DateMeanings.day(m.need("MONTH"), (Integer) b.value(), year, Way.BARE);
        int from = month.from() < a.from() ? m.from() : a.from();
        return pair(m, first, second, place(from, a.to()), place(b.from(), m.to()));
    }

    private static Edge place(int from, int to) {
        return new Edge("", from, to, "");
    }

    private static @Nullable Object years(Match m) {
        List<Edge> years = m.all("YEAR", "FREEYEAR", "YY");
        int first = (Integer) years.get(0).value();
        int second = (Integer) years.get(1).value();
        if (years.get(1).kind().equals("YY")) {
            second += first / 100 * 100;
        }
        return second <= first
                ? null
                : pair(
                        m,
                        DateMeanings.year(first),
                        DateMeanings.year(second),
                        years.get(0),
                        years.get(1));
    }

    private static @Nullable Object yearsBeforeChrist(Match m) {
        List<Edge> years = m.all("NUM", "YEAR");
        Edge a = years.get(0);
        Edge b = years.get(1);
        int first = 1 - (Integer) a.value();
        int second = 1 - (Integer) b.value();
        return second <= first
                ? null
                : pair(
                        m,
                        DateMeanings.year(first),
                        DateMeanings.year(second),
                        a,
                        place(b.from(), m.to()));
    }

    /** Months or seasons that share a year; over its turn, the first belongs to the year before. */
    private static @Nullable Object months(Match m) {
        List<Edge> parts = m.all("MONTH", "SEASON");
        Edge a = parts.get(0);
        Edge b = parts.get(1);
        Fixed year = DateMeanings.year(m);
        Cycle first = cycle(a);
        Cycle second = cycle(b);
        boolean turns = first.month() > second.month() && !m.says("and", "or");
        Fixed before =
                turns && year != null
                        ? DateMeanings.year(year.period().first().getYear() - 1)
                        : year;
        int from = m.says("early", "late") ? b.from() - 1 : b.from();
        return pair(
                m,
                DateMeanings.recurring(first, before, Way.BARE),
                DateMeanings.recurring(second, year, Way.BARE),
                a,
                place(from, m.to()));
    }

    private static Cycle cycle(Edge e) {
        return e.value() instanceof Integer month
                ? new Cycle.Month(month)
                : new Cycle.Season(e.value().toString());
    }

    /** Two whole expressions of one kind; the one that names no year takes the other's. */
    private static @Nullable Object range(Match m) {
        Edge a = m.expression(0);
        Edge b = m.expression(1);
        if (a == null || b == null || !a.kind().equals(b.kind())) {
            return null;
        }
        Expression first = (Expression) a.value();
        Expression second = (Expression) b.value();
        if (first instanceof Pair || second instanceof Pair || first instanceof DayOfMonth) {
            return null;
        }
        if (first instanceof Recurring r && r.year() == null && second instanceof Fixed f) {
            first = beside(r.cycle(), f.period(), f.period().last(), -1);
        } else if (second instanceof Recurring r && r.year() == null && first instanceof Fixed f) {
            second = beside(r.cycle(), f.period(), f.period().first(), 1);
        }
        return pair(m, first, second, a, b);
    }

    /** A cycle in the other end's year, or in the one before or after so as not to overtake it. */
    private static @Nullable Fixed beside(Cycle cycle, Period other, LocalDate limit, int step) {
        int year = other.first().getYear();
        Period p = cycle.in(year);
        boolean past =
                p != null && (step < 0 ? p.first().isAfter(limit) : p.last().isBefore(limit));
        p = past ? cycle.in(year + step) : p;
        return p == null ? null : new Fixed(p);
    }
}
