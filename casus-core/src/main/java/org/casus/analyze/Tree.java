package org.casus.analyze;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Token;

/** A sentence's tree while it is being mended. */
final class Tree {
    private final List<Token> tokens;

    Tree(List<Token> tokens) {
        this.tokens = new ArrayList<>(tokens);
    }

    List<Token> tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    Token token(int i) {
        return tokens.get(i);
    }

    /** The first dependent with one of these labels, or -1. */
    int child(int i, String... labels) {
        for (Token t : tokens) {
            if (t.head() == i && t.labelled(labels)) {
                return t.index();
            }
        }
        return -1;
    }

    /** The leftmost token that hangs, at any depth, on this one. */
    int first(int i) {
        int first = i;
        for (int j = 0; j < i; j++) {
            if (isUnder(j, i)) {
                first = j;
                break;
            }
        }
        return first;
    }

    /** The rightmost token that hangs, at any depth, on this one. */
    int last(int i) {
        for (int j = size() - 1; j > i; j--) {
            if (isUnder(j, i)) {
                return j;
            }
        }
        return i;
    }

    boolean isUnder(int i, int ancestor) {
        for (int at = i, steps = 0; at >= 0 && steps <= size(); steps++) {
            if (at == ancestor) {
                return true;
            }
            at = token(at).head();
        }
        return false;
    }

    void hang(int i, int head, String label) {
        change(i, head, label, token(i).pos());
    }

    void change(int i, int head, String label, String pos) {
        Token t = token(i);
        tokens.set(i, new Token(i, t.span(), t.form(), t.lemma(), pos, t.name(), head, label));
    }

    /** A verb that wants a subject: finite, or with an auxiliary that is. */
    boolean isFinite(int i) {
        Token t = token(i);
        return switch (t.pos()) {
            case "VBD", "VBZ", "VBP" -> true;
            case "VBN", "VBG", "VB" -> {
                int aux = child(i, "aux", "auxpass");
                yield aux >= 0 && !token(aux).is("to") && !token(aux).pos().equals("VBG");
            }
            default -> false;
        };
    }

    boolean hasSubject(int i) {
        return child(i, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl") >= 0;
    }

    /** The label of a verb's subject. */
    String subjectLabel(int verb) {
        return child(verb, "auxpass") >= 0 ? "nsubjpass" : "nsubj";
    }

    /** Whether only a verb's own auxiliaries and adverbs stand between a word and the verb. */
    boolean isRightBefore(int i, int verb) {
        for (int j = i + 1; j < verb; j++) {
            if (token(j).head() != verb || !token(j).labelled("aux", "auxpass", "advmod", "neg")) {
                return false;
            }
        }
        return i < verb;
    }
}
