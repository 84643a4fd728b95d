package org.plinth.web.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.plinth.driver.link.Transport;
import org.plinth.web.sensors.SensorAccess;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the options of the sensor commands may be; anything else is wrong use, said in one sentence. */
record SensorOptions(CommandSpec spec, Console console) {

    private static final double MOST_SECONDS = 86_400;
    private static final double NANOS_PER_SECOND = 1e9;

    String oneOf(String option, String given, String... allowed) {
        for (String value : allowed) {
            if (value.equalsIgnoreCase(given)) {
                return value;
            }
        }
        throw wrongUse("command.not-one-of", option, given, String.join(", ", allowed));
    }

    Duration seconds(double seconds) {
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw wrongUse("command.sensors.bad-seconds", seconds);
        }
        return Duration.ofNanos(Math.round(seconds * NANOS_PER_SECOND));
    }

    /** A kind of radio of this build. */
    Optional<String> transport(Optional<String> given, SensorAccess access) {
        List<String> names = access.radios().stream().map(Transport::name).toList();
        if (given.isPresent() && !names.contains(given.get())) {
            throw wrongUse(
                    "command.not-one-of", "--transport", given.get(), names.isEmpty() ? "–" : String.join(", ", names));
        }
        return given;
    }

    ParameterException wrongUse(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), console.texts().text(key, arguments));
    }
}
