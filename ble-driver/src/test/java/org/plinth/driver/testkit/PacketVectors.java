package org.plinth.driver.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packets of {@code packet_vectors.json}: known bytes with the values that others decode from them. */
public final class PacketVectors {

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private PacketVectors() {}

    /** One packet. */
    @SuppressWarnings("ArrayRecordComponent") // fixed bytes of a test; nobody changes them
    public record Vector(String device, String characteristic, byte[] bytes, String decoded) {

        @Override
        public String toString() {
            return device + ": " + decoded;
        }
    }

    public static List<Vector> all() {
        List<Vector> vectors = new ArrayList<>();
        for (String object : text().split("\\},?\\s*\\{")) {
            vectors.add(new Vector(
                    field(object, "device"),
                    field(object, "characteristic"),
                    HexFormat.of().parseHex(field(object, "hex")),
                    field(object, "decoded")));
        }
        return vectors;
    }

    public static List<Vector> of(String device) {
        return all().stream().filter(vector -> vector.device().equals(device)).toList();
    }

    private static String field(String object, String name) {
        Matcher matcher = FIELD.matcher(object);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2).replace("\\\"", "\"").replace("\\\\", "\\");
            }
        }
        throw new AssertionError("no " + name + " in " + object);
    }

    private static String text() {
        try (InputStream in = PacketVectors.class.getResourceAsStream("/packet_vectors.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
