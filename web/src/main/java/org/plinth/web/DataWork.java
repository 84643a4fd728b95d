package org.plinth.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.audit.Checkpoints;
import org.plinth.web.backup.BackupMaker;
import org.plinth.web.command.Console;
import org.plinth.web.command.DataCommand;
import org.plinth.web.command.DataGround;
import org.plinth.web.config.AppConfig;
import org.plinth.web.config.DataFolder;
import org.plinth.web.config.StartRefused;
import org.plinth.web.control.ControlClient;
import org.plinth.web.export.Pseudonyms;
import org.plinth.web.journal.Journals;
import org.plinth.web.log.Logs;
import org.plinth.web.store.Database;
import org.plinth.web.store.KeyVault;
import picocli.CommandLine.ExitCode;

/** Runs a command on a data folder: takes the folder itself, or asks the server that holds it (decision T4). */
public final class DataWork {

    private static final String IN_USE = "store.data-folder-in-use";

    private final DataCommand command;
    private final List<String> words;
    private final Console console;

    private DataWork(DataCommand command, List<String> words, Console console) {
        this.command = command;
        this.words = words;
        this.console = console;
    }

    /**
     * Runs it; gives the exit code.
     *
     * @param words the command's name and its arguments, for a server
     * @param flags where the data are, as given on the command line
     */
    public static int run(DataCommand command, List<String> words, Map<String, String> flags, Console console) {
        DataWork work = new DataWork(command, words, console);
        try {
            AppConfig config = AppConfig.read(flags, System.getenv(), Path.of(System.getProperty("user.home")));
            return work.on(config);
        } catch (StartRefused refused) {
            return Serving.tell(refused, console);
        } catch (IOException e) {
            console.say("control.broken");
            return ExitCode.SOFTWARE;
        }
    }

    private int on(AppConfig config) throws IOException {
        if (!holdsData(config)) {
            console.say("integrity.no-data", config.data());
            return ExitCode.USAGE;
        }
        DataFolder folder;
        try {
            folder = DataFolder.open(config.data());
        } catch (StartRefused refused) {
            return askServer(config, refused);
        }
        try (folder) {
            return alone(config, folder);
        }
    }

    /** Nothing is made in a folder that was named by mistake. */
    private static boolean holdsData(AppConfig config) {
        boolean database = config.db().isPresent() || Files.exists(config.data().resolve("plinth.mv.db"));
        return database && Files.isDirectory(config.data()) && Files.exists(config.keyFile());
    }

    private int askServer(AppConfig config, StartRefused refused) throws IOException {
        boolean inUse = refused.faults().stream().allMatch(fault -> fault.key().equals(IN_USE));
        if (!inUse) {
            throw refused;
        }
        OptionalInt code = ControlClient.ask(config.data(), words, console.out(), console.err());
        if (code.isEmpty()) {
            throw refused;
        }
        console.flush();
        return code.getAsInt();
    }

    private int alone(AppConfig config, DataFolder folder) throws IOException {
        folder.requireNotHalf();
        Runnable logs = Logs.toFolder(folder.logs());
        SecureRandom random = new SecureRandom();
        KeyVault keys = KeyVault.open(config.keyFile(), random);
        try (Database store = Database.open(folder, config.db(), keys);
                Journals journals = Journals.open(folder.journals())) {
            store.notices()
                    .forEach(notice -> console.say(notice.key(), notice.values().toArray()));
            Clock clock = Clock.systemUTC();
            BackupMaker backups = new BackupMaker(store, journals, folder.journals(), keys, clock, random);
            Checkpoints checkpoints = new Checkpoints(
                    store,
                    Checkpoints.Places.of(folder.root(), config.keyFile(), config.checkpointCopy()),
                    () -> journals.list().size(),
                    clock);
            DataGround ground = new DataGround(
                    store,
                    journals,
                    SensorDrivers.load(),
                    PositionCatalogue.bundled(),
                    clock,
                    random,
                    backups,
                    checkpoints,
                    Pseudonyms.of(keys));
            return command.work(ground, () -> false);
        } finally {
            logs.run();
        }
    }
}
