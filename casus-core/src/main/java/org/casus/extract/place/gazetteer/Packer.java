package org.casus.extract.place.gazetteer;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Packs entries and their other names into the block that {@link Gazetteer} reads. The same entries
 * give the same bytes, in whatever order they come; of two with one id the later one counts.
 *
 * <p>Rows are kept in columns from the start, some forty bytes and the name for each, so that a
 * dump of the whole world fits an ordinary heap.
 *
 * <p>Layout, big-endian: magic, version, counts; the region codes; one column for each field of the
 * rows, ordered by id; then the other names, each with its row; then the keys, hash and name,
 * ordered by unsigned hash, and the skeletons of settlements, hash and row, in the same way.
 */
public final class Packer {
    static final long MAGIC = 0x4361737573476121L;
    static final int VERSION = 2;

    private final Column ids = new Column();
    private final Column populations = new Column();
    private final Column latitudes = new Column();
    private final Column longitudes = new Column();
    private final Column regions = new Column();
    private final Column kinds = new Column();
    private final Names names = new Names();
    private final Column aliasIds = new Column();
    private final Names aliases = new Names();
    private final Map<String, Integer> regionNumbers = new HashMap<>();

    /** The packed form of these entries. */
    public static byte[] pack(List<Entry> entries) {
        Packer packer = new Packer();
        entries.forEach(packer::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_000_000);
        try {
            packer.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public void add(Entry e) {
        ids.add(e.id());
        populations.add(e.population());
        latitudes.add((int) Math.round(e.latitude() * 1e5));
        longitudes.add((int) Math.round(e.longitude() * 1e5));
        regions.add(regionNumbers.computeIfAbsent(e.region(), r -> regionNumbers.size()));
        kinds.add(e.kind().code());
        names.add(e.name());
    }

    /** Another name of the entry with this id, which may come before or after it. */
    public void alias(int id, String name) {
        aliasIds.add(id);
        aliases.add(name);
    }

    /** How many entries were added, those that count no more included. */
    public int size() {
        return ids.size;
    }

    /**
     * Writes the block.
     *
     * @return how many other names belong to no entry and are left out
     */
    public int write(OutputStream to) throws IOException {
        int[] rows = rows();
        String[] codes = codes();
        int[] numberOf = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            numberOf[regionNumbers.getOrDefault(codes[i], 0)] = i;
        }
        int[] ordered = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ordered[i] = ids.at(rows[i]);
        }
        long[] aliasRows = aliasRows(ordered);
        List<Alias> others = aliases(rows, aliasRows);
        long[] keys = keys(rows, others);
        long[] skeletons = skeletons(rows);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(rows.length);
        out.writeInt(others.size());
        out.writeInt(keys.length);
        out.writeInt(skeletons.length);
        out.writeInt(codes.length);
        for (String code : codes) {
            out.writeUTF(code);
        }
        for (int id : ordered) {
            out.writeInt(id);
        }
        for (Column column : List.of(populations, latitudes, longitudes)) {
            for (int row : rows) {
                out.writeInt(column.at(row));
            }
        }
        for (int row : rows) {
            out.writeShort(numberOf[regions.at(row)]);
        }
        for (int row : rows) {
            out.writeByte(kinds.at(row));
        }
        for (Alias other : others) {
            out.writeInt(other.row());
        }
        int end = 0;
        for (int row : rows) {
            out.writeInt(end += names.length(row));
        }
        for (Alias other : others) {
            out.writeInt(end += other.name().getBytes(StandardCharsets.UTF_8).length);
        }
        for (int row : rows) {
            names.write(row, out);
        }
        for (Alias other : others) {
            out.write(other.name().getBytes(StandardCharsets.UTF_8));
        }
        writeIndex(out, keys);
        writeIndex(out, skeletons);
        out.flush();
        return aliasIds.size - aliasRows.length;
    }

    /** Where each entry that counts was added, ordered by id. */
    private int[] rows() {
        long[] byId = new long[ids.size];
        for (int i = 0; i < byId.length; i++) {
            byId[i] = (long) ids.at(i) << 32 | i;
        }
        Arrays.sort(byId);
        int count = 0;
        int[] rows = new int[byId.length];
        for (int i = 0; i < byId.length; i++) {
            boolean last = i + 1 == byId.length || byId[i + 1] >> 32 != byId[i] >> 32;
            if (last) {
                rows[count++] = (int) byId[i];
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private String[] codes() {
        return new TreeMap<>(regionNumbers).keySet().toArray(String[]::new);
    }

    private record Alias(int row, String name) {}

    /** The row of each other name that belongs to one, and its number, in order. */
    private long[] aliasRows(int[] ordered) {
        long[] byRow = new long[aliasIds.size];
        int known = 0;
        for (int i = 0; i < byRow.length; i++) {
            int row = Arrays.binarySearch(ordered, aliasIds.at(i));
            if (row >= 0) {
                byRow[known++] = (long) row << 32 | i;
            }
        }
        long[] found = Arrays.copyOf(byRow, known);
        Arrays.sort(found);
        return found;
    }

    /** The other names that lead to an entry by a key of their own, in order. */
    private List<Alias> aliases(int[] rows, long[] byRow) {
        List<Alias> found = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        int before = -1;
        List<Alias> ofRow = new ArrayList<>();
        for (long word : byRow) {
            int row = (int) (word >> 32);
            if (row != before) {
                ofRow.sort((a, b) -> a.name().compareTo(b.name()));
                found.addAll(ofRow);
                ofRow.clear();
                seen.clear();
                seen.addAll(Spelling.keys(names.get(rows[row])));
                before = row;
            }
            String name = aliases.get((int) word);
            List<String> keys = Spelling.keys(name);
            if (!keys.isEmpty() && !seen.containsAll(keys)) {
                seen.addAll(keys);
                ofRow.add(new Alias(row, name));
            }
        }
        ofRow.sort((a, b) -> a.name().compareTo(b.name()));
        found.addAll(ofRow);
        return found;
    }

    /**
     * Hash and number of each name, ordered by unsigned hash; aliases are numbered after the rows.
     */
    private long[] keys(int[] rows, List<Alias> others) {
        Index index = new Index(rows.length + rows.length / 4 + others.size());
        for (int i = 0; i < rows.length; i++) {
            for (String key : Spelling.keys(names.get(rows[i]))) {
                index.add(key, i);
            }
        }
        for (int i = 0; i < others.size(); i++) {
            for (String key : Spelling.keys(others.get(i).name())) {
                index.add(key, rows.length + i);
            }
        }
        return index.sorted();
    }

    private long[] skeletons(int[] rows) {
        Index index = new Index(rows.length);
        for (int i = 0; i < rows.length; i++) {
            String skeleton =
                    Entry.Kind.ofCode(kinds.at(rows[i])).isSettlement()
                            ? Spelling.skeleton(Spelling.fold(names.get(rows[i])))
                            : "";
            if (skeleton.length() > 1) {
                index.add(skeleton, i);
            }
        }
        return index.sorted();
    }

    private static void writeIndex(DataOutputStream out, long[] index) throws IOException {
        for (long key : index) {
            out.writeInt((int) (key >>> 32));
        }
        for (long key : index) {
            out.writeInt((int) key);
        }
    }

    /** Hashes and what they lead to, in one word each, so that sorting makes no objects. */
    private static final class Index {
        private long[] words;
        private int size;

        Index(int expected) {
            words = new long[Math.max(16, expected)];
        }

        void add(String key, int number) {
            if (size == words.length) {
                words = Arrays.copyOf(words, size + size / 2);
            }
            // with the top bit turned, signed order is the unsigned order of hashes
            words[size++] = ((long) Spelling.hash(key) << 32 | number) ^ Long.MIN_VALUE;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(words, size);
            Arrays.sort(sorted);
            for (int i = 0; i < size; i++) {
                sorted[i] ^= Long.MIN_VALUE;
            }
            return sorted;
        }
    }

    /** Numbers in an array that grows. */
    private static final class Column {
        private int[] values = new int[1024];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + size / 2);
            }
            values[size++] = value;
        }

        int at(int i) {
            return values[i];
        }
    }

    /** Names in one array of bytes that grows. */
    private static final class Names {
        private final Column ends = new Column();
        private byte[] bytes = new byte[16 * 1024];

        void add(String name) {
            byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
            int end = ends.size == 0 ? 0 : ends.at(ends.size - 1);
            if (end + utf8.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, end + utf8.length + bytes.length / 2);
            }
            System.arraycopy(utf8, 0, bytes, end, utf8.length);
            ends.add(end + utf8.length);
        }

        private int start(int i) {
            return i == 0 ? 0 : ends.at(i - 1);
        }

        int length(int i) {
            return ends.at(i) - start(i);
        }

        String get(int i) {
            return new String(bytes, start(i), length(i), StandardCharsets.UTF_8);
        }

        void write(int i, OutputStream out) throws IOException {
            out.write(bytes, start(i), length(i));
        }
    }
}
