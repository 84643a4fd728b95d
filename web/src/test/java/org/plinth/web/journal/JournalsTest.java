package org.plinth.web.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalFailure.Reason;

class JournalsTest {

    @TempDir
    Path folder;

    private final Random random = new Random(5);

    private static JournalFailure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(JournalFailure.class, call);
    }

    @Test
    void room_is_judged_by_the_two_limits() {
        AtomicLong free = new AtomicLong();
        try (Journals journals = Journals.open(folder, free::get)) {
            free.set(499_999_999);
            assertThat(journals.space()).isEqualTo(Journals.Space.NONE);
            assertThat(failure(() -> journals.create(Id.random(random), SampleJournal.KEY, SampleJournal.CREATED))
                            .reason())
                    .isEqualTo(Reason.NO_SPACE);
            free.set(500_000_000);
            assertThat(journals.space()).isEqualTo(Journals.Space.LOW);
            free.set(2_000_000_000);
            assertThat(journals.space()).isEqualTo(Journals.Space.ENOUGH);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void journal_is_private_listed_and_made_once() throws Exception {
        Path file = SampleJournal.write(folder, false);
        Files.writeString(folder.resolve("notes.txt"), "not a journal");
        try (Journals journals = Journals.open(folder)) {
            assertThat(journals.list()).containsExactly(SampleJournal.RECORDING);
            assertThat(journals.header(SampleJournal.RECORDING)).isPresent();
            assertThat(journals.header(Id.random(random))).isEmpty();
            assertThat(failure(() -> journals.create(SampleJournal.RECORDING, SampleJournal.KEY, SampleJournal.CREATED))
                            .reason())
                    .isEqualTo(Reason.EXISTS);
            assertThat(failure(() -> journals.read(Id.random(random), SampleJournal.KEY))
                            .reason())
                    .isEqualTo(Reason.NOT_FOUND);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).hasParentRaw(folder.resolve("00"));
    }

    @Test
    void record_is_in_the_file_when_append_returns() throws Exception {
        try (Journals journals = Journals.open(folder, () -> Long.MAX_VALUE);
                JournalWriter writer =
                        journals.create(SampleJournal.RECORDING, SampleJournal.KEY, SampleJournal.CREATED)) {
            writer.append(RecordType.OPEN, 1, 2, SampleJournal.text(SampleJournal.OPEN));

            assertThat(Files.size(journals.path(SampleJournal.RECORDING))).isEqualTo(writer.bytes());
            SampleJournal.Reading reading = SampleJournal.Reading.of(journals.path(SampleJournal.RECORDING));
            assertThat(reading.records()).hasSize(1);
            assertThat(reading.end().closed()).isFalse();
        }
    }

    @Test
    void one_that_was_cut_off_between_two_records_goes_on_as_if_it_had_not_been() throws Exception {
        UUID characteristic = new UUID(1, 2);
        try (Journals journals = Journals.open(folder, () -> Long.MAX_VALUE)) {
            JournalWriter first = journals.create(SampleJournal.RECORDING, SampleJournal.KEY, SampleJournal.CREATED);
            first.append(RecordType.OPEN, 1, 2, SampleJournal.text(SampleJournal.OPEN));
            first.appendPacket(RecordType.IN, 3, 4, characteristic, new byte[] {5});
            first.close();
            Path file = journals.path(SampleJournal.RECORDING);
            JournalEnd end = SampleJournal.Reading.of(file).end();

            JournalWriter second = journals.resume(SampleJournal.RECORDING, SampleJournal.KEY, end);
            second.appendPacket(RecordType.IN, 6, 7, characteristic, new byte[] {8});
            Recording.Seal seal = second.seal(9, 10, SampleJournal.text(SampleJournal.CLOSE));

            SampleJournal.Reading whole = SampleJournal.Reading.of(file);
            assertThat(whole.records()).extracting(JournalRecord::sequence).containsExactly(0L, 1L, 2L, 3L);
            assertThat(whole.records().get(2).bytes()).containsExactly(8);
            assertThat(whole.end().closed()).isTrue();
            assertThat(seal).isEqualTo(journals.sealOf(SampleJournal.RECORDING));
            assertThat(failure(() -> journals.resume(SampleJournal.RECORDING, SampleJournal.KEY, whole.end()))
                            .reason())
                    .isEqualTo(Reason.CLOSED);
        }
    }

    @Test
    void a_torn_one_does_not_go_on_because_its_last_number_may_have_sealed_something_else() throws Exception {
        try (Journals journals = Journals.open(folder, () -> Long.MAX_VALUE)) {
            JournalWriter writer = journals.create(SampleJournal.RECORDING, SampleJournal.KEY, SampleJournal.CREATED);
            writer.append(RecordType.OPEN, 1, 2, SampleJournal.text(SampleJournal.OPEN));
            writer.close();
            Path file = journals.path(SampleJournal.RECORDING);
            Files.write(file, new byte[] {0, 0, 0}, StandardOpenOption.APPEND);
            JournalEnd torn = SampleJournal.Reading.of(file).end();
            assertThat(failure(() -> journals.resume(SampleJournal.RECORDING, SampleJournal.KEY, torn))
                            .reason())
                    .isEqualTo(Reason.CLOSED);
        }
    }

    @Test
    void seal_is_the_hash_of_the_stored_bytes() {
        try (Journals journals = Journals.open(folder, () -> Long.MAX_VALUE)) {
            JournalWriter writer = journals.create(SampleJournal.RECORDING, SampleJournal.KEY, SampleJournal.CREATED);
            writer.append(RecordType.OPEN, 1, 2, SampleJournal.text(SampleJournal.OPEN));
            Recording.Seal seal = writer.seal(3, 4, SampleJournal.text(SampleJournal.CLOSE));

            assertThat(seal).isEqualTo(journals.sealOf(SampleJournal.RECORDING));
            assertThat(failure(() -> writer.append(RecordType.EVENT, 5, 6, new byte[0]))
                            .reason())
                    .isEqualTo(Reason.CLOSED);
            writer.close();
        }
    }

    @Test
    void first_record_is_open_and_no_other_is() {
        try (Journals journals = Journals.open(folder, () -> Long.MAX_VALUE);
                JournalWriter writer =
                        journals.create(SampleJournal.RECORDING, SampleJournal.KEY, SampleJournal.CREATED)) {
            assertThatIllegalArgumentException().isThrownBy(() -> writer.append(RecordType.IN, 1, 2, new byte[20]));
            writer.append(RecordType.OPEN, 1, 2, new byte[2]);
            assertThatIllegalArgumentException().isThrownBy(() -> writer.append(RecordType.OPEN, 1, 2, new byte[2]));
        }
    }

    @Test
    void long_payloads_and_many_records_come_back() {
        byte[] large = new byte[JournalFormat.MAX_PAYLOAD_BYTES];
        random.nextBytes(large);
        try (Journals journals = Journals.open(folder, () -> Long.MAX_VALUE);
                JournalWriter writer =
                        journals.create(SampleJournal.RECORDING, SampleJournal.KEY, SampleJournal.CREATED)) {
            writer.append(RecordType.OPEN, 1, 2, large);
            for (int i = 0; i < 2_000; i++) {
                writer.appendPacket(RecordType.IN, i, i, SampleJournal.CHARACTERISTIC, new byte[] {(byte) i});
            }
            writer.forceNow();

            SampleJournal.Reading reading = SampleJournal.Reading.of(journals.path(SampleJournal.RECORDING));

            assertThat(reading.records()).hasSize(2_001);
            assertThat(reading.records().get(0).payload()).isEqualTo(large);
            assertThat(reading.records().get(1_900).bytes()).containsExactly((byte) 1_899);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.append(RecordType.EVENT, 1, 2, new byte[large.length + 1]));
        }
    }

    @Test
    void interrupted_thread_goes_on_writing() {
        try (Journals journals = Journals.open(folder, () -> Long.MAX_VALUE);
                JournalWriter writer =
                        journals.create(SampleJournal.RECORDING, SampleJournal.KEY, SampleJournal.CREATED)) {
            writer.append(RecordType.OPEN, 1, 2, new byte[2]);
            Thread.currentThread().interrupt();
            writer.append(RecordType.EVENT, 3, 4, new byte[2]);
            writer.forceNow();
            assertThat(Thread.interrupted()).isTrue();

            assertThat(SampleJournal.Reading.of(journals.path(SampleJournal.RECORDING))
                            .records())
                    .hasSize(2);
        }
    }

    @Test
    @Tag("slow")
    void every_record_that_was_told_survives_kill_9() throws Exception {
        for (int kill = 0; kill < 5; kill++) {
            Path run = folder.resolve("run" + kill);
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            run.toString())
                    .start();
            long told = 0;
            long enough = 1L + random.nextInt(3_000);
            try (BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    told = Long.parseLong(line);
                    if (told == enough) {
                        assertThat(child.toHandle().destroyForcibly()).isTrue();
                    }
                }
            }
            assertThat(child.waitFor()).isEqualTo(137);
            try (Journals journals = Journals.open(run)) {
                SampleJournal.Reading reading = SampleJournal.Reading.of(journals.path(SampleJournal.RECORDING));
                assertThat(reading.end().records()).isGreaterThanOrEqualTo(told);
                assertThat(reading.end().closed()).isFalse();
            }
        }
    }

    /** Appends for ever and says after each record how many there are. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            Journals journals = Journals.open(Path.of(arguments[0]), () -> Long.MAX_VALUE);
            JournalWriter writer = journals.create(SampleJournal.RECORDING, SampleJournal.KEY, SampleJournal.CREATED);
            writer.append(RecordType.OPEN, 1, 2, new byte[2]);
            for (long n = 1; true; n++) {
                System.out.println(n);
                writer.appendPacket(RecordType.IN, n, n, SampleJournal.CHARACTERISTIC, new byte[100]);
            }
        }
    }
}
