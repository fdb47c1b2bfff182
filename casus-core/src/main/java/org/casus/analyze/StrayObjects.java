package org.casus.analyze;

import java.util.List;
import org.casus.model.Token;

/**
 * Mends objects that parsers hang on the subject: "let free nine editors", with "free" taken for
 * what the editors are like, "let the nurses go", with the nurses as what goes alone, and "customs
 * returned a mask", with the mask in apposition to customs.
 */
final class StrayObjects {
    private StrayObjects() {}

    static List<Token> mend(List<Token> tokens) {
        Tree tree = new Tree(tokens);
        for (int verb = 0; verb + 2 < tree.size(); verb++) {
            if (tree.token(verb).is("let", "set") && tree.token(verb + 1).is("free", "loose")) {
                letFree(tree, verb);
            } else if (tree.token(verb).is("let")) {
                letGo(tree, verb);
            }
        }
        for (Token t : tree.tokens()) {
            int subject = t.head();
            int verb = subject < 0 ? -1 : tree.token(subject).head();
            boolean beyond = subject < verb && verb < t.index();
            if (beyond
                    && t.labelled("appos")
                    && tree.token(subject).labelled("nsubj")
                    && tree.token(verb).isVerb()
                    && tree.child(verb, "dobj", "ccomp", "xcomp") < 0) {
                tree.hang(t.index(), verb, "dobj");
            }
        }
        return tree.tokens();
    }

    /** "Let the nurses go": whoever goes is let. */
    private static void letGo(Tree tree, int verb) {
        int go = tree.child(verb, "ccomp");
        int who = go < 0 || !tree.token(go).is("go") ? -1 : tree.child(go, "nsubj");
        if (who > verb && tree.child(verb, "dobj") < 0) {
            tree.hang(who, verb, "dobj");
            tree.hang(go, verb, "xcomp");
        }
    }

    private static void letFree(Tree tree, int verb) {
        int free = verb + 1;
        int noun = free;
        while (tree.token(noun).head() > noun) {
            noun = tree.token(noun).head();
        }
        if (noun > free && tree.token(noun).isNoun()) {
            tree.hang(noun, verb, "dobj");
            tree.hang(free, verb, "oprd");
        }
    }
}
