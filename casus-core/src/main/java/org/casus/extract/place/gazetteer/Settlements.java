package org.casus.extract.place.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settlements of the world, read in place from one block of bytes: no object for each row, only
 * for each answer. Safe for many threads.
 */
public final class Settlements {
    private final ByteBuffer block;
    private final int rows;
    private final String[] regions;
    private final int ids;
    private final int populations;
    private final int latitudes;
    private final int longitudes;
    private final int nameEnds;
    private final int regionIndexes;
    private final int ranks;
    private final int names;
    private final Index keys;
    private final Index skeletons;

    /** Where sorted hashes and their rows begin, and how many there are. */
    private record Index(int hashes, int rows, int size) {}

    /**
     * @param block what {@link SettlementsWriter#pack} made
     * @throws IllegalArgumentException if it is something else
     */
    public Settlements(byte[] block) {
        this.block = ByteBuffer.wrap(block);
        if (block.length < 28 || this.block.getLong() != SettlementsWriter.MAGIC) {
            throw new IllegalArgumentException("not a packed gazetteer");
        }
        int version = this.block.getInt();
        if (version != SettlementsWriter.VERSION) {
            throw new IllegalArgumentException(
                    "packed gazetteer of version "
                            + version
                            + ", expected "
                            + SettlementsWriter.VERSION);
        }
        this.rows = this.block.getInt();
        int keyCount = this.block.getInt();
        int skeletonCount = this.block.getInt();
        this.regions = new String[this.block.getInt()];
        for (int i = 0; i < regions.length; i++) {
            byte[] code = new byte[this.block.getShort()];
            this.block.get(code);
            regions[i] = new String(code, StandardCharsets.US_ASCII);
        }
        this.ids = this.block.position();
        this.populations = ids + 4 * rows;
        this.latitudes = populations + 4 * rows;
        this.longitudes = latitudes + 4 * rows;
        this.nameEnds = longitudes + 4 * rows;
        this.regionIndexes = nameEnds + 4 * rows;
        this.ranks = regionIndexes + 2 * rows;
        this.names = ranks + rows;
        int namesEnd = names + (rows == 0 ? 0 : nameEnd(rows - 1));
        this.keys = new Index(namesEnd, namesEnd + 4 * keyCount, keyCount);
        int keysEnd = namesEnd + 8 * keyCount;
        this.skeletons = new Index(keysEnd, keysEnd + 4 * skeletonCount, skeletonCount);
    }

    /** Reads a packed gazetteer to its end. */
    public static Settlements read(InputStream in) throws IOException {
        return new Settlements(in.readAllBytes());
    }

    public int size() {
        return rows;
    }

    /** The settlements of this folded name, article or none. */
    public List<Settlement> named(String key) {
        List<Settlement> found = new ArrayList<>(4);
        int hash = Spelling.hash(key);
        for (int i = firstOf(keys, hash); i < keys.size() && hashAt(keys, i) == hash; i++) {
            int row = block.getInt(keys.rows() + 4 * i);
            if (Spelling.keys(name(row)).contains(key)) {
                found.add(settlement(row));
            }
        }
        return found;
    }

    /** Whether a settlement may have this folded name: false is certain, true is nearly so. */
    public boolean mayHave(String key) {
        int hash = Spelling.hash(key);
        int i = firstOf(keys, hash);
        return i < keys.size() && hashAt(keys, i) == hash;
    }

    /** The settlements of one country whose names have the skeleton of this folded name. */
    public List<Settlement> alike(String key, String country) {
        String skeleton = Spelling.skeleton(key);
        List<Settlement> found = new ArrayList<>(4);
        if (skeleton.length() < 2) {
            return found;
        }
        int hash = Spelling.hash(skeleton);
        for (int i = firstOf(skeletons, hash);
                i < skeletons.size() && hashAt(skeletons, i) == hash;
                i++) {
            int row = block.getInt(skeletons.rows() + 4 * i);
            if (region(row).startsWith(country)
                    && Spelling.skeleton(Spelling.fold(name(row))).equals(skeleton)) {
                found.add(settlement(row));
            }
        }
        return found;
    }

    /** The settlement of this GeoNames id, or null. */
    public @Nullable Settlement withId(int id) {
        int low = 0;
        int high = rows - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = block.getInt(ids + 4 * middle);
            if (found == id) {
                return settlement(middle);
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
            people[block.getShort(regionIndexes + 2 * row)] += block.getInt(populations + 4 * row);
        }
        Map<String, Long> byCode = new HashMap<>();
        for (int i = 0; i < regions.length; i++) {
            byCode.put(regions[i], people[i]);
        }
        return byCode;
    }

    private Settlement settlement(int row) {
        String region = region(row);
        return new Settlement(
                block.getInt(ids + 4 * row),
                name(row),
                region.substring(0, 2),
                region.substring(3),
                Settlement.Rank.ofCode(block.get(ranks + row)),
                block.getInt(populations + 4 * row),
                block.getInt(latitudes + 4 * row) / 1e5,
                block.getInt(longitudes + 4 * row) / 1e5);
    }

    private String region(int row) {
        return regions[block.getShort(regionIndexes + 2 * row)];
    }

    private int nameEnd(int row) {
        return block.getInt(nameEnds + 4 * row);
    }

    private String name(int row) {
        int start = row == 0 ? 0 : nameEnd(row - 1);
        return new String(
                block.array(), names + start, nameEnd(row) - start, StandardCharsets.UTF_8);
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
