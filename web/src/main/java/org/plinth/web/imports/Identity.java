package org.plinth.web.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plinth.web.hash.Sha256;
import org.plinth.web.imports.FoundRow.Measured;

/** What tells a thing from every other: SHA-256 over what was read, so that line ends, order of columns and quotes make no difference. */
final class Identity {

    private static final char PART = '\u001f';

    private Identity() {}

    static String of(Measured measured, Person person, String... more) {
        List<String> parts = new ArrayList<>(List.of(
                measured.kind(),
                measured.date().map(Object::toString).orElse(""),
                Cell.fold(measured.time()),
                person.foldedName(),
                person.born().map(Object::toString).orElse(""),
                person.identifier().map(Cell::fold).orElse("")));
        for (Map.Entry<String, String> value : measured.values().entrySet()) {
            parts.add(value.getKey() + "=" + value.getValue());
        }
        parts.addAll(List.of(more));
        return sha256(parts);
    }

    static String sha256(List<String> parts) {
        MessageDigest digest = Sha256.digest();
        for (String part : parts) {
            digest.update((part + PART).getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.hex(digest);
    }
}
