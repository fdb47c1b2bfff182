package org.casus.extract.place.gazetteer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Packs settlements into the block that {@link Settlements} reads. The same rows give the same
 * bytes, in whatever order they come.
 *
 * <p>Layout, big-endian: magic, version, counts; the region codes; one column for each field of the
 * rows, ordered by id; then the keys, hash and row, ordered by unsigned hash, and skeletons in the
 * same way.
 */
public final class SettlementsWriter {
    static final long MAGIC = 0x4361737573476121L;
    static final int VERSION = 1;

    private SettlementsWriter() {}

    private record Key(int hash, int row) {}

    /** The packed form of these settlements. */
    public static byte[] pack(List<Settlement> settlements) {
        List<Settlement> rows = new ArrayList<>(settlements);
        rows.sort(Comparator.comparingInt(Settlement::id));
        TreeSet<String> regions = new TreeSet<>();
        rows.forEach(r -> regions.add(r.region()));
        List<String> codes = List.copyOf(regions);
        List<Key> keys = new ArrayList<>();
        List<Key> skeletons = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (String key : Spelling.keys(rows.get(i).name())) {
                keys.add(new Key(Spelling.hash(key), i));
            }
            String skeleton = Spelling.skeleton(Spelling.fold(rows.get(i).name()));
            if (skeleton.length() > 1) {
                skeletons.add(new Key(Spelling.hash(skeleton), i));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_000_000);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(rows.size());
            out.writeInt(keys.size());
            out.writeInt(skeletons.size());
            out.writeInt(codes.size());
            for (String code : codes) {
                out.writeUTF(code);
            }
            writeRows(out, rows, codes);
            writeKeys(out, keys);
            writeKeys(out, skeletons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeRows(DataOutputStream out, List<Settlement> rows, List<String> codes)
            throws IOException {
        for (Settlement r : rows) {
            out.writeInt(r.id());
        }
        for (Settlement r : rows) {
            out.writeInt(r.population());
        }
        for (Settlement r : rows) {
            out.writeInt((int) Math.round(r.latitude() * 1e5));
        }
        for (Settlement r : rows) {
            out.writeInt((int) Math.round(r.longitude() * 1e5));
        }
        int end = 0;
        for (Settlement r : rows) {
            out.writeInt(end += r.name().getBytes(StandardCharsets.UTF_8).length);
        }
        for (Settlement r : rows) {
            out.writeShort(Collections.binarySearch(codes, r.region()));
        }
        for (Settlement r : rows) {
            out.writeByte(r.rank().code());
        }
        for (Settlement r : rows) {
            out.write(r.name().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void writeKeys(DataOutputStream out, List<Key> keys) throws IOException {
        keys.sort(
                Comparator.<Key, Integer>comparing(k -> k.hash() ^ Integer.MIN_VALUE)
                        .thenComparing(Key::row));
        for (Key k : keys) {
            out.writeInt(k.hash());
        }
        for (Key k : keys) {
            out.writeInt(k.row());
        }
    }
}
