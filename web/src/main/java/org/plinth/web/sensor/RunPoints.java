package org.plinth.web.sensor;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.ReadingUnit;
import org.plinth.calibration.run.Settling;
import org.plinth.web.hash.Sha256;

/**
 * The points of a run as a file that {@code calibrate fit} reads, so that anybody can work the certificate out again. Stateless.
 */
public final class RunPoints {

    private static final String LINE_END = "\n";

    private RunPoints() {}

    /** UTF-8 text, one line for each point that stands. */
    public static String csv(CalibrationRun run) {
        boolean masses = run.usesGravity();
        String head = String.join(
                ",",
                "run",
                "direction",
                masses ? "mass_kg" : "force_N",
                reading(run.readingUnit()),
                "rotation_deg",
                "drift",
                "fluctuation",
                "time_s",
                "excluded");
        List<String> lines = run.points().stream().map(RunPoints::line).toList();
        return head + LINE_END + lines.stream().map(line -> line + LINE_END).collect(Collectors.joining());
    }

    /** SHA-256 of that file, hexadecimal. */
    public static String sha256(CalibrationRun run) {
        return Sha256.hex(csv(run));
    }

    private static String reading(ReadingUnit unit) {
        return switch (unit) {
            case COUNT -> "reading";
            case NEWTON -> "reading_N";
            case KILOGRAM_FORCE -> "reading_kgf";
            case POUND_FORCE -> "reading_lbf";
        };
    }

    private static String line(CalibrationPoint point) {
        String direction =
                switch (point.direction()) {
                    case ASCENDING -> "up";
                    case DESCENDING -> "down";
                    case CREEP -> "creep";
                };
        return String.join(
                ",",
                Integer.toString(point.cycle()),
                direction,
                Double.toString(point.load().amount()),
                Double.toString(point.reading()),
                text(point.rotationDegrees()),
                point.settling().map(Settling::drift).map(Object::toString).orElse(""),
                point.settling()
                        .map(Settling::fluctuation)
                        .map(Object::toString)
                        .orElse(""),
                text(point.holdSeconds()),
                point.excluded().map(RunPoints::quoted).orElse(""));
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%s", value.getAsDouble()) : "";
    }

    private static String quoted(String words) {
        return '"' + words.replace("\"", "\"\"").replaceAll("\\R", " ") + '"';
    }
}
