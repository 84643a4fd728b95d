package org.plinth.web.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.plinth.web.control.ControlServer;
import org.plinth.web.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Every command that works on a data folder, one line each; and how a server runs them. Any thread. */
public final class DataCommands implements ControlServer.Handler {

    private static final List<Function<Console, DataCommand>> ALL = List.of(
            RecomputeCommand::new,
            VerifyCommand::new,
            BackupCommand::new,
            AddClinicCommand::new,
            CheckpointCommand::new,
            ExportCommand::new);

    private final DataGround ground;
    private final Texts texts;

    /** Of a server on this ground. */
    public DataCommands(DataGround ground, Texts texts) {
        this.ground = ground;
        this.texts = texts;
    }

    static List<Callable<Integer>> all(Console console) {
        return ALL.stream().<Callable<Integer>>map(make -> make.apply(console)).toList();
    }

    @Override
    public int run(List<String> words, PrintWriter out, PrintWriter err, BooleanSupplier stopped) {
        Console console = new Console(out, err, texts);
        Optional<DataCommand> named = ALL.stream()
                .map(make -> make.apply(console))
                .filter(command -> name(command).equals(words.get(0)))
                .findFirst();
        if (named.isEmpty()) {
            console.say("control.unknown");
            return CommandLine.ExitCode.USAGE;
        }
        try {
            new CommandLine(named.get())
                    .setResourceBundle(texts.bundle())
                    .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
            named.get().check();
        } catch (ParameterException fault) {
            err.println(fault.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        return named.get().work(ground, stopped);
    }

    private static String name(DataCommand command) {
        return Optional.ofNullable(command.getClass().getAnnotation(Command.class))
                .map(Command::name)
                .orElse("");
    }

    @Override
    public String busy(String running) {
        return texts.text("control.busy", running);
    }

    @Override
    public String unknown() {
        return texts.text("control.unknown");
    }

    @Override
    public String failed() {
        return texts.text("control.failed");
    }
}
