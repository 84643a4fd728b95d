package org.plinth.web.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.config.DataFolder;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Database;
import org.plinth.web.store.KeyVault;
import org.plinth.web.testkit.RecordedVisit;

/** A backup is whole and has its name, or there is none. */
@Tag("slow")
class BackupMakerTest {

    @TempDir
    private static Path original;

    private static RecordedVisit visit;

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private DataFolder data;
    private KeyVault keys;
    private Database store;
    private Journals journals;

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

    private BackupMaker maker(UnaryOperator<OutputStream> disk) {
        return new BackupMaker(store, journals, data.journals(), keys, Clock.systemUTC(), new Random(5), disk);
    }

    private BackupMaker.Request request() {
        return new BackupMaker.Request(folder.resolve("b.plinth-backup"), Optional.empty(), false);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** Takes so many bytes and no more, as a disk does. */
    private static final class FullAfter extends FilterOutputStream {

        private long left;

        FullAfter(OutputStream out, long left) {
            super(out);
            this.left = left;
        }

        @Override
        public void write(int one) throws IOException {
            take(1);
            out.write(one);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            take(length);
            out.write(from, offset, length);
        }

        private void take(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    @Test
    void a_full_disk_leaves_nothing_wherever_it_fills_up() throws IOException {
        long whole = maker(out -> out).make(request(), bytes -> {}, () -> false).bytes();
        Files.delete(request().file());
        for (long room : new long[] {0, 50, BackupHeader.BYTES, whole / 3, whole - 1}) {
            BackupFailure failure =
                    catchThrowableOfType(BackupFailure.class, () -> maker(out -> new FullAfter(out, room))
                            .make(request(), bytes -> {}, () -> false));

            assertThat(failure).as("room for " + room + " of " + whole).isNotNull();
            assertThat(failure.fault().key()).isEqualTo("keep.backup.cannot-write");
            assertThat(names()).containsExactly("data");
        }
        assertThat(maker(out -> new FullAfter(out, whole))
                        .make(request(), bytes -> {}, () -> false)
                        .bytes())
                .isEqualTo(whole);
    }

    @Test
    void whoever_stops_waiting_leaves_nothing() throws IOException {
        AtomicInteger asked = new AtomicInteger();

        BackupFailure failure = catchThrowableOfType(BackupFailure.class, () -> maker(out -> out)
                .make(request(), bytes -> {}, () -> asked.incrementAndGet() > 20));

        assertThat(failure.fault().key()).isEqualTo("keep.backup.stopped");
        assertThat(names()).containsExactly("data");
    }

    @Test
    void a_folder_that_is_not_there_or_not_writable_is_named() {
        BackupMaker.Request nowhere =
                new BackupMaker.Request(Path.of("/proc/nowhere/b.plinth-backup"), Optional.empty(), false);

        BackupFailure failure = catchThrowableOfType(
                BackupFailure.class, () -> maker(out -> out).make(nowhere, bytes -> {}, () -> false));

        assertThat(failure.fault().key()).isEqualTo("keep.backup.cannot-write");
        assertThat(failure.fault().values()).contains("/proc/nowhere/b.plinth-backup");
    }

    @Test
    void two_backups_of_the_same_moment_have_nothing_in_common() throws IOException {
        BackupMaker maker = maker(out -> out);
        Path one = maker.make(request(), bytes -> {}, () -> false).file();
        byte[] first = Files.readAllBytes(one);
        Files.delete(one);
        byte[] second = Files.readAllBytes(
                maker.make(request(), bytes -> {}, () -> false).file());

        int same = 0;
        for (int i = BackupHeader.BYTES; i < Math.min(first.length, second.length); i++) {
            same += first[i] == second[i] ? 1 : 0;
        }
        assertThat((double) same / first.length).isLessThan(0.01);
    }

    @Test
    void a_journal_that_no_row_names_goes_along_unless_it_began_after_the_moment() throws IOException {
        Path stranger = data.journals().resolve("00").resolve("0".repeat(31) + "1.plj");
        Files.createDirectories(stranger.getParent());
        Files.writeString(stranger, "not even a journal");
        Files.writeString(stranger.resolveSibling("0".repeat(31) + "1.plj.tail-64"), "torn");
        Files.writeString(stranger.resolveSibling("notes.txt"), "not ours");

        BackupSummary summary =
                maker(out -> out).make(request(), bytes -> {}, () -> false).summary();
        Path restored = folder.resolve("restored");
        Restorer.Restored back = new Restorer(new Random(6))
                .restore(
                        new Restorer.Request(
                                request().file(),
                                restored,
                                Optional.empty(),
                                data.root().resolve("keys/master.key"),
                                Optional.empty()),
                        bytes -> {});

        assertThat(summary.journals()).isEqualTo(4);
        assertThat(back.verified().orphans()).isEqualTo(1);
        assertThat(restored.resolve("journals/00").resolve(stranger.getFileName()))
                .hasContent("not even a journal");
        assertThat(restored.resolve("journals/00/notes.txt")).doesNotExist();
    }
}
