package org.plinth.web.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plinth.web.Serving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code demo}: the whole product on 127.0.0.1 with a sample clinic and a virtual dynamometer. Prints the address of the first page
 * and the sample logins. Without {@code --data} everything is in a fresh folder that is removed at the end.
 */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "N", descriptionKey = "http.command.port")
    private Optional<String> port = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "http.command.demoData")
    private Optional<Path> data = Optional.empty();

    private final Console console;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, String> flags = new LinkedHashMap<>(Map.of("bind", "127.0.0.1"));
        port.ifPresent(value -> flags.put("port", value));
        return Serving.demo(flags, data, console);
    }
}
