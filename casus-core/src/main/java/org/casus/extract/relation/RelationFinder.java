package org.casus.extract.relation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.model.Actor;
import org.casus.model.Argument;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Relation;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Patterns;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/** Finds standing relations between actors, and of actors to places they hold. */
public final class RelationFinder {
    /** A relation as one sentence tells it; the token is where it hangs in the tree. */
    public record Tie(
            Relation.Type type,
            Actor from,
            @Nullable Actor to,
            @Nullable Place place,
            boolean ended,
            int token,
            Span span) {}

    private record Row(
            Relation.Type type,
            String from,
            String to,
            boolean ended,
            boolean symmetric,
            boolean place,
            boolean weak) {}

    private static final Set<String> FORMER =
            Set.of("once", "formerly", "previously", "former", "then", "until");

    private static final Set<String> END =
            Set.of(
                    "end",
                    "collapse",
                    "break",
                    "lapse",
                    "expire",
                    "fail",
                    "crumble",
                    "unravel",
                    "fall",
                    "dissolve");
    private static final Set<String> OVER = Set.of("over", "dead", "ended", "finished", "void");

    private final Patterns<Row> patterns = new Patterns<>();
    private final Map<String, List<Row>> suffixes = new HashMap<>();
    private final Map<String, List<Row>> prefixes = new HashMap<>();

    private RelationFinder() {}

    public static RelationFinder load(Problems problems) {
        RelationFinder finder = new RelationFinder();
        Table.read("relation/relations.table", problems, finder::add);
        return finder;
    }

    private void add(Table.Row row) {
        try {
            Relation.Type type =
                    Relation.Type.valueOf(
                            row.get("relation").toUpperCase(Locale.ROOT).replace('-', '_'));
            String note = row.get("note");
            if (note.contains("member")) {
                return; // that somebody belongs to a body is the actor's own affair
            }
            Row r =
                    new Row(
                            type,
                            row.get("from"),
                            row.get("to"),
                            row.get("status").equals("ended"),
                            note.contains("symmetric"),
                            note.contains("place"),
                            note.contains("weak"));
            String word = row.get("word");
            if (word.startsWith("-")) {
                suffixes.computeIfAbsent(word.substring(1), k -> new ArrayList<>(1)).add(r);
            } else if (word.endsWith("-")) {
                prefixes.computeIfAbsent(
                                word.substring(0, word.length() - 1), k -> new ArrayList<>(1))
                        .add(r);
            } else {
                patterns.add(word, row.get("pos").charAt(0), r);
            }
        } catch (IllegalArgumentException e) {
            row.problem(
                    "relation "
                            + row.get("relation")
                            + " is not one of "
                            + List.of(Relation.Type.values()));
        }
    }

    /** The relations that a sentence tells. */
    public List<Tie> find(Sentence s, Mentions<Actor> actors, Mentions<Place> places) {
        List<Tie> ties = new ArrayList<>();
        if (!s.parsed()) {
            return ties;
        }
        Finder finder = new Finder(s, actors, places, ties);
        for (Patterns.Hit<Row> hit : patterns.find(s)) {
            finder.pattern(hit);
        }
        for (int i = 0; i < s.size(); i++) {
            finder.compound(i);
        }
        return ties;
    }

    /** The kinds of relation that a sentence tells the end of: "the truce is over". */
    public Set<Relation.Type> endings(Sentence s) {
        Set<Relation.Type> ended = EnumSet.noneOf(Relation.Type.class);
        for (Patterns.Hit<Row> hit : s.parsed() ? patterns.find(s) : List.<Patterns.Hit<Row>>of()) {
            if (hit.pos() == 'n') {
                for (int i = 0; i < s.size(); i++) {
                    boolean over =
                            END.contains(s.token(i).lemma())
                                    && s.arguments(i, "subject").contains(hit.head());
                    boolean be =
                            s.token(i).is("be")
                                    && s.arguments(i, "subject").contains(hit.head())
                                    && s.children(i).stream()
                                            .anyMatch(c -> OVER.contains(s.token(c).lemma()));
                    if (over || be) {
                        ended.add(hit.value().type());
                    }
                }
            }
        }
        return ended;
    }

    /** The search in one sentence. */
    private final class Finder {
        private final Sentence s;
        private final Mentions<Actor> actors;
        private final Mentions<Place> places;
        private final List<Tie> ties;

        Finder(Sentence s, Mentions<Actor> actors, Mentions<Place> places, List<Tie> ties) {
            this.s = s;
            this.actors = actors;
            this.places = places;
            this.ties = ties;
        }

        void pattern(Patterns.Hit<Row> hit) {
            Row row = hit.value();
            List<Integer> from = slot(hit, row.from());
            List<Integer> to = slot(hit, row.to());
            if (row.from().startsWith("between") && from.size() > 1) {
                tell(
                        row,
                        from.get(0),
                        from.get(1),
                        hit.head(),
                        s.span(hit.words().get(0), hit.last()));
                return;
            }
            for (int f : from) {
                for (int t : to) {
                    tell(row, f, t, hit.head(), s.span(hit.words().get(0), hit.last()));
                }
            }
        }

        /** "Iran-backed militias", "pro-Iranian militias": one token, or three with the hyphen. */
        void compound(int i) {
            String form = s.token(i).form().toLowerCase(Locale.ROOT);
            int dash = form.lastIndexOf('-');
            if (dash > 0 && dash < form.length() - 1) {
                for (Row row : suffixes.getOrDefault(form.substring(dash + 1), List.of())) {
                    hyphenated(row, i, i, s.token(i).head(), i);
                }
                return;
            }
            if (!form.equals("-") || i == 0 || i + 1 >= s.size()) {
                return;
            }
            String after = s.token(i + 1).form().toLowerCase(Locale.ROOT);
            for (Row row : suffixes.getOrDefault(after, List.of())) {
                hyphenated(row, i - 1, i - 1, s.token(i + 1).head(), i + 1);
            }
            for (Row row :
                    prefixes.getOrDefault(
                            s.token(i - 1).form().toLowerCase(Locale.ROOT), List.of())) {
                hyphenated(row, i + 1, i - 1, s.token(i + 1).head(), i + 1);
            }
        }

        private void hyphenated(Row row, int prefix, int first, int head, int token) {
            if (head >= 0) {
                int from = row.from().equals("prefix") ? prefix : head;
                int to = row.to().equals("prefix") ? prefix : head;
                tell(row, from, to, token, s.span(Math.min(first, token), Math.max(first, token)));
            }
        }

        private List<Integer> slot(Patterns.Hit<Row> hit, String slots) {
            List<Integer> found = new ArrayList<>();
            for (String slot : slots.split("; ?", -1)) {
                switch (slot) {
                    case "self" -> found.addAll(bearer(hit.head()));
                    case "head" -> {
                        if (s.token(hit.head()).head() >= 0) {
                            found.add(s.token(hit.head()).head());
                        }
                    }
                    default -> {
                        for (int w : hit.words()) {
                            for (Argument a : s.arguments(w)) {
                                boolean fits =
                                        a.slot().equals(slot)
                                                || (slot.equals("compound")
                                                        && a.slot().equals("modifier"));
                                if (fits
                                        && !hit.words().contains(a.head())
                                        && !found.contains(a.head())) {
                                    found.add(a.head());
                                }
                            }
                        }
                    }
                }
                if (found.isEmpty() && slot.equals("between") && hit.pos() == 'n') {
                    found.addAll(betweenElsewhere(hit));
                }
                if (!found.isEmpty()) {
                    break;
                }
            }
            return found;
        }

        /** "a truce has existed between the two": the parties hang on the verb. */
        private List<Integer> betweenElsewhere(Patterns.Hit<Row> hit) {
            for (int i = 0; i < s.size(); i++) {
                if (s.token(i).isVerb()
                        && !s.arguments(i, "between").isEmpty()
                        && (s.under(hit.head(), i)
                                || s.under(i, hit.head())
                                || s.under(hit.head(), Math.max(0, s.token(i).head())))) {
                    return s.arguments(i, "between");
                }
            }
            return List.of();
        }

        /** Whom a noun is said of: "X, an ally of Y", "X is Y's ally"; else the noun itself. */
        private List<Integer> bearer(int noun) {
            List<Integer> subjects = s.arguments(noun, "subject");
            if (!subjects.isEmpty()) {
                return subjects;
            }
            return s.token(noun).labelled("appos") && s.token(noun).head() >= 0
                    ? List.of(s.token(noun).head())
                    : List.of(noun);
        }

        private void tell(Row row, int from, int to, int token, Span span) {
            Mention<Actor> a = actor(from);
            Mention<Actor> b = actor(to);
            Mention<Place> place = places.covering(s.index(), to);
            boolean mayBePlace =
                    row.type() == Relation.Type.CONTROLS
                            && (b == null || place != null && s.token(to).isProper());
            boolean person =
                    row.type() == Relation.Type.CONTROLS
                            && b != null
                            && b.value().kind() == Actor.Kind.PERSON;
            if (a == null
                    || person
                    || (row.weak() && b == null)
                    || a == b
                    || (b != null && a.value() == b.value())) {
                return;
            }
            boolean ended = row.ended() || former(token);
            if (mayBePlace && place != null) {
                ties.add(new Tie(row.type(), a.value(), null, place.value(), ended, token, span));
            } else if (b != null) {
                ties.add(new Tie(row.type(), a.value(), b.value(), null, ended, token, span));
            }
        }

        /** The actor at a token, or the one whose words cover it. */
        private @Nullable Mention<Actor> actor(int token) {
            Mention<Actor> m = actors.at(s.index(), token);
            if (m != null) {
                return m;
            }
            m = actors.covering(s.index(), token);
            return m != null && s.token(token).isProper() ? m : null;
        }

        private boolean former(int token) {
            for (int c : s.children(token)) {
                Token t = s.token(c);
                if (FORMER.contains(t.lemma())
                        || FORMER.contains(t.form().toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
            return s.children(token).stream()
                    .anyMatch(
                            c ->
                                    s.token(c).labelled("aux")
                                            && s.token(c).is("have")
                                            && s.token(c).pos().equals("VBD"));
        }
    }
}
