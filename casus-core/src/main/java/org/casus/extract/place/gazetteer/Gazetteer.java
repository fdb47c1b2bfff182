package org.casus.extract.place.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places of the world, read in place from one block of bytes: no object for each row, only for each
 * answer. Safe for many threads.
 */
public final class Gazetteer {
    /** A gazetteer of nothing. */
    public static final Gazetteer EMPTY = new Gazetteer(Packer.pack(List.of()));

    private final ByteBuffer block;
    private final int rows;
    private final int aliases;
    private final String[] regions;
    private final int ids;
    private final int populations;
    private final int latitudes;
    private final int longitudes;
    private final int regionIndexes;
    private final int kinds;
    private final int aliasRows;
    private final int nameEnds;
    private final int names;
    private final Index keys;
    private final Index skeletons;

    /** Where sorted hashes and what they lead to begin, and how many there are. */
    private record Index(int hashes, int numbers, int size) {}

    /**
     * @param block what {@link Packer#pack} made
     * @throws IllegalArgumentException if it is something else
     */
    public Gazetteer(byte[] block) {
        this(ByteBuffer.wrap(block));
    }

    private Gazetteer(ByteBuffer block) {
        this.block = block;
        if (block.limit() < 32 || block.getLong() != Packer.MAGIC) {
            throw new IllegalArgumentException("not a packed gazetteer");
        }
        int version = block.getInt();
        if (version != Packer.VERSION) {
            throw new IllegalArgumentException(
                    "packed gazetteer of version " + version + ", expected " + Packer.VERSION);
        }
        this.rows = block.getInt();
        this.aliases = block.getInt();
        int keyCount = block.getInt();
        int skeletonCount = block.getInt();
        this.regions = new String[block.getInt()];
        for (int i = 0; i < regions.length; i++) {
            byte[] code = new byte[block.getShort()];
            block.get(code);
            regions[i] = new String(code, StandardCharsets.UTF_8);
        }
        this.ids = block.position();
        this.populations = ids + 4 * rows;
        this.latitudes = populations + 4 * rows;
        this.longitudes = latitudes + 4 * rows;
        this.regionIndexes = longitudes + 4 * rows;
        this.kinds = regionIndexes + 2 * rows;
        this.aliasRows = kinds + rows;
        this.nameEnds = aliasRows + 4 * aliases;
        this.names = nameEnds + 4 * (rows + aliases);
        int namesEnd = names + (rows == 0 ? 0 : nameEnd(rows + aliases - 1));
        this.keys = new Index(namesEnd, namesEnd + 4 * keyCount, keyCount);
        int keysEnd = namesEnd + 8 * keyCount;
        this.skeletons = new Index(keysEnd, keysEnd + 4 * skeletonCount, skeletonCount);
        if (keysEnd + 8 * skeletonCount != block.limit()) {
            throw new IllegalArgumentException("packed gazetteer cut short or grown");
        }
    }

    /** Reads a packed gazetteer to its end. */
    public static Gazetteer read(InputStream in) throws IOException {
        return new Gazetteer(in.readAllBytes());
    }

    /** Maps a packed gazetteer to memory: opened at once, however large. */
    public static Gazetteer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new Gazetteer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    public int size() {
        return rows;
    }

    /** How many names there are besides the first of each place. */
    public int otherNames() {
        return aliases;
    }

    /** Copies everything into a packer. */
    public void copyTo(Packer packer) {
        for (int row = 0; row < rows; row++) {
            packer.add(entry(row));
        }
        for (int i = 0; i < aliases; i++) {
            packer.alias(block.getInt(ids + 4 * aliasRow(i)), name(rows + i));
        }
    }

    /** The places of this folded name, article or none. */
    public List<Entry> named(String key) {
        List<Entry> found = new ArrayList<>(4);
        int hash = Spelling.hash(key);
        for (int i = firstOf(keys, hash); i < keys.size() && hashAt(keys, i) == hash; i++) {
            int number = block.getInt(keys.numbers() + 4 * i);
            if (Spelling.keys(name(number)).contains(key)) {
                Entry entry = entry(number < rows ? number : aliasRow(number - rows));
                if (!found.contains(entry)) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    /** Whether a place may have this folded name: false is certain, true is nearly so. */
    public boolean mayHave(String key) {
        int hash = Spelling.hash(key);
        int i = firstOf(keys, hash);
        return i < keys.size() && hashAt(keys, i) == hash;
    }

    /** The settlements of one country whose names have the skeleton of this folded name. */
    public List<Entry> alike(String key, String country) {
        String skeleton = Spelling.skeleton(key);
        List<Entry> found = new ArrayList<>(4);
        if (skeleton.length() < 2) {
            return found;
        }
        int hash = Spelling.hash(skeleton);
        for (int i = firstOf(skeletons, hash);
                i < skeletons.size() && hashAt(skeletons, i) == hash;
                i++) {
            int row = block.getInt(skeletons.numbers() + 4 * i);
            if (region(row).startsWith(country)
                    && Spelling.skeleton(Spelling.fold(name(row))).equals(skeleton)) {
                found.add(entry(row));
            }
        }
        return found;
    }

    /** The place of this GeoNames id, or null. */
    public @Nullable Entry withId(int id) {
        int low = 0;
        int high = rows - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = block.getInt(ids + 4 * middle);
            if (found == id) {
                return entry(middle);
            }
            if (found < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** The people who live in the settlements of each region, by its code ({@code SY.04}). */
    public Map<String, Long> populationOfRegions() {
        long[] people = new long[regions.length];
        for (int row = 0; row < rows; row++) {
            if (kind(row).isSettlement()) {
                people[regionIndex(row)] += block.getInt(populations + 4 * row);
            }
        }
        Map<String, Long> byCode = new HashMap<>();
        for (int i = 0; i < regions.length; i++) {
            byCode.put(regions[i], people[i]);
        }
        return byCode;
    }

    private Entry entry(int row) {
        String region = region(row);
        int dot = region.indexOf('.');
        return new Entry(
                block.getInt(ids + 4 * row),
                name(row),
                region.substring(0, dot),
                region.substring(dot + 1),
                kind(row),
                block.getInt(populations + 4 * row),
                block.getInt(latitudes + 4 * row) / 1e5,
                block.getInt(longitudes + 4 * row) / 1e5);
    }

    private Entry.Kind kind(int row) {
        return Entry.Kind.ofCode(block.get(kinds + row));
    }

    private int regionIndex(int row) {
        return block.getShort(regionIndexes + 2 * row) & 0xffff;
    }

    private String region(int row) {
        return regions[regionIndex(row)];
    }

    private int aliasRow(int alias) {
        return block.getInt(aliasRows + 4 * alias);
    }

    private int nameEnd(int number) {
        return block.getInt(nameEnds + 4 * number);
    }

    private String name(int number) {
        int start = number == 0 ? 0 : nameEnd(number - 1);
        byte[] utf8 = new byte[nameEnd(number) - start];
        block.get(names + start, utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private int hashAt(Index index, int i) {
        return block.getInt(index.hashes() + 4 * i);
    }

    /** The first key whose hash, unsigned, is not below this one. */
    private int firstOf(Index index, int hash) {
        int low = 0;
        int high = index.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Integer.compareUnsigned(hashAt(index, middle), hash) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
