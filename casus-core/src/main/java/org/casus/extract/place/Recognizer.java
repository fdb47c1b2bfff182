package org.casus.extract.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.extract.place.Candidate.Scale;
import org.casus.extract.place.Naming.Cue;
import org.casus.extract.place.Words.Role;
import org.casus.extract.place.gazetteer.Spelling;
import org.casus.model.Analysis;
import org.casus.model.Sentence;
import org.casus.model.Token;

/**
 * Finds the names of places in a report: names the atlas knows, where tagger or context speak for a
 * place; and names only the tagger calls places.
 */
final class Recognizer {
    private static final int LONGEST = 6;
    private static final Set<String> PLACES = Set.of("GPE", "LOC", "FAC");

    private final Atlas atlas;
    private final Words words;
    private final Neighbourhood neighbourhood;

    Recognizer(Atlas atlas, Words words, Neighbourhood neighbourhood) {
        this.atlas = atlas;
        this.words = words;
        this.neighbourhood = neighbourhood;
    }

    /** What is known of a name before its neighbours are asked. */
    private enum Verdict {
        YES,
        PERHAPS,
        NO
    }

    List<Naming> find(Analysis analysis) {
        List<Naming> found = new ArrayList<>();
        Set<Naming> doubtful = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Sentence s : analysis.sentences()) {
            for (int i = 0; i < s.size(); ) {
                int next = namedAt(analysis.text(), s, i, found, doubtful);
                i = next > i ? next : i + 1;
            }
        }
        if (!doubtful.isEmpty()) {
            settle(found, doubtful);
            found.removeIf(doubtful::contains);
        }
        found.removeAll(namesakes(found, analysis));
        return found;
    }

    /**
     * "through Pena", where the report has a Jose Pena and nothing is in, at or from a Pena: words
     * that are a person's last name, and no state.
     */
    private List<Naming> namesakes(List<Naming> found, Analysis analysis) {
        Set<String> surnames = surnames(analysis);
        Set<String> located = new HashSet<>();
        for (Naming n : found) {
            boolean person = n.sentence().token(n.first()).entity().equals("PERSON");
            if (n.cue() != Naming.Cue.NONE || !person && isLocated(n.sentence(), n.first())) {
                located.add(n.key());
            }
        }
        return found.stream()
                .filter(n -> n.first() == n.last() && !isState(n.candidates()))
                .filter(n -> surnames.contains(last(n)) && !located.contains(n.key()))
                .toList();
    }

    private static String last(Naming n) {
        return n.sentence().token(n.last()).form().toUpperCase(Locale.ROOT);
    }

    /** The last words of the names of persons that have several. */
    private static Set<String> surnames(Analysis analysis) {
        Set<String> surnames = new HashSet<>();
        for (Sentence s : analysis.sentences()) {
            for (int i = 1; i < s.size(); i++) {
                if (s.token(i).name().equals("L-PERSON")) {
                    surnames.add(s.token(i).form().toUpperCase(Locale.ROOT));
                }
            }
        }
        return surnames;
    }

    /**
     * Doubtful names turn out to be places when they are so elsewhere in the report, when a larger
     * place follows that holds them, or when they stand in a row with places.
     */
    private void settle(List<Naming> found, Set<Naming> doubtful) {
        Set<String> sure = new HashSet<>();
        for (Naming n : found) {
            if (!doubtful.contains(n)) {
                sure.add(n.key());
            }
        }
        for (int k = found.size() - 1; k >= 0; k--) {
            Naming n = found.get(k);
            if (!doubtful.contains(n)) {
                continue;
            }
            Naming next = k + 1 < found.size() ? found.get(k + 1) : null;
            if (sure.contains(n.key()) && !n.sentence().token(n.first()).entity().equals("PERSON")
                    || next != null
                            && !doubtful.contains(next)
                            && (isInside(n, next) || inRow(n, next))) {
                doubtful.remove(n);
            }
        }
        for (int k = 1; k < found.size(); k++) {
            Naming n = found.get(k);
            if (doubtful.contains(n)
                    && !doubtful.contains(found.get(k - 1))
                    && inRow(found.get(k - 1), n)) {
                doubtful.remove(n);
            }
        }
    }

    /** "X, Y", "X in eastern Y" where an X lies in a Y. */
    private boolean isInside(Naming n, Naming next) {
        if (next.sentence() != n.sentence() || !neighbourhood.isWithin(n, next)) {
            return false;
        }
        for (Candidate inner : n.candidates()) {
            for (Candidate outer : next.candidates()) {
                if (Resolver.isIn(inner, outer)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "X and Y", "X, Y and Z": one hangs on the other as its equal. */
    private static boolean inRow(Naming a, Naming b) {
        Sentence s = a.sentence();
        if (b.sentence() != s) {
            return false;
        }
        int gap = b.first() - a.last();
        if (gap < 2 || gap > 3) {
            return false;
        }
        Token right = s.token(b.head().token());
        Token left = s.token(a.head().token());
        return right.labelled("conj")
                && (right.head() == left.index()
                        || left.labelled("conj") && right.head() == left.head());
    }

    /** Adds the name that begins at a token, if any; the token after it, or the same token. */
    private int namedAt(String text, Sentence s, int i, List<Naming> found, Set<Naming> doubtful) {
        boolean compass = s.upper() && words.is(s.token(i), Role.DIRECTION);
        if (!mayBegin(s.token(i)) && !isArticle(s, i) && !compass) {
            return i;
        }
        int border = borderAt(s, i);
        if (border > i) {
            found.add(border(text, s, i, border));
            return border + 1;
        }
        int chunkEnd = chunkEnd(s, i);
        String type = s.token(i).entity();
        for (int last = Math.min(s.size(), i + LONGEST) - 1; last >= i; last--) {
            if (!isRun(s, i, last) || last > i && isTail(s.token(last))) {
                continue;
            }
            String name = s.span(i, last).of(text);
            String key = Spelling.fold(name);
            if (key.isEmpty()
                    || !atlas.mayHave(key)
                    || compass && (last == i || atlas.tabled(key).isEmpty())) {
                continue;
            }
            List<Candidate> candidates = atlas.find(key);
            if (candidates.isEmpty()) {
                continue;
            }
            if (PLACES.contains(type) && beginsChunk(s, i) && chunkEnd > last) {
                break;
            }
            Verdict verdict = judge(s, i, last, key, candidates);
            if (verdict != Verdict.NO) {
                Naming naming = naming(s, i, last, name, key, candidates);
                found.add(naming);
                if (verdict == Verdict.PERHAPS) {
                    doubtful.add(naming);
                }
                return last + 1;
            }
        }
        if (PLACES.contains(type) && beginsChunk(s, i)) {
            return told(text, s, i, chunkEnd, found);
        }
        if (isVillageOf(s, i)) {
            return told(text, s, i, Math.max(chunkEnd, runEnd(s, i)), found);
        }
        if (isSite(s, i, chunkEnd)) {
            found.add(site(text, s, i, chunkEnd));
            return chunkEnd + 1;
        }
        return i;
    }

    /**
     * "the Chartres/Franklin intersection", "Vienna/Fairfax station": a street or a stop, no town.
     */
    private static boolean isHalfOfPair(Sentence s, int last) {
        return last + 2 < s.size()
                && s.token(last + 1).form().equals("/")
                && s.token(last + 2).isProper()
                && s.token(last).span().end() == s.token(last + 1).span().start();
    }

    /** Where "the Iraqi border", "the Syrian-Turkish border" ends that begins here; else -1. */
    private int borderAt(Sentence s, int i) {
        int end = i;
        while (end < s.size() && isDemonym(s.token(end))) {
            end++;
            if (end + 1 < s.size()
                    && s.token(end).form().equals("-")
                    && isDemonym(s.token(end + 1))) {
                end++;
            }
        }
        return end > i && end < s.size() && s.token(end).is("border", "frontier") ? end : -1;
    }

    private boolean isDemonym(Token t) {
        return t.pos().startsWith("JJ") && atlas.countryOfDemonym(Spelling.fold(t.form())) != null;
    }

    /** A border belongs to a country if only one is named. */
    private Naming border(String text, Sentence s, int first, int last) {
        String name = s.span(first, last).of(text);
        Naming border = new Naming(s, first, last, name, Spelling.fold(name), List.of(), Cue.LAND);
        String country = atlas.countryOfDemonym(Spelling.fold(s.token(first).form()));
        if (last == first + 1 && country != null) {
            border.country(country);
        }
        return border;
    }

    /** A name that the tagger calls a place and the atlas does not have as it stands. */
    private int told(String text, Sentence s, int first, int last, List<Naming> found) {
        while (first < last
                && (words.is(s.token(first), Role.DIRECTION)
                        || s.token(first).pos().equals("DT"))) {
            first++;
        }
        while (last > first && !s.token(last).isProper() && !s.token(last).pos().equals("CD")) {
            last--;
        }
        if (!s.token(first).isProper() || s.token(first).form().length() < 2) {
            return last + 1;
        }
        boolean plain = first == last && words.isKnown(s.token(first));
        if (plain
                || isCalledAfter(s, last)
                || isTitled(s, first)
                || isHalfOfPair(s, last)
                        && onlySettlements(atlas.find(key(text, s, first, last)))) {
            return last + 1;
        }
        String name = s.span(first, last).of(text);
        String key = Spelling.fold(name);
        List<Candidate> candidates = atlas.find(key);
        if (first == last && isDefinite(s, first) && onlySettlements(candidates)) {
            candidates = List.of();
        }
        Token end = s.token(last);
        Cue cue = Cue.NONE;
        if (candidates.isEmpty() && last > first) {
            String bare = Spelling.fold(s.span(first, last - 1).of(text));
            if (words.is(end, Role.REGION)) {
                cue = Cue.REGION;
                candidates = regions(atlas.find(bare), end);
            } else if (words.is(end, Role.SETTLEMENT)) {
                cue = Cue.SETTLEMENT;
                candidates = atlas.find(bare);
            } else if (words.is(end, Role.WATER)) {
                cue = Cue.WATER;
                candidates = areas(atlas.find(bare));
            }
        }
        if (cue == Cue.NONE
                && (s.token(first).entity().equals("FAC")
                        || candidates.isEmpty() && words.is(end, Role.FACILITY, Role.STREET))) {
            cue = Cue.SITE;
            candidates = candidates.isEmpty() ? townsOf(text, s, first, last) : candidates;
        }
        if (cue == Cue.NONE) {
            cue = cue(s, first, last);
        }
        found.add(new Naming(s, first, last, name, key, candidates, cue));
        return last + 1;
    }

    private static String key(String text, Sentence s, int first, int last) {
        return Spelling.fold(s.span(first, last).of(text));
    }

    /** The regions that go by a word: a county or a township is below the first level. */
    private static List<Candidate> regions(List<Candidate> candidates, Token word) {
        boolean small =
                word.is("county", "township", "parish", "district", "municipality", "commune");
        return candidates.stream()
                .filter(c -> c.scale() == Scale.ADMIN2 || c.scale() == Scale.ADMIN1 && !small)
                .toList();
    }

    /** "the village of Ketu Danga": a place, whatever the tagger says. */
    private boolean isVillageOf(Sentence s, int i) {
        return i >= 2
                && s.token(i).isProper()
                && s.token(i - 1).is("of")
                && words.is(s.token(i - 2), Role.SETTLEMENT)
                && !s.token(i - 2).is("community", "resort", "port", "settlement");
    }

    /** The last of the proper nouns that begin at a token. */
    private static int runEnd(Sentence s, int i) {
        int last = i;
        while (last + 1 < s.size() && s.token(last + 1).isProper()) {
            last++;
        }
        return last;
    }

    /**
     * "at Hillview Medical Center", "shelled Nasser Hospital": a building that the tagger takes for
     * a body.
     */
    private boolean isSite(Sentence s, int first, int last) {
        if (first == last || !s.token(first).entity().equals("ORG") || !beginsChunk(s, first)) {
            return false;
        }
        Token head = s.token(facility(s, first, last));
        if (!words.is(head, Role.FACILITY) || words.is(head, Role.BODY) || !head.isProper()) {
            return false;
        }
        if (head.labelled("dobj", "nsubjpass") && head.head() >= 0) {
            return words.is(s.token(head.head()), Role.TAKEN, Role.HIT);
        }
        return head.labelled("pobj")
                && head.head() >= 0
                && s.token(head.head())
                        .is("at", "in", "inside", "outside", "near", "to", "into", "before");
    }

    /** What says what a building is: the last word of its name, or the word before "of". */
    private static int facility(Sentence s, int first, int last) {
        for (int i = first + 1; i < last; i++) {
            if (s.token(i).is("of")) {
                return i - 1;
            }
        }
        return last;
    }

    private Naming site(String text, Sentence s, int from, int last) {
        int first = s.token(from).pos().equals("DT") ? from + 1 : from;
        String name = s.span(first, last).of(text);
        String key = Spelling.fold(name);
        List<Candidate> candidates = atlas.find(key);
        return new Naming(
                s,
                first,
                last,
                name,
                key,
                candidates.isEmpty() ? townsOf(text, s, first, last) : candidates,
                Cue.SITE);
    }

    /** The towns that a building may be called after: Kandahar for "Kandahar General Hospital". */
    private List<Candidate> townsOf(String text, Sentence s, int first, int last) {
        for (int end = last - 1; end >= first; end--) {
            List<Candidate> towns =
                    atlas.find(Spelling.fold(s.span(first, end).of(text))).stream()
                            .filter(c -> c.scale() == Scale.SETTLEMENT)
                            .toList();
            if (!towns.isEmpty()) {
                return words.is(s.token(last), Role.FACILITY) ? towns : List.of();
            }
        }
        return List.of();
    }

    private static List<Candidate> areas(List<Candidate> candidates) {
        return candidates.stream().filter(c -> c.scale().isArea()).toList();
    }

    private Naming naming(
            Sentence s, int first, int last, String name, String key, List<Candidate> candidates) {
        Cue cue = cue(s, first, last);
        return new Naming(
                s,
                first,
                last,
                name,
                key,
                cue == Cue.REGION ? withCounties(s, last, key, candidates) : candidates,
                cue);
    }

    /** "Wayne and Pike counties": the word that the tables have with the name stands apart. */
    private List<Candidate> withCounties(
            Sentence s, int last, String key, List<Candidate> candidates) {
        Set<Candidate> all = new LinkedHashSet<>(candidates);
        for (int i = last + 1; i < Math.min(s.size(), last + 8); i++) {
            if (s.token(i).is("county", "parish")) {
                all.addAll(atlas.tabled(key + " " + s.token(i).lemma()));
            }
        }
        return List.copyOf(all);
    }

    // ---- what may be a name

    private static boolean mayBegin(Token t) {
        String form = t.form();
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (Character.isUpperCase(c)) {
                return true;
            }
            if (i > 3 || !(Character.isLetter(c) || c == '-' || c == '\'')) {
                return false;
            }
        }
        return false;
    }

    /** "al" of "al-Hol" where it is a word of its own. */
    private static boolean isArticle(Sentence s, int i) {
        return i + 2 < s.size()
                && s.token(i).form().length() <= 3
                && s.token(i).form().length() >= 2
                && s.token(i + 1).form().equals("-")
                && s.token(i).span().end() == s.token(i + 1).span().start()
                && Character.isUpperCase(s.token(i + 2).form().charAt(0));
    }

    /** "province" in "Homs province": what the name is, not the name. */
    private boolean isTail(Token t) {
        return Character.isLowerCase(t.form().charAt(0))
                && words.is(t, Role.REGION, Role.SETTLEMENT)
                && !words.is(t, Role.FACILITY);
    }

    /** Whether these tokens may be one name: no comma, quotation mark or clitic among them. */
    private static boolean isRun(Sentence s, int first, int last) {
        for (int k = first; k <= last; k++) {
            Token t = s.token(k);
            String pos = t.pos();
            if (pos.equals(",")
                    || pos.equals("POS") && k == last
                    || pos.equals("``")
                    || pos.equals("''")
                    || pos.equals(".")
                    || pos.equals("-LRB-")
                    || pos.equals("-RRB-")
                    || pos.equals(":")
                    || k == last && (pos.equals("HYPH") || t.form().equals("/"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsChunk(Sentence s, int i) {
        char c = s.token(i).name().charAt(0);
        return c == 'B' || c == 'U';
    }

    private static int chunkBegin(Sentence s, int i) {
        while (i > 0
                && (s.token(i).name().startsWith("I-") || s.token(i).name().startsWith("L-"))) {
            i--;
        }
        return i;
    }

    /** The first word of a name's chunk that is not its article. */
    private static int nameBegin(Sentence s, int i) {
        int begin = chunkBegin(s, i);
        return begin < i && s.token(begin).pos().equals("DT") ? begin + 1 : begin;
    }

    private static int chunkEnd(Sentence s, int i) {
        while (i + 1 < s.size()
                && (s.token(i).name().startsWith("B-") || s.token(i).name().startsWith("I-"))) {
            i++;
        }
        return i;
    }

    // ---- whether it is a place

    private Verdict judge(Sentence s, int first, int last, String key, List<Candidate> candidates) {
        if (isAbbreviation(s, first, last) && isRegion(candidates) && !isState(candidates)) {
            return follows(s, first) ? Verdict.YES : Verdict.NO;
        }
        if (first == last
                && (isDefinite(s, first) || words.isKnown(s.token(first)))
                && onlySettlements(candidates)) {
            return Verdict.NO;
        }
        if (isHalfOfPair(s, last) && onlySettlements(candidates) && prominence(candidates) < 5.5) {
            return Verdict.NO;
        }
        String type = s.token(first).entity();
        boolean whole = nameBegin(s, first) == first && chunkEnd(s, last) == last;
        double prominence = prominence(candidates);
        boolean state = isState(candidates);
        if (isCalledAfter(s, last) || isTitled(s, first)) {
            return Verdict.NO;
        }
        if (PLACES.contains(type)) {
            return bodyFollows(s, last) && prominence < 8 ? Verdict.NO : Verdict.YES;
        }
        if (bodyFollows(s, last)) {
            return Verdict.NO;
        }
        boolean cued = isCued(s, first, last, candidates);
        if (atlas.countryOfDemonym(key) != null && !state && !cued) {
            return Verdict.NO;
        }
        if (whole && cued) {
            return Verdict.YES;
        }
        boolean tabled = !atlas.tabled(key).isEmpty();
        boolean facility = last > first && words.is(s.token(last), Role.FACILITY);
        if (tabled && (facility || (whole && facilityFollows(s, last)))) {
            return Verdict.YES;
        }
        return switch (type) {
            case "ORG" -> organization(s, first, last, whole, candidates);
            case "PERSON" ->
                    whole
                                    && (state
                                            || (first == last || tabled)
                                                    && prominence >= 3
                                                    && isLocated(s, first)
                                            || tabled && isTaken(s, last)
                                            || prominence >= 3 && isOfPlace(s, last))
                            ? Verdict.YES
                            : whole && prominence >= 3 ? Verdict.PERHAPS : Verdict.NO;
            case "NORP" -> whole && state ? Verdict.YES : Verdict.NO;
            case "" -> byContext(s, first, last, prominence, state, tabled);
            default -> Verdict.NO;
        };
    }

    /** "the Bagram base", "her Balmoral palace": the noun after a known name says what it is. */
    private boolean facilityFollows(Sentence s, int last) {
        return last + 1 < s.size()
                && s.token(last).head() == last + 1
                && words.is(s.token(last + 1), Role.FACILITY);
    }

    /** "Marburg virus": an illness that is not there. */
    private boolean isCalledAfter(Sentence s, int last) {
        return last + 1 < s.size() && words.is(s.token(last + 1), Role.ILLNESS);
    }

    /** "General Aden", "Lord Sydney": a title makes a person of it. */
    private boolean isTitled(Sentence s, int first) {
        if (first == 0) {
            return false;
        }
        Token before = s.token(first - 1);
        return before.isProper()
                && words.is(before, Role.TITLE)
                && !before.entity().equals("ORG")
                && before.head() >= first;
    }

    /**
     * "the West", "the Valley": towns have no article, unless it belongs to a word that follows.
     */
    private static boolean isDefinite(Sentence s, int first) {
        return first > 0
                && s.token(first - 1).is("the")
                && (first + 1 >= s.size()
                        || !s.token(first + 1).isNoun()
                                && !s.token(first + 1).pos().startsWith("JJ"));
    }

    private static boolean onlySettlements(List<Candidate> candidates) {
        for (Candidate c : candidates) {
            if (c.scale() != Scale.SETTLEMENT) {
                return false;
            }
        }
        return true;
    }

    /** "Va.", "N.Y.", "CA": a region's short form, which alone says nothing. */
    private static boolean isAbbreviation(Sentence s, int first, int last) {
        if (first != last) {
            return false;
        }
        String form = s.token(first).form();
        return form.length() == 2 && !form.equals("BC")
                || form.endsWith(".")
                        && form.length() < 6
                        && !form.equals("B.C.")
                        && !form.equals("D.C.");
    }

    /** Whether a name and a comma stand before. */
    private static boolean follows(Sentence s, int first) {
        return first > 1 && s.token(first - 1).pos().equals(",") && s.token(first - 2).isProper();
    }

    /**
     * "Kachin state", "the town of Baga": the word beside it says what it is, and such there is.
     */
    private boolean isCued(Sentence s, int first, int last, List<Candidate> candidates) {
        Cue cue = cue(s, first, last);
        for (Candidate c : candidates) {
            boolean admin = c.scale() == Scale.ADMIN1 || c.scale() == Scale.ADMIN2;
            if (cue == Cue.REGION && admin
                    || cue == Cue.SETTLEMENT && c.scale() == Scale.SETTLEMENT
                    || cue == Cue.WATER && c.scale() == Scale.WATER) {
                return true;
            }
        }
        return false;
    }

    /** "in Ohio" tagged as a body, "Ohio Department of Health". */
    private Verdict organization(
            Sentence s, int first, int last, boolean whole, List<Candidate> candidates) {
        double prominence = prominence(candidates);
        if (whole) {
            boolean large = isState(candidates) || isRegion(candidates);
            boolean placed = isLocated(s, first) || isOfPlace(s, last);
            return large || isDateline(s, first, last) || (prominence >= 3 && placed)
                    ? Verdict.YES
                    : prominence >= 3 ? Verdict.PERHAPS : Verdict.NO;
        }
        if (isState(candidates)
                && chunkEnd(s, last) == last
                && first > 1
                && (s.token(first - 1).is("of")
                        || s.token(first - 1).is("the") && s.token(first - 2).is("of"))) {
            return Verdict.YES;
        }
        boolean leads = nameBegin(s, first) == first && last + 1 < s.size();
        return leads
                        && (isState(candidates) || prominence >= 5)
                        && words.is(s.token(last + 1), Role.OFFICE)
                ? Verdict.YES
                : Verdict.NO;
    }

    private Verdict byContext(
            Sentence s, int first, int last, double prominence, boolean state, boolean tabled) {
        boolean proper = true;
        for (int k = first; k <= last; k++) {
            proper &=
                    s.token(k).isProper()
                            || s.token(k).pos().equals("IN")
                            || s.token(k).pos().equals("HYPH");
        }
        if (tabled && (isLocated(s, first) || isTaken(s, last))) {
            return Verdict.YES;
        }
        if (!proper && last == first) {
            return Verdict.NO;
        }
        if (state || prominence >= 8 || isDateline(s, first, last)) {
            return Verdict.YES;
        }
        boolean alone =
                (first == 0 || !s.token(first - 1).isProper())
                        && (last + 1 >= s.size()
                                || !s.token(last + 1).isProper()
                                || words.is(s.token(last + 1), Role.OFFICE));
        if (!alone || prominence < 2.5) {
            return Verdict.NO;
        }
        return prominence >= 3 && isLocated(s, first) ? Verdict.YES : Verdict.PERHAPS;
    }

    /** A sentence that begins with a name in capitals and a dash or an agency in brackets. */
    private static boolean isDateline(Sentence s, int first, int last) {
        if (first > 3 || last + 1 >= s.size()) {
            return false;
        }
        for (int k = first; k <= last; k++) {
            String form = s.token(k).form();
            if (!form.equals(form.toUpperCase(Locale.ROOT)) || form.length() < 3) {
                return false;
            }
        }
        for (int k = last + 1; k < Math.min(s.size(), last + 6); k++) {
            String pos = s.token(k).pos();
            if (pos.equals("-LRB-") || pos.equals(":")) {
                return true;
            }
        }
        return false;
    }

    /** "in X", "near X", "the town of X". */
    private boolean isLocated(Sentence s, int first) {
        int p = first - 1;
        while (p >= 0
                && (s.token(p).pos().equals("DT")
                        || words.is(s.token(p), Role.DIRECTION)
                                && !s.token(p).pos().equals("IN"))) {
            p--;
        }
        if (p < 0) {
            return false;
        }
        Token before = s.token(p);
        if (before.is("of") && p > 0 && s.token(p - 1).is("out", "outside", "inside")) {
            return true;
        }
        if (before.is("of")) {
            return p > 0
                    && words.is(
                            s.token(p - 1),
                            Role.SETTLEMENT,
                            Role.REGION,
                            Role.QUARTER,
                            Role.LAND,
                            Role.DIRECTION);
        }
        return before.pos().equals("IN")
                && words.is(before, Role.LOCATIVE, Role.NEAR)
                && !before.is("to", "over");
    }

    /** "Nablus residents". */
    private boolean isOfPlace(Sentence s, int last) {
        return last + 1 < s.size() && words.is(s.token(last + 1), Role.LOCAL);
    }

    /** "overran Bin Jawad". */
    private boolean isTaken(Sentence s, int last) {
        Token t = s.token(last);
        return t.labelled("dobj") && t.head() >= 0 && words.is(s.token(t.head()), Role.TAKEN);
    }

    private boolean bodyFollows(Sentence s, int last) {
        if (last + 1 >= s.size()) {
            return false;
        }
        Token next = s.token(last + 1);
        return next.isProper() && words.is(next, Role.BODY) && !words.is(next, Role.OFFICE);
    }

    private static double prominence(List<Candidate> candidates) {
        double best = 0;
        for (Candidate c : candidates) {
            best = Math.max(best, c.prominence());
        }
        return best;
    }

    private static boolean isState(List<Candidate> candidates) {
        for (Candidate c : candidates) {
            if (c.scale() == Scale.COUNTRY || c.scale() == Scale.CONTINENT) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRegion(List<Candidate> candidates) {
        for (Candidate c : candidates) {
            if (c.scale() == Scale.ADMIN1) {
                return true;
            }
        }
        return false;
    }

    // ---- what the words beside it say

    private Cue cue(Sentence s, int first, int last) {
        if (last + 1 < s.size()) {
            Token next = s.token(last + 1);
            if (next.isNoun()) {
                Cue after = cueOf(next);
                if (after != Cue.NONE) {
                    return after;
                }
            }
        }
        Cue shared = sharedCue(s, first, last);
        if (shared != Cue.NONE) {
            return shared;
        }
        if (first >= 2 && s.token(first - 1).is("of")) {
            return cueOf(s.token(first - 2));
        }
        if (first >= 3 && s.token(first - 1).pos().equals("DT") && s.token(first - 2).is("of")) {
            return cueOf(s.token(first - 3));
        }
        return Cue.NONE;
    }

    /** "Homs and Hama provinces": the word belongs to every name before it. */
    private Cue sharedCue(Sentence s, int first, int last) {
        Token t = s.token(last);
        if (t.labelled("conj") && t.head() >= 0 && t.head() < first) {
            t = s.token(t.head());
        }
        if (!t.labelled("nmod", "compound") || t.head() <= last || t.head() > last + 8) {
            return Cue.NONE;
        }
        Token word = s.token(t.head());
        return word.pos().equals("NNS") ? cueOf(word) : Cue.NONE;
    }

    private Cue cueOf(Token word) {
        if (words.is(word, Role.SETTLEMENT)) {
            return Cue.SETTLEMENT;
        }
        if (words.is(word, Role.REGION)) {
            return Cue.REGION;
        }
        if (words.is(word, Role.WATER)) {
            return Cue.WATER;
        }
        if (words.is(word, Role.HEIGHT, Role.ISLAND)) {
            return Cue.LAND;
        }
        return Cue.NONE;
    }
}
