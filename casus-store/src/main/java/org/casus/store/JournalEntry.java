package org.casus.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One row of the journal.
 *
 * @param number from 1, without a gap
 * @param at when, to the second, in UTC
 * @param kind what sort of thing happened: see {@link Kind}
 * @param subject uid of the incident, id of the decision
 * @param because of which reports or which decision, as JSON
 * @param body what changed, as JSON
 * @param previous hash of the row before; of the first row, {@link #BEGINNING}
 * @param hash of all the others
 */
public record JournalEntry(
        long number,
        String at,
        Kind kind,
        String subject,
        String because,
        String body,
        String previous,
        String hash) {
    /** What the first row carries for a hash before it. */
    static final String BEGINNING = "0".repeat(64);

    /** What a row tells. */
    public enum Kind {
        /** An incident came to be, changed, or ceased. */
        REVISION,
        /** A reviewer decided something. */
        DECISION,
        /** A reviewer took a decision back. */
        UNDO
    }

    /** The row with the hash that it must have. */
    static JournalEntry of(
            long number,
            String at,
            Kind kind,
            String subject,
            String because,
            String body,
            String previous) {
        return new JournalEntry(
                number,
                at,
                kind,
                subject,
                because,
                body,
                previous,
                hash(number, at, kind.name(), subject, because, body, previous));
    }

    /**
     * SHA-256 over the number and then over each value, its length in bytes ahead of it, so that
     * nothing can move from one to the next.
     */
    static String hash(
            long number,
            String at,
            String kind,
            String subject,
            String because,
            String body,
            String previous) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
            for (String value : new String[] {at, kind, subject, because, body, previous}) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                sha256.update(bytes);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
