package org.casus.analyze;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the blocks of a text use capitals. A short block all in capitals (an acronym, a place) says
 * nothing by itself, so it goes with the report as a whole.
 */
final class Capitals {
    private static final double SHARE = 0.85;
    private static final int FEWEST_LETTERS = 15;
    private static final int FEWEST_WORDS = 3;

    private static final Pattern STOP = Pattern.compile("[.!?;,:][\"')]*$");
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}'.-])\\p{L}[\\p{L}'-]*");
    private static final Set<String> SMALL_IN_TITLES =
            Set.of(
                    "a an and as at but by for from in into nor of off on or out over per so the to up via vs with"
                            .split(" "));
    private static final int FEWEST_TITLE_WORDS = 3;
    private static final int MANY_TITLE_WORDS = 6;
    private static final int LONGEST_TITLE = 160;

    enum Use {
        /** As in prose. */
        ORDINARY,
        /** Every letter. */
        ALL,
        /** Every Word of a Title. */
        TITLE
    }

    private final String text;
    private final boolean whole;

    private Capitals(String text, boolean whole) {
        this.text = text;
        this.whole = whole;
    }

    static Capitals of(String text, List<Block> blocks) {
        int upper = 0;
        int cased = 0;
        for (Block block : blocks) {
            if (block.kind() == Block.Kind.TEXT) {
                upper += upper(text, block);
                cased += cased(text, block);
            }
        }
        return new Capitals(text, cased > 0 && upper >= SHARE * cased);
    }

    Use of(Block block) {
        return all(block) ? Use.ALL : title(block) ? Use.TITLE : Use.ORDINARY;
    }

    /**
     * Every word has a capital, but for those that titles leave small. A title that ends like a
     * sentence must have more of them: a sentence with many names has a verb in small letters.
     */
    private boolean title(Block block) {
        String title = block.of(text);
        if (block.kind() == Block.Kind.DATELINE || title.length() > LONGEST_TITLE) {
            return false;
        }
        int capitals = 0;
        Matcher words = WORD.matcher(title);
        while (words.find()) {
            boolean capital = Character.isUpperCase(words.group().charAt(0));
            if (!capital && !SMALL_IN_TITLES.contains(words.group())) {
                return false;
            }
            capitals += capital && words.start() > 0 ? 1 : 0;
        }
        return capitals >= (STOP.matcher(title).find() ? MANY_TITLE_WORDS : FEWEST_TITLE_WORDS);
    }

    private boolean all(Block block) {
        int upper = upper(text, block);
        int cased = cased(text, block);
        if (block.kind() == Block.Kind.DATELINE) {
            return whole && upper >= SHARE * cased;
        }
        boolean enough = whole || cased >= FEWEST_LETTERS && words(text, block) >= FEWEST_WORDS;
        return cased > 0 && enough && upper >= SHARE * cased;
    }

    private static int upper(String text, Block block) {
        return (int) block.of(text).chars().filter(Character::isUpperCase).count();
    }

    private static int cased(String text, Block block) {
        return (int)
                block.of(text)
                        .chars()
                        .filter(c -> Character.isUpperCase(c) || Character.isLowerCase(c))
                        .count();
    }

    private static int words(String text, Block block) {
        return block.of(text).split("\\s+").length;
    }
}
