package org.casus.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a ledger that is a file. The system takes it back from a process that dies,
 * however it dies.
 */
final class WriterLock implements AutoCloseable {
    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws LedgerException if another process has it
     */
    static WriterLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("writer.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            String owner = owner(channel);
            channel.close();
            throw busy(folder.toString(), owner);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.US_ASCII)),
                0);
        return new WriterLock(channel);
    }

    static LedgerException busy(String where, String owner) {
        return new LedgerException(
                "the ledger "
                        + where
                        + " is being written to by another Casus"
                        + (owner.isEmpty() ? "" : " (process " + owner + ")")
                        + "; wait for it to end, or stop it");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(1L << 40, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        int read = channel.read(bytes, 0);
        return read <= 0 ? "" : new String(bytes.array(), 0, read, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LedgerException("the lock of the ledger cannot be given back", e);
        }
    }
}
