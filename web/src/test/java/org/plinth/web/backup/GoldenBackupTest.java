package org.plinth.web.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.clinic.Patient;
import org.plinth.web.config.DataFolder;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Database;
import org.plinth.web.store.KeyVault;
import org.plinth.web.testkit.RecordedVisit;

/**
 * A backup that the first version of the format wrote, kept for ever: every later Plinth brings it back. {@link #main} wrote
 * it, once; the key beside it is made up for it.
 */
@Tag("slow")
class GoldenBackupTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/backup");
    private static final Path FILE = GOLDEN.resolve("v1.plinth-backup");
    private static final Path KEY = GOLDEN.resolve("v1.key");

    @TempDir
    private Path folder;

    private Restorer.Restored restore() {
        return new Restorer(new Random(1))
                .restore(
                        new Restorer.Request(FILE, folder.resolve("data"), Optional.empty(), KEY, Optional.empty()),
                        bytes -> {});
    }

    @Test
    void the_first_format_comes_back_whole_under_the_newest_schema() {
        Restorer.Restored restored = restore();

        assertThat(restored.summary().journals()).isEqualTo(2);
        assertThat(restored.summary().faults()).isZero();
        assertThat(restored.summary().allRows()).isEqualTo(GoldenFigures.ROWS);
        assertThat(restored.summary().head().seq()).isEqualTo(GoldenFigures.AUDIT_ROWS);
        assertThat(restored.summary().head().hash()).isEqualTo(GoldenFigures.AUDIT_HASH);
        assertThat(restored.verified().holds()).isTrue();
        assertThat(restored.verified().recordings()).isEqualTo(2);
        try (DataFolder data = DataFolder.open(folder.resolve("data"));
                Database store = Database.open(data, Optional.empty(), KeyVault.open(KEY, new Random(1)))) {
            Optional<Patient> found = store.read(s -> s.clinics().all().stream()
                    .flatMap(clinic -> s.patients().search(clinic.id(), "", 9).stream())
                    .findFirst());
            assertThat(found).isPresent();
        }
    }

    /** Byte for byte as docs/data-format.md says, read without the product's own reader. */
    @Test
    void its_header_is_as_the_format_says() throws Exception {
        ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(FILE));
        byte[] magic = new byte[8];
        header.get(magic);

        assertThat(new String(magic, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("PLINTHBK");
        assertThat(header.getShort()).isEqualTo((short) 1);
        assertThat(header.get()).as("sealed with the master key").isEqualTo((byte) 1);
        assertThat(header.get()).isZero();
        assertThat(header.getLong()).as("no passphrase, no cost").isZero();
        assertThat(header.getInt()).isZero();
        assertThat(header.getInt()).isEqualTo(262_144);
        assertThat(Instant.ofEpochMilli(header.getLong())).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void a_newer_format_is_refused_in_a_sentence() throws Exception {
        byte[] newer = Arrays.copyOf(Files.readAllBytes(FILE), 500);
        newer[9] = 9;

        BackupFailure failure = catchThrowableOfType(
                BackupFailure.class,
                () -> new SealedInput(new ByteArrayInputStream(newer), source -> new BackupSecret.Passphrase("x")));

        assertThat(failure.fault().key()).isEqualTo("keep.backup.newer");
        assertThat(failure.fault().values()).containsExactly("9", "1");
    }

    /** Wrote the golden file. */
    public static void main(String[] arguments) throws Exception {
        Path at = Files.createTempDirectory("plinth-golden");
        RecordedVisit.in(at);
        KeyVault keys = KeyVault.open(at.resolve("keys/master.key"), new Random());
        try (DataFolder data = DataFolder.open(at);
                Database store = Database.open(data, Optional.empty(), keys);
                Journals journals = Journals.open(data.journals())) {
            BackupMaker.Made made = new BackupMaker(
                            store, journals, data.journals(), keys, Clock.systemUTC(), new java.security.SecureRandom())
                    .make(
                            new BackupMaker.Request(Path.of(arguments[0]), Optional.empty(), false),
                            bytes -> {},
                            () -> false);
            Files.copy(at.resolve("keys/master.key"), Path.of(arguments[1]));
            System.out.println(made.summary().allRows() + " " + made.summary().head());
        }
    }
}
