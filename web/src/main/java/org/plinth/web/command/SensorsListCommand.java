package org.plinth.web.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.plinth.web.sensors.SensorAccess;
import org.plinth.web.sensors.SupportedSensors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sensors list}: what is supported. Touches no radio. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class SensorsListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "command.sensors.format")
    private String format = "text";

    private final Console console;
    private final Function<Optional<String>, SensorAccess> access;

    SensorsListCommand(Console console, Function<Optional<String>, SensorAccess> access) {
        this.console = console;
        this.access = access;
    }

    @Override
    public Integer call() {
        boolean json = new SensorOptions(spec, console)
                .oneOf("--format", format, "text", "json")
                .equals("json");
        if (json) {
            console.out()
                    .println(
                            SupportedSensors.json(access.apply(Optional.empty()).drivers()));
        } else {
            access.apply(Optional.empty()).drivers().all().forEach(driver -> console.out()
                    .println(SupportedSensors.line(driver)));
            console.say("command.sensors.list-note");
        }
        if (console.out().checkError()) {
            console.say("command.cannot-write");
            return CommandLine.ExitCode.SOFTWARE;
        }
        return CommandLine.ExitCode.OK;
    }
}
