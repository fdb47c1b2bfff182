package org.casus.analyze.compact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/**
 * A file of numbers, mapped read-only: a header, then arrays one after another, widest first so
 * that each is aligned. Little-endian. The header is {@link #MAGIC}, {@link #VERSION} and {@link
 * #COUNTS} numbers whose meaning is the reader's business.
 */
final class ArrayFile {
    static final int MAGIC = 0x53534143; // "CASS"
    static final int VERSION = 1;
    static final int COUNTS = 6;
    static final int HEADER = 4 * (2 + COUNTS);

    private final Path path;
    private final ByteBuffer bytes;
    private int position = HEADER;

    private ArrayFile(Path path, ByteBuffer bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /**
     * @throws IOException if the file is missing, or was written by another version
     */
    static ArrayFile open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            long size = channel.size();
            if (size < HEADER) {
                throw new IOException(path + " has " + size + " bytes, less than a header");
            }
            ByteBuffer bytes =
                    channel.map(MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.getInt(0) != MAGIC || bytes.getInt(4) != VERSION) {
                throw new IOException(path + " is no analyzer file of version " + VERSION);
            }
            return new ArrayFile(path, bytes);
        }
    }

    /** A number of the header, from 0. */
    int count(int index) {
        return bytes.getInt(8 + 4 * index);
    }

    LongBuffer longs(int length) throws IOException {
        return next(length, Long.BYTES).asLongBuffer();
    }

    IntBuffer ints(int length) throws IOException {
        return next(length, Integer.BYTES).asIntBuffer();
    }

    FloatBuffer floats(int length) throws IOException {
        return next(length, Float.BYTES).asFloatBuffer();
    }

    ShortBuffer shorts(int length) throws IOException {
        return next(length, Short.BYTES).asShortBuffer();
    }

    ByteBuffer bytes(int length) throws IOException {
        return next(length, Byte.BYTES);
    }

    private ByteBuffer next(int length, int width) throws IOException {
        long end = position + (long) length * width;
        if (length < 0 || end > bytes.capacity()) {
            throw new IOException(
                    path + " is cut short: " + bytes.capacity() + " bytes instead of " + end);
        }
        ByteBuffer slice =
                bytes.slice(position, (int) end - position).order(ByteOrder.LITTLE_ENDIAN);
        position = (int) end;
        return slice;
    }
}
