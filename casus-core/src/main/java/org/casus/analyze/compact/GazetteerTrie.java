package org.casus.analyze.compact;

import edu.emory.mathcs.nlp.common.collection.tree.PrefixNode;
import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import edu.emory.mathcs.nlp.common.collection.tuple.ObjectIntPair;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names that the entity recognizer knows, word by word. Every edge is one long in a hash table:
 * parent (22 bits), number of the word (20 bits), child (22 bits); the root is 0.
 */
final class GazetteerTrie extends PrefixTree<String, Set<String>> {
    static final String WORDS = "names.words";
    static final String EDGES = "names.edges";
    static final String KINDS = "names.kinds";
    static final int ROOT = 0;

    private static final int WORD_BITS = 20;
    private static final int NODE_BITS = 22;
    private static final int NODE_MASK = (1 << NODE_BITS) - 1;
    private static final int NO_KIND = -1;

    private final transient FingerprintTable words;
    private final transient LongBuffer edges;
    private final transient int mask;
    private final transient ShortBuffer kindOfNode;
    private final transient List<Set<String>> kinds;

    private GazetteerTrie(
            FingerprintTable words,
            LongBuffer edges,
            int mask,
            ShortBuffer kindOfNode,
            List<Set<String>> kinds) {
        this.words = words;
        this.edges = edges;
        this.mask = mask;
        this.kindOfNode = kindOfNode;
        this.kinds = kinds;
    }

    static GazetteerTrie open(Path folder) throws IOException {
        ArrayFile file = ArrayFile.open(folder.resolve(EDGES));
        int capacity = file.count(0);
        return new GazetteerTrie(
                FingerprintTable.open(folder.resolve(WORDS)),
                file.longs(capacity),
                capacity - 1,
                file.shorts(file.count(1)),
                ValueLists.read(folder.resolve(KINDS)).stream()
                        .map(kinds -> (Set<String>) new LinkedHashSet<>(kinds))
                        .toList());
    }

    /** The node that a word leads to, or -1. */
    int child(int node, String word) {
        int number = words.get(0, word);
        if (number == FingerprintTable.ABSENT) {
            return -1;
        }
        long key = (long) node << WORD_BITS | number;
        for (int at = slot(key, mask); ; at = (at + 1) & mask) {
            long edge = edges.get(at);
            if (edge == 0) {
                return -1;
            }
            if (edge >>> NODE_BITS == key) {
                return (int) (edge & NODE_MASK);
            }
        }
    }

    /** Whether a name ends at a node. */
    private boolean ends(int node) {
        return kindOfNode.get(node) != NO_KIND;
    }

    /** The kinds of the name that ends at a node; empty if none does. */
    Set<String> kinds(int node) {
        return ends(node) ? kinds.get(kindOfNode.get(node)) : Set.of();
    }

    /** The longest name that begins at a place, with the place of its last word; null if none. */
    @Override
    public <A> @Nullable ObjectIntPair<Set<String>> get(
            A[] items, int begin, Function<A, String> word) {
        ObjectIntPair<Set<String>> longest = null;
        int node = ROOT;
        for (int i = begin; i < items.length; i++) {
            String key = word.apply(items[i]);
            if (key == null || (node = child(node, key)) < 0) {
                break;
            }
            if (ends(node)) {
                if (longest == null) {
                    longest = new ObjectIntPair<>();
                }
                longest.set(kinds.get(kindOfNode.get(node)), i);
            }
        }
        return longest;
    }

    static void write(PrefixTree<String, Set<String>> tree, Path folder) throws IOException {
        Map<String, Integer> words = new HashMap<>();
        Map<List<String>, Integer> kinds = new LinkedHashMap<>();
        List<Short> kindOfNode = new ArrayList<>();
        List<Long> edges = new ArrayList<>();
        Queue<PrefixNode<String, Set<String>>> nodes = new ArrayDeque<>();
        nodes.add(tree.getRoot());
        kindOfNode.add((short) NO_KIND);
        for (int parent = 0; !nodes.isEmpty(); parent++) {
            for (Map.Entry<String, PrefixNode<String, Set<String>>> edge :
                    nodes.remove().entrySet()) {
                Integer word = words.putIfAbsent(edge.getKey(), words.size());
                long number = word == null ? words.size() - 1 : word;
                edges.add(((long) parent << WORD_BITS | number) << NODE_BITS | kindOfNode.size());
                kindOfNode.add(kind(edge.getValue().getValue(), kinds));
                nodes.add(edge.getValue());
            }
        }
        if (words.size() >= 1 << WORD_BITS || kindOfNode.size() >= 1 << NODE_BITS) {
            throw new IllegalStateException(
                    words.size()
                            + " words, "
                            + kindOfNode.size()
                            + " nodes: too many for the trie");
        }
        writeEdges(edges, kindOfNode, folder.resolve(EDGES));
        FingerprintTable.Builder table = new FingerprintTable.Builder(words.size());
        words.forEach((word, number) -> table.put(0, word, number));
        table.write(folder.resolve(WORDS));
        ValueLists.write(kinds.keySet(), folder.resolve(KINDS));
    }

    private static short kind(@Nullable Set<String> value, Map<List<String>, Integer> kinds) {
        if (value == null) {
            return NO_KIND;
        }
        return kinds.computeIfAbsent(new ArrayList<>(value), v -> kinds.size()).shortValue();
    }

    private static void writeEdges(List<Long> edges, List<Short> kindOfNode, Path path)
            throws IOException {
        long[] table = new long[FingerprintTable.capacity(edges.size())];
        int mask = table.length - 1;
        for (long edge : edges) {
            int at = slot(edge >>> NODE_BITS, mask);
            while (table[at] != 0) {
                at = (at + 1) & mask;
            }
            table[at] = edge;
        }
        try (ArrayFileWriter file = new ArrayFileWriter(path, table.length, kindOfNode.size())) {
            for (long edge : table) {
                file.write(edge);
            }
            for (short kind : kindOfNode) {
                file.write(kind);
            }
        }
    }

    private static int slot(long key, int mask) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
    }
}
