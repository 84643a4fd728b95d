package org.plinth.driver.link.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plinth.driver.link.replay.Capture.Disconnected;
import org.plinth.driver.link.replay.Capture.Event;
import org.plinth.driver.link.replay.Capture.Notified;
import org.plinth.driver.link.replay.Capture.Read;
import org.plinth.driver.link.replay.Capture.Written;

/** Reads the format of {@link Capture}. One thread, one file. */
public final class CaptureReader {

    private final Map<String, String> header = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private int line;
    private long latestMicros;

    private CaptureReader() {}

    /**
     * Reads a whole capture.
     *
     * @throws CaptureFault naming the line that cannot be read
     * @throws IOException if the source cannot be read
     */
    public static Capture read(Reader source) throws IOException {
        CaptureReader reader = new CaptureReader();
        BufferedReader lines = new BufferedReader(source);
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            reader.line++;
            reader.take(text.strip());
        }
        if (reader.line == 0) {
            throw new CaptureFault(0, "the capture is empty");
        }
        return new Capture(reader.header, reader.events);
    }

    private void take(String text) {
        if (line == 1) {
            if (!text.equals(Capture.FORMAT_LINE)) {
                throw fault("a capture begins with the line \"" + Capture.FORMAT_LINE + "\"");
            }
        } else if (!text.isEmpty()) {
            String rest = text.substring(1).strip();
            switch (text.charAt(0)) {
                case '#' -> takeHeader(rest);
                case '>' -> events.add(written(rest.split(" +", 2)));
                case '<' -> events.add(notified(rest.split(" +", 3)));
                case '=' -> events.add(valueRead(rest.split(" +", 2)));
                case '!' -> events.add(disconnected(rest.split(" +", 2)));
                default -> throw fault("a line begins with #, >, <, = or !");
            }
        }
    }

    private void takeHeader(String rest) {
        String[] parts = rest.split(" +", 2);
        header.put(parts[0], parts.length > 1 ? parts[1] : "");
    }

    private Written written(String[] parts) {
        Optional<UUID> characteristic = parts.length > 1 ? Optional.of(uuid(parts[0])) : Optional.empty();
        return new Written(characteristic, bytes(parts[parts.length - 1]));
    }

    private Notified notified(String[] parts) {
        if (parts.length < 3) {
            throw fault("a notified line is: < micros characteristic hex");
        }
        int point = parts[0].indexOf('.');
        if (point < 0) {
            return new Notified(micros(parts[0]), uuid(parts[1]), bytes(parts[2]));
        }
        long micros = micros(parts[0].substring(0, point));
        return new Notified(micros, nanos(parts[0].substring(point + 1)), uuid(parts[1]), bytes(parts[2]));
    }

    private Read valueRead(String[] parts) {
        if (parts.length < 2) {
            throw fault("a line of a value that was read is: = characteristic hex");
        }
        return new Read(uuid(parts[0]), bytes(parts[1]));
    }

    private Disconnected disconnected(String[] parts) {
        return new Disconnected(micros(parts[0]), parts.length > 1 ? parts[1] : "");
    }

    private long micros(String text) {
        try {
            long micros = Long.parseLong(text);
            if (micros < latestMicros) {
                throw fault("time goes back, from " + latestMicros + " to " + micros + " µs");
            }
            latestMicros = micros;
            return micros;
        } catch (NumberFormatException noNumber) {
            throw fault("\"" + text + "\" is no time in µs");
        }
    }

    private int nanos(String decimals) {
        if (!decimals.matches("\\d{3}")) {
            throw fault("a time in µs has three decimals or none");
        }
        return Integer.parseInt(decimals);
    }

    private UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            throw fault("\"" + text + "\" is no characteristic id");
        }
    }

    private byte[] bytes(String hex) {
        if (hex.equals(CaptureWriter.NO_BYTES)) {
            return new byte[0];
        }
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException noHex) {
            throw fault("\"" + hex + "\" is no hex");
        }
    }

    private CaptureFault fault(String what) {
        return new CaptureFault(line, what);
    }
}
