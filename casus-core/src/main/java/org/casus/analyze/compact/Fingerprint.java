package org.casus.analyze.compact;

/**
 * A 64-bit fingerprint of a string within a family of strings. Never 0, which marks a free place in
 * a table. Multiply-and-shift over the characters, then the finalizer of MurmurHash3 (Appleby).
 */
final class Fingerprint {
    private Fingerprint() {}

    static long of(int family, String text) {
        long hash = 0x9E3779B97F4A7C15L * (family + 1);
        for (int i = 0, n = text.length(); i < n; i++) {
            hash = (hash ^ text.charAt(i)) * 0x9FB21C651E98DF25L;
            hash ^= hash >>> 32;
        }
        hash ^= hash >>> 33;
        hash *= 0xFF51AFD7ED558CCDL;
        hash ^= hash >>> 33;
        hash *= 0xC4CEB9FE1A85EC53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
