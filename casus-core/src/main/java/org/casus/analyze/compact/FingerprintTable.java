package org.casus.analyze.compact;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;

/**
 * From strings to numbers from 0 up: open addressing, linear probing, load at most two thirds. It
 * holds fingerprints instead of the strings. Writing refuses two known strings with one
 * fingerprint; that an unknown string meets a known one's by chance has a probability near 1e-13.
 */
final class FingerprintTable {
    static final int ABSENT = -1;

    private final int mask;
    private final LongBuffer fingerprints;
    private final IntBuffer values;

    private FingerprintTable(int capacity, LongBuffer fingerprints, IntBuffer values) {
        this.mask = capacity - 1;
        this.fingerprints = fingerprints;
        this.values = values;
    }

    static FingerprintTable open(Path path) throws IOException {
        ArrayFile file = ArrayFile.open(path);
        int capacity = file.count(0);
        if (Integer.bitCount(capacity) != 1) {
            throw new IOException(path + " has a capacity that is no power of two: " + capacity);
        }
        return new FingerprintTable(capacity, file.longs(capacity), file.ints(capacity));
    }

    /** The number of a string of a family, or {@link #ABSENT}. */
    int get(int family, String text) {
        long fingerprint = Fingerprint.of(family, text);
        for (int at = (int) fingerprint & mask; ; at = (at + 1) & mask) {
            long found = fingerprints.get(at);
            if (found == fingerprint) {
                return values.get(at);
            }
            if (found == 0) {
                return ABSENT;
            }
        }
    }

    /** Collects entries and writes the file. */
    static final class Builder {
        private final long[] fingerprints;
        private final int[] values;
        private int free;

        Builder(int size) {
            int capacity = capacity(size);
            fingerprints = new long[capacity];
            values = new int[capacity];
            free = size;
        }

        void put(int family, String text, int value) {
            if (free-- == 0) {
                throw new IllegalStateException("more entries than the table was made for");
            }
            long fingerprint = Fingerprint.of(family, text);
            int mask = fingerprints.length - 1;
            int at = (int) fingerprint & mask;
            while (fingerprints[at] != 0) {
                if (fingerprints[at] == fingerprint) {
                    throw new IllegalStateException(
                            "\"" + text + "\" has the fingerprint of another entry");
                }
                at = (at + 1) & mask;
            }
            fingerprints[at] = fingerprint;
            values[at] = value;
        }

        void write(Path path) throws IOException {
            try (ArrayFileWriter file = new ArrayFileWriter(path, fingerprints.length)) {
                for (long fingerprint : fingerprints) {
                    file.write(fingerprint);
                }
                for (int value : values) {
                    file.write(value);
                }
            }
        }
    }

    /** The smallest power of two that is at least half as much again as the size. */
    static int capacity(int size) {
        return Integer.highestOneBit(Math.max(16, (int) (size * 1.5)) - 1) << 1;
    }
}
