package org.plinth.web.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A passphrase in a file, so that it stands in no list of processes: the first line. */
public final class PassphraseFile {

    private static final int SHORTEST = 12;

    private PassphraseFile() {}

    /**
     * Reads it.
     *
     * @throws BackupFailure if it cannot be read or is too short to withstand guessing
     */
    public static String read(Path file) {
        try {
            String phrase = Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            if (phrase.length() < SHORTEST) {
                throw new BackupFailure("keep.passphrase.short", file.toString(), Integer.toString(SHORTEST));
            }
            return phrase;
        } catch (IOException e) {
            throw new BackupFailure("keep.passphrase.unreadable", file.toString());
        }
    }
}
