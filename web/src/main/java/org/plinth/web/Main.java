package org.plinth.web;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.plinth.web.command.Console;
import org.plinth.web.command.PlinthCommand;
import org.plinth.web.text.Texts;

/** The only {@code main}: hands the arguments to the command line. Loads no server for commands that need none. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code: 0 done, 1 found something wrong, 2 wrong use. */
    public static void main(String[] args) {
        // UTF-8 whatever the locale: sentences hold –, µ and ².
        Console console = new Console(writer(FileDescriptor.out), writer(FileDescriptor.err), Texts.bundled());
        int code = PlinthCommand.run(console, args);
        console.flush();
        System.exit(code);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
