package org.casus.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.model.Argument;
import org.casus.model.Sentence;
import org.casus.model.Token;

/**
 * Verbs that lend a noun of action their grammar: "rebels carried out an attack", "the attack was
 * carried out by rebels", "the convoy came under attack"; and nouns that do: "two suspects in the
 * attack", "the army's part in the massacre".
 */
final class LightVerbs {
    /** The slots of who does the deed and of what suffers it, by the word of a light verb. */
    static final String DOER = "doer";

    static final String SUFFERER = "sufferer";
    private static final String[] DENYING = {"deny", "disclaim", "refute", "rebut", "disavow"};
    private static final String SELF = "self";
    private static final String OWNER = "owner";

    /**
     * What a light verb makes of its subject and object: "source" or "target" of the noun in its
     * slot, or nothing. Of a noun, the subject is "self", who is the doer, or "owner", whose the
     * noun is.
     */
    private record Light(String verb, String particle, String slot, String subject, String object) {
        /** "announced the deal": whoever tells of what is known need not have done it. */
        boolean tells() {
            return verb.equals("announce") || verb.equals("call");
        }

        boolean isNoun() {
            return subject.equals(SELF) || subject.equals(OWNER);
        }
    }

    /** A light verb that governs a noun in one sentence. */
    private record Use(int noun, int verb, Light light) {}

    private final Map<String, List<Light>> byVerb = new HashMap<>();

    static LightVerbs load(Problems problems) {
        LightVerbs all = new LightVerbs();
        Table.read(
                "event/light.table",
                problems,
                row -> {
                    String[] verb = row.get("verb").split(" ", 2);
                    all.byVerb
                            .computeIfAbsent(verb[0], k -> new ArrayList<>(1))
                            .add(
                                    new Light(
                                            verb[0],
                                            verb.length > 1 ? verb[1] : "",
                                            row.get("slot"),
                                            row.get("subject"),
                                            row.get("object")));
                });
        return all;
    }

    Uses in(Sentence s) {
        return new Uses(s);
    }

    /**
     * What stands around a noun of talk or aid without a doer if the verb it is the object of is no
     * trigger itself: "had lunch with the envoy", "announced an increase in funding".
     */
    static List<Argument> ofGovernor(Sentence s, int noun, boolean[] taken) {
        List<Argument> lent = new ArrayList<>();
        int up = s.token(noun).head();
        for (int steps = 0; up >= 0 && steps < 2 && !s.token(up).isVerb(); steps++) {
            up = s.token(up).head();
        }
        if (up < 0 || up > noun || !s.token(up).isVerb() || taken[up] || s.token(up).is("be")) {
            return lent;
        }
        for (Argument a : s.arguments(up)) {
            if (!s.under(noun, a.head()) && (a.slot().equals("subject") || a.link() > noun)) {
                lent.add(a);
            }
        }
        return lent;
    }

    /** "the deal", "this truce": the reader has heard of it. */
    static boolean isKnown(Sentence s, int noun) {
        return s.children(noun).stream().anyMatch(c -> s.token(c).is("the", "this", "these"));
    }

    /** The light verbs of one sentence. */
    final class Uses {
        private final Sentence s;
        private final List<Use> uses = new ArrayList<>(2);

        private Uses(Sentence s) {
            this.s = s;
            for (int v = 0; v < s.size(); v++) {
                Token t = s.token(v);
                List<Light> lights = predicative(t) || t.isNoun() ? byVerb.get(t.lemma()) : null;
                if (lights != null) {
                    for (Light light : lights) {
                        if (light.isNoun() == t.isNoun()) {
                            collect(v, light);
                        }
                    }
                }
            }
        }

        /** A verb, or an adjective: "responsible for the raid", "guilty of an attack". */
        private static boolean predicative(Token t) {
            return t.isVerb() || t.labelled("acomp");
        }

        private void collect(int verb, Light light) {
            // "called the strikes off" is not "called a strike"
            if (light.particle.isEmpty()
                    ? s.child(verb, "prt") >= 0
                    : !hasChild(verb, light.particle)) {
                return;
            }
            int called = s.child(verb, "attr");
            if (called >= 0
                    && s.token(called).is(light.particle)) { // "was the target of an attack"
                s.arguments(called, light.slot).forEach(a -> uses.add(new Use(a, verb, light)));
                return;
            }
            boolean names = s.child(verb, "oprd") >= 0; // "called the attack a crime"
            for (Argument a : s.arguments(verb)) {
                if (a.slot().equals(light.slot)
                        && !names
                        && !(light.tells() && a.head() > verb && isKnown(s, a.head()))) {
                    uses.add(new Use(a.head(), verb, light));
                }
            }
        }

        private boolean hasChild(int verb, String word) {
            for (int c : s.children(verb)) {
                if (s.token(c).is(word)) {
                    return true;
                }
            }
            return false;
        }

        /** Adds to a noun's arguments those that its light verbs lend it. */
        void lend(int noun, List<Argument> arguments) {
            for (Use use : uses) {
                if (use.noun == noun && use.light.subject.equals(SELF)) {
                    if (!s.token(use.verb).labelled("attr")) { // "was the mastermind of the attack"
                        arguments.add(new Argument(DOER, use.verb, -1, false));
                    }
                } else if (use.noun == noun) {
                    boolean innocent = exonerates(use);
                    for (Argument a : s.arguments(use.verb)) {
                        boolean party = a.slot().equals("subject") || a.slot().equals("object");
                        if (a.head() != noun && !(innocent && party)) {
                            lend(a, use.light, arguments);
                        }
                    }
                }
            }
        }

        /**
         * "took no part in the attack", "denied that it was behind the murder": where the deed is
         * known and the part in it is not true, the verb lends no doer.
         */
        private boolean exonerates(Use use) {
            boolean known = isKnown(s, use.noun) || s.child(use.noun, "poss") >= 0;
            if (!known || use.light.isNoun()) {
                return false;
            }
            for (int i = use.verb, steps = 0; i >= 0 && steps < 3; steps++) {
                int word = i;
                boolean no =
                        s.child(word, "neg") >= 0
                                || s.children(word).stream()
                                        .anyMatch(c -> s.token(c).is("no") || hasNo(c))
                                || word != use.verb && s.token(word).is(DENYING);
                if (no) {
                    return true;
                }
                boolean clause = s.token(word).labelled("acomp", "ccomp", "xcomp", "pcomp", "prep");
                i = clause ? s.token(word).head() : -1;
            }
            return false;
        }

        private boolean hasNo(int part) {
            return part > 0 && s.token(part).labelled("dobj") && s.token(part - 1).is("no");
        }

        private static void lend(Argument a, Light light, List<Argument> arguments) {
            String role =
                    switch (a.slot()) {
                        case "subject" -> light.subject;
                        case "object" -> light.object;
                        case "poss", "of" -> light.subject.equals(OWNER) ? "source" : "";
                        default -> "";
                    };
            if (!role.isEmpty()) {
                String slot = role.equals("target") ? SUFFERER : DOER;
                arguments.add(new Argument(slot, a.head(), a.link(), a.passed()));
            } else if (a.link() >= 0
                    && !Set.of("subject", "object").contains(a.slot())
                    && !light.isNoun()) {
                arguments.add(a);
            }
        }
    }
}
