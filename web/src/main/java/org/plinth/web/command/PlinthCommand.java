package org.plinth.web.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.plinth.web.EngineVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. Alone it is wrong use and shows what there is. */
@Command(name = "plinth", mixinStandardHelpOptions = true, versionProvider = PlinthCommand.Version.class)
public final class PlinthCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Console console;

    private PlinthCommand(Console console) {
        this.console = console;
    }

    /** Runs the command that the arguments name; gives the exit code: 0 done, 1 found something wrong, 2 wrong use. */
    public static int run(Console console, String... args) {
        return run(console, Commands.all(console), args);
    }

    /** The same with these commands. */
    static int run(Console console, List<Callable<Integer>> commands, String... args) {
        CommandLine line = new CommandLine(new PlinthCommand(console));
        for (Callable<Integer> command : commands) {
            line.addSubcommand(withSubcommands(command));
        }
        line.setResourceBundle(console.texts().bundle())
                .setOut(console.out())
                .setErr(console.err())
                .setExecutionExceptionHandler((fault, of, parsed) -> fail(console, fault))
                .setParameterExceptionHandler((fault, given) -> refuse(console, fault));
        int code;
        try {
            code = line.execute(args);
        } catch (OutOfMemoryError e) {
            console.say("command.out-of-memory");
            code = CommandLine.ExitCode.SOFTWARE;
        }
        console.flush();
        return code;
    }

    private static CommandLine withSubcommands(Callable<Integer> command) {
        CommandLine line = new CommandLine(command);
        if (command instanceof CommandGroup group) {
            group.subcommands().forEach(one -> line.addSubcommand(withSubcommands(one)));
        }
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return CommandLine.ExitCode.USAGE;
    }

    private static int refuse(Console console, ParameterException fault) {
        console.err().println(fault.getMessage());
        console.say("command.help", fault.getCommandLine().getCommandSpec().qualifiedName());
        return CommandLine.ExitCode.USAGE;
    }

    /** The last edge: nothing a command throws may end without a word. */
    private static int fail(Console console, Exception fault) {
        console.say("command.failed", EngineVersion.current());
        fault.printStackTrace(console.err());
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Prints the version that results carry. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {EngineVersion.current()};
        }
    }
}
