package org.plinth.web.apifuzz;

import java.util.List;
import java.util.Random;

/** What no honest caller sends. JSON literals, ready to stand as a value. */
final class Nasty {

    private static final List<String> LITERALS = List.of(
            "\"'); DROP TABLE patient;--\"",
            "\"' OR '1'='1\"",
            "\"a\\r\\nSet-Cookie: plinth=x\"",
            "\"nul \\u0000 inside\"",
            "\"\\u202Egnol\\u202C\"",
            "\"<script>alert(1)</script><b>\"",
            "\"{{7*7}} ${7*7} #{7*7}\"",
            "\"=1+1\"",
            "\"@SUM(A1)\"",
            "\"../../../../etc/passwd\"",
            "\"%00%0d%0a\"",
            "\"\\uD800\"",
            "\"\\uDC00\\uD800\"",
            "\"e\\u0301\\u0302\\u0303\"",
            "\"\"",
            "\"   \"",
            "\"null\"",
            "\"NaN\"",
            "\"1e3\"",
            "\"2026-13-45\"",
            "\"0000-00-00\"",
            "\"+999999999-12-31\"",
            "1e308",
            "1e400",
            "-1e400",
            "-0.0",
            "99999999999999999999999999",
            "-9223372036854775809",
            "0.1",
            "5e-324",
            "2147483648",
            "null",
            "true",
            "[]",
            "{}",
            "[\"a\",[\"b\",{\"c\":1}]]",
            "[null]",
            "[1,2,3]",
            "{\"$ref\":\"#\"}");

    private static final List<String> BODIES = List.of(
            "{",
            "}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{'a':1}",
            "{\"a\":1}{\"b\":2}",
            "{\"a\":1,\"a\":2}",
            "[]",
            "null",
            "\"text\"",
            "17",
            "NaN",
            "{\"a\":NaN}",
            "// comment\n{}",
            "\uFEFF{}",
            "a=1&b=2",
            "",
            "\u0000",
            "<xml/>");

    private static final List<String> PATH_PARTS = List.of(
            "x",
            "0",
            "-1",
            "null",
            "%00",
            "%0d%0aSet-Cookie:%20a=b",
            "..%2f..%2fetc%2fpasswd",
            "%F0%9F%A6%B5",
            "'%20OR%201=1--",
            "%3Cscript%3E",
            "own-",
            "own-zz",
            "a".repeat(300),
            "%C3%28",
            "00000000000000000000000000000000",
            "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF");

    private Nasty() {}

    static String literal(Random random) {
        return switch (random.nextInt(24)) {
            case 0 -> "\"" + "x".repeat(1 + random.nextInt(5000)) + "\"";
            case 1 -> "[".repeat(900) + "]".repeat(900);
            case 2 -> Long.toString(random.nextLong());
            default -> pick(random, LITERALS);
        };
    }

    static String body(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "[".repeat(2000);
            case 1 -> "{\"a\":".repeat(1200) + "1" + "}".repeat(1200);
            default -> pick(random, BODIES);
        };
    }

    static String pathPart(Random random) {
        return pick(random, PATH_PARTS);
    }

    static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
