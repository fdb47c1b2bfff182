package org.casus.analyze.compact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the model knows of the capitals of words. */
public final class Vocabulary {
    private final Lexicon<List<String>> ambiguity;
    private final GazetteerTrie names;

    Vocabulary(Lexicon<List<String>> ambiguity, GazetteerTrie names) {
        this.ambiguity = ambiguity;
        this.names = names;
    }

    /** Whether the tagger's lexicon has the word, given in lower case. */
    public boolean knows(String word) {
        return ambiguity.get(word) != null;
    }

    /** The tags that the word, in lower case, has in the tagger's lexicon, most usual first. */
    public List<String> tags(String word) {
        List<String> tags = ambiguity.get(word);
        return tags == null ? List.of() : tags;
    }

    /** Begins to walk through the names that the entity recognizer knows. */
    public Walk names() {
        return new Walk(GazetteerTrie.ROOT);
    }

    /** A place in the tree of names. */
    public final class Walk {
        private final int node;

        private Walk(int node) {
            this.node = node;
        }

        /** The place that the word leads to, as spelt; null if no name goes on so. */
        public @Nullable Walk next(String word) {
            int child = names.child(node, word);
            return child < 0 ? null : new Walk(child);
        }

        /** Whether a name ends here. */
        public boolean ends() {
            return names.ends(node);
        }
    }
}
