package org.plinth.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.Capture.Notified;
import org.plinth.driver.link.replay.CaptureReader;
import org.plinth.driver.testkit.Remembered;

/** Every capture under {@code captures} decodes to the samples in the file beside it. */
class CaptureGoldenTest {

    static List<Path> captures() throws IOException, URISyntaxException {
        Path root = Path.of(CaptureGoldenTest.class.getResource("/captures").toURI());
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".capture")).sorted().toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void decodes_to_its_expected_samples(Path file) throws IOException {
        Capture capture = CaptureReader.read(Files.newBufferedReader(file));
        SensorDriver driver =
                SensorDrivers.load().find(capture.header("driver").orElseThrow()).orElseThrow();
        SampleDecoder decoder = driver.newDecoder();
        Remembered sink = new Remembered();
        for (Capture.Event event : capture.events()) {
            if (event instanceof Notified notified) {
                decoder.decode(
                        new Packet(
                                notified.characteristic(),
                                notified.bytes(),
                                notified.micros() * 1_000,
                                notified.micros()),
                        sink);
            }
        }
        StringBuilder got = new StringBuilder("device_us,value_" + driver.spec().unit().name().toLowerCase(Locale.ROOT));
        for (Remembered.Sample sample : sink.samples) {
            got.append(String.format(Locale.ROOT, "%n%d,%.7f", sample.micros(), sample.value()));
        }
        String expected = Files.readString(Path.of(file.toString().replace(".capture", ".expected.csv")));
        assertThat(got.toString().lines()).containsExactlyElementsOf(expected.lines().toList());
    }
}
