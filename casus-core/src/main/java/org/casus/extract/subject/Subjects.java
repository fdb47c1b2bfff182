package org.casus.extract.subject;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.model.Analysis;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/**
 * Tells what a report is about from the words in it. Each word of the table that occurs counts once
 * for its subject; a report is about something else than conflict if the words for one such subject
 * are enough and outweigh those for conflict by far.
 */
public final class Subjects {
    private static final int LONGEST = 3;

    /** Two telling words: one alone may be by the way. */
    private static final int ENOUGH = 4;

    private static final int BY_FAR = 3;

    private final Map<String, Map<Subject, Integer>> words;

    private Subjects(Map<String, Map<Subject, Integer>> words) {
        this.words = words;
    }

    public static Subjects load(Problems problems) {
        Map<String, Map<Subject, Integer>> words = new HashMap<>();
        Table.read(
                "subject/subjects.table",
                problems,
                row -> {
                    Subject subject = Subject.valueOf(row.get("subject").toUpperCase(Locale.ROOT));
                    int weight = Integer.parseInt(row.get("weight"));
                    for (String word : row.list("words")) {
                        Map<Subject, Integer> of =
                                words.computeIfAbsent(word, k -> new EnumMap<>(Subject.class));
                        if (of.put(subject, weight) != null) {
                            row.problem(word + " stands twice for " + row.get("subject"));
                        }
                    }
                });
        return new Subjects(words);
    }

    /** What a report is about; a single sentence may be of any report. */
    public Subject of(Analysis analysis) {
        if (analysis.sentences().size() < 2) {
            return Subject.CONFLICT;
        }
        Map<Subject, Integer> sums = sums(analysis);
        int conflict = sums.getOrDefault(Subject.CONFLICT, 0);
        return sums.entrySet().stream()
                .filter(s -> s.getKey() != Subject.CONFLICT)
                .max(Map.Entry.comparingByValue())
                .filter(s -> s.getValue() >= ENOUGH && s.getValue() > BY_FAR * conflict)
                .map(Map.Entry::getKey)
                .orElse(Subject.CONFLICT);
    }

    private Map<Subject, Integer> sums(Analysis analysis) {
        Map<Subject, Integer> sums = new EnumMap<>(Subject.class);
        Set<String> seen = new HashSet<>();
        for (Sentence s : analysis.sentences()) {
            List<Token> tokens = s.tokens();
            for (int from = 0; from < tokens.size(); from++) {
                StringBuilder forms = new StringBuilder();
                StringBuilder lemmas = new StringBuilder();
                for (int to = from; to < Math.min(from + LONGEST, tokens.size()); to++) {
                    String gap = to == from ? "" : " ";
                    forms.append(gap).append(tokens.get(to).form().toLowerCase(Locale.ROOT));
                    lemmas.append(gap).append(tokens.get(to).lemma());
                    for (String word :
                            new HashSet<>(List.of(forms.toString(), lemmas.toString()))) {
                        Map<Subject, Integer> of = words.get(word);
                        if (of != null && seen.add(word)) {
                            of.forEach(
                                    (subject, weight) -> sums.merge(subject, weight, Integer::sum));
                        }
                    }
                }
            }
        }
        return sums;
    }
}
