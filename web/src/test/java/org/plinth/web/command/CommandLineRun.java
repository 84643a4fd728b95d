package org.plinth.web.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
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
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = PlinthCommand.run(new Console(new PrintWriter(out), new PrintWriter(err), Texts.bundled()), args);
        return new CommandLineRun(code, out.toString(), err.toString());
    }
}
