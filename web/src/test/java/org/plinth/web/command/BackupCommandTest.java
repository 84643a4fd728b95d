package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.Composition;
import org.plinth.web.clinic.Recording;
import org.plinth.web.config.AppConfig;
import org.plinth.web.testkit.DatabaseAdministrator;
import org.plinth.web.testkit.RecordedVisit;
import org.plinth.web.text.Texts;

/** {@code backup} and {@code restore} as they are typed: alone, beside a running server, and with everything wrong. */
@Tag("slow")
class BackupCommandTest {

    private static final String PHRASE = "correct horse battery staple";

    @TempDir
    private static Path original;

    private static RecordedVisit visit;

    @TempDir
    private Path folder;

    private Path data;
    private Path file;
    private Path key;

    @BeforeAll
    static void record_a_visit() {
        visit = RecordedVisit.in(original);
    }

    @BeforeEach
    void copy_it() throws IOException {
        data = folder.resolve("data");
        file = folder.resolve("clinic.plinth-backup");
        visit.copyTo(data);
        key = Files.copy(data.resolve("keys/master.key"), folder.resolve("safe.key"));
    }

    private CommandLineRun backup(String... more) {
        return run("backup", data, more);
    }

    private CommandLineRun restore(Path into, String... more) {
        return run("restore", into, more);
    }

    private CommandLineRun run(String command, Path where, String... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of(command, file.toString(), "--data", where.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path phrase(String text) throws IOException {
        return Files.writeString(folder.resolve("phrase"), text + "\n");
    }

    private Composition serve() throws IOException {
        AppConfig config = AppConfig.read(Map.of("data", data.toString(), "port", "0"), Map.of(), data);
        Composition server = Composition.open(config, Texts.bundled(), Clock.systemUTC(), false);
        server.serve();
        return server;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void assertWhole(Path restored, String... more) {
        CommandLineRun recompute =
                CommandLineRun.of(Stream.concat(Stream.of("recompute", "--data", restored.toString()), Stream.of(more))
                        .toArray(String[]::new));
        CommandLineRun verify =
                CommandLineRun.of(Stream.concat(Stream.of("verify", "--data", restored.toString()), Stream.of(more))
                        .toArray(String[]::new));
        assertThat(recompute.code()).as(recompute.out() + recompute.err()).isZero();
        assertThat(recompute.out()).contains("1 visits, 1 tests, 2 recordings, 6 efforts", "bit for bit");
        assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
        assertThat(verify.out()).contains("unbroken", "2 recordings checked, 0 with a fault");
    }

    @Test
    void what_is_restored_recomputes_bit_for_bit_and_its_chain_holds() throws IOException {
        CommandLineRun made = backup();
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(names(folder)).doesNotContain("clinic.plinth-backup.part");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes)
                .startsWith("PLINTHBK")
                .doesNotContain("patient_version")
                .doesNotContain("sample");

        Path restored = folder.resolve("restored");
        CommandLineRun back = restore(restored, "--key-file", key.toString());

        assertThat(back.code()).as(back.err()).isZero();
        assertThat(back.out()).contains("2 journals");
        assertThat(names(restored)).containsExactly("journals", "plinth.lock", "plinth.mv.db");
        assertWhole(restored, "--key-file", key.toString());
        assertThat(hashOf(made)).hasSize(64).isEqualTo(hashOf(back));
    }

    @Test
    void a_newer_list_of_the_erased_is_kept_beside_that_of_the_backup_and_is_asked_for_where_there_is_none()
            throws IOException {
        String before = nobody("a");
        String since = nobody("b");
        Files.writeString(data.resolve("erasures.list"), before);
        assertThat(backup().code()).isZero();
        Path restored = Files.createDirectories(folder.resolve("restored"));
        Files.writeString(restored.resolve("erasures.list"), before + since);

        CommandLineRun back = restore(restored, "--key-file", key.toString());

        assertThat(back.code()).as(back.err()).isZero();
        assertThat(back.out() + back.err()).doesNotContain("erase these people again");
        assertThat(Files.readString(restored.resolve("erasures.list"))).isEqualTo(before + since);

        CommandLineRun without = restore(folder.resolve("other"), "--key-file", key.toString());
        assertThat(without.out() + without.err()).contains("erasures.list", "erase these people again");
        assertThat(Files.readString(folder.resolve("other/erasures.list"))).isEqualTo(before);
    }

    /** A line of the list about somebody whom no database knows. */
    private static String nobody(String digit) {
        return digit.repeat(32) + " " + digit.repeat(32) + " CONSENT_WITHDRAWN numbers-go\n";
    }

    private static String hashOf(CommandLineRun run) {
        return run.out().replaceAll("(?s).*with ([0-9a-f]{64}).*", "$1");
    }

    @Test
    void beside_a_server_it_is_made_in_the_server_which_goes_on() throws IOException {
        try (Composition server = serve()) {
            CommandLineRun made = backup();

            assertThat(made.code()).as(made.err()).isZero();
            assertThat(server.store()).isNotNull();
            assertThat(backup().code()).as("the file is there already").isEqualTo(1);
        }
        Path restored = folder.resolve("restored");
        assertThat(restore(restored, "--key-file", key.toString()).code()).isZero();
        assertWhole(restored, "--key-file", key.toString());
    }

    @Test
    void with_a_passphrase_and_the_key_in_it_nothing_else_is_needed() throws IOException {
        Path phrase = phrase(PHRASE);
        CommandLineRun made = backup("--passphrase-file", phrase.toString(), "--with-key");
        assertThat(made.code()).as(made.err()).isZero();
        Path restored = folder.resolve("restored");

        assertThat(restore(restored).err()).contains("passphrase");
        assertThat(restored).doesNotExist();
        CommandLineRun back = restore(restored, "--passphrase-file", phrase.toString());

        assertThat(back.code()).as(back.err()).isZero();
        assertThat(restored.resolve("keys/master.key")).hasSameBinaryContentAs(key);
        assertThat(Files.getPosixFilePermissions(restored.resolve("keys/master.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertWhole(restored);
    }

    @Test
    void with_a_passphrase_alone_the_key_file_is_still_needed() throws IOException {
        Path phrase = phrase(PHRASE);
        assertThat(backup("--passphrase-file", phrase.toString()).code()).isZero();
        Path restored = folder.resolve("restored");

        CommandLineRun without = restore(restored, "--passphrase-file", phrase.toString());
        assertThat(without.code()).isEqualTo(1);
        assertThat(without.err()).contains("--key-file");
        assertThat(restored).doesNotExist();

        assertThat(restore(restored, "--passphrase-file", phrase.toString(), "--key-file", key.toString())
                        .code())
                .isZero();
    }

    @Test
    void another_key_or_passphrase_is_refused_and_nothing_is_made() throws IOException {
        assertThat(backup().code()).isZero();
        Path other = Files.writeString(folder.resolve("other.key"), "plinth-master-key-1 " + "7".repeat(64) + "\n");
        Path restored = folder.resolve("restored");

        CommandLineRun wrong = restore(restored, "--key-file", other.toString());
        CommandLineRun none = restore(restored);

        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("another master key");
        assertThat(none.err()).contains("--key-file");
        assertThat(restored).doesNotExist();
    }

    @Test
    void a_damaged_or_cut_backup_is_refused_and_the_folder_is_left_as_it_was() throws IOException {
        assertThat(backup().code()).isZero();
        byte[] whole = Files.readAllBytes(file);
        Path restored = Files.createDirectory(folder.resolve("restored"));
        Files.writeString(restored.resolve("plinth.properties"), "port=9000\n");

        byte[] flipped = whole.clone();
        flipped[whole.length - 100] ^= 8;
        Files.write(file, flipped);
        CommandLineRun damaged = restore(restored, "--key-file", key.toString());
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
        CommandLineRun cut = restore(restored, "--key-file", key.toString());

        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.err()).contains("Chunk");
        assertThat(cut.code()).isEqualTo(1);
        assertThat(cut.err()).contains("cut off");
        assertThat(names(restored)).containsExactly("plinth.lock", "plinth.properties");
        Files.write(file, whole);
        assertThat(restore(restored, "--key-file", key.toString()).code()).isZero();
    }

    @Test
    void restore_wants_an_empty_folder() throws IOException {
        assertThat(backup().code()).isZero();
        List<String> before = names(data);

        CommandLineRun refused = restore(data, "--key-file", key.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("not empty");
        assertThat(names(data)).isEqualTo(before);
    }

    @Test
    void a_journal_that_was_damaged_before_is_told_at_both_ends() throws IOException {
        Recording recording = visit.sheet().left().recordings().get(0);
        String id = recording.id().toString();
        Path journal = data.resolve("journals").resolve(id.substring(0, 2)).resolve(id + ".plj");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 4;
        Files.write(journal, bytes);

        CommandLineRun made = backup();
        CommandLineRun back = restore(folder.resolve("restored"), "--key-file", key.toString());

        assertThat(made.code()).isEqualTo(1);
        assertThat(made.err()).contains("1 sealed journals");
        assertThat(back.code()).isEqualTo(1);
        assertThat(back.err()).contains("1 journals were missing or damaged already");
        assertThat(folder.resolve("restored/plinth.mv.db")).exists();
    }

    @Test
    void a_chain_that_was_broken_before_is_told_and_everything_comes_back() {
        new DatabaseAdministrator(data).run("UPDATE audit_event SET reason = 'x' WHERE seq = 3");
        assertThat(backup().code()).isZero();

        CommandLineRun back = restore(folder.resolve("restored"), "--key-file", key.toString());

        assertThat(back.code()).isEqualTo(1);
        assertThat(back.err()).contains("broken at row 3");
    }

    @Test
    void a_restore_that_was_cut_off_does_not_serve_and_can_be_done_again() throws IOException {
        assertThat(backup().code()).isZero();
        Path restored = folder.resolve("restored");
        Files.createDirectories(restored.resolve(".restoring/journals/00"));

        CommandLineRun refused =
                CommandLineRun.of("serve", "--port", "0", "--data", restored.toString(), "--key-file", key.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("cut off");

        CommandLineRun back = restore(restored, "--key-file", key.toString());
        assertThat(back.code()).as(back.err()).isZero();
        assertThat(names(restored)).doesNotContain(".restoring");
    }

    @Test
    void wrong_use_is_2() throws IOException {
        Path phrase = phrase(PHRASE);
        assertThat(CommandLineRun.of("backup", "--data", data.toString()).code())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("restore", "--data", data.toString()).code())
                .isEqualTo(2);
        assertThat(backup("--with-key").code()).isEqualTo(2);
        assertThat(backup("--passphrase-file", phrase.toString(), "--nonsense").code())
                .isEqualTo(2);
        assertThat(file).doesNotExist();
        phrase("short");
        assertThat(backup("--passphrase-file", phrase.toString()).err()).contains("too short");
        assertThat(file).doesNotExist();
    }
}
