package org.plinth.web.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.plinth.web.text.Texts;

/**
 * One run of the command line inside the test.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record CommandLineRun(int code, String out, String err) {

    static final Path GOLDEN = Path.of("src/test/resources/golden/analyse");
    static final Path RECORDINGS = Path.of("src/test/resources/recordings");

    static CommandLineRun of(String... args) {
        return of(Commands::all, args);
    }

    /** With other commands than all. */
    static CommandLineRun of(Function<Console, List<Callable<Integer>>> commands, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), Texts.bundled());
        int code = PlinthCommand.run(console, commands.apply(console), args);
        return new CommandLineRun(code, out.toString(), err.toString());
    }
}
