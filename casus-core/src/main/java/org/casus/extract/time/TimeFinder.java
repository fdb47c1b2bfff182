package org.casus.extract.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.casus.extract.time.Expression.Clock;
import org.casus.extract.time.Expression.DayPart;
import org.casus.extract.time.Expression.Pair;
import org.casus.model.Analysis;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Position;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Time;
import org.casus.model.Time.Granularity;
import org.casus.rule.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time expressions of a report and says what they stand for. Knows no clock but the
 * report's own: the same report gives the same times on any day, in any zone.
 */
public final class TimeFinder {
    /** How many words may stand between an hour and its day: "4:10 a.m. Kabul time on 9 June". */
    private static final int HOUR_TO_DAY = 4;

    /** In minutes. */
    private static final int HALF_DAY = 12 * 60;

    /** How many words may stand before a time that opens its sentence. */
    private static final int OPENING = 3;

    private final Words words;
    private final Grammar grammar;

    private TimeFinder(Words words, Grammar grammar) {
        this.words = words;
        this.grammar = grammar;
    }

    /**
     * Reads the tables under {@code org/casus/en/time}.
     *
     * @throws IllegalStateException naming every fault in them
     */
    public static TimeFinder load() {
        Problems problems = new Problems();
        TimeFinder finder = new TimeFinder(Words.load(problems), Grammar.load(problems));
        problems.throwIfAny();
        return finder;
    }

    /** The times of a report in order of the text, each mention with its own value. */
    public Mentions<Time> find(Analysis analysis) {
        String text = analysis.text();
        List<Parsed> parsed = new ArrayList<>();
        for (Sentence s : analysis.sentences()) {
            if (s.size() > 0) {
                int end = Math.min(text.length(), s.span().end());
                List<Lexeme> lexemes = Lexer.read(text, Math.min(end, s.span().start()), end);
                Chart chart = words.read(lexemes, s.upper());
                parsed.add(new Parsed(s, chart, grammar.parse(chart)));
            }
        }
        Anchors anchors = Bearings.of(analysis, parsed);
        List<Mention<Time>> found = new ArrayList<>();
        for (Parsed p : parsed) {
            read(p, anchors, found);
        }
        return new Mentions<>(found);
    }

    // ---- one sentence

    private static void read(Parsed p, Anchors anchors, List<Mention<Time>> found) {
        for (int i = 0; i < p.edges().size(); i++) {
            Edge edge = p.edges().get(i);
            Edge next = i + 1 < p.edges().size() ? p.edges().get(i + 1) : null;
            Edge before = i > 0 ? p.edges().get(i - 1) : null;
            Expression x = elsewhere((Expression) edge.value(), edge, before);
            x = attach(x, edge, next, p.chart());
            if (x instanceof Pair pair) {
                pair(pair, edge, p, anchors, found);
            } else {
                add(x, edge, p, anchors, found);
            }
        }
    }

    /**
     * An hour of another zone beside an hour of the place may fall on the day before or after:
     * "2330 [0530 GMT]".
     */
    private static Expression elsewhere(Expression x, Edge edge, @Nullable Edge before) {
        if (before == null
                || edge.from() - before.to() > 2
                || !(x instanceof Clock there)
                || !(before.value() instanceof Clock here)
                || there.zone().isEmpty()
                || there.of() != null
                || !here.zone().isEmpty()) {
            return x;
        }
        int ahead = there.minute() - here.minute();
        int days = ahead < -HALF_DAY ? 1 : ahead > HALF_DAY ? -1 : 0;
        Expression day = new Expression.Counted("D", days, Expression.Base.THEN);
        return new Clock(day, there.minute(), there.exact(), there.zone());
    }

    /** An hour or part of the day takes the day that follows it: "at 3 a.m. on Monday". */
    private static Expression attach(Expression x, Edge edge, @Nullable Edge next, Chart chart) {
        if (next == null || !next.kind().equals("DAYX") || next.from() - edge.to() > HOUR_TO_DAY) {
            return x;
        }
        for (int i = edge.to(); i < next.from(); i++) {
            if (chart.lexeme(i).kind() == Lexeme.Kind.MARK && !chart.lexeme(i).is(",")
                    || chart.lexeme(i).is("and")) {
                return x;
            }
        }
        return on((Expression) next.value(), x);
    }

    private static Expression on(Expression day, Expression x) {
        if (x instanceof Expression.Bound b) {
            Expression of = on(day, b.of());
            return of == b.of() ? x : new Expression.Bound(of, b.modifier());
        }
        if (x instanceof Clock c && c.of() == null) {
            return new Clock(day, c.minute(), c.exact(), c.zone());
        }
        if (x instanceof DayPart part && part.of() == null && part.base() == Expression.Base.HERE) {
            return new DayPart(day, part.code(), part.base(), part.offset());
        }
        return x;
    }

    private static @Nullable Time add(
            Expression x, Edge edge, Parsed p, Anchors anchors, List<Mention<Time>> found) {
        Place place = place(edge, p);
        if (place == null) {
            return null;
        }
        int direction = direction(x, Tense.of(p.sentence(), place.head));
        Resolver resolver = new Resolver(anchors, p.sentence().index(), direction);
        Reader.Reading reading = Reader.read(x, place.span, resolver, anchors.published());
        Period period = reading.period();
        if (period != null
                && !looksBack(x)
                && (leads(edge, p.chart()) || !anchors.isFarFrom(period))) {
            anchors.speakOf(period, p.sentence().index());
        }
        Time time = soon(x, reading.time(), anchors.recentDay(p.sentence().index()));
        found.add(place.mention(time, p.sentence().index()));
        return time;
    }

    /** "Hours later", "minutes earlier": on the day that was just spoken of, as a rule. */
    private static Time soon(Expression x, Time time, @Nullable LocalDate day) {
        if (day == null
                || day.getYear() < 1
                || time.start() != null
                || !(x instanceof Expression.Shift s)
                || !s.by().unit().startsWith("T")) {
            return time;
        }
        String iso = day.toString();
        return new Time(
                time.span(),
                iso,
                iso,
                Granularity.DAY,
                Time.Modifier.ABOUT,
                time.type(),
                time.value());
    }

    /** A bound tells the direction where the verb does not: since looks back, until looks ahead. */
    private static int direction(Expression x, int tense) {
        Time.Modifier modifier = x instanceof Expression.Bound b ? b.modifier() : null;
        if (modifier == Time.Modifier.SINCE) {
            return -1;
        }
        boolean ahead = modifier == Time.Modifier.UNTIL || modifier == Time.Modifier.BEFORE;
        return tense == 0 && ahead ? 1 : tense;
    }

    /** Whether an expression opens its sentence: "In 1964 …", "(1911-1914)" in a heading. */
    private static boolean leads(Edge edge, Chart chart) {
        int end = edge.to();
        while (end < chart.size() && chart.lexeme(end).kind() == Lexeme.Kind.MARK) {
            end++;
        }
        return edge.from() <= OPENING
                || end == chart.size()
                || chart.lexeme(end).kind() == Lexeme.Kind.BREAK;
    }

    /**
     * Whether the text only glances at a time ("three years earlier", "until 1922") and does not go
     * on from there.
     */
    private static boolean looksBack(Expression x) {
        if (x instanceof Expression.Bound b) {
            return b.modifier() == Time.Modifier.UNTIL || looksBack(b.of());
        }
        if (x instanceof Expression.Shift s) {
            return s.sign() < 0 && s.from() == null;
        }
        return x instanceof Expression.Counted c && c.offset() < 0 && c.unit().equals("Y");
    }

    /**
     * Two times in one. What lies between them is the first mention's stretch; its value is that of
     * the first words, since TIMEX3 has no value for both. Months that follow on each other are one
     * expression, days and years are two, as annotators have it.
     */
    private static void pair(
            Pair pair, Edge edge, Parsed p, Anchors anchors, List<Mention<Time>> found) {
        int before = found.size();
        Time first = add(firstOf(pair, edge, p, anchors), pair.edges().get(0), p, anchors, found);
        Period from = anchors.focus();
        Time second = add(pair.second(), pair.edges().get(1), p, anchors, found);
        if (from != null && from.granularity() == Granularity.YEAR) {
            anchors.speakOf(from, p.sentence().index());
        }
        Place whole = place(edge, p);
        if (!pair.joined() || first == null || second == null || whole == null) {
            return;
        }
        if (!inOrder(first.start(), second.end())) {
            return;
        }
        Granularity grain = first.granularity();
        boolean one = grain == Granularity.MONTH || grain == Granularity.SEASON;
        String end = second.end();
        Time all =
                new Time(whole.span, first.start(), end, grain, null, first.type(), first.value());
        found.set(before, whole.mention(all, p.sentence().index()));
        if (one) {
            found.remove(before + 1);
        }
    }

    private static boolean inOrder(@Nullable String start, @Nullable String end) {
        return start == null || end == null || start.compareTo(end) <= 0;
    }

    /** "From Monday to Thursday", of the past: the Monday before that Thursday. */
    private static Expression firstOf(Pair pair, Edge edge, Parsed p, Anchors anchors) {
        Place place = place(edge, p);
        boolean days =
                pair.first() instanceof Expression.Weekday
                        && pair.second() instanceof Expression.Weekday;
        if (!days || place == null) {
            return pair.first();
        }
        int tense = Tense.of(p.sentence(), place.head);
        Resolver resolver = new Resolver(anchors, p.sentence().index(), tense);
        Period first = resolver.resolve(pair.first());
        Period second = resolver.resolve(pair.second());
        return tense < 0
                        && first != null
                        && second != null
                        && second.first().isBefore(first.first())
                ? new Expression.Fixed(Period.day(first.first().minusWeeks(1)))
                : pair.first();
    }

    // ---- from lexemes to tokens

    private record Place(int first, int last, int head, Span span) {
        Mention<Time> mention(Time time, int sentence) {
            return new Mention<>(new Position(sentence, head), first, last, span, time);
        }
    }

    private static @Nullable Place place(Edge edge, Parsed p) {
        Span span =
                new Span(
                        p.chart().lexeme(edge.from()).start(),
                        p.chart().lexeme(edge.to() - 1).end());
        int first = -1;
        int last = -1;
        for (int i = 0; i < p.sentence().size(); i++) {
            if (p.sentence().token(i).span().overlaps(span)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first < 0 ? null : new Place(first, last, head(p.sentence(), first, last), span);
    }

    /** The token that the others hang on: the first whose own head lies outside. */
    private static int head(Sentence s, int first, int last) {
        for (int i = first; i <= last; i++) {
            int head = s.token(i).head();
            if ((head < first || head > last) && !s.token(i).pos().matches("\\W+")) {
                return i;
            }
        }
        return last;
    }
}
