package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casus.model.Argument;
import org.casus.model.Claim;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Patterns;
import org.jspecify.annotations.Nullable;

/** What a verb of saying or thinking introduces, by the grammar of its sentence. */
final class Contents {
    private static final Set<String> CLAUSES = Set.of("that", "to", "ing");

    private static final Set<String> TOPICAL =
            Set.of("of", "about", "on", "over", "for", "against", "regarding", "concerning");

    record Content(Candidate.Telling telling, List<Span> pieces) {}

    private final Sentence s;
    private final Patterns.Hit<Cue> hit;
    private final Cue cue;
    private final List<Integer> without;

    /**
     * @param without clauses that parsers hang into the content although they are not said
     */
    Contents(Sentence s, Patterns.Hit<Cue> hit, List<Integer> without) {
        this.s = s;
        this.hit = hit;
        this.cue = hit.value();
        this.without = without;
    }

    /** The first that there is: a clause below the cue, one around it, a noun phrase. */
    @Nullable Content find() {
        if (cue.notes().contains("deed")) {
            return new Content(Candidate.Telling.CLAUSE, List.of(deed()));
        }
        List<Span> clause = cue.wholePhrase() ? whole(true) : clause();
        if (!clause.isEmpty()) {
            return new Content(Candidate.Telling.CLAUSE, clause);
        }
        List<Span> around = around();
        if (!around.isEmpty()) {
            return new Content(Candidate.Telling.AROUND, around);
        }
        Span stray = strayClause();
        if (stray != null) {
            return new Content(Candidate.Telling.CLAUSE, List.of(stray));
        }
        List<Span> phrase = cue.wholePhrase() ? whole(false) : phrase();
        if (phrase.isEmpty() && cue.stance() != Claim.Stance.ASSERTS) {
            phrase = ownObject();
        }
        return phrase.isEmpty() ? null : new Content(Candidate.Telling.PHRASE, phrase);
    }

    /** "(Vowed) to avenge the dead", "(vowed) revenge": the end of the cue is what is said. */
    private Span deed() {
        int last = hit.last();
        return withoutAside(
                Words.trimmed(s, Math.max(hit.head() + 1, s.first(last)), s.last(last)));
    }

    // ---- clauses

    private List<Span> clause() {
        List<Span> pieces = new ArrayList<>(2);
        List<String> slots = new ArrayList<>(cue.content());
        if (cue.aloud() && !cue.weak()) {
            slots.add("ing");
        }
        if (s.child(hit.head(), "nsubjpass") >= 0) {
            slots.add("to");
        }
        for (String slot : slots) {
            String name = slot.equals("wh") ? "that" : slot;
            if (!CLAUSES.contains(name)) {
                continue;
            }
            for (int w : hit.words()) {
                int done = -1;
                for (Argument a : s.arguments(w)) {
                    boolean fits = isClause(a, name) && !a.passed() && !own(a.head());
                    if (fits && !(done >= 0 && s.under(a.head(), done))) {
                        pieces.addAll(raised(w, a.head(), name));
                        done = a.head();
                    }
                }
            }
            if (!pieces.isEmpty()) {
                break;
            }
        }
        return pieces;
    }

    /** A clause in a slot; a preposition ("to the front") may bear the same name. */
    private boolean isClause(Argument a, String slot) {
        return a.slot().equals(slot)
                && !(a.link() >= 0 && s.token(a.link()).labelled("prep", "dative"));
    }

    /**
     * "Said in a statement that …", "told the radio that …", "made clear that …": parsers hang the
     * clause on the last noun, or on the end of the cue.
     */
    private @Nullable Span strayClause() {
        if (!cue.content().contains("that") || !cue.aloud()) {
            return null;
        }
        for (int w : hit.words()) {
            int clause = w == hit.head() ? -1 : s.child(w, "csubj", "ccomp");
            for (Argument a : s.arguments(w)) {
                if (clause < 0 && a.head() > hit.head() && !a.passed()) {
                    clause = s.child(a.head(), "relcl", "acl", "ccomp");
                }
            }
            int mark = clause < 0 ? -1 : s.child(clause, "mark");
            if (mark >= 0 && s.token(mark).is("that")) {
                return s.subtree(clause);
            }
        }
        return null;
    }

    /**
     * A clause's words; with the subject where the passive has raised it ("they are said to have
     * fled"), with the object that does it ("wants them to leave").
     */
    private List<Span> raised(int word, int clause, String slot) {
        int subject = s.child(word, "nsubjpass");
        boolean own = s.child(clause, "nsubj", "nsubjpass", "mark") >= 0;
        if (subject >= 0 && s.last(subject) < s.first(clause) && !own) {
            return List.of(Words.trimmed(s, s.first(subject), s.last(clause)));
        }
        int object = s.child(word, "dobj");
        boolean does = object > hit.head() && s.last(object) < clause && !own(object);
        if (does && !own && slot.equals("to")) {
            return List.of(Words.trimmed(s, s.first(object), s.last(clause)));
        }
        List<Integer> out = new ArrayList<>(without);
        if (s.under(hit.head(), clause)) {
            out.add(hit.head());
        }
        return Words.under(s, clause, out);
    }

    /** Whom and what in one: "the rebels of killing ten men", "residents to stay calm". */
    private List<Span> whole(boolean clause) {
        Span cover = null;
        boolean found = false;
        for (String slot : slots()) {
            for (int w : hit.words()) {
                for (Argument a : s.arguments(w)) {
                    if (!a.slot().equals(slot.equals("wh") ? "that" : slot) || own(a.head())) {
                        continue;
                    }
                    boolean passive = a.slot().equals("object") && s.child(w, "nsubjpass") >= 0;
                    if (a.passed() || (a.head() < hit.head() && !passive)) {
                        continue;
                    }
                    found |= s.token(a.head()).isVerb();
                    boolean linked = a.link() >= 0 && !hit.words().contains(a.link());
                    Span piece =
                            s.subtree(
                                    linked && s.token(a.link()).labelled("prep")
                                            ? a.link()
                                            : a.head());
                    cover = cover == null ? piece : cover.cover(piece);
                }
            }
        }
        if (cover == null || found != clause) {
            return List.of();
        }
        return List.of(clause ? stretched(cover) : withoutAside(stretched(cover)));
    }

    /** What is called names or blamed is so as something, for something. */
    private List<String> slots() {
        List<String> slots = new ArrayList<>(cue.content());
        if (slots.contains("object")) {
            slots.addAll(List.of("as", "complement", "for"));
        }
        return slots;
    }

    /** "Blamed the group for the attack": a phrase of the cue that the parser hung higher up. */
    private Span stretched(Span cover) {
        Span span = cover;
        for (int i = hit.head() + 1; i < s.size(); i++) {
            Token t = s.token(i);
            boolean next = t.span().start() > span.end() && t.span().start() - span.end() <= 1;
            if (next
                    && t.labelled("prep")
                    && cue.content().contains(t.lemma())
                    && t.head() >= 0
                    && s.under(hit.head(), t.head())) {
                span = span.cover(s.subtree(i));
            }
        }
        return span;
    }

    // ---- the clause around

    private List<Span> around() {
        Token t = s.token(hit.head());
        int host = t.head();
        boolean fits =
                host >= 0
                        && (cue.content().contains("that") || cue.content().contains("clause"))
                        && t.labelled("parataxis", "ccomp", "meta", "advcl", "dep", "conj")
                        && s.child(hit.head(), "nsubj", "nsubjpass") >= 0
                        && !complemented();
        int mark = s.child(hit.head(), "mark");
        boolean as = mark >= 0 && s.token(mark).is("as") && t.labelled("advcl");
        if (!fits || mark >= 0 && !as || t.labelled("advcl") && !as) {
            return List.of();
        }
        int first = Words.firstUnder(s, hit.head());
        int last = Words.lastUnder(s, hit.head());
        boolean apart = as || commaBefore(first) || host > hit.head();
        if (!apart || t.labelled("conj") && !ends(last)) {
            return List.of();
        }
        List<Integer> out = new ArrayList<>(without);
        out.add(hit.head());
        return Words.around(s, host, out);
    }

    /** Whether the cue has something of its own to say: "called for talks, he said". */
    private boolean complemented() {
        for (int w : hit.words()) {
            for (Argument a : s.arguments(w)) {
                boolean content = cue.content().contains(a.slot()) && !CLAUSES.contains(a.slot());
                if (content && !a.passed() && !own(a.head())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean commaBefore(int first) {
        return first > 0 && Words.isMark(s.token(first - 1));
    }

    private boolean ends(int last) {
        return Words.onlyMarks(s, last + 1, s.size() - 1);
    }

    // ---- noun phrases

    private List<Span> phrase() {
        for (String slot : cue.content()) {
            if (CLAUSES.contains(slot) || slot.equals("wh") || slot.equals("quote")) {
                continue;
            }
            for (int w : hit.words()) {
                for (Argument a : s.arguments(w)) {
                    if (a.slot().equals(slot) && !own(a.head()) && !a.passed()) {
                        return List.of(withPredicate(w, a.head()));
                    }
                }
            }
        }
        return hit.words().size() > 1 ? afterPhrase() : List.of();
    }

    /** "The strike as a crime", "the move illegal". */
    private Span withPredicate(int word, int object) {
        Span span = withoutAside(s.subtree(object));
        for (Argument a : s.arguments(word)) {
            boolean more = a.slot().equals("complement") || a.slot().equals("as");
            if (more && a.head() > object && !own(a.head())) {
                span = span.cover(s.subtree(a.head()));
            }
        }
        return span;
    }

    /** A relative clause behind a comma at the end is the report's own remark. */
    private Span withoutAside(Span span) {
        for (int i = hit.head() + 1; i < s.size(); i++) {
            Token t = s.token(i);
            int first = s.first(i);
            boolean aside =
                    t.labelled("relcl")
                            && span.contains(t.span())
                            && first > 1
                            && s.token(first - 1).pos().equals(",")
                            && s.token(s.last(i)).span().end() >= span.end();
            if (aside && s.token(first).span().start() > span.start()) {
                return new Span(span.start(), s.token(first - 2).span().end());
            }
        }
        return span;
    }

    /** "Denied responsibility for the attack": what hangs on the phrase by a preposition. */
    private List<Span> afterPhrase() {
        for (int w : List.of(hit.last(), hit.head())) {
            for (Argument a : s.arguments(w)) {
                boolean after = a.link() > w && s.token(a.link()).labelled("prep");
                if (after && !own(a.head()) && topical(a)) {
                    return List.of(s.subtree(a.head()));
                }
            }
        }
        return List.of();
    }

    /** A preposition that leads to what is talked about, and not to its time or place. */
    private boolean topical(Argument a) {
        return s.token(a.head()).isVerb()
                || cue.content().contains(a.slot())
                || TOPICAL.contains(a.slot())
                        && !s.token(a.head()).entity().equals("DATE")
                        && !s.token(a.head()).entity().equals("TIME");
    }

    /** "Denied involvement", "dismissed the report": the noun of the cue is what it is about. */
    private List<Span> ownObject() {
        int last = hit.last();
        boolean object = last > hit.head() && s.token(last).labelled("dobj");
        return object ? List.of(withoutAside(s.subtree(last))) : List.of();
    }

    private boolean own(int token) {
        return hit.words().contains(token);
    }
}
