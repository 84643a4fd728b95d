package org.plinth.web.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.ErasureStep.Ground;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.config.PrivateFiles;

/**
 * Ids of patients who were erased, in a file beside the database: a backup from before the erasure does not know of it, so
 * who restores one brings this file along. Lines only come to it. It says nothing about anybody but random ids.
 */
final class ErasedList {

    /** Its name in the data folder. */
    static final String NAME = "erasures.list";

    private static final String STAY = "numbers-stay";
    private static final String GO = "numbers-go";

    private final Path file;

    /**
     * One erased patient.
     *
     * @param clinic whose
     * @param patient who
     * @param ground why
     * @param numbersStay whether measured values stayed
     */
    record Erased(Id<Clinic> clinic, Id<Patient> patient, Ground ground, boolean numbersStay) {}

    ErasedList(Path file) {
        this.file = file;
    }

    /** Adds a line and waits until it is on the disk. */
    void add(Erased erased) throws IOException {
        if (Files.notExists(file)) {
            PrivateFiles.create(file);
        }
        String line = String.join(
                        " ",
                        erased.clinic().toString(),
                        erased.patient().toString(),
                        erased.ground().name(),
                        erased.numbersStay() ? STAY : GO)
                + "\n";
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** All of them; a line that cannot be read, as a torn last one, is passed over. */
    List<Erased> all() throws IOException {
        List<Erased> all = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                read(line).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<Erased> read(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 4 || (!words[3].equals(STAY) && !words[3].equals(GO))) {
            return Optional.empty();
        }
        boolean known = List.of(Ground.values()).stream()
                .anyMatch(ground -> ground.name().equals(words[2]));
        return known
                ? Id.<Clinic>parse(words[0]).flatMap(clinic -> Id.<Patient>parse(words[1])
                        .map(patient -> new Erased(clinic, patient, Ground.valueOf(words[2]), words[3].equals(STAY))))
                : Optional.empty();
    }
}
