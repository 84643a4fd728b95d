package org.plinth.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;

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

                Written from the drivers by a test. No sensor here has been seen on hardware yet. Those with decode-only support were built
                from descriptions alone and are off: a scan names them, a visit does not offer them, and only
                `sensors stream --sensor ID` uses them, with "not seen on hardware" in its account. A sensor without a clock gets
                its time from arrival, with the uncertainty stated for each recording; a loss that cannot be counted is said to be
                uncountable.

                | id | sensor | support | protocol | reached by | loaded by | unit | range to | smallest step | rate [Hz] | clock | sign | zero | battery | loss can be counted | also |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
                """
                + SensorDrivers.load().all().stream()
                        .map(SupportedSensorsPageTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(SensorDriver driver) {
        SensorSpec spec = driver.spec();
        Set<Capability> can = driver.capabilities();
        return Stream.of(
                        "`" + driver.id() + "`",
                        driver.displayName(),
                        words(driver.support()),
                        words(spec.certainty()),
                        words(driver.reach()),
                        sorted(spec.directions()),
                        words(spec.unit()),
                        newtons(spec.capacity(), "%.0f N"),
                        newtons(spec.resolution(), "%.3f N"),
                        String.format(Locale.ROOT, "%.0f", spec.nominalRateHz()),
                        clock(can),
                        can.contains(Capability.SIGNED) ? "both signs" : "one sign",
                        can.contains(Capability.HARDWARE_TARE) ? "by command" : "by software",
                        can.contains(Capability.BATTERY) ? "told" : "not told",
                        Capability.countsLoss(can) ? "yes" : "no",
                        sorted(rest(can)))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String clock(Set<Capability> can) {
        if (can.contains(Capability.DEVICE_CLOCK)) {
            return "its own";
        }
        return can.contains(Capability.SAMPLE_COUNTER) ? "arrival, with a counter" : "arrival";
    }

    private static Set<Capability> rest(Set<Capability> can) {
        Set<Capability> rest = EnumSet.noneOf(Capability.class);
        rest.addAll(can);
        rest.removeAll(Set.of(
                Capability.DEVICE_CLOCK,
                Capability.SAMPLE_COUNTER,
                Capability.SIGNED,
                Capability.HARDWARE_TARE,
                Capability.BATTERY));
        return rest;
    }

    private static String newtons(Optional<Force> force, String format) {
        return force.map(one -> String.format(Locale.ROOT, format, one.newtons()))
                .orElse("not known");
    }

    private static String sorted(Set<? extends Enum<?>> constants) {
        return constants.stream().map(SupportedSensorsPageTest::words).sorted().collect(Collectors.joining(", "));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
