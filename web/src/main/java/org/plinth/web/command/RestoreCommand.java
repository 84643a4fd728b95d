package org.plinth.web.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plinth.web.RestoreWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore FILE}: brings a backup back into an empty data folder and proves that it is whole. */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "keep.command.restore-file")
    private Path file = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "http.command.data")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--db", paramLabel = "JDBC-URL", descriptionKey = "http.command.db")
    private Optional<String> db = Optional.empty();

    @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "http.command.keyFile")
    private Optional<Path> keyFile = Optional.empty();

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "keep.command.passphrase-file")
    private Optional<Path> passphraseFile = Optional.empty();

    private final Console console;

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, String> flags = new LinkedHashMap<>();
        data.ifPresent(value -> flags.put("data", value.toString()));
        db.ifPresent(value -> flags.put("db", value));
        keyFile.ifPresent(value -> flags.put("key-file", value.toString()));
        return RestoreWork.run(file, passphraseFile, flags, console);
    }
}
