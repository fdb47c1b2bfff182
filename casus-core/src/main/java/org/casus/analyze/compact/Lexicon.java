package org.casus.analyze.compact;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * From words to values, of which the library only ever asks {@link #get}. Three kinds of values are
 * kept: lists of words, sets of words in their first order, and vectors.
 */
final class Lexicon<V> extends AbstractMap<String, V> {
    private static final String TABLE = ".words";
    private static final String VALUES = ".values";

    private final FingerprintTable words;
    private final IntFunction<V> values;

    private Lexicon(FingerprintTable words, IntFunction<V> values) {
        this.words = words;
        this.values = values;
    }

    /** A lexicon of lists, written by {@link #writeLists}; each is made over to what is wanted. */
    static <V> Lexicon<V> ofLists(Path folder, String name, Function<List<String>, V> make)
            throws IOException {
        List<V> values = ValueLists.read(folder.resolve(name + VALUES)).stream().map(make).toList();
        return new Lexicon<>(FingerprintTable.open(folder.resolve(name + TABLE)), values::get);
    }

    /** A lexicon of vectors, written by {@link #writeVectors}. */
    static Lexicon<float[]> ofVectors(Path folder, String name) throws IOException {
        ArrayFile file = ArrayFile.open(folder.resolve(name + VALUES));
        int size = file.count(0);
        int length = file.count(1);
        FloatBuffer numbers = file.floats(size * length);
        return new Lexicon<>(
                FingerprintTable.open(folder.resolve(name + TABLE)),
                row -> {
                    float[] vector = new float[length];
                    numbers.get(row * length, vector);
                    return vector;
                });
    }

    @Override
    public @Nullable V get(@Nullable Object word) {
        if (!(word instanceof String text)) {
            return null;
        }
        int value = words.get(0, text);
        return value == FingerprintTable.ABSENT ? null : values.apply(value);
    }

    /** Not kept: the table holds no words, only their fingerprints. */
    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        throw new UnsupportedOperationException("a compact lexicon does not know its words");
    }

    /** Writes lists in the order in which the collections give their words. */
    static void writeLists(
            Map<String, ? extends Iterable<String>> lexicon, Path folder, String name)
            throws IOException {
        Map<List<String>, Integer> numbers = new LinkedHashMap<>();
        FingerprintTable.Builder table = new FingerprintTable.Builder(lexicon.size());
        for (Map.Entry<String, ? extends Iterable<String>> entry : lexicon.entrySet()) {
            List<String> list = new ArrayList<>();
            entry.getValue().forEach(list::add);
            table.put(0, entry.getKey(), numbers.computeIfAbsent(list, l -> numbers.size()));
        }
        table.write(folder.resolve(name + TABLE));
        ValueLists.write(numbers.keySet(), folder.resolve(name + VALUES));
    }

    static void writeVectors(Map<String, float[]> lexicon, Path folder, String name)
            throws IOException {
        int length = lexicon.values().iterator().next().length;
        FingerprintTable.Builder table = new FingerprintTable.Builder(lexicon.size());
        try (ArrayFileWriter file =
                new ArrayFileWriter(folder.resolve(name + VALUES), lexicon.size(), length)) {
            int row = 0;
            for (Map.Entry<String, float[]> entry : lexicon.entrySet()) {
                if (entry.getValue().length != length) {
                    throw new IllegalStateException("vectors of several lengths in " + name);
                }
                for (float number : entry.getValue()) {
                    file.write(number);
                }
                table.put(0, entry.getKey(), row++);
            }
        }
        table.write(folder.resolve(name + TABLE));
    }
}
