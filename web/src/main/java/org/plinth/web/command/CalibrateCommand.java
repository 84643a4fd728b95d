package org.plinth.web.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code calibrate}: counts to newtons with an uncertainty, and whether a sensor still says what it said. */
@Command(name = "calibrate", mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer>, CommandGroup {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Console console;

    CalibrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public List<Callable<Integer>> subcommands() {
        return List.of(new CalibrateFitCommand(console), new CalibrateCheckCommand(console));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return CommandLine.ExitCode.USAGE;
    }
}
