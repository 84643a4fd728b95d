package org.plinth.web.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.calibration.reference.ReferenceMass;
import org.plinth.calibration.run.ChainIdentity;
import org.plinth.calibration.run.Environment;

/**
 * What a certificate says besides its numbers, as a JSON file gives it ({@code docs/data-format.md}, "Calibration
 * certificate").
 *
 * @param said texts that were given
 * @param chain what was calibrated
 * @param environment the room
 * @param masses with their certificates
 * @param before how the sensor made newtons of its readings until now; empty where that is not known
 */
public record CertificateDetails(
        Map<Field, String> said,
        ChainIdentity chain,
        Environment environment,
        List<ReferenceMass> masses,
        Optional<Before> before) {

    /** Copies. */
    public CertificateDetails {
        said = Map.copyOf(said);
        masses = List.copyOf(masses);
    }

    /** Texts that a certificate asks for; the key in the file stands beside each. */
    public enum Field {
        /** Unique number. */
        ID("certificate"),
        /** Who calibrated: name and address. */
        LABORATORY("laboratory"),
        /** For whom. */
        CUSTOMER("customer"),
        /** What came. */
        ITEM("item"),
        /** When it came. */
        RECEIVED("received"),
        /** When it was calibrated. */
        CALIBRATED("calibrated"),
        /** When the certificate was issued. */
        ISSUED("issued"),
        /** Procedure and its revision. */
        METHOD("method"),
        /** Where, if not at the laboratory. */
        LOCATION("location"),
        /** How long each load hung. */
        SETTLE_SECONDS("settle_s"),
        /** Who did it. */
        CALIBRATED_BY("calibratedBy"),
        /** Who answers for it. */
        APPROVED_BY("approvedBy"),
        /** Next calibration, where the customer agreed on one. */
        NEXT_DUE("nextDue");

        private final String key;

        Field(String key) {
            this.key = key;
        }

        /** As the file names it. */
        public String key() {
            return key;
        }
    }

    /**
     * A straight line that the sensor used until now.
     *
     * @param slope [N per unit of the reading]
     */
    public record Before(double slope) {}

    /** Nothing was said. */
    public static CertificateDetails none() {
        return new CertificateDetails(
                Map.of(), ChainIdentity.unknown(), Environment.notRecorded(), List.of(), Optional.empty());
    }

    /** One text, where it was given. */
    public Optional<String> text(Field field) {
        return Optional.ofNullable(said.get(field));
    }

    /** From a file; empty where it is not there, is no JSON object, or holds what cannot be. */
    public static Optional<CertificateDetails> read(Path file) {
        try {
            JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
            return json.isObject() ? Optional.of(of(json)) : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static CertificateDetails of(JsonNode json) {
        Map<Field, String> said = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            text(json, field.key()).ifPresent(text -> said.put(field, text));
        }
        JsonNode sensor = json.path("sensor");
        List<String> attachments = new ArrayList<>();
        sensor.path("attachments").forEach(one -> attachments.add(one.asText()));
        ChainIdentity chain = new ChainIdentity(
                text(sensor, "model").orElse(""),
                text(sensor, "serial").orElse(""),
                text(sensor, "firmware").orElse(""),
                attachments);
        JsonNode room = json.path("environment");
        Environment environment = new Environment(
                number(room, "temperature_C"),
                number(room, "temperatureSpan_K"),
                number(room, "humidity_pct"),
                number(room, "pressure_hPa"));
        List<ReferenceMass> masses = new ArrayList<>();
        json.path("masses").forEach(mass -> masses.add(mass(mass)));
        OptionalDouble slope = number(json.path("before"), "slope_N");
        Optional<Before> before = slope.isPresent() ? Optional.of(new Before(slope.getAsDouble())) : Optional.empty();
        return new CertificateDetails(said, chain, environment, masses, before);
    }

    private static ReferenceMass mass(JsonNode json) {
        double nominal = required(json, "nominal_kg");
        return new ReferenceMass(
                text(json, "id").orElse(""),
                text(json, "certificate").orElse(""),
                text(json, "certified").map(LocalDate::parse),
                nominal,
                number(json, "conventional_kg").orElse(nominal),
                required(json, "uncertainty_kg"),
                number(json, "k").orElse(2));
    }

    private static double required(JsonNode json, String key) {
        return number(json, key).orElseThrow(() -> new IllegalArgumentException("a mass needs " + key));
    }

    private static Optional<String> text(JsonNode json, String key) {
        JsonNode value = json.path(key);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? Optional.of(value.asText().strip())
                : Optional.empty();
    }

    private static OptionalDouble number(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber()) {
            throw new IllegalArgumentException(key + " must be a number");
        }
        return OptionalDouble.of(value.doubleValue());
    }
}
