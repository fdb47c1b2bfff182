package org.casus.extract.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/** The rules of {@code rules.table}, run over a sentence stage by stage. */
final class Grammar {
    private static final Set<String> ANSWERS =
            Set.of(
                    "SPAN", "YEARX", "DAYX", "DATE", "PARTX", "CLOCKX", "REFX", "SETX", "RANGE",
                    "BOUND", "BESIDE", "BLOCK");

    /** Classes of everyday words, which tell of time only beside others. */
    private static final Set<String> WEAK =
            Set.of(
                    "ONE",
                    "TEEN",
                    "TENS",
                    "NTH",
                    "VAGUE",
                    "FILL",
                    "LOOSE",
                    "AMOUNT",
                    "STOP",
                    "COUNTED",
                    "NUMBERED",
                    "YEARCUE",
                    "NUM",
                    "DAY",
                    "YY",
                    "COUNT",
                    "SECOND",
                    "YEAR");

    /** How many words a rule can begin before the first that tells of time. */
    private static final int REACH = 9;

    private static final Comparator<Rule> BY_ROW = Comparator.comparingInt(Rule::number);

    private record Rule(
            int number, Pattern pattern, String makes, Meaning meaning, List<String> arguments) {}

    private final List<Map<String, List<Rule>>> stages = new ArrayList<>();
    private int count;

    private Grammar() {}

    static Grammar load(Problems problems) {
        Grammar grammar = new Grammar();
        Table.read("time/rules.table", problems, grammar::add);
        return grammar;
    }

    private void add(Table.Row row) {
        try {
            int stage = Integer.parseInt(row.get("stage"));
            List<String> means = List.of(row.get("means").split(" "));
            Meaning meaning = Meaning.named(means.get(0));
            Pattern pattern = Pattern.of(row.get("pattern"));
            Rule rule = new Rule(count++, pattern, row.get("makes"), meaning, means);
            while (stages.size() <= stage) {
                stages.add(new HashMap<>());
            }
            for (String beginning : pattern.beginnings()) {
                stages.get(stage).computeIfAbsent(beginning, k -> new ArrayList<>(4)).add(rule);
            }
        } catch (IllegalArgumentException e) {
            row.problem(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /**
     * The expressions of a sentence: of all readings, from the left, the longest, and of these the
     * last made; none overlap.
     */
    List<Edge> parse(Chart chart) {
        boolean[] near = near(chart);
        for (Map<String, List<Rule>> stage : stages) {
            run(stage, chart, near);
        }
        List<Edge> chosen = new ArrayList<>();
        for (int i = 0; i < chart.size(); ) {
            Edge best = null;
            for (Edge e : chart.at(i)) {
                if (ANSWERS.contains(e.kind()) && (best == null || e.to() >= best.to())) {
                    best = e;
                }
            }
            if (best != null && !(best.value() instanceof Expression.Nothing)) {
                chosen.add(best);
            }
            i = best == null ? i + 1 : best.to();
        }
        return chosen;
    }

    /**
     * The places from which a word that tells of time is in reach: nowhere else can a rule begin.
     */
    private static boolean[] near(Chart chart) {
        boolean[] near = new boolean[chart.size()];
        int ahead = REACH;
        for (int i = chart.size() - 1; i >= 0; i--) {
            ahead++;
            for (Edge e : chart.at(i)) {
                ahead = WEAK.contains(e.kind()) ? ahead : 0;
            }
            near[i] = ahead <= REACH;
        }
        return near;
    }

    private static void run(Map<String, List<Rule>> stage, Chart chart, boolean[] near) {
        List<Edge> made = new ArrayList<>();
        List<Rule> tried = new ArrayList<>();
        for (int i = 0; i < chart.size(); i++) {
            if (!near[i]) {
                continue;
            }
            tried.addAll(stage.getOrDefault(chart.text(i), List.of()));
            for (Edge e : chart.at(i)) {
                tried.addAll(stage.getOrDefault(e.kind(), List.of()));
            }
            if (tried.size() > 1) {
                tried.sort(BY_ROW);
            }
            Rule before = null;
            for (Rule rule : tried) {
                if (rule != before) {
                    make(rule, chart, i, made);
                }
                before = rule;
            }
            tried.clear();
        }
        made.forEach(chart::add);
    }

    private static void make(Rule rule, Chart chart, int i, List<Edge> made) {
        Match match = rule.pattern.match(chart, i);
        if (match != null) {
            Object value = rule.meaning.read(match, rule.arguments);
            if (value != null) {
                made.add(new Edge(rule.makes, match.from(), match.to(), value));
            }
        }
    }
}
