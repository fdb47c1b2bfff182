package org.casus.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.model.Argument;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Match.Filler;
import org.casus.rule.Match.Kind;
import org.jspecify.annotations.Nullable;

/** What stands around a trigger, and which role of its frame it fills. */
final class Arguments {
    /** Slots that are not prepositions, and "of", which parsers attach well. */
    private static final Set<String> NEVER_BORROWED =
            Set.of(
                    "subject",
                    "object",
                    "recipient",
                    "poss",
                    "compound",
                    "modifier",
                    "that",
                    "to",
                    "ing",
                    "of",
                    "complement",
                    "number",
                    "adverb",
                    "appos",
                    "particle",
                    "relative");

    /** Types of deeds to people and things, where whose thing it is is asked later, and of say. */
    private static final Set<String> OWNERS_ASIDE =
            Set.of("ASSAULT", "COERCE", "PROTEST", "SAY.CLAIM", "SAY.DENY");

    /** Where the other side stands in a verb that is talked about: "refused to meet the envoys". */
    private static final List<String> OF_VERB =
            List.of("object", "recipient", "with", "against", "to", "on", "from", "of", "in");

    /** The same in a clause: "alleged that Eritrea had armed the rebels". */
    private static final List<String> OF_CLAUSE =
            List.of("subject", "object", "with", "against", "to", "on", "from", "of", "in");

    /** The same for a noun: "rejected the government's plan", "sought the release of the pilot". */
    /** Who did what is condemned: "condemned the murder of the envoy by the guards". */
    private static final List<String> OF_DEED = List.of("poss", "by", "from", "compound");

    private static final List<String> OF_NOUN =
            List.of(
                    "poss",
                    "from",
                    "by",
                    "with",
                    "against",
                    "on",
                    "to",
                    "of",
                    "compound",
                    "in",
                    "near");

    /** What speaks for whoever issues it: "adopted a resolution condemning the raid". */
    private static final Set<String> DOCUMENTS =
            Set.of(
                    "statement",
                    "resolution",
                    "declaration",
                    "communique",
                    "communiqué",
                    "letter",
                    "report",
                    "message",
                    "motion",
                    "note",
                    "memorandum",
                    "petition",
                    "leaflet",
                    "ruling",
                    "manifesto",
                    "editorial");

    private static final String[] MONTHS = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december"
    };

    private static final Set<String> TALKS =
            Set.of("talk", "talks", "summit", "meeting", "negotiation", "negotiations", "dialogue");

    private final Lexicon lexicon;

    Arguments(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The arguments of all words of a trigger and what a light verb lends it. A word of the trigger
     * is an argument itself if it names somebody or something that is hit: "free hostages"; or who
     * does it, armed: "rebel attack".
     */
    List<Argument> of(Sentence s, int head, List<Integer> words, Kind kind, LightVerbs.Uses uses) {
        if (words.size() == 1 && kind != Kind.NOUN) {
            return s.arguments(head);
        }
        List<Argument> all = new ArrayList<>();
        if (kind == Kind.NOUN) {
            uses.lend(head, all);
        }
        for (int w : words) {
            for (Argument a : s.arguments(w)) {
                boolean inside = words.contains(a.head());
                boolean ofHead = w == head || kind != Kind.VERB;
                if (inside
                        ? kind == Kind.VERB ? ofHead && isParticipant(s, a) : isArmed(s, a)
                        : ofHead || !a.slot().equals("subject")) {
                    all.add(a);
                }
            }
        }
        return all;
    }

    private boolean isArmed(Sentence s, Argument a) {
        Phrases.Found<Lexicon.Person> person = lexicon.person(s, a.head());
        return person != null && person.value().armed();
    }

    private boolean isParticipant(Sentence s, Argument a) {
        if (!s.token(a.head()).isNoun()) {
            return false;
        }
        Phrases.Found<Lexicon.Thing> thing = lexicon.thing(s, a.head());
        return thing != null && !thing.value().kind().equals("weapon")
                || lexicon.person(s, a.head()) != null
                || lexicon.collective(s, a.head()) != null
                || a.link() >= 0 && lexicon.weapon(s, a.head()) != null;
    }

    Map<Role, List<Filler>> fillers(
            Sentence s, int head, Frame frame, Kind kind, List<Argument> arguments) {
        Map<Role, List<Filler>> fillers = new EnumMap<>(Role.class);
        Map<Role, List<String>> slots = kind == Kind.NOUN ? frame.nounSlots() : frame.verbSlots();
        Role suffering = slots.containsKey(Role.TARGET) ? Role.TARGET : Role.OBJECT;
        List<Argument> borrowed = null;
        for (Map.Entry<Role, List<String>> entry : slots.entrySet()) {
            Role role = entry.getKey();
            List<Filler> list = new ArrayList<>(2);
            if (role == Role.SOURCE) {
                collect(s, LightVerbs.DOER, arguments, list);
            }
            for (String slot : entry.getValue()) {
                collect(s, slot, arguments, list);
            }
            if (role == Role.INSTRUMENT) {
                list.removeIf(
                        f -> f.slot().equals("compound") && lexicon.weapon(s, f.head()) == null);
            }
            if (role == suffering) {
                collect(s, LightVerbs.SUFFERER, arguments, list);
            }
            if (list.isEmpty()) {
                borrowed = borrowed == null ? borrowed(s, head, kind, arguments) : borrowed;
                borrow(s, role, entry.getValue(), borrowed, list);
            }
            if (!list.isEmpty()) {
                fillers.put(role, list);
            }
        }
        if (!OWNERS_ASIDE.contains(frame.type())) {
            issuer(s, head, kind, fillers);
            addressee(s, frame, fillers);
        }
        if (kind == Kind.AGENT) {
            fillers.put(Role.SOURCE, List.of(new Filler(head, "agent", false)));
        }
        if (s.token(head).isVerb() && headline(s, head, frame, fillers)) {
            fillers.put(Role.TARGET, List.copyOf(fillers.getOrDefault(Role.SOURCE, List.of())));
            fillers.remove(Role.SOURCE);
        }
        if (kind == Kind.NOUN && frame.harm() != null) {
            sufferer(s, head, fillers);
        }
        return fillers;
    }

    /**
     * "the bishop's murder", "his abduction": whose death it is suffers it, unless the noun has an
     * "of" beside it, tells of many deaths, or armed men have it.
     */
    private void sufferer(Sentence s, int head, Map<Role, List<Filler>> fillers) {
        List<Filler> targets = fillers.getOrDefault(Role.TARGET, List.of());
        boolean told = targets.stream().anyMatch(f -> !f.slot().equals("compound"));
        List<Filler> owners =
                fillers.getOrDefault(Role.SOURCE, List.of()).stream()
                        .filter(f -> f.slot().equals("poss") && suffers(s, head, f.head()))
                        .toList();
        if (!told && !owners.isEmpty()) {
            List<Filler> doers = new ArrayList<>(fillers.getOrDefault(Role.SOURCE, List.of()));
            doers.removeAll(owners);
            fillers.put(Role.TARGET, owners);
            fillers.remove(Role.SOURCE);
            if (!doers.isEmpty()) {
                fillers.put(Role.SOURCE, doers);
            }
        }
    }

    private boolean suffers(Sentence s, int deed, int owner) {
        Token t = s.token(owner);
        boolean one = s.token(deed).pos().equals("NN");
        if (t.isPronoun()) {
            return one && t.is("his", "her", "he", "she");
        }
        Phrases.Found<Lexicon.Person> person = lexicon.person(s, owner);
        if (person != null) {
            return !person.value().armed() || person.value().category().equals("police");
        }
        boolean body =
                lexicon.collective(s, owner) != null
                        || Set.of("ORG", "GPE", "NORP", "LOC").contains(t.entity());
        return t.isProper() && !body && (one || t.entity().equals("PERSON"));
    }

    /** A noun of talk or aid without a doer may have that of the verb it is the object of. */
    Match withDoer(Match m, boolean[] taken) {
        if (m.kind() != Kind.NOUN
                || m.fillers().containsKey(Role.SOURCE)
                || OWNERS_ASIDE.contains(m.frame().type())
                || m.frame().symmetric() && LightVerbs.isKnown(m.sentence(), m.head())) {
            return m;
        }
        List<Argument> lent = LightVerbs.ofGovernor(m.sentence(), m.head(), taken);
        if (lent.isEmpty()) {
            return m;
        }
        List<Filler> doers = new ArrayList<>(1);
        collect(m.sentence(), "subject", lent, doers);
        doers.removeIf(f -> !lexicon.is("@person", m.sentence(), f.head()));
        if (doers.isEmpty()) {
            return m;
        }
        Map<Role, List<Filler>> fillers = new EnumMap<>(m.fillers());
        fillers.put(Role.SOURCE, doers);
        if (!fillers.containsKey(Role.TARGET)) {
            List<Filler> targets = new ArrayList<>(1);
            for (String slot : m.frame().nounSlots().getOrDefault(Role.TARGET, List.of())) {
                collect(m.sentence(), slot, lent, targets);
            }
            if (!targets.isEmpty()) {
                fillers.put(Role.TARGET, targets);
            }
        }
        return new Match(m.frame(), m.kind(), m.sentence(), m.head(), m.words(), fillers);
    }

    /**
     * "Five soldiers killed in ambush": a past participle without its auxiliary looks like an
     * active verb without object.
     */
    private static boolean headline(
            Sentence s, int head, Frame frame, Map<Role, List<Filler>> fillers) {
        Token t = s.token(head);
        return frame.harm() != null
                && s.child(head, "agent", "auxpass") < 0 // "was gunned down by a group"
                && frame.verbSlots().getOrDefault(Role.TARGET, List.of()).contains("object")
                && !fillers.containsKey(Role.TARGET)
                && (t.pos().equals("VBD") || t.pos().equals("VBN"))
                && t.labelled("root", "ccomp", "conj", "acl")
                && s.arguments(head, "object").isEmpty();
    }

    // ---- slots

    /** Takes what stands in a slot; "that.subject" is the subject of what stands in "that". */
    private void collect(Sentence s, String slot, List<Argument> arguments, List<Filler> list) {
        int dot = slot.indexOf('.');
        for (Argument a : arguments) {
            if (dot < 0) {
                if (stands(s, a, slot)) {
                    take(s, a, slot, list);
                }
            } else if (a.slot().regionMatches(0, slot, 0, dot) && a.slot().length() == dot) {
                String rest = slot.substring(dot + 1);
                for (Argument inner : s.arguments(a.head())) {
                    if (stands(s, inner, rest)) {
                        take(s, inner, slot, list);
                    }
                }
            }
        }
    }

    private static void take(Sentence s, Argument a, String slot, List<Filler> list) {
        for (Filler f : list) {
            if (f.head() == a.head()) {
                return;
            }
        }
        String entity = s.token(a.head()).entity();
        if (!entity.equals("DATE") && !entity.equals("TIME") && !isDay(s, a.head())) {
            list.add(new Filler(a.head(), slot, a.passed()));
        }
    }

    /** "on 4 May", "on May 4", whatever a tagger takes the month for. */
    private static boolean isDay(Sentence s, int i) {
        boolean number =
                i > 0 && s.token(i - 1).pos().equals("CD")
                        || i + 1 < s.size() && s.token(i + 1).pos().equals("CD");
        return number && s.token(i).isProper() && s.token(i).is(MONTHS);
    }

    /**
     * Whether an argument stands in a slot: "Iraqi" in "Iraqi raid" does as "army" in "army raid".
     */
    private boolean stands(Sentence s, Argument a, String slot) {
        return a.slot().equals(slot)
                || slot.equals("compound") && a.slot().equals("modifier") && names(s, a.head());
    }

    /** Whether an adjective names somebody: "Iraqi", "rebel"; not "several", "heavy". */
    private boolean names(Sentence s, int i) {
        Token t = s.token(i);
        return i > 0 && Character.isUpperCase(t.form().charAt(0))
                || Set.of("NORP", "GPE", "ORG").contains(t.entity())
                || lexicon.person(s, i) != null
                || lexicon.collective(s, i) != null;
    }

    // ---- phrases that the parser hung on a neighbour

    /**
     * Prepositional phrases one or two steps off: on what the trigger governs ("retaliated with
     * artillery against the camps" with "against" under "artillery"), and for a noun on its verb
     * ("condemned the recruitment of children by the militia").
     */
    private static List<Argument> borrowed(
            Sentence s, int head, Kind kind, List<Argument> arguments) {
        List<Argument> borrowed = new ArrayList<>();
        for (Argument a : arguments) {
            if (a.head() > head && !a.passed() && s.token(a.head()).isNoun()) {
                below(s, a.head(), borrowed, 2);
            }
        }
        if (kind == Kind.NOUN) {
            int verb = s.token(head).head();
            verb = verb >= 0 && s.token(verb).labelled("prep") ? s.token(verb).head() : verb;
            if (verb >= 0 && verb < head && s.token(verb).isVerb()) {
                phrases(s, verb, head, borrowed);
            }
        }
        return borrowed;
    }

    private static void below(Sentence s, int i, List<Argument> borrowed, int depth) {
        phrases(s, i, i, borrowed);
        if (depth > 1) {
            for (Argument a : s.arguments(i)) {
                if (a.link() > i && s.token(a.head()).isNoun()) {
                    below(s, a.head(), borrowed, depth - 1);
                }
            }
        }
    }

    private static void phrases(Sentence s, int i, int after, List<Argument> borrowed) {
        for (Argument a : s.arguments(i)) {
            if (a.link() > after && !a.passed()) {
                borrowed.add(new Argument(a.slot(), a.head(), a.link(), true));
            }
        }
    }

    private void borrow(
            Sentence s, Role role, List<String> slots, List<Argument> borrowed, List<Filler> list) {
        for (String slot : slots) {
            String wanted = preposition(slot, role);
            if (wanted != null) {
                for (Argument a : borrowed) {
                    if (a.slot().equals(wanted) && likely(s, role, a.head())) {
                        take(s, a, slot, list);
                    }
                }
            }
            if (!list.isEmpty()) {
                return;
            }
        }
    }

    /** The preposition of a slot; "by" for the subject, which it follows in the passive. */
    private static @Nullable String preposition(String slot, Role role) {
        if (slot.equals("subject") && role == Role.SOURCE) {
            return "by";
        }
        return slot.indexOf('.') >= 0 || NEVER_BORROWED.contains(slot) ? null : slot;
    }

    private boolean likely(Sentence s, Role role, int head) {
        return switch (role) {
            case SOURCE -> lexicon.is("@person", s, head);
            case INSTRUMENT -> lexicon.is("@weapon", s, head);
            default -> s.token(head).isNoun();
        };
    }

    // ---- who speaks, and whom talk is addressed to

    /**
     * A document that condemns or asks does so for whoever released, adopted or wrote it; what
     * talks fail to bring, those who talk fail to agree on.
     */
    private void issuer(Sentence s, int head, Kind kind, Map<Role, List<Filler>> fillers) {
        List<Filler> sources = fillers.getOrDefault(Role.SOURCE, List.of());
        if (sources.size() == 1 && TALKS.contains(s.token(sources.get(0).head()).lemma())) {
            List<Filler> parties = new ArrayList<>(2);
            collect(s, "between", s.arguments(sources.get(0).head()), parties);
            if (!parties.isEmpty()) {
                fillers.put(Role.SOURCE, parties);
            }
            return;
        }
        int document =
                sources.size() == 1
                        ? sources.get(0).head()
                        : sources.isEmpty() && kind == Kind.ADJECTIVE ? s.token(head).head() : -1;
        if (document < 0 || !DOCUMENTS.contains(s.token(document).lemma())) {
            return;
        }
        Token t = s.token(document);
        List<Filler> issuers = new ArrayList<>(2);
        if (t.head() >= 0 && s.token(t.head()).isVerb()) {
            boolean object = s.arguments(t.head(), "object").contains(document);
            if (object) {
                collect(s, "subject", s.arguments(t.head()), issuers);
            }
        }
        for (String slot : List.of("poss", "by", "from", "of")) {
            if (issuers.isEmpty()) {
                collect(s, slot, s.arguments(document), issuers);
            }
        }
        issuers.removeIf(f -> !lexicon.is("@person", s, f.head()));
        if (!issuers.isEmpty()) {
            fillers.put(Role.SOURCE, issuers);
        }
    }

    /**
     * Where no actor is the target, whoever takes part in what is spoken of, given or refused is:
     * "demanded an apology from Tokyo", "turned down American aid".
     */
    private void addressee(Sentence s, Frame frame, Map<Role, List<Filler>> fillers) {
        List<Filler> targets = fillers.getOrDefault(Role.TARGET, List.of());
        List<Filler> sources = fillers.getOrDefault(Role.SOURCE, List.of());
        for (Filler f : targets) {
            if (lexicon.is("@person", s, f.head())) {
                return;
            }
        }
        List<Filler> found = new ArrayList<>(1);
        for (List<Filler> side : List.of(targets, fillers.getOrDefault(Role.ABOUT, List.of()))) {
            for (Filler f : side) {
                if (found.isEmpty() && !isPerson(s, f.head())) {
                    participants(s, f, frame, sources, found);
                }
            }
        }
        if (!found.isEmpty()) {
            found.addAll(0, targets);
            fillers.put(Role.TARGET, found);
        }
    }

    private void participants(
            Sentence s, Filler f, Frame frame, List<Filler> sources, List<Filler> found) {
        List<String> slots =
                !s.token(f.head()).isVerb()
                        ? frame.type().equals("ACCUSE") ? OF_DEED : OF_NOUN
                        : s.token(f.head()).is("send", "deliver", "give", "provide", "hand")
                                ? List.of("recipient", "to")
                                : f.slot().equals("that") ? OF_CLAUSE : OF_VERB;
        for (String slot : slots) {
            for (Argument a : s.arguments(f.head())) {
                if (stands(s, a, slot)
                        && isPerson(s, a.head())
                        && !isOwn(s, a.head())
                        && sources.stream().noneMatch(x -> x.head() == a.head())) {
                    found.add(new Filler(a.head(), f.slot() + "." + slot, true));
                }
            }
            if (!found.isEmpty()) {
                return;
            }
        }
    }

    /** "warned that his country would respond": whoever is the speaker's own is not addressed. */
    private static boolean isOwn(Sentence s, int i) {
        int owner = s.child(i, "poss");
        return owner >= 0 && s.token(owner).isPronoun();
    }

    /** A person or actor by a name or noun: a pronoun most often is the speaker. */
    private boolean isPerson(Sentence s, int i) {
        return lexicon.is("@person", s, i)
                && !s.token(i).isPronoun()
                && !s.token(i).pos().equals("CD");
    }
}
