package org.plinth.web.http;

import static org.plinth.fuzz.Target.require;
import static org.plinth.fuzz.Target.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;

/** What a request is made of. Refusals are {@link BadRequest}. */
public final class HttpTargets {

    private static final int LONGEST = 40;
    private static final String NAME = "field";

    /** Every way to read a field. */
    private static final List<Consumer<Fields>> READINGS = List.of(
            fields -> line(fields.optionalText(NAME, LONGEST)),
            fields -> fields.raw(NAME),
            fields -> require(fields.secret(NAME, LONGEST).length() <= LONGEST, "a secret too long"),
            fields -> require(fields.wholeNumber(NAME, -5, 5) <= 5, "a number out of bounds"),
            fields -> fields.optionalNumber(NAME, 0, 1)
                    .ifPresent(value -> require(value >= 0 && value <= 1, "a number out of bounds")),
            fields -> fields.optionalDate(NAME),
            fields -> fields.optionalOneOf(NAME, Side.class),
            fields -> fields.optionalId(NAME),
            fields -> fields.only(NAME));

    private HttpTargets() {}

    public static void jsonFields(byte[] data) {
        refusing(() -> {
            Fields fields = Fields.ofJson(Json.read(text(data)));
            READINGS.forEach(reading -> refusing(() -> reading.accept(fields)));
        });
    }

    /** Each line is a field: its name, {@code =}, its value. */
    public static void formFields(byte[] data) {
        Map<String, String> form = new LinkedHashMap<>();
        text(data).lines().forEach(line -> {
            String[] parts = line.split("=", 2);
            form.put(parts[0], parts.length > 1 ? parts[1] : "");
        });
        Fields fields = Fields.ofForm(form);
        READINGS.forEach(reading -> refusing(() -> reading.accept(fields)));
    }

    public static void cookie(byte[] data) {
        String header = text(data);
        for (boolean secure : new boolean[] {true, false}) {
            SessionCookie cookie = new SessionCookie(secure);
            cookie.read(Optional.of(header))
                    .ifPresent(
                            token -> require(!token.contains(";") && header.contains(token), "a token of two cookies"));
        }
    }

    public static void origin(byte[] data) {
        Origins.authority(text(data))
                .ifPresent(found -> require(found.matches("(?s)[^/]+://[^/]+:\\d+"), "no authority: " + found));
    }

    public static void ifMatch(byte[] data) {
        refusing(() -> require(Exchange.version(text(data)) >= 0, "a version below nothing"));
    }

    public static void contentType(byte[] data) {
        String type = Exchange.mediaType(text(data));
        require(!type.contains(";"), "a type with its parameters");
    }

    public static void downloadName(byte[] data) {
        String name = Reply.harmless(text(data));
        require(name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*"), "a name that may do harm: " + name);
    }

    public static void id(byte[] data) {
        String shown = text(data);
        Id.parse(shown).ifPresent(id -> require(id.toString().equals(shown), "reads back otherwise"));
    }

    private static void line(Optional<String> read) {
        read.ifPresent(value -> {
            require(!value.isEmpty() && value.length() <= LONGEST, "a text of the wrong length");
            require(value.indexOf('\0') < 0 && value.indexOf('\r') < 0, "a control character");
        });
    }

    private static void refusing(Runnable reading) {
        try {
            reading.run();
        } catch (BadRequest refused) {
            require(refused.status() == 400, "refused with " + refused.status());
        }
    }
}
