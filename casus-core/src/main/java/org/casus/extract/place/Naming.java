package org.casus.extract.place;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.casus.model.Position;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * A name of a place where it stands, with what its neighbourhood says of it and, later, what it
 * means.
 */
final class Naming {
    /** What the words beside a name say that it names. */
    enum Cue {
        NONE,
        REGION,
        SETTLEMENT,
        WATER,
        LAND,
        SITE
    }

    /** How the name places what it is said of. */
    enum Relation {
        AT,
        NEAR
    }

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");

    private final Sentence sentence;
    private final int first;
    private final int last;
    private final String name;
    private final String key;
    private final List<Candidate> candidates;
    private final Cue cue;
    private Relation relation = Relation.AT;
    private double kilometres;
    private @Nullable String direction;
    private @Nullable Naming within;
    private @Nullable Naming around;
    private @Nullable String country;
    private @Nullable Candidate meaning;
    private List<Candidate> level = List.of();
    private boolean unknown;

    Naming(
            Sentence sentence,
            int first,
            int last,
            String name,
            String key,
            List<Candidate> candidates,
            Cue cue) {
        this.sentence = sentence;
        this.first = first;
        this.last = last;
        this.name = LINE_BREAKS.matcher(name).replaceAll(" ");
        this.key = key;
        this.candidates = List.copyOf(candidates);
        this.cue = cue;
    }

    Sentence sentence() {
        return sentence;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    /** The words, as the report has them, on one line. */
    String name() {
        return name;
    }

    boolean isUpper() {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    String key() {
        return key;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    Cue cue() {
        return cue;
    }

    /** Whether it names a building by the town that it means. */
    boolean isSiteOf(Candidate c) {
        return cue == Cue.SITE && c.scale() == Candidate.Scale.SETTLEMENT;
    }

    Span span() {
        return sentence.span(first, last);
    }

    /** The token of the name that the rest of it hangs on. */
    Position head() {
        for (int i = last; i >= first; i--) {
            int up = sentence.token(i).head();
            if (up < first || up > last) {
                return new Position(sentence.index(), i);
            }
        }
        return new Position(sentence.index(), last);
    }

    /**
     * Says that the thing told lies by the place: so many kilometres (0 unknown) in a direction.
     */
    void near(double km, @Nullable String where) {
        relation = Relation.NEAR;
        kilometres = km;
        direction = where;
    }

    Relation relation() {
        return relation;
    }

    double kilometres() {
        return kilometres;
    }

    @Nullable String direction() {
        return direction;
    }

    /** The larger place that the report puts this one in. */
    @Nullable Naming within() {
        return within;
    }

    void within(Naming container) {
        within = container;
    }

    /** A place in whose surroundings this one must be, though the report does not say that. */
    @Nullable Naming around() {
        return around;
    }

    void around(Naming neighbour) {
        around = neighbour;
    }

    /** The country that the report puts this place in by an adjective: the Syrian city of Hama. */
    @Nullable String country() {
        return country;
    }

    void country(String code) {
        country = code;
    }

    /** Says that it is none of its candidates. */
    void unknown() {
        unknown = true;
    }

    boolean isUnknown() {
        return unknown;
    }

    /** Candidates between which nothing decides. */
    List<Candidate> level() {
        return level;
    }

    void level(List<Candidate> candidates) {
        level = candidates;
    }

    @Nullable Candidate meaning() {
        return meaning;
    }

    void meaning(@Nullable Candidate candidate) {
        meaning = candidate;
    }
}
