package org.casus.extract.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.casus.extract.time.Expression.DayPart;
import org.casus.extract.time.Expression.Fixed;
import org.casus.extract.time.Expression.Pair;
import org.casus.model.Analysis;
import org.casus.model.Time.Granularity;
import org.jspecify.annotations.Nullable;

/** What a report's times count from, as the whole of its text shows. */
final class Bearings {
    /** A text is a history when it names at least so many years … */
    private static final int MANY_YEARS = 6;

    /** … at least this share of them not that of its publication, and it is not news. */
    private static final double MOSTLY = 0.7;

    /** News says "today" and "Friday" at least once to so many years that it names. */
    private static final int YEARS_TO_TODAYS = 2;

    /** How far into a report a dateline may begin, in characters. */
    private static final int DATELINE = 120;

    /** How many days may lie between writing and publication. */
    private static final int MORROW = 2;

    private Bearings() {}

    static Anchors of(Analysis analysis, List<Parsed> parsed) {
        LocalDate published = Anchors.day(analysis.report().published());
        LocalDate written = dateline(parsed, published);
        if (published == null || written != null && isJustBefore(written, published)) {
            published = written;
        }
        List<Integer> years = new ArrayList<>();
        int deictic = 0;
        for (Parsed p : parsed) {
            for (Edge e : p.edges()) {
                Integer year = year(e);
                if (year != null) {
                    years.add(year);
                }
                deictic += isDeictic((Expression) e.value()) ? 1 : 0;
            }
        }
        boolean news = deictic > 0 && years.size() <= YEARS_TO_TODAYS * deictic;
        return new Anchors(
                published, !news && isHistory(years, published), ownYear(years, news), news);
    }

    private static boolean isHistory(List<Integer> years, @Nullable LocalDate published) {
        long far =
                years.stream().filter(y -> published != null && y != published.getYear()).count();
        return years.size() >= MANY_YEARS && far >= MOSTLY * years.size();
    }

    /**
     * The year of bare dates where nothing nearer tells: of a story its first, of news the latest,
     * if the text names it more than once.
     */
    private static @Nullable Integer ownYear(List<Integer> years, boolean news) {
        if (years.isEmpty()) {
            return null;
        }
        Integer latest = Collections.max(years);
        if (news) {
            return Collections.frequency(years, latest) > 1 ? latest : null;
        }
        return years.get(0);
    }

    private static boolean isDeictic(Expression x) {
        return x instanceof Expression.Weekday
                || x instanceof Expression.Counted c && c.base() == Expression.Base.NOW
                || x instanceof DayPart d && d.of() == null && d.base() == Expression.Base.NOW;
    }

    private static @Nullable Integer year(Edge e) {
        Expression x = e.value() instanceof Pair pair ? pair.second() : (Expression) e.value();
        x = x instanceof Expression.Part p ? p.of() : x instanceof Expression.Bound b ? b.of() : x;
        return x instanceof Fixed f && f.period().granularity() != Granularity.DECADE
                ? Integer.valueOf(f.period().first().getYear())
                : null;
    }

    /** What was written in the evening is published on the morrow, and counts from its own day. */
    private static boolean isJustBefore(LocalDate written, LocalDate published) {
        return !written.isAfter(published) && !written.isBefore(published.minusDays(MORROW));
    }

    /**
     * The day in a dateline ("LIMA, 10 JAN 90 (EFE) --"): a date near the beginning, before a mark.
     * Without a year it is that of the publication, if that is known.
     */
    private static @Nullable LocalDate dateline(
            List<Parsed> parsed, @Nullable LocalDate published) {
        for (Parsed p : parsed) {
            for (Edge e : p.edges()) {
                if (p.chart().lexeme(e.from()).start() > DATELINE) {
                    return null;
                }
                Period period = whole((Expression) e.value(), published);
                String next = p.chart().text(e.to());
                boolean marked = next.isEmpty() || "()-[:".contains(next) || next.equals("\n");
                if (period != null && period.granularity() == Granularity.DAY && marked) {
                    return period.first();
                }
            }
        }
        return null;
    }

    private static @Nullable Period whole(Expression x, @Nullable LocalDate published) {
        if (x instanceof Fixed f) {
            return f.period();
        }
        if (published == null || !(x instanceof Expression.Recurring r) || r.year() != null) {
            return null;
        }
        Period same = r.cycle().in(published.getYear());
        return same != null && same.first().isAfter(published)
                ? r.cycle().in(published.getYear() - 1)
                : same;
    }
}
