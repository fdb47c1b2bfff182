package org.casus.extract.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/**
 * Tells a government from its city and an institution from its building, by the words around the
 * name: "Ankara denied it" and "talks with Ankara" against "a bomb in Ankara".
 */
final class Policy {
    /** Prepositions after which a name is that of a place. */
    private static final Set<String> LOCATIVE =
            Set.of(
                    "in",
                    "inside",
                    "within",
                    "near",
                    "across",
                    "throughout",
                    "around",
                    "outside",
                    "at",
                    "through",
                    "into",
                    "off",
                    "along",
                    "beside",
                    "behind",
                    "beyond",
                    "opposite",
                    "via",
                    "amid",
                    "northern",
                    "toward",
                    "towards",
                    "over");

    /** Stretches of land: in "the city of X" and "X's south" the name is that of a place. */
    private static final Set<String> STRETCH =
            Set.of(
                    "region",
                    "city",
                    "town",
                    "village",
                    "province",
                    "capital",
                    "area",
                    "north",
                    "south",
                    "east",
                    "west",
                    "northeast",
                    "northwest",
                    "southeast",
                    "southwest",
                    "part",
                    "border",
                    "frontier",
                    "outskirts",
                    "state",
                    "territory",
                    "valley",
                    "district",
                    "coast",
                    "island",
                    "soil",
                    "suburb",
                    "neighborhood",
                    "department",
                    "municipality",
                    "airspace",
                    "port",
                    "desert",
                    "mountain",
                    "highland");

    private static final Set<String> BETWEEN_STATES =
            Set.of("with", "between", "against", "to", "from", "of", "on", "for", "by", "than");

    private final Map<String, Boolean> verbs = new HashMap<>();
    private final Set<String> nouns = new HashSet<>();

    static Policy load(Problems problems) {
        Policy policy = new Policy();
        Table.read(
                "actor/metonyms.table",
                problems,
                row -> {
                    String word = row.get("word");
                    boolean isNew =
                            row.get("pos").equals("v")
                                    ? policy.verbs.put(word, row.get("note").equals("speaks"))
                                            == null
                                    : policy.nouns.add(word);
                    if (!isNew) {
                        row.problem(word + " stands twice");
                    }
                });
        return policy;
    }

    /** Whether a name stands where only a place can: "in X", "near X", "the city of X". */
    static boolean isLocative(Sentence s, int head) {
        int at = firstConjunct(s, head);
        Token t = s.token(at);
        if (t.head() < 0) {
            return false;
        }
        Token up = s.token(t.head());
        if (t.labelled("poss")) {
            return STRETCH.contains(up.lemma());
        }
        return t.labelled("pobj")
                && (LOCATIVE.contains(up.lemma())
                        || up.is("of", "to", "from", "with")
                                && up.head() >= 0
                                && STRETCH.contains(s.token(up.head()).lemma()));
    }

    /** Whether a capital, a palace or a village stands for those who decide or live there. */
    boolean acts(Sentence s, int head) {
        int at = firstConjunct(s, head);
        Token t = s.token(at);
        if (t.head() < 0) {
            return false;
        }
        Token governor = s.token(t.head());
        return switch (t.label()) {
            case "nsubj", "nsubjpass", "dobj", "dative" -> does(governor);
            case "poss", "compound", "nmod" -> nouns.contains(governor.lemma());
            case "pobj" -> betweenStates(s, governor);
            default -> false;
        };
    }

    private boolean betweenStates(Sentence s, Token preposition) {
        if (preposition.head() < 0 || !BETWEEN_STATES.contains(preposition.lemma())) {
            return false;
        }
        Token governor = s.token(preposition.head());
        return nouns.contains(governor.lemma()) || does(governor);
    }

    private boolean does(Token verb) {
        return verb.isVerb() && verbs.containsKey(verb.lemma());
    }

    /** Whether the subject of a verb speaks. */
    boolean speaks(Token verb) {
        return verb.isVerb() && verbs.getOrDefault(verb.lemma(), false);
    }

    /** In "Moscow and Kabul agreed" the second name stands where the first does. */
    private static int firstConjunct(Sentence s, int head) {
        int at = head;
        while (s.token(at).labelled("conj") && s.token(at).head() >= 0) {
            at = s.token(at).head();
        }
        return at;
    }
}
