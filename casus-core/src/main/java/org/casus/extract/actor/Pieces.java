package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.casus.model.Sentence;

/** The words of a sentence cut as {@link Spelling} cuts names, and the token of each piece. */
final class Pieces {
    private final List<String> words;
    private final List<String> small;
    private final int[] token;

    private Pieces(List<String> words, List<String> small, int[] token) {
        this.words = words;
        this.small = small;
        this.token = token;
    }

    static Pieces of(Sentence s) {
        List<String> words = new ArrayList<>(s.size() + 8);
        int[] token = new int[s.size() + 8];
        for (int i = 0; i < s.size(); i++) {
            int before = words.size();
            Spelling.cut(s.token(i).form(), words);
            if (words.size() > token.length) {
                token = Arrays.copyOf(token, words.size() * 2);
            }
            Arrays.fill(token, before, words.size(), i);
        }
        List<String> small = new ArrayList<>(words.size());
        for (String w : words) {
            small.add(w.toLowerCase(Locale.ROOT));
        }
        return new Pieces(words, small, token);
    }

    int size() {
        return words.size();
    }

    String word(int i) {
        return words.get(i);
    }

    /** The piece in small letters. */
    String small(int i) {
        return small.get(i);
    }

    int token(int i) {
        return token[i];
    }

    boolean beginsToken(int i) {
        return i == 0 || token[i] != token[i - 1];
    }

    boolean endsToken(int i) {
        return i + 1 == size() || token[i] != token[i + 1];
    }
}
