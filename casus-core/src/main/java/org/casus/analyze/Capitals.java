package org.casus.analyze;

import java.util.List;

/**
 * Which blocks of a text are all in capitals. A short block in capitals (an acronym, a place) says
 * nothing by itself, so it goes with the report as a whole.
 */
final class Capitals {
    private static final double SHARE = 0.85;
    private static final int FEWEST_LETTERS = 15;
    private static final int FEWEST_WORDS = 3;

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

    boolean all(Block block) {
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
