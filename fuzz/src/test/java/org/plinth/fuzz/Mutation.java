package org.plinth.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages an input in one to four places; the same seed of random numbers gives the same damage. */
final class Mutation {

    /** What parsers stumble over. */
    private static final List<byte[]> ODD = bytes(
            "\0",
            "\r\n",
            "\n",
            "\t",
            "\"",
            "'",
            ";",
            ",",
            "=",
            "%",
            "%00",
            "%zz",
            "\\",
            "\\u",
            "\\u12",
            "../",
            "..\\",
            "-",
            "-0",
            "1e999",
            "NaN",
            "Infinity",
            "9999999999999999999",
            "null",
            "{",
            "}",
            "[",
            "]",
            "[[[[[[[[",
            "\ufeff",
            "\u202e",
            "\ud83d\ude00",
            "<script>",
            "=1+1",
            "'); DROP TABLE patient; --",
            "://",
            "@",
            "[::1]",
            ":");

    private static final int MOST_PLACES = 4;
    private static final int LONGEST_COPY = 40;

    private Mutation() {}

    static byte[] of(byte[] seed, SplittableRandom random) {
        byte[] bytes = seed;
        for (int places = 1 + random.nextInt(MOST_PLACES); places > 0; places--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> flipped(bytes, random);
            case 2 -> inserted(bytes, at, ODD.get(random.nextInt(ODD.size())));
            case 3 -> inserted(bytes, at, copied(bytes, random));
            case 4 -> without(bytes, at, 1 + random.nextInt(LONGEST_COPY));
            case 5 -> inserted(bytes, at, new byte[] {(byte) random.nextInt(256)});
            default -> replaced(bytes, at, (byte) random.nextInt(256));
        };
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        byte[] other = bytes.clone();
        if (other.length > 0) {
            other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return other;
    }

    private static byte[] replaced(byte[] bytes, int at, byte value) {
        byte[] other = bytes.clone();
        if (at < other.length) {
            other[at] = value;
        }
        return other;
    }

    private static byte[] copied(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length + 1);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(LONGEST_COPY)));
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        byte[] other = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, other, 0, at);
        System.arraycopy(more, 0, other, at, more.length);
        System.arraycopy(bytes, at, other, at + more.length, bytes.length - at);
        return other;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        int end = Math.min(bytes.length, at + count);
        byte[] other = new byte[bytes.length - (end - at)];
        System.arraycopy(bytes, 0, other, 0, at);
        System.arraycopy(bytes, end, other, at, bytes.length - end);
        return other;
    }

    private static List<byte[]> bytes(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
