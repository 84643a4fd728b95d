package org.plinth.web.fhir;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page begins: after this resource of this patient. It holds by names that do not change, so what was added or erased meanwhile
 * neither doubles nor hides anything else.
 *
 * @param patient name of the patient here; empty for what belongs to nobody
 * @param id of the last resource that was looked at
 */
record Cursor(String patient, String id) {

    /** After everything of a patient. */
    static final String END = "~";

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((patient + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    static Optional<Cursor> read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            return space < 0
                    ? Optional.empty()
                    : Optional.of(new Cursor(plain.substring(0, space), plain.substring(space + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
