package org.casus.publish;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets words into lines of a given width, with a label in the margin and colours where they are
 * understood.
 */
final class Page {
    /** How words stand out; the code is that of ANSI terminals. */
    enum Ink {
        PLAIN(""),
        STRONG("1"),
        FAINT("2"),
        WORDS("36"),
        DISPUTED("31"),
        UNSURE("33");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    /** Words in one ink. */
    record Piece(String words, Ink ink) {
        static Piece plain(String words) {
            return new Piece(words, Ink.PLAIN);
        }
    }

    private final StringBuilder out = new StringBuilder();
    private final Paper paper;

    Page(Paper paper) {
        this.paper = paper;
    }

    void blank() {
        out.append('\n');
    }

    /**
     * Prints a label in the margin and the pieces beside it, broken between words.
     *
     * @param margin columns before the pieces begin, on every line
     */
    void entry(int margin, Piece label, List<Piece> pieces) {
        out.append(" ".repeat(Math.max(0, indent(label.words()))));
        ink(label.ink(), label.words().stripLeading());
        int column = length(label.words());
        if (column >= margin && margin > 0) {
            out.append('\n');
            column = 0;
        }
        out.append(" ".repeat(margin - column));
        column = margin;
        for (List<Piece> word : words(pieces)) {
            int length = word.stream().mapToInt(p -> length(p.words())).sum();
            int space = column == margin ? 0 : 1;
            if (column + space + length > paper.width() && column > margin) {
                out.append('\n').append(" ".repeat(margin));
                column = margin;
                space = 0;
            }
            out.append(" ".repeat(space));
            word.forEach(part -> ink(part.ink(), part.words()));
            column += space + length;
        }
        out.append('\n');
    }

    /** The words of the pieces; one that is made of several inks has several parts. */
    private static List<List<Piece>> words(List<Piece> pieces) {
        List<List<Piece>> words = new ArrayList<>();
        boolean begun = false;
        for (Piece piece : pieces) {
            String printable = printable(piece.words());
            for (int at = 0; at < printable.length(); ) {
                int end = at;
                while (end < printable.length() && !Character.isWhitespace(printable.charAt(end))) {
                    end++;
                }
                if (end > at) {
                    if (!begun) {
                        words.add(new ArrayList<>(1));
                    }
                    words.get(words.size() - 1)
                            .add(new Piece(printable.substring(at, end), piece.ink()));
                    begun = end == printable.length();
                } else {
                    begun = false;
                }
                at = end + 1;
            }
        }
        return words;
    }

    private void ink(Ink ink, String word) {
        if (paper.colours() && !ink.code.isEmpty()) {
            out.append("\u001B[").append(ink.code).append('m').append(word).append("\u001B[0m");
        } else {
            out.append(word);
        }
    }

    private static int indent(String label) {
        return label.length() - label.stripLeading().length();
    }

    // A report must not be able to command the reader's terminal.
    private static String printable(String words) {
        StringBuilder safe = new StringBuilder(words.length());
        words.codePoints()
                .map(
                        c ->
                                Character.isISOControl(c)
                                                || Character.getType(c) == Character.SURROGATE
                                                || Character.getType(c) == Character.FORMAT
                                        ? ' '
                                        : c)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    private static int length(String word) {
        return word.codePointCount(0, word.length());
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
