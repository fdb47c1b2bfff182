package org.casus.store;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a text is compared by, to tell copies of one story: its words alone, folded to lower case
 * without accents.
 *
 * <p>Every run of eight words has a hash, and one hash in eight is kept, as Manber (1994) does to
 * find similar files. Which are kept depends on nothing but the run itself, so two texts keep the
 * same runs of what they share, and whether they are near copies depends on nothing but the two.
 */
final class Sketch {
    private static final int RUN = 8;
    private static final long KEPT = 7;

    /** A book is told from another book by its least thousand hashes as well as by all. */
    private static final int MOST_RUNS = 1024;

    /** Fewer shared runs than this are a quotation, or furniture of the page. */
    static final int LEAST_SHARED = 5;

    /**
     * The share of the shorter text's runs that both must have. An outlet cuts an agency's story
     * short, so the longer one may have as much more as it likes; six tenths leave room for a new
     * first paragraph.
     */
    static final double LEAST_SHARE = 0.6;

    private final long words;
    private final long[] runs;

    private Sketch(long words, long[] runs) {
        this.words = words;
        this.runs = runs;
    }

    /** Hash of all words in their order. */
    long words() {
        return words;
    }

    /** Hashes of the runs that are kept, ascending. */
    long[] runs() {
        return runs;
    }

    static Sketch of(String text) {
        long[] words = words(text);
        long all = 0;
        for (long word : words) {
            all = mix(all * 31 + word);
        }
        long[] runs = new long[Math.max(0, words.length - RUN + 1)];
        int kept = 0;
        for (int i = 0; i + RUN <= words.length; i++) {
            long hash = 0;
            for (int k = 0; k < RUN; k++) {
                hash = mix(hash * 31 + words[i + k]);
            }
            if ((hash & KEPT) == 0) {
                runs[kept++] = hash;
            }
        }
        return new Sketch(
                all, Arrays.stream(runs, 0, kept).sorted().distinct().limit(MOST_RUNS).toArray());
    }

    /** Whether two texts that share some of their kept runs are near copies. */
    static boolean nearCopies(int shared, int runs, int otherRuns) {
        return shared >= LEAST_SHARED && shared >= LEAST_SHARE * Math.min(runs, otherRuns);
    }

    private static long[] words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        long[] words = new long[folded.length() / 2 + 1];
        int count = 0;
        long hash = 0;
        boolean within = false;
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                hash = hash * 1_000_003 + c;
                within = true;
            } else if (within && Character.getType(c) != Character.NON_SPACING_MARK) {
                words[count++] = mix(hash);
                hash = 0;
                within = false;
            }
        }
        return Arrays.copyOf(words, count);
    }

    // The last step of MurmurHash3 (Austin Appleby, public domain): every bit of the input moves
    // every bit of the output.
    private static long mix(long value) {
        long h = value;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
