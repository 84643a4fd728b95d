package org.plinth.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.position.OwnPositionReader;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionReading;
import org.plinth.core.position.TestPosition;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.CaptureFault;
import org.plinth.driver.link.replay.CaptureReader;
import org.plinth.web.calibration.CertificateDetails;
import org.plinth.web.calibration.Points;
import org.plinth.web.calibration.PointsFile;
import org.plinth.web.config.AppConfig;
import org.plinth.web.config.StartRefused;
import org.plinth.web.export.CsvText;
import org.plinth.web.recordingfile.ReadOptions;
import org.plinth.web.recordingfile.Recording;
import org.plinth.web.recordingfile.RecordingFile;
import org.plinth.web.recordingfile.RecordingFileException;
import org.plinth.web.text.Texts;

/** Files that people bring or write. */
final class FileTargets {

    private static final Texts TEXTS = Texts.bundled();
    private static final TestPosition BASE =
            PositionCatalogue.bundled().find("curl-prone-15").orElseThrow();
    private static final Folder FOLDER = new Folder();

    private FileTargets() {}

    /** The first byte says how much of the rest is the file's name, as an upload sends one. */
    static void recording(byte[] data) {
        int length = data.length == 0 ? 0 : Math.min(data[0] & 0x3F, data.length - 1);
        String name =
                Target.text(Arrays.copyOfRange(data, Math.min(1, data.length), Math.min(1, data.length) + length));
        byte[] content = Arrays.copyOfRange(data, Math.min(1, data.length) + length, data.length);
        try {
            Recording recording = RecordingFile.read(new ByteArrayInputStream(content), name, ReadOptions.none());
            Target.require(recording.trace().size() > 0, "a recording without a sample");
        } catch (RecordingFileException e) {
            Target.require(!e.problem().describe(TEXTS).isBlank(), "a problem without words");
        }
    }

    static void points(byte[] data) {
        Points points = PointsFile.read(data);
        Target.require(points != null, "neither points nor a problem");
    }

    static void certificateDetails(byte[] data) throws IOException {
        CertificateDetails.read(FOLDER.with("details.json", data));
    }

    static void capture(byte[] data) throws IOException {
        try {
            Capture capture = CaptureReader.read(new StringReader(Target.text(data)));
            Target.require(capture.events() != null, "a capture without events");
        } catch (CaptureFault refused) {
            Target.require(refused.getMessage() != null, "a fault without words");
        }
    }

    /** The file {@code plinth.properties}; a flag keeps it from asking the network for a name. */
    static void configuration(byte[] data) throws IOException {
        FOLDER.with("plinth.properties", data);
        try {
            AppConfig config = AppConfig.read(
                    Map.of("bind", "127.0.0.1", "data", FOLDER.path().toString()), Map.of(), FOLDER.path());
            Target.require(config.port() >= 0 && config.port() <= 65_535, "port " + config.port());
        } catch (StartRefused refused) {
            Target.require(refused.getMessage() != null, "a fault without words");
        }
    }

    static void ownPosition(byte[] data) {
        PositionContent content;
        try {
            content = PositionContent.parse(Target.text(data));
        } catch (IllegalArgumentException refused) {
            return;
        }
        // Keys come from the list of fields, never from outside; only values are written with escapes.
        if (content.values().keySet().stream().allMatch(key -> key.matches("[A-Za-z0-9.-]+"))) {
            Target.require(PositionContent.parse(content.text()).equals(content), "read back otherwise");
        }
        PositionReading reading = OwnPositionReader.check(content, "own-0", 1, BASE);
        if (reading instanceof PositionReading.Unusable unusable) {
            Target.require(!unusable.problems().isEmpty(), "refused without a problem");
        }
    }

    /** A cell of an export: never a formula, and the text itself stands in it whole. */
    static void csvCell(byte[] data) {
        String text = Target.text(data);
        String cell = CsvText.inert(text);
        Target.require(cell.endsWith(text), "the text is not whole");
        Target.require(
                cell.isEmpty() || "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(0)) < 0, "a formula");
    }

    /** A folder for parsers that want a file. */
    private static final class Folder {
        private Optional<Path> made = Optional.empty();

        synchronized Path path() {
            if (made.isEmpty()) {
                try {
                    made = Optional.of(Files.createTempDirectory("plinth-fuzz"));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
            return made.get();
        }

        Path with(String name, byte[] content) throws IOException {
            return Files.write(path().resolve(name), content);
        }
    }
}
