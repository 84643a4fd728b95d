package org.plinth.web.command;

import java.util.concurrent.Callable;
import org.plinth.web.Serving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code serve}: the real thing. Prints the address of the first page, on the first start a one-time link to create the first
 * administrator, and serves until it is told to stop.
 */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private ServeOptions options = new ServeOptions();

    private final Console console;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return Serving.serve(options.flags(), console);
    }
}
