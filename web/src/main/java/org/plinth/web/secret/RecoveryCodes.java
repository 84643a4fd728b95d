package org.plinth.web.secret;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Codes on paper for the day on which the telephone is lost: ten of 120 random bits, each good once. */
public final class RecoveryCodes {

    private static final int COUNT = 10;
    private static final int BYTES = 15;
    private static final int GROUP = 4;

    private RecoveryCodes() {}

    /** New ones, as {@code ABCD-EFGH-IJKL-MNOP-QRST-UVWX}. */
    public static List<String> fresh(RandomGenerator random) {
        return Stream.generate(() -> one(random)).limit(COUNT).toList();
    }

    /** What is kept and compared: letters and digits alone, in capitals. */
    public static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
    }

    /** Whether it can be one of them, and no code of an authenticator. */
    public static boolean isPlausible(String typed) {
        return plain(typed).length() == BYTES * Byte.SIZE / 5;
    }

    private static String one(RandomGenerator random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String text = Base32.text(bits);
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at += GROUP) {
            out.append(at == 0 ? "" : "-").append(text, at, at + GROUP);
        }
        return out.toString();
    }
}
