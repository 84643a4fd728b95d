package org.plinth.web.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.plinth.driver.link.replay.Capture;
import org.plinth.web.capture.JournalNotes;
import org.plinth.web.capture.JournalOpening;
import org.plinth.web.capture.RawForce;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.JournalReader;
import org.plinth.web.journal.JournalRecord;
import org.plinth.web.journal.Journals;

/**
 * A recording's journal as a capture file: bytes sent and received with the time since the first record, and what decoding
 * them needs. Nothing of the patient is in it: no id of hers, no side, no position, no date, no time of day. Reads; changes
 * nothing.
 */
public final class RecordingCapture {

    /** What the header says of a kind of sensor that was built from a description alone (decision T22). */
    public static final String DECODE_ONLY = "decode-only, not seen on hardware";

    private static final long NANOS_PER_MICRO = 1_000;
    private static final String LINK_LOST = "link lost";

    private final Journals journals;

    /** From these journals. */
    public RecordingCapture(Journals journals) {
        this.journals = journals;
    }

    /**
     * The capture of one recording; what stands behind a torn tail is not in it.
     *
     * @throws org.plinth.web.journal.JournalFailure if there is no readable journal
     */
    public Capture of(Id<Recording> recording, JournalKey key) {
        Taking taking = new Taking();
        try (JournalReader reader = journals.read(recording, key)) {
            for (Optional<JournalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                taking.accept(next.get());
            }
        }
        return taking.capture();
    }

    /** The same by another way to the journals; empty where it cannot be read. */
    static Optional<Capture> of(RawForce raw, Recording recording) {
        Taking taking = new Taking();
        return raw.records(recording, taking) ? Optional.of(taking.capture()) : Optional.empty();
    }

    /** Takes records one by one. */
    private static final class Taking implements Consumer<JournalRecord> {

        private final Map<String, String> header = new LinkedHashMap<>();
        private final List<Capture.Event> events = new ArrayList<>();
        private OptionalLong origin = OptionalLong.empty();
        private long latest;

        @Override
        public void accept(JournalRecord record) {
            if (origin.isEmpty()) {
                origin = OptionalLong.of(record.hostNanos());
            }
            latest = Math.max(latest, record.hostNanos() - origin.getAsLong());
            take(record, latest, header, events);
        }

        Capture capture() {
            return new Capture(header, events);
        }
    }

    /** A record whose clock stands before an earlier one's gets that one's time: times never go back. */
    private static void take(
            JournalRecord record, long sinceNanos, Map<String, String> header, List<Capture.Event> events) {
        switch (record.type()) {
            case OPEN -> JournalOpening.parse(record.payload()).ifPresent(open -> describe(open, header));
            case IN ->
                events.add(new Capture.Notified(
                        sinceNanos / NANOS_PER_MICRO,
                        (int) (sinceNanos % NANOS_PER_MICRO),
                        record.characteristic(),
                        record.bytes()));
            case OUT -> events.add(new Capture.Written(Optional.of(record.characteristic()), record.bytes()));
            case EVENT -> {
                if (JournalNotes.isEvent(record.payload(), "disconnected")) {
                    events.add(new Capture.Disconnected(sinceNanos / NANOS_PER_MICRO, LINK_LOST));
                }
            }
            case CLOSE -> {}
        }
    }

    private static void describe(JournalOpening open, Map<String, String> header) {
        header.put("driver", open.driverId());
        header.put("driver-version", Integer.toString(open.driverVersion()));
        header.put("firmware", open.firmware());
        header.put("transport", open.transport());
        open.mtu().ifPresent(bytes -> header.put("mtu", Integer.toString(bytes)));
        header.put("unit", open.unit());
        header.put("clock", open.deviceClock() ? "device" : "arrival");
        header.put("calibration", open.calibrationId());
        if (open.origin().decodeOnly()) {
            header.put("support", DECODE_ONLY);
        }
        open.origin().held().ifPresent(held -> header.put("sensor-calibration", held.question() + " " + held.raw()));
        header.put("tare_N", Double.toString(open.tare().newtons()));
    }
}
