package org.casus.analyze;

import java.util.List;
import org.casus.model.Token;

/**
 * Mends "let free nine editors", where parsers take "free" for what the editors are like and leave
 * the verb without its object.
 */
final class LetFree {
    private LetFree() {}

    static List<Token> mend(List<Token> tokens) {
        Tree tree = new Tree(tokens);
        for (int verb = 0; verb + 2 < tree.size(); verb++) {
            int free = verb + 1;
            if (tree.token(verb).is("let", "set") && tree.token(free).is("free", "loose")) {
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
        return tree.tokens();
    }
}
