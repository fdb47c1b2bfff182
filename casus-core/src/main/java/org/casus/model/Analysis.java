package org.casus.model;

import java.util.List;

/**
 * A report as the analyzer sees it.
 *
 * @param sentences in order, disjoint, indexed from 0
 * @param warnings what could not be analyzed, in words
 */
public record Analysis(Report report, List<Sentence> sentences, List<String> warnings) {
    public Analysis {
        sentences = List.copyOf(sentences);
        warnings = List.copyOf(warnings);
    }

    public String text() {
        return report.text();
    }

    public Sentence sentence(Position at) {
        return sentences.get(at.sentence());
    }

    public Token token(Position at) {
        return sentence(at).token(at.token());
    }
}
