package org.casus.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.model.Argument;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Match.Filler;
import org.casus.rule.Match.Kind;
import org.jspecify.annotations.Nullable;

/** Finds frames in sentences: from a trigger word to the arguments that grammar gives it. */
public final class FrameMatcher {
    /** Words of a trigger may stand this many tokens apart ("called the strikes off"). */
    private static final int GAP = 4;

    private record Pattern(Frame frame, Kind kind, List<String> words) {}

    /** What a light verb makes of its subject: the doer or the sufferer of the noun in its slot. */
    private record Light(String particle, String slot, Role role) {}

    private final Map<String, List<Pattern>> patterns = new HashMap<>();
    private final Map<String, List<Light>> lights = new HashMap<>();
    private final Lexicon lexicon;

    public FrameMatcher(List<Frame> frames, Lexicon lexicon, Problems problems) {
        this.lexicon = lexicon;
        for (Frame f : frames) {
            f.verbs().forEach(w -> add(f, Kind.VERB, w));
            f.nouns().forEach(w -> add(f, Kind.NOUN, w));
            f.adjectives().forEach(w -> add(f, Kind.ADJECTIVE, w));
            f.agents().forEach(w -> add(f, Kind.AGENT, w));
        }
        Comparator<Pattern> bestFirst =
                Comparator.<Pattern>comparingInt(p -> -p.words.size())
                        .thenComparingInt(p -> p.frame.only().isEmpty() ? 1 : 0);
        patterns.values().forEach(list -> list.sort(bestFirst));
        Table.read(
                "event/light.table",
                problems,
                row -> {
                    String[] verb = row.get("verb").split(" ", 2);
                    Role role = row.get("subject").equals("target") ? Role.TARGET : Role.SOURCE;
                    lights.computeIfAbsent(verb[0], k -> new ArrayList<>())
                            .add(new Light(verb.length > 1 ? verb[1] : "", row.get("slot"), role));
                });
    }

    private void add(Frame frame, Kind kind, String phrase) {
        List<String> words = List.of(phrase.toLowerCase(Locale.ROOT).split(" +", -1));
        String key = words.get(kind == Kind.VERB ? 0 : words.size() - 1);
        patterns.computeIfAbsent(key, k -> new ArrayList<>(2)).add(new Pattern(frame, kind, words));
    }

    /** The matches of a sentence in order of their head; no token sets off two. */
    public List<Match> match(Sentence s) {
        if (!s.parsed()) {
            return List.of();
        }
        List<Match> found = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (int longest = 6; longest >= 1; longest--) {
            for (int i = 0; i < s.size(); i++) {
                Match m = taken.contains(i) ? null : matchAt(s, i, longest, taken);
                if (m != null) {
                    found.add(m);
                    taken.addAll(m.words());
                }
            }
        }
        found.sort(Comparator.comparingInt(Match::head));
        return found;
    }

    private @Nullable Match matchAt(Sentence s, int i, int length, Set<Integer> taken) {
        Token t = s.token(i);
        Match m = matchAt(s, i, length, taken, t.lemma());
        String form = Phrases.lower(t);
        return m != null || form.equals(t.lemma()) ? m : matchAt(s, i, length, taken, form);
    }

    private @Nullable Match matchAt(Sentence s, int i, int length, Set<Integer> taken, String key) {
        for (Pattern p : patterns.getOrDefault(key, List.of())) {
            if (p.words.size() != length || !fits(p.kind, s.token(i))) {
                continue;
            }
            List<Integer> words =
                    p.kind == Kind.VERB ? verbWords(s, i, p.words) : nounWords(s, i, p.words);
            if (words.isEmpty() || words.stream().anyMatch(taken::contains)) {
                continue;
            }
            List<Argument> arguments = arguments(s, i, words, p.kind);
            if (allowed(s, i, p.frame, arguments)) {
                return new Match(p.frame, p.kind, s, i, words, fillers(s, i, p, arguments));
            }
        }
        return null;
    }

    private static boolean fits(Kind kind, Token t) {
        return switch (kind) {
            case VERB -> t.isVerb();
            case NOUN, AGENT -> t.isNoun() && !(t.isProper() && t.labelled("compound"));
            case ADJECTIVE -> t.pos().startsWith("JJ") || t.isVerb();
        };
    }

    // ---- the words of a trigger

    private static List<Integer> verbWords(Sentence s, int i, List<String> words) {
        List<Integer> found = new ArrayList<>(words.size());
        found.add(i);
        int at = i;
        for (int k = 1; k < words.size(); k++) {
            int next = follow(s, i, at, words.get(k));
            if (next < 0) {
                return List.of();
            }
            found.add(next);
            at = Math.max(at, next);
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    /**
     * The next word of a verb phrase: a little later under the verb, or its object wherever the
     * passive put it.
     */
    private static int follow(Sentence s, int verb, int after, String word) {
        for (int j = after + 1; j < s.size() && j <= after + 1 + GAP; j++) {
            if (says(s.token(j), word) && s.under(j, verb)) {
                return j;
            }
        }
        for (int object : s.arguments(verb, "object")) {
            if (object < verb && says(s.token(object), word)) {
                return object;
            }
        }
        return -1;
    }

    private static List<Integer> nounWords(Sentence s, int i, List<String> words) {
        int first = i - words.size() + 1;
        if (first < 0) {
            return List.of();
        }
        List<Integer> found = new ArrayList<>(words.size());
        for (int k = 0; k < words.size(); k++) {
            if (!says(s.token(first + k), words.get(k))) {
                return List.of();
            }
            found.add(first + k);
        }
        return found;
    }

    private static boolean says(Token t, String word) {
        return word.equals(t.lemma()) || word.equals(Phrases.lower(t));
    }

    // ---- the arguments of a trigger

    private List<Argument> arguments(Sentence s, int head, List<Integer> words, Kind kind) {
        List<Argument> all = new ArrayList<>();
        if (kind == Kind.NOUN) {
            lightArguments(s, head, all);
        }
        for (int w : words) {
            for (Argument a : s.arguments(w)) {
                if (!words.contains(a.head())) {
                    all.add(a);
                }
            }
        }
        return all;
    }

    /**
     * "rebels carried out an attack", "the attack was carried out by rebels", "the convoy came
     * under attack".
     */
    private void lightArguments(Sentence s, int noun, List<Argument> all) {
        for (int v = 0; v < s.size(); v++) {
            List<Light> known = lights.get(s.token(v).lemma());
            if (known == null || !s.token(v).isVerb()) {
                continue;
            }
            for (Light light : known) {
                if (!s.arguments(v, light.slot).contains(noun)
                        || !(light.particle.isEmpty()
                                || s.children(v).stream()
                                        .anyMatch(c -> s.token(c).is(light.particle)))) {
                    continue;
                }
                for (Argument a : s.arguments(v)) {
                    if (a.slot().equals("subject")) {
                        all.add(
                                new Argument(
                                        light.role == Role.TARGET ? "sufferer" : "subject",
                                        a.head(),
                                        a.link(),
                                        a.passed()));
                    } else if (a.link() >= 0 && a.head() != noun) {
                        all.add(a);
                    }
                }
            }
        }
    }

    private Map<Role, List<Filler>> fillers(
            Sentence s, int head, Pattern p, List<Argument> arguments) {
        Map<Role, List<Filler>> fillers = new EnumMap<>(Role.class);
        Map<Role, List<String>> slots =
                p.kind == Kind.NOUN ? p.frame.nounSlots() : p.frame.verbSlots();
        for (Map.Entry<Role, List<String>> entry : slots.entrySet()) {
            List<Filler> list = new ArrayList<>(2);
            for (String slot : entry.getValue()) {
                collect(slot, arguments, list);
            }
            if (entry.getKey() == Role.TARGET && p.kind == Kind.NOUN) {
                collect("sufferer", arguments, list);
            }
            if (!list.isEmpty()) {
                fillers.put(entry.getKey(), list);
            }
        }
        if (p.kind == Kind.AGENT) {
            fillers.put(Role.SOURCE, List.of(new Filler(head, "agent", false)));
        }
        if (s.token(head).isVerb() && headline(s, head, p.frame, fillers)) {
            fillers.put(Role.TARGET, List.copyOf(fillers.getOrDefault(Role.SOURCE, List.of())));
            fillers.remove(Role.SOURCE);
        }
        return fillers;
    }

    /**
     * "Five soldiers killed in ambush": a past participle without its auxiliary looks like an
     * active verb without object.
     */
    private static boolean headline(
            Sentence s, int head, Frame frame, Map<Role, List<Filler>> fillers) {
        return frame.harm() != null
                && frame.verbSlots().getOrDefault(Role.TARGET, List.of()).contains("object")
                && !fillers.containsKey(Role.TARGET)
                && s.token(head).pos().matches("VB[DN]")
                && s.token(head).labelled("root", "ccomp", "conj", "acl")
                && s.arguments(head, "object").isEmpty();
    }

    private static void collect(String slot, List<Argument> arguments, List<Filler> list) {
        for (Argument a : arguments) {
            boolean compound = slot.equals("compound") && a.slot().equals("modifier");
            if ((compound || a.slot().equals(slot))
                    && list.stream().noneMatch(f -> f.head() == a.head())) {
                list.add(new Filler(a.head(), slot, a.passed()));
            }
        }
    }

    // ---- constraints

    private boolean allowed(Sentence s, int head, Frame frame, List<Argument> arguments) {
        if (!frame.only().isEmpty()
                && frame.only().entrySet().stream()
                        .noneMatch(e -> holds(s, head, e.getKey(), e.getValue(), arguments))) {
            return false;
        }
        return frame.unless().entrySet().stream()
                .noneMatch(e -> holds(s, head, e.getKey(), e.getValue(), arguments));
    }

    private boolean holds(
            Sentence s, int head, String slot, List<String> wanted, List<Argument> arguments) {
        boolean any = slot.equals("any");
        boolean empty = true;
        for (Argument a : arguments) {
            if (any
                    || a.slot().equals(slot)
                    || (slot.equals("compound") && a.slot().equals("modifier"))) {
                empty = false;
                if (matches(s, a.head(), wanted)) {
                    return true;
                }
            }
        }
        if (any) {
            int up = s.token(head).head();
            for (int c : s.children(head)) {
                if (matches(s, c, wanted)) {
                    return true;
                }
            }
            return up >= 0 && (matches(s, up, wanted) || upThroughPreposition(s, up, wanted));
        }
        return empty && wanted.contains("@none");
    }

    private boolean upThroughPreposition(Sentence s, int up, List<String> wanted) {
        return s.token(up).labelled("prep")
                && s.token(up).head() >= 0
                && matches(s, s.token(up).head(), wanted);
    }

    private boolean matches(Sentence s, int i, List<String> wanted) {
        Token t = s.token(i);
        for (String w : wanted) {
            if (w.startsWith("@") ? !w.equals("@none") && lexicon.is(w, s, i) : says(t, w)) {
                return true;
            }
        }
        return false;
    }
}
