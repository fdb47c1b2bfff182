package org.casus.analyze.compact;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the model knows of the capitals of words. */
public final class Vocabulary {
    /** Numbers of the gazetteer's kinds: countries, peoples, places, organizations, persons. */
    private static final Set<String> SURE_KINDS = Set.of("1", "5", "11", "13", "14");

    private static final String PEOPLES = "5";

    private final Lexicon<List<String>> ambiguity;
    private final GazetteerTrie names;

    Vocabulary(Lexicon<List<String>> ambiguity, GazetteerTrie names) {
        this.ambiguity = ambiguity;
        this.names = names;
    }

    /** The tags that the word, in lower case, has in the tagger's lexicon, most usual first. */
    public List<String> tags(String word) {
        List<String> tags = ambiguity.get(word);
        return tags == null ? List.of() : tags;
    }

    /** Whether the word, with a capital, names a people: Kurds, Kurdish. */
    public boolean isPeople(String word) {
        int node = names.child(GazetteerTrie.ROOT, word);
        return node >= 0 && names.kinds(node).contains(PEOPLES);
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

        /**
         * Whether the name of a person, a people, a place or an organization ends here. The works
         * of art and products that the recognizer knows are named like anything.
         */
        public boolean ends() {
            return !Collections.disjoint(names.kinds(node), SURE_KINDS);
        }
    }
}
