package org.plinth.web.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.plinth.web.DataWork;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command that works on a data folder (decision T4). While a server holds the folder it runs inside that server, asked
 * over the control socket with the same words; otherwise it takes the folder itself. A new one is a subclass and one line
 * in {@link DataCommands}.
 */
public abstract class DataCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "http.command.data")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--db", paramLabel = "JDBC-URL", descriptionKey = "http.command.db")
    private Optional<String> db = Optional.empty();

    @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "http.command.keyFile")
    private Optional<Path> keyFile = Optional.empty();

    private final Console console;

    /** Speaks there. */
    protected DataCommand(Console console) {
        this.console = console;
    }

    /** Refuses wrong use, before anything is opened. */
    protected abstract void check();

    /**
     * Does the work. Must not rely on anything but the ground: it may run in another process than it was typed in.
     *
     * @param stopped asked now and then; true when nobody waits any more
     * @return exit code: 0 done, 1 found something wrong, 2 wrong use
     */
    public abstract int work(DataGround ground, BooleanSupplier stopped);

    /** Where this command speaks. */
    protected final Console console() {
        return console;
    }

    @Override
    public final Integer call() {
        check();
        Map<String, String> flags = new LinkedHashMap<>();
        data.ifPresent(value -> flags.put("data", value.toString()));
        db.ifPresent(value -> flags.put("db", value));
        keyFile.ifPresent(value -> flags.put("key-file", value.toString()));
        return DataWork.run(this, words(), flags, console);
    }

    /** The command's name and its arguments, but for those that say where the data are. */
    protected abstract List<String> words();

    /** Wrong use; the sentence is of the catalogue. */
    protected final ParameterException wrong(String key, Object... values) {
        return new ParameterException(spec.commandLine(), console.texts().text(key, values));
    }

    /** Whether {@code --format} asks for JSON. */
    protected final boolean isJson(String format) {
        if (!format.equals("json") && !format.equals("text")) {
            throw wrong("integrity.command.wrong-format", format);
        }
        return format.equals("json");
    }
}
