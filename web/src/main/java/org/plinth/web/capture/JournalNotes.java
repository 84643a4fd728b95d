package org.plinth.web.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.plinth.driver.Ledger;
import org.plinth.driver.Timing;
import org.plinth.driver.link.RemoteStamp;

/** Payloads of EVENT and CLOSE records ({@code docs/data-format.md} §1). */
public final class JournalNotes {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A recording with more has worse troubles than a list can tell. */
    private static final int MOST_GAPS = 1_000;

    static final String OVERFLOW = "overflow";
    private static final String BRIDGE = "bridge";

    private JournalNotes() {}

    static byte[] event(String name) {
        return bytes(JSON.createObjectNode().put("event", name));
    }

    static byte[] event(String name, String detail) {
        return bytes(JSON.createObjectNode().put("event", name).put("detail", detail));
    }

    /** Which packet of which browser the next IN record is. */
    static byte[] bridge(RemoteStamp stamp) {
        return bytes(JSON.createObjectNode()
                .put("event", BRIDGE)
                .put("bridge", stamp.remote())
                .put("slot", stamp.slot())
                .put("seq", stamp.seq())
                .put("browser_us", stamp.micros()));
    }

    /** What {@link #bridge} noted; empty for every other event. */
    static Optional<RemoteStamp> stampIn(byte[] payload) {
        JsonNode json = read(payload);
        return json.path("event").asText().equals(BRIDGE)
                ? Optional.of(new RemoteStamp(
                        json.path("bridge").asText(),
                        json.path("slot").asInt(),
                        json.path("seq").asLong(),
                        json.path("browser_us").asLong()))
                : Optional.empty();
    }

    /** How many packets never came, by an event that tells it; 0 for every other. */
    static long droppedIn(byte[] payload) {
        JsonNode json = read(payload);
        return json.path("event").asText().equals(OVERFLOW)
                ? json.path("detail").asLong()
                : 0;
    }

    private static JsonNode read(byte[] payload) {
        try {
            return JSON.readTree(payload);
        } catch (IOException unreadable) {
            return JSON.missingNode();
        }
    }

    /** Whether an EVENT record's payload is of this event. */
    public static boolean isEvent(byte[] payload, String name) {
        return read(payload).path("event").asText().equals(name);
    }

    static byte[] close(String reason, RecordedForce force) {
        Ledger ledger = force.ledger();
        ObjectNode json = JSON.createObjectNode()
                .put("reason", reason)
                .put("packets", ledger.packets())
                .put("received", ledger.received());
        ledger.lost()
                .ifPresentOrElse(lost -> json.put("lost", lost), () -> json.put("lostWithheld", "NO_DEVICE_CLOCK"));
        json.put("duplicated", ledger.duplicated())
                .put("late", ledger.late())
                .put("malformed", ledger.malformed())
                .put("missing", ledger.missing())
                .put("boundaryGaps", ledger.boundaryGaps())
                .put("longestSilence_us", ledger.longestSilenceMicros());
        ledger.expected().ifPresent(expected -> json.put("expected", expected));
        Timing timing = force.timing();
        timing.rateHz().ifPresent(rate -> json.put("rate_Hz", rate));
        timing.driftPpm().ifPresent(drift -> json.put("drift_ppm", drift));
        timing.driftErrorPpm().ifPresent(error -> json.put("driftError_ppm", error));
        timing.uncertaintyMicros().ifPresent(micros -> json.put("timeUncertainty_us", micros));
        force.zero().shift().ifPresent(shift -> json.put("zeroShift", shift));
        gaps(json.putArray("gaps"), force);
        return bytes(json);
    }

    private static void gaps(ArrayNode gaps, RecordedForce force) {
        for (int segment = 0; segment < force.segments().size(); segment++) {
            int number = segment;
            force.segments().get(segment).quality().ifPresent(quality -> quality.gaps().stream()
                    .limit(MOST_GAPS - (long) gaps.size())
                    .forEach(gap -> gaps.addObject()
                            .put("segment", number)
                            .put("after_us", gap.afterMicros())
                            .put("length_us", gap.durationMicros())));
        }
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
