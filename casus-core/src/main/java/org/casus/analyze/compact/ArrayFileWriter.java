package org.casus.analyze.compact;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes what {@link ArrayFile} reads. */
final class ArrayFileWriter implements Closeable {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    ArrayFileWriter(Path path, int... counts) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        buffer.putInt(ArrayFile.MAGIC).putInt(ArrayFile.VERSION);
        for (int i = 0; i < ArrayFile.COUNTS; i++) {
            buffer.putInt(i < counts.length ? counts[i] : 0);
        }
    }

    void write(long value) throws IOException {
        room().putLong(value);
    }

    void write(int value) throws IOException {
        room().putInt(value);
    }

    void write(float value) throws IOException {
        room().putFloat(value);
    }

    void write(short value) throws IOException {
        room().putShort(value);
    }

    void write(byte value) throws IOException {
        room().put(value);
    }

    private ByteBuffer room() throws IOException {
        if (buffer.remaining() < Long.BYTES) {
            drain();
        }
        return buffer;
    }

    private void drain() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            drain();
            channel.force(true);
        }
    }
}
