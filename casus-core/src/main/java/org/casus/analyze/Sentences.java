package org.casus.analyze;

import edu.emory.mathcs.nlp.component.tokenizer.Tokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.casus.analyze.compact.Vocabulary;

/**
 * Cuts a block into words and sentences with the parser's tokenizer, and mends what it does amiss:
 * closing marks that it gives to the next sentence, ends that it does not see after abbreviations
 * and brackets, ends that it sees inside a sentence, words that it makes of several.
 */
final class Sentences {
    private static final String CLOSING = "\"')]}";

    /** Tags of words that begin a sentence after an abbreviation, and seldom stand in a name. */
    private static final Set<String> OPENERS =
            Set.of("DT", "PRP", "PRP$", "IN", "CC", "WRB", "WP", "EX", "RB", "WDT");

    private static final Set<String> OPENERS_IN_CAPITALS = Set.of("DT", "PRP", "EX");

    /** Abbreviations that never end a sentence: a name follows. */
    private static final Set<String> BEFORE_NAMES =
            Set.of(
                    "mr.", "mrs.", "ms.", "messrs.", "dr.", "prof.", "gen.", "col.", "maj.", "lt.",
                    "capt.", "sgt.", "cpl.", "pvt.", "cmdr.", "adm.", "brig.", "sen.", "rep.",
                    "gov.", "pres.", "rev.", "fr.", "hon.", "st.", "ste.", "mt.", "ft.", "sheik.",
                    "supt.", "insp.", "amb.", "vs.", "no.", "nos.");

    private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.)+\\p{L}");
    private static final Pattern NUMBER_AND_STOP = Pattern.compile("[0-9](?:[.-][0-9])*\\.");
    private static final Set<String> HOURS = Set.of("a.m.", "p.m.", "gmt.", "etc.");

    private final Tokenizer tokenizer;
    private final Vocabulary vocabulary;

    Sentences(Tokenizer tokenizer, Vocabulary vocabulary) {
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
    }

    /**
     * @param text of the block, as the parser should see it
     * @param start of the block
     * @param upper whether capitals tell nothing, for all letters or all words have them
     * @param within whether a place of the whole text lies within a letter of the report, where no
     *     word can begin
     */
    List<List<Word>> of(
            String text, int start, Block.Kind kind, boolean upper, IntPredicate within) {
        String flat = text.replace('\n', ' ');
        List<Token> tokens = withStops(apart(tokenizer.tokenize(flat), flat));
        List<List<Word>> sentences = new ArrayList<>();
        if (kind == Block.Kind.DATELINE) {
            sentences.add(words(tokens, flat, start, within));
        } else {
            for (List<Token> sentence : tokenizer.segmentize(tokens)) {
                sentences.add(words(sentence, flat, start, within));
            }
        }
        sentences.removeIf(List::isEmpty);
        return mend(sentences, upper);
    }

    /** The tokenizer joins what stands in brackets, {@code ( a )}: takes it apart at the blanks. */
    private static List<Token> apart(List<Token> tokens, String text) {
        List<Token> result = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            int start = token.getStartOffset();
            int end = token.getEndOffset();
            if (text.indexOf(' ', start) < 0 || text.indexOf(' ', start) >= end) {
                result.add(token);
                continue;
            }
            for (int at = start; at < end; ) {
                int blank = text.indexOf(' ', at);
                int stop = blank < 0 ? end : Math.min(blank, end);
                if (stop > at) {
                    result.add(new Token(text.substring(at, stop), at, stop));
                }
                at = stop + 1;
            }
        }
        return result;
    }

    /**
     * Gives stops to whom they belong. The tokenizer takes the last one of {@code U.S.'s} for the
     * end of the sentence, and that after a digit, {@code it killed 3.}, for a part of the number.
     */
    private static List<Token> withStops(List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            int size = result.size();
            Token before = size > 0 ? result.get(size - 1) : null;
            if (token.getWordForm().equalsIgnoreCase("'s") && size > 1) {
                Token initials = result.get(size - 2);
                if (before != null
                        && isStopOf(initials, before)
                        && before.getEndOffset() == token.getStartOffset()) {
                    result.subList(size - 2, size).clear();
                    result.add(token(initials.getWordForm() + ".", initials.getStartOffset()));
                }
                result.add(token);
            } else if (before != null && NUMBER_AND_STOP.matcher(token.getWordForm()).matches()) {
                String number = token.getWordForm().substring(0, token.getWordForm().length() - 1);
                result.add(token(number, token.getStartOffset()));
                result.add(token(".", token.getEndOffset() - 1));
            } else {
                result.add(token);
            }
        }
        return result;
    }

    private static Token token(String form, int start) {
        return new Token(form, start, start + form.length());
    }

    private static boolean isStopOf(Token initials, Token stop) {
        return stop.getWordForm().equals(".")
                && initials.getEndOffset() == stop.getStartOffset()
                && INITIALS.matcher(initials.getWordForm()).matches();
    }

    private static List<Word> words(
            List<Token> tokens, String text, int start, IntPredicate within) {
        List<Word> words = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            int from = token.getStartOffset();
            int to = token.getEndOffset();
            if (from < to && within.test(from + start) && !words.isEmpty()) {
                from = words.remove(words.size() - 1).start() - start;
            }
            if (from < to) {
                words.add(new Word(from + start, to + start, text.substring(from, to)));
            }
        }
        return words;
    }

    private List<List<Word>> mend(List<List<Word>> sentences, boolean upper) {
        List<List<Word>> mended = new ArrayList<>();
        for (List<Word> sentence : sentences) {
            List<Word> rest = new ArrayList<>(sentence);
            if (!mended.isEmpty()) {
                List<Word> before = mended.get(mended.size() - 1);
                giveBackClosing(before, rest);
                takeOpening(before, rest);
                if (rest.isEmpty()) {
                    continue;
                }
                if (goesOn(before, rest, upper)) {
                    before.addAll(rest);
                    continue;
                }
            }
            mended.add(rest);
        }
        return mended.stream().flatMap(sentence -> cut(sentence, upper).stream()).toList();
    }

    private static void giveBackClosing(List<Word> before, List<Word> sentence) {
        while (!sentence.isEmpty()
                && isMark(sentence.get(0), CLOSING)
                && last(before).touches(sentence.get(0))) {
            before.add(sentence.remove(0));
        }
    }

    /** A quotation mark that touches the next sentence but not its own opens that sentence. */
    private static void takeOpening(List<Word> before, List<Word> sentence) {
        int size = before.size();
        if (size > 1
                && !sentence.isEmpty()
                && isMark(last(before), "\"'")
                && last(before).touches(sentence.get(0))
                && !before.get(size - 2).touches(last(before))) {
            sentence.add(0, before.remove(size - 1));
        }
    }

    /** A sentence does not begin with a small letter, nor right after a bracket within another. */
    private static boolean goesOn(List<Word> before, List<Word> sentence, boolean upper) {
        int first = 0;
        while (first < sentence.size() - 1 && isMark(sentence.get(first), "\"'([")) {
            first++;
        }
        char begin = sentence.get(first).form().charAt(0);
        return !upper && Character.isLowerCase(begin)
                || upper && endsInInnerBracket(before)
                || ",;".indexOf(begin) >= 0
                || before.size() == 1 && !Character.isLetterOrDigit(before.get(0).form().charAt(0));
    }

    private static boolean endsInInnerBracket(List<Word> sentence) {
        if (!isMark(last(sentence), ")]")) {
            return false;
        }
        for (int i = sentence.size() - 1; i > 0; i--) {
            if (isMark(sentence.get(i), "([")) {
                return true;
            }
        }
        return false;
    }

    /** Cuts where the tokenizer sees no end: after an abbreviation or a bracket. */
    private List<List<Word>> cut(List<Word> sentence, boolean upper) {
        List<List<Word>> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < sentence.size() - 1; i++) {
            if (endsBefore(sentence, i, upper)) {
                parts.add(List.copyOf(sentence.subList(start, i)));
                start = i;
            }
        }
        parts.add(List.copyOf(sentence.subList(start, sentence.size())));
        return parts;
    }

    private boolean endsBefore(List<Word> sentence, int i, boolean upper) {
        Word next = sentence.get(i);
        int last = i - 1;
        while (last > 0
                && isMark(sentence.get(last), CLOSING)
                && sentence.get(last - 1).touches(sentence.get(last))) {
            last--;
        }
        String form = sentence.get(last).form();
        if (form.length() < 2
                || !form.endsWith(".")
                || sentence.get(i - 1).touches(next)
                || BEFORE_NAMES.contains(form.toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean sure = last < i - 1 || HOURS.contains(form.toLowerCase(Locale.ROOT));
        return upper ? opensInCapitals(next.form()) : opens(next.form(), sure);
    }

    /**
     * Whether a word with a capital begins a sentence.
     *
     * @param sure that one may end here: then any word will do that is no name
     */
    private boolean opens(String form, boolean sure) {
        if (!Character.isUpperCase(form.charAt(0)) || form.length() < 2) {
            return false;
        }
        List<String> tags = vocabulary.tags(form.toLowerCase(Locale.ROOT));
        return !tags.isEmpty()
                && (sure ? !tags.get(0).startsWith("NNP") : OPENERS.contains(tags.get(0)));
    }

    /** Where all letters are capitals, only a word that no name goes on with. */
    private boolean opensInCapitals(String form) {
        List<String> tags = vocabulary.tags(form.toLowerCase(Locale.ROOT));
        return !tags.isEmpty() && OPENERS_IN_CAPITALS.contains(tags.get(0));
    }

    private static boolean isMark(Word word, String marks) {
        return word.form().length() == 1 && marks.contains(word.form())
                || word.form().equals("''") && marks.contains("\"");
    }

    private static Word last(List<Word> words) {
        return words.get(words.size() - 1);
    }
}
