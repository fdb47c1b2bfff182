package org.casus.extract.factuality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.casus.model.Argument;
import org.casus.model.Factuality;
import org.casus.model.Factuality.Certainty;
import org.casus.model.Modality;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Match;
import org.casus.rule.Numbers;
import org.casus.rule.Past;
import org.casus.rule.Patterns;
import org.casus.rule.Problems;
import org.casus.rule.Role;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether an event happened: from the trigger up through the words that govern it, the inner
 * ones first, each changing what the one below left.
 */
public final class FactualityJudge {
    private static final Set<String> REAL_NOUN = Set.of("the", "this", "that", "these", "those");
    private static final Set<String> OCCUR =
            Set.of(
                    "be",
                    "occur",
                    "happen",
                    "come",
                    "go",
                    "begin",
                    "start",
                    "continue",
                    "erupt",
                    "follow",
                    "ensue",
                    "resume",
                    "take",
                    "break");

    private static final Set<String> VERBAL =
            Set.of(
                    "ACCUSE",
                    "REQUEST",
                    "REJECT",
                    "THREATEN",
                    "CONSULT",
                    "SAY.CLAIM",
                    "SAY.DENY",
                    "SUPPORT");

    /** Texts that tell of what may be done or how, and of nothing that was. */
    private static final Set<String> BOOKS =
            Set.of(
                    "law",
                    "bill",
                    "act",
                    "constitution",
                    "decree",
                    "statute",
                    "code",
                    "manual",
                    "handbook",
                    "clause",
                    "charter",
                    "regulation",
                    "rule",
                    "ordinance");

    private static final Set<String> LASTING = Set.of("still", "currently");

    private static final Set<String> UTTERED = Set.of("ACCUSE", "REQUEST", "REJECT", "THREATEN");

    /** A row of the governor table. */
    private record Governor(String slot, String effect, boolean claim) {}

    private final Patterns<Governor> governors = new Patterns<>();
    private final Map<String, Factuality> auxiliaries = new HashMap<>();
    private final Map<String, Certainty> certainties = new HashMap<>();
    private final Map<String, Factuality> conjunctions = new HashMap<>();
    private final Map<String, Certainty> hedges = new HashMap<>();
    private final Set<String> perhaps = new HashSet<>();
    private final Numbers numbers;

    private FactualityJudge(Numbers numbers) {
        this.numbers = numbers;
    }

    public static FactualityJudge load(Numbers numbers, Problems problems) {
        FactualityJudge judge = new FactualityJudge(numbers);
        Table.read(
                "factuality/governors.table",
                problems,
                row -> {
                    String effect = row.get("effect");
                    if (!Set.of("flip", "keep").contains(effect) && factuality(effect) == null) {
                        row.problem(
                                "effect "
                                        + effect
                                        + " is none of "
                                        + Arrays.toString(Factuality.values())
                                        + ", flip, keep");
                    }
                    judge.governors.add(
                            row.get("word"),
                            row.get("pos").charAt(0),
                            new Governor(
                                    row.get("slot"), effect, row.get("note").contains("claim")));
                });
        Table.read(
                "factuality/modals.table",
                problems,
                row -> {
                    Factuality effect = factuality(row.get("effect"));
                    String word = row.get("word");
                    if (effect != null && row.get("pos").equals("aux") && !word.contains(" ")) {
                        judge.auxiliaries.put(word, effect);
                        if (!row.get("certainty").isEmpty()) {
                            judge.certainties.put(
                                    word,
                                    Certainty.valueOf(
                                            row.get("certainty").toUpperCase(Locale.ROOT)));
                        }
                    } else if (effect != null && row.get("pos").equals("conj")) {
                        judge.conjunctions.put(word, effect);
                    } else if (effect == Factuality.POSSIBLE && row.get("pos").equals("adv")) {
                        judge.perhaps.add(word);
                    }
                });
        Table.read(
                "claim/hedges.table",
                problems,
                row -> {
                    if (!row.get("certainty").isEmpty()) {
                        judge.hedges.put(
                                row.get("hedge"),
                                Certainty.valueOf(row.get("certainty").toUpperCase(Locale.ROOT)));
                    }
                });
        return judge;
    }

    private static @Nullable Factuality factuality(String name) {
        return Arrays.stream(Factuality.values())
                .filter(f -> f.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElse(null);
    }

    /** The modality of each match of one sentence, in the order given. */
    public List<Modality> judge(Sentence s, List<Match> here) {
        List<Patterns.Hit<Governor>> hits = here.isEmpty() ? List.of() : governors.all(s);
        List<Modality> judged = new ArrayList<>(here.size());
        for (Match m : here) {
            judged.add(new Ladder(s, m, here, hits).climb());
        }
        return judged;
    }

    /** One climb from a trigger to the root of its sentence. */
    private final class Ladder {
        private final Sentence s;
        private final Match match;
        private final List<Match> here;
        private final Map<Integer, List<Patterns.Hit<Governor>>> governing = new HashMap<>();
        private Factuality now = Factuality.HAPPENED;
        private Certainty certainty = Certainty.CERTAIN;
        private boolean settled;

        Ladder(Sentence s, Match match, List<Match> here, List<Patterns.Hit<Governor>> hits) {
            this.s = s;
            this.match = match;
            this.here = here;
            for (Patterns.Hit<Governor> h : hits) {
                if (h.pos() == 'a'
                        && h.value().effect().equals("attempted")
                        && match.words().contains(h.head())) {
                    now = Factuality.ATTEMPTED; // "attempted murder", where the table has it whole
                }
                if (h.words().stream().noneMatch(match.words()::contains)) {
                    h.words()
                            .forEach(
                                    w ->
                                            governing
                                                    .computeIfAbsent(w, k -> new ArrayList<>(2))
                                                    .add(h));
                }
            }
        }

        Modality climb() {
            boolean noun = match.kind() == Match.Kind.NOUN || match.kind() == Match.Kind.AGENT;
            int at = match.head();
            if (match.words().size() > 1
                    && match.words().stream().anyMatch(w -> s.token(w).is("attempt", "bid"))) {
                now = Factuality.ATTEMPTED; // "assassination attempt", "attempt to kill"
            }
            modifiers(at);
            boolean clause = !noun;
            if (clause) {
                own(at);
            }
            if (!settled && noun && lasting(at)) {
                set(Factuality.ONGOING);
            }
            for (int steps = 0; steps < 12 && !settled; steps++) {
                int up = governor(at);
                if (up < 0) {
                    break;
                }
                String slot = slot(up, at);
                Token governor = s.token(up);
                boolean linked = preposition(at);
                boolean known = apply(up, at, slot) || linked;
                if (!known && clause && predicate(up) >= 0) {
                    known = apply(predicate(up), at, "that"); // "it is possible that …"
                }
                int subject = s.child(up, "nsubj", "nsubjpass");
                if (!known
                        && clause
                        && slot.equals("that")
                        && subject >= 0
                        && s.token(subject).isNoun()) {
                    known = apply(subject, at, "that"); // "fears are growing that …"
                }
                if (settled) {
                    break;
                }
                if (linked) {
                    clause = true; // "without dropping", "in the event of": the rest is no matter
                    break;
                }
                if (!known && slot.equals("that") && governor.isVerb()) {
                    break; // what is said stands by itself
                }
                boolean inherits =
                        !clause
                                ? inheritsNoun(up, slot)
                                : !finite(at)
                                        && Set.of(
                                                        "to",
                                                        "ing",
                                                        "participle",
                                                        "purpose",
                                                        "complement",
                                                        "conj",
                                                        "in",
                                                        "by",
                                                        "of",
                                                        "for")
                                                .contains(slot);
                if (known || inherits || (slot.equals("conj") && clause && !ownAuxiliary(at))) {
                    if (governor.isVerb() && !(slot.equals("purpose") && counted())) {
                        own(up);
                        if (slot.equals("purpose") && now == Factuality.HAPPENED && !talk()) {
                            now = Factuality.PLANNED;
                        }
                        clause = true;
                    }
                } else if (clause && finite(at) && !slot.equals("conj")) {
                    if (condition(at)) {
                        break;
                    }
                    break;
                } else if (!clause && governor.isVerb()) {
                    break;
                }
                at = up;
            }
            if (refuted(match.head())) {
                now = Factuality.NOT_HAPPENED;
            }
            return new Modality(now, certainty);
        }

        /**
         * "the army's claim to have killed dozens is false": what is claimed there did not happen.
         */
        private boolean refuted(int trigger) {
            int subject = s.child(trigger, "nsubj");
            if (subject >= 0
                    && infinitive(trigger)
                    && s.token(subject + 1).is("to")
                    && governs(subject, 'n', Governor::claim)) {
                return falsity(subject, trigger); // as parsers have it: "claim to have killed"
            }
            for (int at = s.token(trigger).head(), steps = 0; at >= 0 && steps < 6; steps++) {
                if (s.token(at).isNoun() && governs(at, 'n', Governor::claim)) {
                    return falsity(at, trigger);
                }
                at = s.token(at).head();
            }
            return false;
        }

        /** A predicate such as "is false" behind a noun, with no other subject of its own. */
        private boolean falsity(int claim, int trigger) {
            for (int i = trigger + 1; i < s.size(); i++) {
                int be = s.token(i).head();
                if (be <= trigger
                        || !s.token(be).is("be", "prove")
                        || !s.token(i).labelled("acomp", "attr", "oprd")
                        || !governs(i, 'a', g -> g.effect().equals("not-happened"))) {
                    continue;
                }
                int subject = s.child(be, "nsubj");
                return (subject < 0 || subject == claim) && s.child(be, "neg") < 0;
            }
            return false;
        }

        private boolean governs(int word, char pos, Predicate<Governor> what) {
            return governing.getOrDefault(word, List.of()).stream()
                    .anyMatch(h -> h.pos() == pos && what.test(h.value()));
        }

        /** The adjective or noun that a copula joins to what is told: "is possible", "is a lie". */
        private int predicate(int verb) {
            return s.token(verb).is("be", "seem", "appear", "remain", "become")
                    ? s.child(verb, "acomp", "attr")
                    : -1;
        }

        /** What a preposition does to the clause or noun behind it: "instead of", "pending". */
        private boolean preposition(int at) {
            int link = s.token(at).head();
            if (link < 0 || !s.token(link).labelled("prep", "pcomp", "advmod")) {
                return false;
            }
            boolean gerund =
                    s.token(at).pos().equals("VBG")
                            || s.children(at).stream().anyMatch(c -> s.lower(c).equals("having"));
            String slot = gerund ? "ing" : "object";
            for (int w = Math.max(0, link - 1); w <= Math.min(at, link + 1); w++) {
                for (Patterns.Hit<Governor> h : governing.getOrDefault(w, List.of())) {
                    Factuality f = factuality(h.value().effect());
                    boolean moves =
                            f != null && f != Factuality.HAPPENED && f != Factuality.ONGOING;
                    if (h.pos() == 'p'
                            && moves
                            && h.value().slot().equals(slot)
                            && h.words().contains(link)
                            && h.last() < at) {
                        set(f);
                        return true;
                    }
                }
            }
            return false;
        }

        /** "the siege, now in its third week": it goes on when it is told. */
        private boolean lasting(int noun) {
            for (int i = noun + 1; i + 3 < s.size(); i++) {
                if (s.token(i).is("in")
                        && s.lower(i + 1).equals("its")
                        && s.token(i + 3).is("day", "week", "month", "year", "decade")) {
                    int holder = s.token(i).head();
                    return s.under(i, noun)
                            || holder >= 0
                                    && s.token(holder).is("be", "enter")
                                    && s.child(holder, "nsubj") == noun;
                }
            }
            return false;
        }

        /** The next word up, past prepositions. */
        private int governor(int at) {
            int up = s.token(at).head();
            return up >= 0
                            && s.token(up).labelled("prep", "agent", "dative")
                            && s.token(up).head() >= 0
                            && !s.token(up).isVerb()
                    ? s.token(up).head()
                    : up;
        }

        /** "that he resign, that they be freed": the second is no adverbial clause. */
        private boolean isThatClauseInRow(int at) {
            int mark = s.child(at, "mark");
            return s.token(at).labelled("advcl")
                    && mark >= 0
                    && s.token(mark).lemma().equals("that");
        }

        /** "threatened war, hours before the council voted": parsers take the end for the root. */
        private boolean isMainClause(int up, int at) {
            int mark = s.child(up, "mark");
            return at < up
                    && s.token(at).labelled("ccomp")
                    && mark > at
                    && s.token(mark).is("before", "after", "when", "while", "as", "since", "until");
        }

        private String slot(int up, int at) {
            if (s.token(at).labelled("conj") || isThatClauseInRow(at) || isMainClause(up, at)) {
                return "conj";
            }
            if (s.token(at).pos().equals("VBN")
                    && s.token(at).labelled("xcomp", "ccomp", "pcomp")
                    && s.children(at).stream().anyMatch(c -> s.lower(c).equals("having"))) {
                return "ing"; // "denied having tortured"
            }
            if (s.token(at).pos().equals("VBG")
                    && s.token(at).labelled("pcomp")
                    && s.token(up).isVerb()
                    && s.token(s.token(at).head()).is("on")) {
                return "ing"; // "go on shooting"
            }
            for (Argument a : s.arguments(up)) {
                if (a.head() == at) {
                    return a.slot();
                }
            }
            int link = s.token(at).head();
            return s.token(at).labelled("pobj", "pcomp") && link != up && link >= 0
                    ? s.token(link).lemma()
                    : s.token(at).label();
        }

        /**
         * Applies what the tables and the frames of talk say of a governor; whether they say
         * anything.
         */
        private boolean apply(int up, int at, String slot) {
            if (inABook(up, at)) {
                set(Factuality.HYPOTHETICAL);
                settled = true;
                return true;
            }
            boolean ruled = s.token(up).is("rule", "exclude", "discount");
            if (ruled && s.child(up, "neg") >= 0
                    || leftIn(up)
                    || neither(up)
                    || now == Factuality.HAPPENED && saidByNobody(up)) {
                set(Factuality.POSSIBLE); // "have not ruled out an attack"
                settled = true;
                return true;
            }
            boolean asked =
                    s.token(up).isNoun()
                            && governing.getOrDefault(up, List.of()).stream()
                                    .anyMatch(
                                            h ->
                                                    h.value().slot().equals(slot)
                                                            && h.value()
                                                                    .effect()
                                                                    .matches(
                                                                            "demanded|threatened"));
            for (Match talk : here) {
                if (talk != match
                        && !asked // "refused a demand to hand them over"
                        && !wasUttered()
                        && talk.frame().aboutFactuality() != null
                        && talk.words().contains(up)
                        && talk.fillers(Role.ABOUT).stream().anyMatch(f -> f.head() == at)
                        && !presupposed(at)) {
                    talked(talk.frame().aboutFactuality());
                    return true;
                }
            }
            Patterns.Hit<Governor> best = null;
            for (Patterns.Hit<Governor> h : governing.getOrDefault(up, List.of())) {
                boolean blamed = s.token(h.head()).is("be") && s.token(at).is("blame");
                boolean fits =
                        !blamed && h.value().slot().equals(slot)
                                || (h.value().slot().equals("to")
                                        && (slot.equals("that") || slot.equals("purpose"))
                                        && infinitive(at))
                                || (h.pos() == 'n' // "assassination attempt"
                                        && h.value().slot().equals("of")
                                        && slot.equals("compound"));
                if (fits && (best == null || h.words().size() > best.words().size())) {
                    best = h;
                }
            }
            if (s.token(up).is("order") && up > 0 && s.lower(up - 1).equals("in")) {
                set(Factuality.PLANNED);
                return true; // "in order to"
            }
            if (best != null && best.value().claim() && best.pos() == 'n') {
                return true; // "rejected the claim that …"
            }
            if (best == null || best.value().claim() || slot.equals("object") && wasUttered()) {
                return false;
            }
            String effect = best.value().effect();
            if (s.token(best.head()).is("want", "like", "prefer", "dare")
                    && s.token(up).isVerb()
                    && s.child(at, "nsubj", "nsubjpass") >= 0) {
                effect = "demanded"; // "they want the killers to be tried"
            }
            if (effect.equals("happened") && presupposed(at) && now == Factuality.HAPPENED) {
                settled = true; // "will investigate the strike": it took place whoever does
                return true;
            }
            if (slot.equals("that") && s.token(best.head()).is("doubt", "dispute", "deny")) {
                int who = s.child(best.head(), "nsubj");
                if (who >= 0 && nobody(who)) {
                    settled = true; // "nobody doubts that he means to attack"
                    return true;
                }
            }
            boolean negated = s.child(best.head(), "neg") >= 0;
            if (negated && s.token(best.head()).is("stop", "cease", "end", "halt", "quit")) {
                now = now == Factuality.HAPPENED ? Factuality.ONGOING : now;
                settled = true; // "have not stopped looting"
                return true;
            }
            if (s.token(best.head()).is("fail")
                    && effect.equals("not-happened")
                    && (now == Factuality.ATTEMPTED
                            || slot.equals("to") && at == match.head() && isDeed())
                    && !negated) {
                now = Factuality.ATTEMPTED;
                settled = true; // "failed to kill the governor"
                return true;
            }
            boolean kept = presupposed(at) && s.token(up).pos().equals("VB");
            if (effect.equals("not-happened") && kept) {
                settled = true; // "to call off the strikes": the strikes themselves are taken for
                // granted
                return true;
            }
            if (effect.equals("flip")
                    || (effect.equals("not-happened")
                            && (negated || now == Factuality.NOT_HAPPENED))) {
                now =
                        now == Factuality.NOT_HAPPENED || negated
                                ? Factuality.HAPPENED
                                : Factuality.NOT_HAPPENED;
            } else if (!effect.equals("keep")) {
                Factuality f = factuality(effect);
                boolean open = f == Factuality.HYPOTHETICAL || f == Factuality.DEMANDED;
                boolean past = f == Factuality.PLANNED && Past.isKnown(s, at);
                boolean ordered = // "who ordered the massacre of the villagers": it was done
                        s.token(best.head()).is("order", "command")
                                && match.frame().type().equals("ASSAULT");
                boolean wished = f == Factuality.DEMANDED && said(at) && !ordered;
                if (f != null && !past && (wished || !(presupposed(at) && open))) {
                    set(f);
                    settled = now == Factuality.DEMANDED || now == Factuality.THREATENED;
                }
            }
            return true;
        }

        /** "the strikes", "Sunday's raid": the report takes for granted that it happened. */
        private boolean presupposed(int at) {
            return s.token(at).isNoun()
                    && s.children(at).stream()
                            .anyMatch(
                                    c ->
                                            s.token(c).labelled("det")
                                                            && REAL_NOUN.contains(
                                                                    s.token(c).lemma())
                                                    || s.token(c).labelled("poss"));
        }

        /** "the release of the prisoners": the article goes with what is said behind it. */
        private boolean said(int at) {
            return !s.arguments(at, "of").isEmpty()
                    && s.children(at).stream()
                            .noneMatch(
                                    c ->
                                            s.token(c).labelled("poss")
                                                    || s.token(c)
                                                            .is("this", "that", "these", "those"));
        }

        private boolean isDeed() {
            return Set.of("ASSAULT", "COERCE").contains(match.frame().type());
        }

        private void set(@Nullable Factuality f) {
            if (f == null || f == Factuality.HAPPENED && now != Factuality.HAPPENED) {
                return;
            }
            boolean real = now == Factuality.HAPPENED || now == Factuality.ONGOING;
            if (real
                    || f == Factuality.NOT_HAPPENED
                    || f == Factuality.POSSIBLE && now == Factuality.PLANNED
                    || f == Factuality.HYPOTHETICAL
                            && now != Factuality.NOT_HAPPENED
                            && now != Factuality.POSSIBLE
                            && now != Factuality.THREATENED
                            && now != Factuality.DEMANDED) {
                now = f;
            }
        }

        /** What is threatened or demanded is that, whatever its own auxiliary. */
        private void talked(@Nullable Factuality f) {
            boolean open =
                    now == Factuality.PLANNED
                            || now == Factuality.HYPOTHETICAL
                            || now == Factuality.POSSIBLE;
            if (open && (f == Factuality.THREATENED || f == Factuality.DEMANDED)) {
                now = f;
            } else {
                set(f);
            }
        }

        /** Auxiliaries, negation and the conjunction of a verb's own clause. */
        private void own(int verb) {
            boolean negated = false;
            if (inverted(verb)) {
                boolean undone = s.child(verb, "neg") >= 0;
                now = undone ? Factuality.HAPPENED : Factuality.HYPOTHETICAL;
                settled = true; // "had the rebels (not) mined the road"
                return;
            }
            for (int c : s.children(verb)) {
                Token t = s.token(c);
                if (t.labelled("neg") || t.is("never", "nor")) {
                    negated = true;
                } else if (t.labelled("aux") && !t.is("to")) {
                    auxiliary(verb, t);
                } else if (t.labelled("advmod")) {
                    if (perhaps.contains(t.lemma())) {
                        set(Factuality.POSSIBLE);
                    }
                    Certainty hedge = hedges.get(t.form().toLowerCase(Locale.ROOT));
                    certainty = hedge != null && hedge.compareTo(certainty) > 0 ? hedge : certainty;
                } else if (t.labelled("nsubj", "nsubjpass", "dobj")
                        && nobody(c)
                        && !match.words().contains(c)) { // "had nothing to do with it"
                    negated = true;
                }
            }
            if (negated && !(now == Factuality.HYPOTHETICAL && perfect(verb))) {
                now =
                        now == Factuality.NOT_HAPPENED
                                ? Factuality.HAPPENED
                                : Factuality.NOT_HAPPENED;
            }
            if (whether(verb) || now == Factuality.HAPPENED && underWhether(verb)) {
                now = Factuality.POSSIBLE;
                settled = true;
                return;
            }
            set(toCome(verb));
            if (condition(verb)) {
                set(Factuality.HYPOTHETICAL);
            }
            if (orElse(verb)) {
                now = Factuality.THREATENED;
                settled = true;
                return;
            }
            if (s.child(verb, "mark") >= 0
                    && s.token(s.child(verb, "mark")).is("before")
                    && s.children(verb).stream().anyMatch(c -> s.lower(c).equals("could"))) {
                now = Factuality.NOT_HAPPENED; // "before it could explode"
                settled = true;
            }
            if (now == Factuality.HAPPENED && (progressive(verb) || still(verb))) {
                now = Factuality.ONGOING;
            }
        }

        /** "leave within the week or we kill your sons": what follows a command and "or". */
        private boolean orElse(int verb) {
            int up = s.token(verb).head();
            return up >= 0
                    && up < verb
                    && s.token(verb).labelled("conj")
                    && s.token(verb).pos().matches("VBP|VBZ|VB")
                    && s.token(up).pos().equals("VB")
                    && !s.children(up).stream().anyMatch(c -> s.token(c).labelled("aux", "nsubj"))
                    && s.child(verb, "nsubj", "nsubjpass") >= 0
                    && s.children(up).stream()
                            .anyMatch(c -> s.token(c).labelled("cc") && s.token(c).is("or"));
        }

        /** "is still holding", "found them still burning", "pound the port day and night". */
        private boolean still(int verb) {
            boolean present = s.token(verb).pos().matches("VB[GPZ]");
            return present
                    && s.children(verb).stream()
                            .anyMatch(
                                    c ->
                                            s.token(c).labelled("advmod")
                                                            && LASTING.contains(s.lower(c))
                                                    || s.token(c).is("day")
                                                            && c + 2 < s.size()
                                                            && s.lower(c + 1).equals("and")
                                                            && s.lower(c + 2).equals("night"));
        }

        /** "whether it was the army that burned it is unclear": open, however far below. */
        private boolean underWhether(int at) {
            for (int up = s.token(at).head(), steps = 0; up >= 0 && steps < 4; steps++) {
                if (s.token(up).isVerb() && whether(up)) {
                    return true;
                }
                if (!s.token(at).labelled("relcl") && steps == 0) {
                    return false;
                }
                up = s.token(up).head();
            }
            return false;
        }

        /** "would neither confirm nor deny that": what is left open. */
        private boolean neither(int up) {
            if (!s.token(up).is("confirm", "deny")) {
                return false;
            }
            for (int i = Math.max(0, up - 4); i < up; i++) {
                if (s.token(i).is("neither", "nor")) {
                    return true;
                }
            }
            return false;
        }

        /** "refused to rule out a raid". */
        private boolean leftIn(int up) {
            int over = s.token(up).head();
            return s.token(up).is("rule", "exclude", "discount")
                    && over >= 0
                    && s.token(over).is("refuse", "decline", "decline", "fail")
                    && infinitive(up);
        }

        /** "unconfirmed reports speak of": said by nobody who answers for it. */
        private boolean saidByNobody(int up) {
            int subject = s.token(up).isVerb() ? s.child(up, "nsubj") : -1;
            return subject >= 0
                    && s.children(subject).stream()
                            .anyMatch(c -> s.token(c).is("unconfirmed", "unverified", "unproven"));
        }

        /** "the law allows police to hold": what a text of law or a book tells is what may be. */
        private boolean inABook(int up, int at) {
            int subject = s.token(up).isVerb() ? s.child(up, "nsubj", "nsubjpass") : -1;
            boolean how =
                    infinitive(at)
                            && s.children(at).stream().anyMatch(c -> s.lower(c).equals("how"));
            boolean crime = infinitive(at) && s.token(up).is("crime", "offence", "offense", "sin");
            return how
                    || crime
                    || subject >= 0 && infinitive(at) && BOOKS.contains(s.token(subject).lemma());
        }

        /** "will you do it when they attack", "leave before the army enters": not yet so. */
        private @Nullable Factuality toCome(int verb) {
            int up = s.token(verb).head();
            int mark = s.child(verb, "mark", "advmod");
            boolean present = s.token(verb).pos().matches("VBP|VBZ");
            if (!present || up < 0 || mark < 0 || !s.token(verb).labelled("advcl")) {
                return null;
            }
            boolean open =
                    infinitive(up)
                            || s.children(up).stream()
                                    .anyMatch(c -> s.lower(c).matches("will|'ll|shall|must"));
            if (!open || mark > verb) {
                return null;
            }
            return s.token(mark).is("when")
                    ? Factuality.HYPOTHETICAL
                    : s.token(mark).is("before", "until", "once", "after")
                            ? Factuality.PLANNED
                            : null;
        }

        private boolean perfect(int verb) {
            return s.children(verb).stream()
                    .anyMatch(c -> s.token(c).labelled("aux") && s.token(c).is("have"));
        }

        /** "whether the guards fired": as a thing to be known, it is open. */
        private boolean whether(int verb) {
            int mark = s.child(verb, "mark", "complm");
            return mark >= 0
                    && (s.token(mark).is("whether")
                            || s.token(mark).is("if")
                                    && s.token(verb).labelled("ccomp", "csubj")
                                    && s.token(verb).head() < mark
                                    && s.token(verb).head() >= 0
                                    && !s.token(s.token(verb).head()).is("say", "warn", "tell"));
        }

        /** "were they to attack", "had they seized it": an auxiliary before its subject. */
        private boolean inverted(int verb) {
            int noun = s.token(verb).head();
            if (infinitive(verb)
                    && noun > 0
                    && s.token(verb).labelled("acl")
                    && s.first(noun) > 0
                    && s.lower(s.first(noun) - 1).equals("were")
                    && s.token(s.first(noun) - 1).labelled("advcl")) {
                return true; // "were the army to bomb the camp", as parsers have it
            }
            int subject = s.child(verb, "nsubj", "nsubjpass");
            return subject > 0
                    && !s.lower(s.size() - 1).equals("?")
                    && s.token(verb).labelled("advcl", "ccomp")
                    && s.children(verb).stream()
                            .anyMatch(
                                    c ->
                                            c < s.first(subject)
                                                    && s.first(subject) - c == 1
                                                    && s.token(c).labelled("aux", "auxpass")
                                                    && List.of("had", "were", "should")
                                                            .contains(s.lower(c)));
        }

        private void auxiliary(int verb, Token t) {
            String form = t.form().toLowerCase(Locale.ROOT);
            String key =
                    form.equals("'ll") || form.equals("wo")
                            ? "will"
                            : form.equals("'d") ? "would" : form.equals("ca") ? "can" : form;
            Factuality f = auxiliaries.get(key);
            boolean modal = t.pos().equals("MD");
            if (!modal || f == null) {
                return;
            }
            boolean reported =
                    key.equals("would")
                            && s.token(verb).labelled("ccomp", "acl", "conj", "attr")
                            && s.token(verb).head() < verb
                            && !perfect(verb);
            boolean conditional = s.children(verb).stream().anyMatch(this::condition);
            boolean menace = conditional && (key.equals("will") || key.equals("shall")) && isDeed();
            set(
                    menace
                            ? Factuality.THREATENED
                            : conditional && f != Factuality.NOT_HAPPENED
                                    ? Factuality.HYPOTHETICAL
                                    : reported ? Factuality.PLANNED : f);
            Certainty c = certainties.get(key);
            certainty = c != null && c.compareTo(certainty) > 0 ? c : certainty;
        }

        /** Whether a clause is opened by if, unless and their like. */
        private boolean condition(int verb) {
            int first = s.first(verb);
            if (s.token(verb).isVerb()
                    && s.token(verb).labelled("advcl", "ccomp", "acl", "pcomp")
                    && (first > 0
                                    && s.token(first - 1)
                                            .is("assuming", "assume", "suppose", "provided")
                            || s.token(first).is("assuming", "assume", "suppose", "lest")
                            || first > 1
                                    && s.lower(first - 1).equals("case")
                                    && s.lower(first - 2).equals("in"))) {
                return true;
            }
            if (first > 1
                    && s.token(verb).isVerb()
                    && s.lower(first - 1).equals("case")
                    && s.lower(first - 2).equals("in")) {
                return true; // "in case the enemy bombed the town"
            }
            for (int c : s.children(verb)) {
                Token t = s.token(c);
                if (t.labelled("mark", "complm")
                        && conjunctions.get(t.lemma()) == Factuality.HYPOTHETICAL) {
                    return true;
                }
            }
            return false;
        }

        private boolean nobody(int c) {
            return s.token(c).is("nobody", "none", "nothing", "neither")
                    || s.children(c).stream()
                            .map(s::token)
                            .anyMatch(
                                    d ->
                                            d.is("no", "neither") && d.labelled("det", "neg")
                                                    || d.is("not") && d.labelled("neg", "advmod"));
        }

        /** Adjectives of a noun: planned, alleged, failed. */
        private void modifiers(int noun) {
            if (!s.token(noun).isNoun()) {
                return;
            }
            for (int c : s.children(noun)) {
                for (Patterns.Hit<Governor> h : governing.getOrDefault(c, List.of())) {
                    if (h.pos() == 'a'
                            && h.value().slot().equals("head")
                            && c < noun
                            && s.token(c).labelled("amod", "nmod")) {
                        set(factuality(h.value().effect()));
                    }
                }
                Certainty hedge = hedges.get(s.token(c).form().toLowerCase(Locale.ROOT));
                certainty = hedge != null && hedge.compareTo(certainty) > 0 ? hedge : certainty;
                if (s.token(c).is("no") && s.token(c).labelled("det", "neg")) {
                    now = Factuality.NOT_HAPPENED;
                }
            }
        }

        /**
         * Whether a noun's verb says if it took place: "there would be retaliation", "will carry
         * out an attack".
         */
        private boolean inheritsNoun(int up, String slot) {
            Token v = s.token(up);
            if (!v.isVerb()) {
                return slot.equals("compound") || slot.equals("of") || slot.equals("conj");
            }
            boolean light =
                    slot.equals("object")
                            || slot.equals("complement")
                            || slot.equals("in")
                            || slot.equals("conj");
            return !presupposed(match.head())
                            && (light || (slot.equals("subject") && OCCUR.contains(v.lemma())))
                    || presupposed(match.head())
                            && slot.equals("subject")
                            && OCCUR.contains(v.lemma())
                            && s.child(up, "attr", "acomp") < 0;
        }

        /** "refused a demand": what is refused has been demanded. */
        private boolean wasUttered() {
            return match.kind() == Match.Kind.NOUN && UTTERED.contains(match.frame().type());
        }

        /** "went on television to denounce it": to say why one speaks is to say it. */
        private boolean talk() {
            return VERBAL.contains(match.frame().type());
        }

        private boolean counted() {
            return match.frame().harm() != null
                    && match.fillers(Role.TARGET).stream()
                            .anyMatch(f -> numbers.count(s, f.head()) != null);
        }

        private boolean finite(int i) {
            Token t = s.token(i);
            return t.isVerb()
                    && (t.pos().matches("VB[DZP]")
                            || s.children(i).stream()
                                    .anyMatch(
                                            c ->
                                                    s.token(c).labelled("aux", "auxpass")
                                                            && !s.token(c).is("to")))
                    && !infinitive(i);
        }

        private boolean ownAuxiliary(int i) {
            return s.children(i).stream()
                    .map(s::token)
                    .anyMatch(
                            c ->
                                    c.labelled("aux", "auxpass", "neg", "nsubj", "nsubjpass")
                                            && !(c.pos().equals("VB") || demandedOf(i, c)));
        }

        /** "that officials resign and that prisoners be freed": told in the mood of demands. */
        private boolean demandedOf(int verb, Token subject) {
            return subject.labelled("nsubj", "nsubjpass")
                    && (s.token(verb).pos().equals("VB")
                            || s.children(verb).stream()
                                    .map(s::token)
                                    .anyMatch(c -> c.labelled("auxpass") && c.pos().equals("VB")));
        }

        private boolean infinitive(int i) {
            return s.children(i).stream()
                    .anyMatch(c -> s.token(c).labelled("aux") && s.token(c).is("to"));
        }

        private boolean progressive(int i) {
            return s.token(i).pos().equals("VBG")
                    && s.children(i).stream()
                            .map(s::token)
                            .anyMatch(
                                    c ->
                                            c.labelled("aux", "auxpass")
                                                    && c.is("be", "have")
                                                    && c.pos().matches("VB[ZP]"));
        }
    }
}
