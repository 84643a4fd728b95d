package org.plinth.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.plinth.core.signal.ForceTrace;
import org.plinth.web.capture.JournalOpening;
import org.plinth.web.capture.RawForce;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Recording;

/**
 * The curve of one recording: device time exact, newtons as they are analysed, and what the sensor itself said where that is
 * another number. Numbers are written so that they come back bit for bit.
 *
 * @param opening what the journal says of itself
 * @param force decoded
 * @param readings of the sensor, over all segments
 * @param torn whether the journal ends in the middle of a record
 */
@SuppressWarnings("ArrayRecordComponent") // curves are not compared, and a long one is not worth a second copy
record RawCurve(JournalOpening opening, RecordedForce force, double[] readings, boolean torn) {

    private static final int FLUSH_CHARS = 1 << 16;

    /** Takes samples one by one. */
    @FunctionalInterface
    interface Samples {
        void sample(int segment, long micros, double newtons, double reading) throws IOException;
    }

    /** What came of reading a recording: a curve, or why there is none. */
    record Found(Optional<RawCurve> curve, String reason) {}

    /** Reads it. */
    static Found of(RawForce raw, Recording recording) {
        RawForce.Look look = raw.look(recording);
        if (look instanceof RawForce.Read read) {
            Optional<RawCurve> curve = read.replayed().opening().flatMap(opening -> read.replayed()
                    .force()
                    .map(force -> new RawCurve(
                            opening,
                            force,
                            read.readings(),
                            read.replayed().end().tornTail().isPresent())));
            return new Found(curve, curve.isPresent() ? "" : "NOT_A_JOURNAL");
        }
        return new Found(Optional.empty(), ((RawForce.Unread) look).reason());
    }

    /** Unit of the readings: {@code N}, {@code kgf}, {@code lbf} or {@code counts}. */
    String unit() {
        return opening.unit();
    }

    /** Whether the sensor's own numbers are not the newtons. */
    boolean hasReadings() throws IOException {
        boolean[] differs = {!unit().equals("N")};
        forEach((segment, micros, newtons, reading) ->
                differs[0] |= Double.doubleToLongBits(newtons) != Double.doubleToLongBits(reading));
        return differs[0];
    }

    /** Every sample, in order; segments from 1. */
    void forEach(Samples samples) throws IOException {
        int at = 0;
        int segment = 0;
        for (ForceTrace trace : force.segments()) {
            segment++;
            for (int i = 0; i < trace.size(); i++) {
                samples.sample(segment, trace.micros(i), trace.newtons(i), readings[at++]);
            }
        }
    }

    /** As CSV: UTF-8, comma, CRLF. */
    void toCsv(OutputStream out) throws IOException {
        boolean both = hasReadings();
        StringBuilder text = new StringBuilder("segment,t_us,force_N");
        text.append(both ? ",reading_" + unit() : "").append("\r\n");
        forEach((segment, micros, newtons, reading) -> {
            text.append(segment).append(',').append(micros).append(',').append(newtons);
            if (both) {
                text.append(',').append(reading);
            }
            text.append("\r\n");
            if (text.length() > FLUSH_CHARS) {
                drain(text, out);
            }
        });
        drain(text, out);
    }

    private static void drain(StringBuilder text, OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        text.setLength(0);
    }
}
