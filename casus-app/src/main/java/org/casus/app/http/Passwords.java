package org.casus.app.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords: Argon2id (RFC 9106) with 19 MiB and two passes, the least that OWASP's
 * Password Storage Cheat Sheet asks for, written in the form of the reference implementation, so
 * that a hash says how it was made.
 */
public final class Passwords {
    /** The fewest characters. */
    public static final int SHORTEST = 12;

    private static final int LONGEST = 500;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Two at a time: who sends many passwords at once must not take all memory. */
    private static final Semaphore TURNS = new Semaphore(2, true);

    private static final String NOBODYS = hashed(Secrets.fresh());

    private Passwords() {}

    /**
     * The hash of a new password.
     *
     * @throws IllegalArgumentException if it is too short or too long
     */
    public static String hash(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    "A password has from "
                            + SHORTEST
                            + " to "
                            + LONGEST
                            + " characters, but this has "
                            + length
                            + ".");
        }
        return hashed(password);
    }

    private static String hashed(String password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m="
                + MEMORY_KIB
                + ",t="
                + PASSES
                + ",p=1$"
                + base64.encodeToString(salt)
                + "$"
                + base64.encodeToString(argon2(password, salt, MEMORY_KIB, PASSES, HASH));
    }

    /** Whether a password is the one of which there is this hash. */
    static boolean matches(String password, String hash) {
        Matcher form = FORM.matcher(hash);
        if (!form.matches() || password.length() > 2 * LONGEST) {
            return false;
        }
        byte[] right = Base64.getDecoder().decode(form.group(4));
        byte[] given =
                argon2(
                        password,
                        Base64.getDecoder().decode(form.group(3)),
                        Integer.parseInt(form.group(1)),
                        Integer.parseInt(form.group(2)),
                        right.length);
        return MessageDigest.isEqual(right, given);
    }

    /** What a password is compared with where there is nobody of the name: it takes as long. */
    static String nobodys() {
        return NOBODYS;
    }

    private static byte[] argon2(String password, byte[] salt, int memory, int passes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[length];
        TURNS.acquireUninterruptibly();
        try {
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            TURNS.release();
        }
        return hash;
    }
}
