package org.plinth.driver.link.replay;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plinth.driver.link.replay.Capture.Disconnected;
import org.plinth.driver.link.replay.Capture.Event;
import org.plinth.driver.link.replay.Capture.Notified;
import org.plinth.driver.link.replay.Capture.Read;
import org.plinth.driver.link.replay.Capture.Written;

/** Writes the format of {@link Capture}. One thread. */
public final class CaptureWriter {

    /** Stands for no bytes. */
    static final String NO_BYTES = "-";

    private CaptureWriter() {}

    /**
     * Writes a whole capture.
     *
     * @throws IOException if the target cannot be written
     */
    public static void write(Capture capture, Appendable target) throws IOException {
        target.append(Capture.FORMAT_LINE).append('\n');
        for (Map.Entry<String, String> entry : capture.header().entrySet()) {
            target.append("# ")
                    .append(entry.getKey())
                    .append(' ')
                    .append(entry.getValue())
                    .append('\n');
        }
        for (Event event : capture.events()) {
            target.append(line(event)).append('\n');
        }
    }

    private static String line(Event event) {
        if (event instanceof Written written) {
            String to = written.characteristic()
                    .map(UUID::toString)
                    .map(id -> id + " ")
                    .orElse("");
            return "> " + to + hex(written.bytes());
        }
        if (event instanceof Notified notified) {
            String below = notified.nanos() == 0 ? "" : String.format(Locale.ROOT, ".%03d", notified.nanos());
            return "< " + notified.micros() + below + " " + notified.characteristic() + " " + hex(notified.bytes());
        }
        if (event instanceof Read read) {
            return "= " + read.characteristic() + " " + hex(read.bytes());
        }
        Disconnected gone = (Disconnected) event;
        return "! " + gone.micros() + " " + gone.reason();
    }

    private static String hex(byte[] bytes) {
        return bytes.length == 0 ? NO_BYTES : HexFormat.of().formatHex(bytes);
    }
}
