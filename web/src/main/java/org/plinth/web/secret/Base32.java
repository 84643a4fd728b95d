package org.plinth.web.secret;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Bytes as letters A–Z and digits 2–7, without padding: what people can read aloud and authenticators take.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648, base 32</a>
 */
public final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = 31;

    private Base32() {}

    /** As text. */
    public static String text(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = (held << Byte.SIZE) | (next & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                out.append(ALPHABET.charAt((held >> bits) & MASK));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            out.append(ALPHABET.charAt((held << (BITS - bits)) & MASK));
        }
        return out.toString();
    }

    /** Back to bytes; blanks, dashes and small letters are fine; empty if there is anything else. */
    public static Optional<byte[]> bytes(String text) {
        String plain = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        byte[] out = new byte[plain.length() * BITS / Byte.SIZE];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < plain.length(); i++) {
            int value = ALPHABET.indexOf(plain.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            held = ((held << BITS) | value) & 0xffff;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                out[at++] = (byte) (held >> bits);
            }
        }
        return Optional.of(Arrays.copyOf(out, at));
    }
}
