package org.plinth.web;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.backup.BackupFailure;
import org.plinth.web.backup.BackupSummary;
import org.plinth.web.backup.PassphraseFile;
import org.plinth.web.backup.Restorer;
import org.plinth.web.command.Console;
import org.plinth.web.config.AppConfig;
import org.plinth.web.config.StartRefused;
import picocli.CommandLine.ExitCode;

/** Runs {@code restore}: never beside a server, for it wants an empty folder (decision T4). */
public final class RestoreWork {

    private static final long MEGABYTE = 1_000_000;

    private RestoreWork() {}

    /**
     * Runs it; gives the exit code.
     *
     * @param flags where the data go, as given on the command line
     */
    public static int run(Path file, Optional<Path> passphraseFile, Map<String, String> flags, Console console) {
        try {
            AppConfig config = AppConfig.read(flags, System.getenv(), Path.of(System.getProperty("user.home")));
            Restorer.Request request = new Restorer.Request(
                    file.toAbsolutePath(),
                    config.data(),
                    config.db(),
                    config.keyFile(),
                    passphraseFile.map(PassphraseFile::read));
            Restorer.Restored restored = new Restorer(new SecureRandom())
                    .restore(request, bytes -> console.say("keep.progress", bytes / MEGABYTE));
            return tell(restored, config, console);
        } catch (BackupFailure failure) {
            console.say(failure.fault().key(), failure.fault().values().toArray());
            return ExitCode.SOFTWARE;
        } catch (StartRefused refused) {
            return Serving.tell(refused, console);
        }
    }

    private static int tell(Restorer.Restored restored, AppConfig config, Console console) {
        restored.notices()
                .forEach(notice -> console.say(notice.key(), notice.values().toArray()));
        BackupSummary summary = restored.summary();
        console.out()
                .println(console.texts()
                        .text(
                                "keep.restore.done",
                                config.data(),
                                restored.madeAt(),
                                summary.allRows(),
                                summary.rows().size(),
                                summary.journals(),
                                summary.head().seq(),
                                summary.head().hash()));
        if (summary.faults() > 0) {
            console.say("keep.restore.faults", summary.faults());
        }
        restored.verified().broken().ifPresent(broken -> console.say("keep.restore.chain", broken.seq()));
        console.flush();
        return summary.faults() == 0 && restored.verified().broken().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
