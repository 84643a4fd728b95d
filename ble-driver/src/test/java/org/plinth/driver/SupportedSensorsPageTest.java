package org.plinth.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of supported sensors is what the drivers declare; written when it is not, and then the test fails. */
class SupportedSensorsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "generated", "supported-sensors.md");

    @Test
    void the_page_says_what_the_drivers_declare() throws IOException {
        String wanted = page();
        String found = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (!found.equals(wanted)) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, wanted);
        }
        assertThat(found)
                .as("%s was stale and has been written anew: commit it", PAGE)
                .isEqualTo(wanted);
    }

    private static String page() {
        return """
                # Supported sensors

                Written from the drivers by a test. No sensor here has been seen on hardware yet. A sensor with
                decode-only support is off until its id is switched on.

                | id | sensor | support | unit | rate [Hz] | smallest step | can | loss can be counted |
                |---|---|---|---|---|---|---|---|
                """
                + SensorDrivers.load().all().stream()
                        .map(SupportedSensorsPageTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(SensorDriver driver) {
        SensorSpec spec = driver.spec();
        String step = spec.resolution()
                .map(force -> String.format(Locale.ROOT, "%.3f N", force.newtons()))
                .orElse("not known");
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %s | %.0f | %s | %s | %s |%n",
                driver.id(),
                driver.displayName(),
                words(driver.support()),
                words(spec.unit()),
                spec.nominalRateHz(),
                step,
                driver.capabilities().stream()
                        .sorted()
                        .map(SupportedSensorsPageTest::words)
                        .collect(Collectors.joining(", ")),
                driver.capabilities().contains(Capability.DEVICE_CLOCK) ? "yes" : "no");
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
