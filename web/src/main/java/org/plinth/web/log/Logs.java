package org.plinth.web.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends all log records of this process to files in one folder, with rotation. */
public final class Logs {

    private static final int FILE_BYTES = 10_000_000;
    private static final int FILES = 6;
    private static final String PATTERN = "plinth-%g.log";

    private Logs() {}

    /** For commands whose standard error a person reads: what libraries only remark is left out. */
    public static void onlyWarnings() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setLevel(Level.WARNING);
        }
    }

    /**
     * From now on.
     *
     * @return closes the files
     * @throws IOException if the folder cannot be written
     */
    public static Runnable toFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileHandler files =
                new FileHandler(folder.resolve(PATTERN).toString().replace('\\', '/'), FILE_BYTES, FILES, true);
        files.setFormatter(new JsonLine());
        files.setEncoding(StandardCharsets.UTF_8.name());
        files.setLevel(Level.INFO);
        Logger root = Logger.getLogger("");
        for (Handler before : root.getHandlers()) {
            root.removeHandler(before);
        }
        root.addHandler(files);
        return () -> {
            root.removeHandler(files);
            files.close();
        };
    }
}
