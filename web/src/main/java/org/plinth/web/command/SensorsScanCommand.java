package org.plinth.web.command;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.plinth.web.sensors.InRange;
import org.plinth.web.sensors.SensorAccess;
import org.plinth.web.sensors.SensorSearch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code sensors scan}: what is in range, one line each, the virtual dynamometer last. A radio that cannot be asked is
 * said in one sentence and makes the exit code 1, whatever else was found.
 */
@Command(name = "scan", mixinStandardHelpOptions = true)
final class SensorsScanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "command.sensors.scan-seconds")
    private double seconds = 5;

    @Option(names = "--format", paramLabel = "text|jsonl", descriptionKey = "command.sensors.format")
    private String format = "text";

    @Option(names = "--transport", paramLabel = "NAME", descriptionKey = "command.sensors.transport")
    private Optional<String> transport = Optional.empty();

    @Option(names = "--bluetooth-adapter", paramLabel = "NAME", descriptionKey = "http.command.bluetoothAdapter")
    private Optional<String> adapter = Optional.empty();

    private final Console console;
    private final Function<Optional<String>, SensorAccess> access;

    SensorsScanCommand(Console console, Function<Optional<String>, SensorAccess> access) {
        this.console = console;
        this.access = access;
    }

    @Override
    public Integer call() {
        SensorOptions options = new SensorOptions(spec, console);
        boolean json = options.oneOf("--format", format, "text", "jsonl").equals("jsonl");
        long millis = options.seconds(seconds).toMillis();
        SensorAccess ways = access.apply(adapter);
        try (SensorSearch search = new SensorSearch(ways, options.transport(transport, ways), false)) {
            SensorSearch.Found found = search.look(Math.max(1, millis));
            found.sensors().forEach(sensor -> console.out().println(json ? sensor.json() : text(sensor)));
            found.faults().forEach(fault -> console.err().println(fault.getMessage()));
            boolean real = found.sensors().stream().anyMatch(sensor -> !sensor.isVirtual());
            if (!search.hasRadio()) {
                console.say("command.sensors.no-radio");
            } else if (!real && found.faults().isEmpty()) {
                console.say("command.sensors.none");
            }
            boolean whole = found.faults().isEmpty() && !console.out().checkError();
            return whole ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static String text(InRange sensor) {
        return String.format(
                Locale.ROOT,
                "%-20s %-28s %-24s %s",
                sensor.id(),
                sensor.name(),
                sensor.driver().id(),
                sensor.provider().transport());
    }
}
