package org.plinth.web.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.clinic.Recording;
import org.plinth.web.config.DataFolder;
import org.plinth.web.config.StartRefused.Fault;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Database;
import org.plinth.web.store.KeyVault;
import org.plinth.web.testkit.RecordedVisit;

/** Each night a backup that was brought back once; what goes wrong is known to the next start. */
@Tag("slow")
class NightlyBackupTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    private static Path original;

    private static RecordedVisit visit;

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Hands hands = new Hands(Instant.parse("2026-03-05T20:00:00Z"));
    private UnaryOperator<OutputStream> disk = out -> out;
    private DataFolder data;
    private KeyVault keys;
    private Database store;
    private Journals journals;

    /** A clock that is set by hand. */
    private static final class Hands extends Clock {

        private Instant now;

        Hands(Instant now) {
            this.now = now;
        }

        void set(String to) {
            now = Instant.parse(to);
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return BERLIN;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeAll
    static void record_a_visit() {
        visit = RecordedVisit.in(original);
    }

    @BeforeEach
    void open_it() {
        visit.copyTo(folder.resolve("data"));
        data = DataFolder.open(folder.resolve("data"));
        keys = KeyVault.open(data.root().resolve("keys/master.key"), new Random(1));
        store = Database.open(data, Optional.empty(), keys);
        journals = Journals.open(data.journals());
        open.addAll(List.of(journals, store, data));
    }

    @AfterEach
    void close_it() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private Path target() {
        return folder.resolve("backups");
    }

    private NightlyBackup nightly(int keep) {
        BackupMaker maker =
                new BackupMaker(store, journals, data.journals(), keys, hands, new Random(5), out -> disk.apply(out));
        return new NightlyBackup(maker, keys, new BackupPlan(target(), 2, keep), news(), hands);
    }

    private BackupNews news() {
        return new BackupNews(data.root());
    }

    private List<String> names() throws IOException {
        if (Files.notExists(target())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(target())) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void one_is_made_at_its_hour_and_no_second_one_until_the_next_night() throws IOException {
        try (NightlyBackup nightly = nightly(9)) {
            nightly.look();
            assertThat(names())
                    .as("none for the night before, so at once")
                    .containsExactly("plinth-20260305-200000.plinth-backup");
            hands.set("2026-03-06T00:59:00Z");
            nightly.look();
            assertThat(names()).hasSize(1);
            hands.set("2026-03-06T01:00:00Z");
            nightly.look();
            nightly.look();
            assertThat(names()).as("two o'clock in Berlin").hasSize(2);
            hands.pass(Duration.ofHours(20));
            nightly.look();
            assertThat(names()).hasSize(2);
        }
        assertThat(news().state().failure()).isEmpty();
        assertThat(news().state().proved()).contains(Instant.parse("2026-03-06T01:00:00Z"));
        assertThat(news().state().name()).contains("plinth-20260306-010000.plinth-backup");
    }

    @Test
    void old_ones_go_when_a_newer_one_was_proved_and_nothing_else_does() throws IOException {
        Files.createDirectories(target());
        Files.writeString(target().resolve("notes.txt"), "mine");
        Files.writeString(target().resolve("plinth-by-hand.plinth-backup"), "mine");
        try (NightlyBackup nightly = nightly(2)) {
            for (int night = 0; night < 4; night++) {
                nightly.look();
                hands.pass(Duration.ofDays(1));
            }
        }
        assertThat(names())
                .containsExactly(
                        "notes.txt",
                        "plinth-20260307-200000.plinth-backup",
                        "plinth-20260308-200000.plinth-backup",
                        "plinth-by-hand.plinth-backup");
    }

    @Test
    void a_full_disk_is_known_to_the_next_start_removes_nothing_and_is_tried_again_after_an_hour() throws IOException {
        try (NightlyBackup nightly = nightly(1)) {
            nightly.look();
            hands.pass(Duration.ofDays(1));
            disk = out -> {
                throw new java.io.UncheckedIOException(new IOException("No space left on device"));
            };
            nightly.look();
        }
        assertThat(names()).containsExactly("plinth-20260305-200000.plinth-backup");
        assertThat(news().state().failure()).map(Fault::key).contains("keep.backup.cannot-write");
        assertThat(news().state().proved()).contains(Instant.parse("2026-03-05T20:00:00Z"));

        disk = out -> out;
        try (NightlyBackup nightly = nightly(1)) {
            hands.pass(Duration.ofMinutes(59));
            nightly.look();
            assertThat(names()).containsExactly("plinth-20260305-200000.plinth-backup");
            hands.pass(Duration.ofMinutes(2));
            nightly.look();
        }
        assertThat(names()).containsExactly("plinth-20260306-210100.plinth-backup");
        assertThat(news().state().failure()).isEmpty();
    }

    @Test
    void what_the_disk_changes_on_the_way_is_found_by_the_drill() throws IOException {
        disk = out -> new java.io.FilterOutputStream(out) {
            private long at;

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                byte[] some = java.util.Arrays.copyOfRange(from, offset, offset + length);
                if (at < 20_000 && at + length >= 20_000) {
                    some[(int) (20_000 - at - 1)] ^= 1;
                }
                at += length;
                out.write(some);
            }
        };
        try (NightlyBackup nightly = nightly(1)) {
            nightly.look();
        }
        assertThat(news().state().failure()).map(Fault::key).contains("keep.backup.damaged");
        assertThat(news().state().proved()).isEmpty();
        assertThat(target().resolve(".drill")).doesNotExist();
    }

    @Test
    void a_journal_that_is_no_more_as_it_was_sealed_is_told_and_the_backup_counts() throws IOException {
        Recording recording = visit.sheet().left().recordings().get(0);
        Files.delete(journals.path(recording.id()));
        try (NightlyBackup nightly = nightly(1)) {
            nightly.look();
        }
        assertThat(news().state().failure()).contains(Fault.of("keep.backup.faults", "1"));
        assertThat(news().state().proved()).isPresent();
    }

    @Test
    void a_clock_that_was_set_back_does_not_stop_backups() throws IOException {
        try (NightlyBackup nightly = nightly(2)) {
            nightly.look();
            hands.set("2031-01-01T12:00:00Z");
            nightly.look();
            hands.set("2026-03-05T22:00:00Z");
            nightly.look();
        }
        assertThat(names())
                .containsExactly("plinth-20260305-220000.plinth-backup", "plinth-20310101-120000.plinth-backup");
    }
}
