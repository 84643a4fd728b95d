package org.plinth.web.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.plinth.web.backup.BackupFailure;
import org.plinth.web.backup.BackupMaker;
import org.plinth.web.backup.BackupSummary;
import org.plinth.web.backup.PassphraseFile;
import org.plinth.web.config.StartRefused.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code backup FILE}: everything as of one moment in one sealed file, also while the server runs. Exit code 1 if it cannot be
 * made, or if a journal was not as it had been sealed.
 */
@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand extends DataCommand {

    private static final long MEGABYTE = 1_000_000;

    @Parameters(paramLabel = "FILE", descriptionKey = "keep.command.backup-file")
    private Path file = Path.of("");

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "keep.command.passphrase-file")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--with-key", descriptionKey = "keep.command.with-key")
    private boolean withKey;

    BackupCommand(Console console) {
        super(console);
    }

    @Override
    protected void check() {
        if (file.toString().isBlank() || file.getFileName() == null) {
            throw wrong("keep.command.no-file");
        }
        if (withKey && passphraseFile.isEmpty()) {
            throw wrong("keep.command.key-needs-passphrase");
        }
    }

    /** Absolute: the server that does it stands elsewhere. */
    @Override
    protected List<String> words() {
        List<String> words =
                new ArrayList<>(List.of("backup", file.toAbsolutePath().toString()));
        passphraseFile.ifPresent(path -> words.add("--passphrase-file=" + path.toAbsolutePath()));
        if (withKey) {
            words.add("--with-key");
        }
        return words;
    }

    @Override
    public int work(DataGround ground, BooleanSupplier stopped) {
        try {
            Optional<String> passphrase = passphraseFile.map(PassphraseFile::read);
            BackupMaker.Request request = new BackupMaker.Request(file.toAbsolutePath(), passphrase, withKey);
            return told(ground.backups().make(request, this::progress, stopped));
        } catch (BackupFailure failure) {
            Fault fault = failure.fault();
            console().say(fault.key(), fault.values().toArray());
            return ExitCode.SOFTWARE;
        }
    }

    private int told(BackupMaker.Made made) {
        BackupSummary summary = made.summary();
        console()
                .out()
                .println(console()
                        .texts()
                        .text(
                                "keep.backup.done",
                                made.file(),
                                made.bytes(),
                                summary.allRows(),
                                summary.rows().size(),
                                summary.journals(),
                                summary.head().seq(),
                                summary.head().hash()));
        console().flush();
        if (summary.faults() > 0) {
            console().say("keep.backup.faults", summary.faults());
            return ExitCode.SOFTWARE;
        }
        return ExitCode.OK;
    }

    private void progress(long bytes) {
        console().say("keep.progress", bytes / MEGABYTE);
    }
}
