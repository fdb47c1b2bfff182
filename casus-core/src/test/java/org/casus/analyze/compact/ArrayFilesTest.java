package org.casus.analyze.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import edu.emory.mathcs.nlp.common.collection.tuple.ObjectIntPair;
import edu.emory.mathcs.nlp.learning.util.ColumnMajorVector;
import edu.emory.mathcs.nlp.learning.util.SparseVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back, and what is broken is said to be. */
class ArrayFilesTest {
    @TempDir private Path folder;

    @Test
    void a_table_finds_what_was_put_in_and_nothing_else() throws IOException {
        FingerprintTable.Builder builder = new FingerprintTable.Builder(1000);
        for (int i = 0; i < 1000; i++) {
            builder.put(i % 3, "word" + i, i);
        }
        builder.write(folder.resolve("table"));
        FingerprintTable table = FingerprintTable.open(folder.resolve("table"));
        for (int i = 0; i < 1000; i++) {
            assertThat(table.get(i % 3, "word" + i)).isEqualTo(i);
            assertThat(table.get((i + 1) % 3, "word" + i)).isEqualTo(FingerprintTable.ABSENT);
            assertThat(table.get(i % 3, "work" + i)).isEqualTo(FingerprintTable.ABSENT);
        }
    }

    @Test
    void a_table_refuses_a_word_twice() {
        FingerprintTable.Builder builder = new FingerprintTable.Builder(2);
        builder.put(0, "word", 1);
        assertThatThrownBy(() -> builder.put(0, "word", 2)).hasMessageContaining("\"word\"");
    }

    @Test
    void a_broken_file_is_named_with_its_fault() throws IOException {
        Path path = folder.resolve("table");
        FingerprintTable.Builder builder = new FingerprintTable.Builder(100);
        builder.put(0, "word", 1);
        builder.write(path);
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> FingerprintTable.open(path))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("table is cut short");
        Files.write(path, new byte[5]);
        assertThatThrownBy(() -> FingerprintTable.open(path)).hasMessageContaining("5 bytes");
        Files.write(path, new byte[500]);
        assertThatThrownBy(() -> FingerprintTable.open(path))
                .hasMessageContaining("no analyzer file of version");
    }

    @Test
    void sparse_weights_give_the_sums_of_the_full_ones() throws IOException {
        Random random = new Random(7);
        ColumnMajorVector full = new ColumnMajorVector();
        full.expand(5, 40);
        for (int i = 0; i < 200; i++) {
            full.set(i, random.nextInt(4) == 0 ? random.nextFloat() - 0.5f : 0);
        }
        SparseWeights.write(full, folder.resolve("weights"));
        SparseWeights sparse = SparseWeights.open(folder.resolve("weights"));
        SparseVector features = new SparseVector();
        for (int feature : new int[] {3, 17, 39, 3, 40, 0}) {
            features.add(feature, random.nextFloat());
        }
        float[] expected = new float[5];
        float[] actual = new float[5];
        full.addScores(features, expected);
        sparse.addScores(features, actual);
        assertThat(actual).isEqualTo(expected);
        assertThat(sparse.getLabelSize()).isEqualTo(5);
    }

    @Test
    void the_longest_name_is_found() throws IOException {
        PrefixTree<String, Set<String>> tree = new PrefixTree<>();
        for (String name : List.of("San Juan", "San Juan del Sur", "Juan", "San Marco")) {
            tree.set(name.split(" "), Set.of(name), Function.identity());
        }
        GazetteerTrie.write(tree, folder);
        GazetteerTrie trie = GazetteerTrie.open(folder);
        String[] text = "in San Juan del Norte , San Juan del Sur San".split(" ");
        for (int i = 0; i < text.length; i++) {
            ObjectIntPair<Set<String>> expected = tree.get(text, i, Function.identity());
            ObjectIntPair<Set<String>> actual = trie.get(text, i, Function.identity());
            assertThat(actual == null ? null : actual.o + "@" + actual.i)
                    .isEqualTo(expected == null ? null : expected.o + "@" + expected.i);
        }
    }

    @Test
    void lexica_keep_the_order_of_their_values() throws IOException {
        Map<String, List<String>> tags = new LinkedHashMap<>();
        tags.put("raid", List.of("NN", "VB"));
        tags.put("lead", List.of("VB", "NN"));
        tags.put("hit", List.of("NN", "VB"));
        Lexicon.writeLists(tags, folder, "tags");
        Lexicon<List<String>> read = Lexicon.ofLists(folder, "tags", list -> list);
        assertThat(read.get("hit")).containsExactly("NN", "VB");
        assertThat(read.get("lead")).containsExactly("VB", "NN");
        assertThat(read.get("leads")).isNull();
        assertThat(Files.readString(folder.resolve("tags.values"))).isEqualTo("NN\tVB\nVB\tNN\n");

        Lexicon.writeVectors(Map.of("raid", new float[] {1, -2}), folder, "vectors");
        assertThat(Lexicon.ofVectors(folder, "vectors").get("raid")).containsExactly(1, -2);
    }

    @Test
    void features_read_back_in_their_notation() {
        for (String feature :
                List.of("i0:lemma", "j-2_lmd2:word_form", "k3:suffix:3", "i0:valency:all")) {
            assertThat(FeatureNotation.format(FeatureNotation.parse(feature))).isEqualTo(feature);
        }
    }
}
