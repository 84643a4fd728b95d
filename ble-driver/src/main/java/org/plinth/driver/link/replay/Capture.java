package org.plinth.driver.link.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A recorded exchange with a sensor, as text that a person can read.
 *
 * <pre>
 *   # plinth-capture 1                         first line: format and version
 *   # driver tindeq-progressor                 any number of header lines: one word, a space, text
 *   # truth 5.000 kg hung from 2.0 s to 6.0 s
 *   &gt; 7e4e1703-1ea6-40c9-9dcc-13d34ffead57 65   written: characteristic, bytes as hex
 *   &lt; 183422 7e4e1702-1ea6-40c9-9dcc-13d34ffead57 0108…   notified: µs since the first line with a
 *                                              time, characteristic, bytes as hex
 *   = 00002a19-0000-1000-8000-00805f9b34fb 5a  read: characteristic, what it held
 *   ! 190011 disconnected                      the link went down: µs, text
 * </pre>
 *
 * <p>UTF-8, one record a line, LF; blank lines are skipped; {@code -} stands for no bytes. A written line may leave
 * its characteristic out ({@code > 65}). A time may have
 * three decimals, for sensors whose time is that of arrival. Times never go back. No name, no note about a person, no wall time.
 *
 * @param header header lines by their first word, in order, without the format line
 * @param events what happened, in order
 */
public record Capture(Map<String, String> header, List<Event> events) {

    /** What the first line says. */
    public static final String FORMAT_LINE = "# plinth-capture 1";

    private static final long NANOS_PER_MICRO = 1_000;

    /** Copies both. */
    public Capture {
        header = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(header));
        events = List.copyOf(events);
    }

    /** One header line. */
    public Optional<String> header(String word) {
        return Optional.ofNullable(header.get(word));
    }

    /** One thing that happened. */
    public sealed interface Event permits Written, Notified, Read, Disconnected {}

    /**
     * Bytes written to the sensor.
     *
     * @param characteristic where to, if the capture says
     * @param bytes what
     */
    @SuppressWarnings("ArrayRecordComponent") // belongs to the event; nobody changes it
    public record Written(Optional<UUID> characteristic, byte[] bytes) implements Event {}

    /**
     * A notification.
     *
     * @param micros µs since the capture began
     * @param nanos what is left of it below 1 µs [ns], 0 to 999
     * @param characteristic where from
     * @param bytes what
     */
    @SuppressWarnings("ArrayRecordComponent") // belongs to the event; nobody changes it
    public record Notified(long micros, int nanos, UUID characteristic, byte[] bytes) implements Event {

        /** At a whole µs. */
        public Notified(long micros, UUID characteristic, byte[] bytes) {
            this(micros, 0, characteristic, bytes);
        }

        /** Since the capture began [ns]. */
        public long sinceNanos() {
            return micros * NANOS_PER_MICRO + nanos;
        }
    }

    /**
     * A value that was read.
     *
     * @param characteristic where from
     * @param bytes what
     */
    @SuppressWarnings("ArrayRecordComponent") // belongs to the event; nobody changes it
    public record Read(UUID characteristic, byte[] bytes) implements Event {}

    /**
     * The link went down.
     *
     * @param micros µs since the capture began
     * @param reason as the transport said
     */
    public record Disconnected(long micros, String reason) implements Event {}
}
