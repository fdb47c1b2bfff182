package org.casus.publish.export;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.model.Account;
import org.casus.model.Actor;
import tools.jackson.databind.JsonNode;

/**
 * The names of private persons, to be found in any text. A person is private who stands in no table
 * of actors and of whom no report says an office, a rank or a body that he or she belongs to:
 * civilians, witnesses, victims.
 *
 * <p>A name is found however it is joined (a hyphen, a line break) and accented; a name of several
 * words in small letters too, as in the name of a file; the last of several words also alone,
 * unless it is a word of something else that the reports name. What is the name of somebody who is
 * not private, too, is left.
 */
public final class PrivateNames {
    /** No names. */
    public static final PrivateNames NONE = new PrivateNames(Map.of());

    /** What stands where a name stood. */
    public static final String WITHHELD = "[name withheld]";

    private static final int BLACK = '\u2588';

    /** Signs between two words of a name: "J. R. Hadi", "layla--hadi". */
    private static final int MOST_BETWEEN = 3;

    private static final Set<String> NO_NAMES =
            Set.of(
                    "he",
                    "she",
                    "they",
                    "him",
                    "her",
                    "his",
                    "hers",
                    "them",
                    "who",
                    "whom",
                    "we",
                    "you",
                    "it",
                    "its",
                    "our",
                    "their",
                    "one",
                    "this",
                    "that",
                    "these",
                    "those",
                    "the",
                    "some",
                    "all",
                    "many",
                    "others",
                    "nobody",
                    "somebody",
                    "both");

    private static final Comparator<Name> LONGEST =
            Comparator.comparingInt((Name name) -> name.words().size())
                    .reversed()
                    .thenComparing(name -> String.join(" ", name.words()));

    private final Map<String, List<Name>> byFirst;

    /**
     * @param words without accents, in small letters
     * @param hidden false for a name that is looked for to be left
     */
    private record Name(List<String> words, boolean hidden) {}

    /** A word of a text, and where it stands. */
    private record Word(int start, int end, String plain, boolean capital) {}

    private PrivateNames(Map<String, List<Name>> byFirst) {
        this.byFirst = byFirst;
    }

    /** Collects who is named. */
    public static final class Gathering {
        private final Set<List<String>> hidden = new LinkedHashSet<>();
        private final Set<List<String>> known = new LinkedHashSet<>();
        private final Set<String> words = new LinkedHashSet<>();

        /** Those whom the record of a report names. */
        public Gathering record(JsonNode record) {
            for (JsonNode actor : record.path("actors")) {
                List<String> called = new ArrayList<>();
                actor.path("mentions").forEach(m -> called.add(m.path("text").stringValue("")));
                boolean person = "person".equals(actor.path("kind").stringValue(""));
                boolean isPrivate =
                        person
                                && !actor.path("entity").isString()
                                && actor.path("memberOf").isEmpty()
                                && civilian(actor.path("sectors"));
                add(actor.path("name").stringValue(""), called, person, isPrivate);
            }
            for (JsonNode place : record.path("places")) {
                words.addAll(plain(place.path("name").stringValue("")));
            }
            for (JsonNode time : record.path("times")) {
                words.addAll(plain(time.path("span").path("text").stringValue("")));
            }
            return this;
        }

        private static boolean civilian(JsonNode sectors) {
            for (JsonNode sector : sectors) {
                if (!sector.stringValue("").equals("CVL")) {
                    return false;
                }
            }
            return true;
        }

        /** Somebody who takes part in an incident. */
        Gathering party(Account.Party party) {
            boolean person = party.kind() == Actor.Kind.PERSON;
            boolean isPrivate =
                    person
                            && party.entity() == null
                            && party.memberOf().isEmpty()
                            && party.sectors().stream().allMatch("CVL"::equals);
            add(party.name(), party.names(), person, isPrivate);
            return this;
        }

        /** Those of whom a report says nothing but the name. */
        Gathering people(Collection<String> names) {
            names.forEach(name -> add(name, List.of(), true, true));
            return this;
        }

        private void add(
                String name, Collection<String> called, boolean person, boolean isPrivate) {
            Set<List<String>> to = isPrivate ? hidden : known;
            List<String> whole = plain(name);
            if (isName(name)) {
                to.add(whole);
            }
            for (String other : called) {
                List<String> plain = plain(other);
                if (isName(other)
                        && (plain.size() > 1 || whole.contains(plain.get(0)) || !isPrivate)) {
                    to.add(plain);
                }
            }
            if (!person) {
                words.addAll(whole);
            }
        }

        /** What has been collected. */
        public PrivateNames names() {
            Set<String> taken = new LinkedHashSet<>(words);
            known.forEach(taken::addAll);
            Set<List<String>> sought = new LinkedHashSet<>(hidden);
            for (List<String> name : hidden) {
                String last = name.get(name.size() - 1);
                if (name.size() > 1 && last.length() > 2 && !taken.contains(last)) {
                    sought.add(List.of(last));
                }
            }
            sought.removeAll(known);
            Map<String, List<Name>> byFirst = new HashMap<>();
            if (!sought.isEmpty()) {
                sought.forEach(name -> put(byFirst, new Name(name, true)));
                known.forEach(name -> put(byFirst, new Name(name, false)));
                byFirst.values().forEach(names -> names.sort(LONGEST));
            }
            return new PrivateNames(byFirst);
        }

        private static void put(Map<String, List<Name>> byFirst, Name name) {
            byFirst.computeIfAbsent(name.words().get(0), first -> new ArrayList<>(2)).add(name);
        }
    }

    /** Descriptions that begin a sentence have one capital and no more. */
    private static boolean isName(String called) {
        List<Word> words = words(called);
        return !words.isEmpty()
                && called.length() > 2
                && words.get(0).capital()
                && words.get(words.size() - 1).capital()
                && words.stream().noneMatch(word -> NO_NAMES.contains(word.plain()));
    }

    private static List<String> plain(String text) {
        return words(text).stream().map(Word::plain).toList();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return byFirst.isEmpty();
    }

    /** Whether a text has one of the names. */
    public boolean in(String text) {
        return !found(text, false).isEmpty();
    }

    /** A text without the names, and words in their place that say so. */
    public String hide(String text) {
        return replaced(text, found(text, false), false);
    }

    /** The same for words that have lost their capitals, as reasons of a comparison have. */
    public String hideSmall(String text) {
        return replaced(text, found(text, true), false);
    }

    /** A text with the names blacked out: every sign of them is another, and no other one moves. */
    public String blacken(String text) {
        return replaced(text, found(text, false), true);
    }

    private static String replaced(String text, List<int[]> found, boolean black) {
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (int[] span : found) {
            out.append(text, from, span[0]);
            if (black) {
                text.substring(span[0], span[1])
                        .codePoints()
                        .map(c -> Character.isWhitespace(c) ? c : BLACK)
                        .forEach(out::appendCodePoint);
            } else {
                out.append(WITHHELD);
            }
            from = span[1];
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Where the names are, from char to char. */
    private List<int[]> found(String text, boolean small) {
        if (byFirst.isEmpty()) {
            return List.of();
        }
        List<int[]> found = new ArrayList<>();
        List<Word> words = words(text);
        for (int at = 0; at < words.size(); at++) {
            for (Name name : byFirst.getOrDefault(words.get(at).plain(), List.of())) {
                if (stands(name, words, at, small)) {
                    int last = at + name.words().size() - 1;
                    if (name.hidden()) {
                        found.add(new int[] {words.get(at).start(), words.get(last).end()});
                    }
                    at = last;
                    break;
                }
            }
        }
        return found;
    }

    private static boolean stands(Name name, List<Word> words, int at, boolean small) {
        int many = name.words().size();
        if (at + many > words.size() || (many == 1 && !small && !words.get(at).capital())) {
            return false;
        }
        for (int i = 1; i < many; i++) {
            Word word = words.get(at + i);
            if (!word.plain().equals(name.words().get(i))
                    || word.start() - words.get(at + i - 1).end() > MOST_BETWEEN) {
                return false;
            }
        }
        return true;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); ) {
            int c = i < text.length() ? text.codePointAt(i) : ' ';
            boolean inside = Character.isLetterOrDigit(c) || (start >= 0 && isMark(c));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                String word = text.substring(start, i);
                words.add(new Word(start, i, plainWord(word), isCapital(text.codePointAt(start))));
                start = -1;
            }
            i += Character.charCount(c);
        }
        return words;
    }

    private static boolean isCapital(int c) {
        // Scripts without capitals have none to tell a name by.
        return Character.isUpperCase(c) || Character.isTitleCase(c) || !Character.isLowerCase(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static String plainWord(String word) {
        boolean ascii = word.chars().allMatch(c -> c < 128);
        String bare =
                ascii
                        ? word
                        : Normalizer.normalize(word, Normalizer.Form.NFD)
                                .codePoints()
                                .filter(c -> !isMark(c))
                                .collect(
                                        StringBuilder::new,
                                        StringBuilder::appendCodePoint,
                                        StringBuilder::append)
                                .toString();
        return bare.toLowerCase(Locale.ROOT);
    }
}
