package org.casus.model;

/**
 * A word of a sentence with what the parser says of it.
 *
 * @param index position in its sentence, from 0
 * @param span its letters in the report's text
 * @param form the form that the parser saw: the text, or its true-cased spelling in text all in
 *     capitals
 * @param lemma dictionary form in lower case; numbers keep their form
 * @param pos Penn Treebank part of speech
 * @param name OntoNotes entity tag with BILOU prefix ({@code B-ORG}), or {@code O}
 * @param head index of the governing token, -1 for the root
 * @param label ClearNLP dependency label to the head; {@code root} where there is none, whatever
 *     was given
 */
public record Token(
        int index,
        Span span,
        String form,
        String lemma,
        String pos,
        String name,
        int head,
        String label) {
    public Token {
        if (head < 0) {
            label = "root";
        }
    }

    public boolean isVerb() {
        return pos.startsWith("VB");
    }

    public boolean isNoun() {
        return pos.startsWith("NN");
    }

    public boolean isProper() {
        return pos.startsWith("NNP");
    }

    public boolean isPronoun() {
        return pos.startsWith("PRP");
    }

    /** "himself", "themselves". */
    public boolean isReflexive() {
        return isPronoun() && (form.endsWith("self") || form.endsWith("selves"));
    }

    public boolean is(String... lemmas) {
        for (String one : lemmas) {
            if (one.equals(lemma)) {
                return true;
            }
        }
        return false;
    }

    public boolean labelled(String... labels) {
        for (String one : labels) {
            if (one.equals(label)) {
                return true;
            }
        }
        return false;
    }

    /** The entity type without its prefix ({@code ORG}), or the empty string. */
    public String entity() {
        return name.length() > 2 ? name.substring(2) : "";
    }
}
