package org.casus.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/** Text as gzip, which any tool can open. JSON shrinks to a sixth of its size. */
final class Gzip {
    /** RFC 1952: two magic bytes, deflate, and neither flags nor time nor system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int BUFFER = 1 << 14;

    private static final ThreadLocal<Packer> PACKER = ThreadLocal.withInitial(Packer::new);

    private final byte[] bytes;

    /** Bytes that came from a database. */
    Gzip(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    static Gzip of(String text) {
        return new Gzip(PACKER.get().pack(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @throws UncheckedIOException if these bytes are no gzip, or damaged
     */
    String text() {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Packs one text after the other; to make a deflater anew takes longer than to pack a short
     * one.
     */
    private static final class Packer {
        /** A third of the time of the usual level for a tenth more bytes. */
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

        private final CRC32 check = new CRC32();
        private final byte[] buffer = new byte[BUFFER];

        byte[] pack(byte[] plain) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
            out.writeBytes(HEADER);
            deflater.reset();
            deflater.setInput(plain);
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            check.reset();
            check.update(plain);
            out.writeBytes(
                    ByteBuffer.allocate(2 * Integer.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt((int) check.getValue())
                            .putInt(plain.length)
                            .array());
            return out.toByteArray();
        }
    }
}
