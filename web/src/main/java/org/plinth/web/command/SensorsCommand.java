package org.plinth.web.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.plinth.web.sensors.SensorAccess;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sensors}: a name for {@code list}, {@code scan} and {@code stream}. Alone it is wrong use. */
@Command(name = "sensors", mixinStandardHelpOptions = true)
final class SensorsCommand implements Callable<Integer>, CommandGroup {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Console console;
    private final Function<Optional<String>, SensorAccess> access;

    SensorsCommand(Console console, Function<Optional<String>, SensorAccess> access) {
        this.console = console;
        this.access = access;
    }

    @Override
    public List<Callable<Integer>> subcommands() {
        return List.of(
                new SensorsListCommand(console, access),
                new SensorsScanCommand(console, access),
                new SensorsStreamCommand(console, access));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return CommandLine.ExitCode.USAGE;
    }
}
