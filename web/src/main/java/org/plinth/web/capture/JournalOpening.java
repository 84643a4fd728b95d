package org.plinth.web.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;

/**
 * The OPEN record of a journal: all that decoding it needs, and where it belongs ({@code docs/data-format.md} §1).
 *
 * @param driverId who decodes
 * @param driverVersion of that driver
 * @param sensor serial
 * @param firmware as the sensor says, or {@code unknown}
 * @param transport name of it
 * @param mtu negotiated, where the transport can tell
 * @param calibrationId what makes newtons
 * @param deviceClock whether samples carry the sensor's own time; arrival otherwise
 * @param unit of the sensor's numbers
 * @param side as recorded; a later correction does not touch it
 * @param position id
 * @param test id of the position test
 * @param tare how the sensor was zeroed
 * @param origin what stands behind the sensor's own numbers
 */
public record JournalOpening(
        String driverId,
        int driverVersion,
        String sensor,
        String firmware,
        String transport,
        OptionalInt mtu,
        String calibrationId,
        boolean deviceClock,
        String unit,
        Side side,
        String position,
        Id<PositionTest> test,
        Tare tare,
        SensorOrigin origin) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORMAT = 1;

    /**
     * How the sensor was zeroed.
     *
     * @param kind {@code hardware} or {@code software}
     * @param newtons taken off every sample [N]; 0 where the sensor itself did
     * @param meanNewtons of the check after it [N]
     * @param spreadNewtons standard deviation of that check [N]
     * @param driftNewtons end less beginning of that check [N]
     * @param wallMicros when, µs since 1970-01-01 UTC
     */
    public record Tare(
            String kind,
            double newtons,
            double meanNewtons,
            double spreadNewtons,
            double driftNewtons,
            long wallMicros) {}

    /** One from before a sensor's origin was kept: full support, no calibration of its own. */
    public JournalOpening(
            String driverId,
            int driverVersion,
            String sensor,
            String firmware,
            String transport,
            OptionalInt mtu,
            String calibrationId,
            boolean deviceClock,
            String unit,
            Side side,
            String position,
            Id<PositionTest> test,
            Tare tare) {
        this(
                driverId,
                driverVersion,
                sensor,
                firmware,
                transport,
                mtu,
                calibrationId,
                deviceClock,
                unit,
                side,
                position,
                test,
                tare,
                SensorOrigin.PLAIN);
    }

    /** As the journal keeps it. */
    public byte[] toJson() {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", FORMAT)
                .put("driver", driverId)
                .put("driverVersion", driverVersion)
                .put("sensor", sensor)
                .put("firmware", firmware)
                .put("transport", transport);
        mtu.ifPresent(bytes -> json.put("mtu", bytes));
        json.put("calibration", calibrationId)
                .put("clock", deviceClock ? "device" : "arrival")
                .put("unit", unit)
                .put("side", side.name())
                .put("position", position)
                .put("test", test.toString());
        json.putObject("tare")
                .put("kind", tare.kind())
                .put("value", tare.newtons())
                .put("mean", tare.meanNewtons())
                .put("sd", tare.spreadNewtons())
                .put("drift", tare.driftNewtons())
                .put("wall", tare.wallMicros());
        origin.writeTo(json);
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads it back; empty if it is not one or of a newer format. */
    public static Optional<JournalOpening> parse(byte[] payload) {
        try {
            JsonNode json = JSON.readTree(payload);
            if (json == null || json.path("format").asInt() != FORMAT) {
                return Optional.empty();
            }
            return Optional.of(of(json));
        } catch (IOException | IllegalArgumentException | NoSuchElementException unreadable) {
            return Optional.empty();
        }
    }

    private static JournalOpening of(JsonNode json) {
        JsonNode tare = json.required("tare");
        return new JournalOpening(
                json.required("driver").asText(),
                json.required("driverVersion").asInt(),
                json.required("sensor").asText(),
                json.required("firmware").asText(),
                json.required("transport").asText(),
                json.has("mtu") ? OptionalInt.of(json.get("mtu").asInt()) : OptionalInt.empty(),
                json.required("calibration").asText(),
                json.required("clock").asText().equals("device"),
                json.required("unit").asText(),
                Side.valueOf(json.required("side").asText()),
                json.required("position").asText(),
                Id.<PositionTest>parse(json.required("test").asText()).orElseThrow(),
                new Tare(
                        tare.required("kind").asText(),
                        tare.required("value").asDouble(),
                        tare.required("mean").asDouble(),
                        tare.required("sd").asDouble(),
                        tare.required("drift").asDouble(),
                        tare.required("wall").asLong()),
                SensorOrigin.in(json));
    }
}
