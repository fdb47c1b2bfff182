package org.casus.acquire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From bytes to letters: byte order mark, UTF-16 by its zeros, UTF-8 by its form, what a web page
 * declares, and else Windows-1252, which the old wires of the web are in.
 */
final class Decoding {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** More control characters than this, of a thousand, and it is no text. */
    private static final int CONTROLS_PER_THOUSAND = 20;

    private static final Pattern DECLARED =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)");

    private Decoding() {}

    /**
     * @return the text, without a byte order mark
     * @throws UnreadableException if the bytes are no text
     */
    static String text(byte[] bytes) throws UnreadableException {
        String text = decode(bytes);
        long controls =
                text.chars()
                        .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                        .count();
        if (controls * 1000 > (long) text.length() * CONTROLS_PER_THOUSAND
                || text.indexOf('\0') >= 0) {
            throw new UnreadableException("is not text");
        }
        return text;
    }

    private static String decode(byte[] b) {
        if (begins(b, 0xEF, 0xBB, 0xBF)) {
            return new String(b, 3, b.length - 3, StandardCharsets.UTF_8);
        }
        if (begins(b, 0xFF, 0xFE)) {
            return new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE);
        }
        if (begins(b, 0xFE, 0xFF)) {
            return new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE);
        }
        int even = 0;
        int odd = 0;
        int shown = Math.min(b.length, 4096) & ~1;
        for (int i = 0; i < shown; i += 2) {
            even += b[i] == 0 ? 1 : 0;
            odd += b[i + 1] == 0 ? 1 : 0;
        }
        if (odd > shown / 4 && even == 0) {
            return new String(b, StandardCharsets.UTF_16LE);
        }
        if (even > shown / 4 && odd == 0) {
            return new String(b, StandardCharsets.UTF_16BE);
        }
        return utf8OrOlder(b);
    }

    private static String utf8OrOlder(byte[] bytes) {
        try {
            CharBuffer strict =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes));
            return strict.toString();
        } catch (CharacterCodingException notUtf8) {
            String lenient = new String(bytes, StandardCharsets.UTF_8);
            long broken = lenient.chars().filter(c -> c == '\uFFFD').count();
            long sound = lenient.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
            return sound > broken ? lenient : new String(bytes, declared(bytes));
        }
    }

    private static Charset declared(byte[] bytes) {
        String top =
                new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
        Matcher m = DECLARED.matcher(top);
        if (top.stripLeading().startsWith("<") && m.find()) {
            try {
                Charset named = Charset.forName(m.group(1));
                // Pages that call themselves Latin-1 or ASCII are read as every browser reads them.
                boolean latin =
                        named.equals(StandardCharsets.ISO_8859_1)
                                || named.equals(StandardCharsets.US_ASCII);
                return latin || named.equals(StandardCharsets.UTF_8) ? WINDOWS_1252 : named;
            } catch (IllegalArgumentException unknown) {
                return WINDOWS_1252;
            }
        }
        return WINDOWS_1252;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
