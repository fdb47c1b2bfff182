package org.casus.analyze;

import java.util.List;
import org.casus.model.Token;

/**
 * Mends what parsers often get wrong where one clause ends and the next begins: "stormed the
 * compound and guards fired", "on Friday, and jets bombed", "the man, wanted since May, fled", "it
 * was in Nice that".
 */
final class SecondClauses {
    private SecondClauses() {}

    static List<Token> mend(List<Token> tokens) {
        Tree tree = new Tree(tokens);
        for (int verb = 2; verb < tree.size(); verb++) {
            Token t = tree.token(verb);
            if (t.labelled("prep") && t.head() > verb) {
                afterAuxiliary(tree, t);
            }
            if (t.labelled("acl") && t.pos().equals("VBN")) {
                saidBehind(tree, verb);
                t = tree.token(verb);
            }
            if (!t.isVerb() || t.head() < 0 || !tree.token(t.head()).isVerb()) {
                continue;
            }
            if (t.labelled("conj") && relative(tree, verb)) {
                continue;
            }
            if (t.labelled("conj") && t.head() < verb) {
                if (tree.hasSubject(verb)) {
                    beforeAnd(tree, t.head(), verb);
                } else if (tree.isFinite(verb)) {
                    swallowedSubject(tree, t.head(), verb);
                    participle(tree, t.head(), verb);
                }
            } else if (t.labelled("advcl") && t.head() < verb) {
                swallowedObject(tree, t.head(), verb);
            } else if (t.labelled("ccomp") && t.head() < verb) {
                cleft(tree, t.head(), verb);
            }
        }
        return tree.tokens();
    }

    /** "against the coup, in which the army took power": the army took it in the coup. */
    private static boolean relative(Tree tree, int verb) {
        int in = tree.child(verb, "prep");
        int which = in < 0 || in > verb ? -1 : tree.child(in, "pobj");
        if (which != in + 1 || !tree.token(which).is("which") || !isComma(tree, in - 1)) {
            return false;
        }
        int noun = in - 2;
        if (noun < 0 || !tree.token(noun).isNoun()) {
            return false;
        }
        tree.hang(verb, noun, "relcl");
        return true;
    }

    /**
     * "Gunmen in cars shot dead two policemen, an officer said": the gunmen shot, none was shot.
     */
    private static void saidBehind(Tree tree, int verb) {
        int object = tree.child(verb, "dobj");
        int subject = tree.token(verb).head();
        while (subject >= 0 && tree.token(subject).labelled("pobj", "prep")) {
            subject = tree.token(subject).head();
        }
        int said = subject < 0 ? -1 : tree.token(subject).head();
        if (object < verb
                || said < verb
                || !tree.token(subject).labelled("nsubj")
                || !tree.token(said).labelled("root")
                || tree.last(subject) < verb
                || !hasSubjectBetween(tree, said, verb)) {
            return;
        }
        tree.hang(subject, verb, "nsubj");
        tree.change(verb, said, "ccomp", "VBD");
        for (int i = verb + 1; i < said; i++) {
            if (tree.token(i).head() == subject) {
                tree.hang(i, verb, tree.token(i).label());
            }
        }
    }

    private static boolean hasSubjectBetween(Tree tree, int verb, int after) {
        for (int i = after + 1; i < verb; i++) {
            if (tree.token(i).head() == verb && tree.token(i).labelled("nsubj")) {
                return true;
            }
        }
        return false;
    }

    /** "In Rouen a priest was murdered": what is said of the auxiliary is said of its verb. */
    private static void afterAuxiliary(Tree tree, Token preposition) {
        Token aux = tree.token(preposition.head());
        if (aux.labelled("aux", "auxpass") && aux.head() >= 0) {
            tree.hang(preposition.index(), aux.head(), "prep");
        }
    }

    /** "killed nine near Gao on Friday, and jets bombed": the day belongs to the first verb. */
    private static void beforeAnd(Tree tree, int first, int second) {
        int subject = tree.child(second, "nsubj", "nsubjpass");
        int and = subject < 0 ? -1 : tree.first(subject) - 1;
        if (and <= first || !tree.token(and).pos().equals("CC")) {
            return;
        }
        boolean mended = false;
        for (int i = first + 1; i < and; i++) {
            if (tree.token(i).head() == second && tree.token(i).labelled("prep")) {
                tree.hang(i, first, "prep");
                mended = true;
            }
        }
        if (mended) {
            tree.hang(and, first, "cc");
        }
    }

    /** "stormed the compound and guards fired": the guards fired, nobody stormed them. */
    private static void swallowedSubject(Tree tree, int first, int second) {
        int noun = conjunctBefore(tree, first, second);
        if (noun >= 0) {
            tree.hang(tree.first(noun) - 1, first, "cc");
            tree.hang(noun, second, tree.subjectLabel(second));
        }
    }

    /** The second of two nouns that stands right before a verb, or -1. */
    private static int conjunctBefore(Tree tree, int first, int second) {
        for (int noun = second - 1; noun > first; noun--) {
            Token t = tree.token(noun);
            if (t.labelled("conj")
                    && t.isNoun()
                    && t.head() > first
                    && tree.token(t.head()).isNoun()
                    && tree.isRightBefore(tree.last(noun), second)
                    && tree.first(noun) - 1 > t.head()
                    && tree.token(tree.first(noun) - 1).pos().equals("CC")) {
                return noun;
            }
        }
        return -1;
    }

    /** "Shells hit several hospitals and 23 people were killed": the hospitals were hit. */
    private static void swallowedObject(Tree tree, int first, int second) {
        int object = tree.child(second, "nsubj", "nsubjpass");
        if (object < 0
                || tree.first(object) != first + 1
                || !tree.isFinite(first)
                || tree.child(first, "dobj", "xcomp", "ccomp", "attr", "acomp") >= 0
                || tree.child(second, "mark") >= 0) {
            return;
        }
        int noun = conjunctBefore(tree, first, second);
        if (noun >= 0 && tree.token(noun).head() == object) {
            String label = tree.token(object).label();
            tree.hang(tree.first(noun) - 1, first, "cc");
            tree.hang(noun, second, label);
            tree.hang(object, first, "dobj");
            tree.hang(second, first, "conj");
        }
    }

    /** "The man, wanted since May, fled": fled is what the sentence says, wanted describes him. */
    private static void participle(Tree tree, int first, int second) {
        int subject = tree.child(first, "nsubj");
        if (subject < 0
                || !tree.token(first).pos().equals("VBD")
                || tree.child(first, "cc", "dobj", "aux", "neg") >= 0
                || tree.last(subject) > first
                || !isComma(tree, first - 1)
                || !isComma(tree, second - 1)) {
            return;
        }
        tree.hang(second, tree.token(first).head(), tree.token(first).label());
        for (int i = second + 1; i < tree.size(); i++) {
            if (tree.token(i).head() == first) {
                tree.hang(i, second, tree.token(i).label());
            }
        }
        tree.hang(subject, second, "nsubj");
        tree.change(first, subject, "acl", "VBN");
    }

    private static boolean isComma(Tree tree, int i) {
        return i >= 0 && tree.token(i).form().equals(",");
    }

    /** "It was in Nice that a driver killed": he killed in Nice. */
    private static void cleft(Tree tree, int be, int verb) {
        int it = tree.child(be, "nsubj", "expl");
        int that = tree.child(verb, "mark");
        if (!tree.token(be).is("be")
                || it < 0
                || !tree.token(it).is("it")
                || that < 0
                || !tree.token(that).is("that")
                || tree.child(be, "acomp", "attr") >= 0) {
            return;
        }
        for (int i = be + 1; i < that; i++) {
            if (tree.token(i).head() == be && tree.token(i).labelled("prep")) {
                tree.hang(i, verb, "prep");
            }
        }
    }
}
