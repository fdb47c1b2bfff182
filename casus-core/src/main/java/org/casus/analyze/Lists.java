package org.casus.analyze;

import java.util.List;
import org.casus.model.Token;

/**
 * Mends lists of people whose first has an office: of "Ana Ruiz, rector of the University of Arvo,
 * four priests, and two cooks" parsers add the priests and the cooks to the university; of "the
 * killing of six members, including two cooks" the cooks to the killing.
 */
final class Lists {
    private Lists() {}

    static List<Token> mend(List<Token> tokens) {
        Tree tree = new Tree(tokens);
        for (int i = 0; i < tree.size(); i++) {
            Token t = tree.token(i);
            if (t.labelled("conj") && t.head() >= 0 && t.head() < i && t.isNoun()) {
                int person = bearer(tree, t.head());
                if (person >= 0 && isCounted(tree, i) && isComma(tree, tree.first(i) - 1)) {
                    tree.hang(i, person, "conj");
                }
            } else if (t.labelled("appos") && isListed(tree, i)) {
                tree.hang(i, t.head(), "conj");
            } else if (t.is("include", "including") && t.labelled("prep") && isComma(tree, i - 1)) {
                int noun = i - 2;
                boolean astray = noun > t.head() && t.head() >= 0 && tree.token(t.head()).isNoun();
                if (astray && tree.token(noun).isNoun() && tree.isUnder(noun, t.head())) {
                    tree.hang(i, noun, "prep");
                }
            }
        }
        return tree.tokens();
    }

    /**
     * "six priests, a cook and her daughter": one person is no name for six, and goes on with the
     * list.
     */
    private static boolean isListed(Tree tree, int i) {
        int head = tree.token(i).head();
        int next = tree.child(i, "conj");
        return head >= 0
                && head < i
                && isCounted(tree, head)
                && tree.token(i).pos().equals("NN")
                && tree.token(tree.first(i)).is("a", "an")
                && isComma(tree, tree.first(i) - 1)
                && next > i
                && tree.token(next).isNoun();
    }

    /** The noun to which the office at or above a named place or body stands in apposition. */
    private static int bearer(Tree tree, int name) {
        int at = tree.token(name).isProper() ? name : -1;
        while (at >= 0 && tree.token(at).labelled("pobj", "prep")) {
            at = tree.token(at).head();
        }
        boolean office = at >= 0 && at != name && tree.token(at).labelled("appos");
        return office && isComma(tree, tree.first(at) - 1) ? tree.token(at).head() : -1;
    }

    /** "four priests", "two other women". */
    private static boolean isCounted(Tree tree, int noun) {
        return tree.token(noun).pos().equals("NNS")
                && tree.token(tree.first(noun)).pos().equals("CD");
    }

    private static boolean isComma(Tree tree, int i) {
        return i > 0 && tree.token(i).form().equals(",");
    }
}
