package org.plinth.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderSinkTest {

    private static final ExportRun RUN = new ExportRun(
            "raw", "0".repeat(32), "AUDIT", Map.of("from", "2026"), "1.0.0", Instant.parse("2026-08-06T12:00:00Z"), 7);

    @TempDir
    private Path root;

    private final AtomicLong free = new AtomicLong(FolderSink.LEAST_FREE * 10);

    private Path folder() {
        return root.resolve("out");
    }

    private FolderSink open(boolean goesOn) throws IOException {
        return FolderSink.open(folder(), RUN, before -> goesOn && before.equals(RUN), free::get);
    }

    @Test
    void files_are_there_whole_private_and_with_checksums_that_hold() throws Exception {
        try (FolderSink sink = open(true)) {
            sink.text("a.csv", "one");
            sink.text("deep/b.csv", "two");
            sink.finish();
        }

        assertThat(Files.readString(folder().resolve("SHA256SUMS")))
                .isEqualTo(
                        """
                        7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  a.csv
                        3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  deep/b.csv
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("deep/b.csv"))))
                .isEqualTo("rw-------");
        assertThat(ExportKit.files(folder()).keySet())
                .containsExactly(FolderRecord.NAME, "SHA256SUMS", "a.csv", "deep/b.csv");
    }

    @Test
    void a_disk_that_fills_in_the_middle_leaves_no_half_file_and_what_was_whole_stays() throws IOException {
        try (FolderSink sink = open(true)) {
            sink.text("a.csv", "one");
            assertThatIOException()
                    .isThrownBy(() -> sink.file("b.csv", out -> {
                        out.write(new byte[100]);
                        throw new IOException("No space left on device");
                    }))
                    .withMessage("No space left on device");
        }
        assertThat(ExportKit.files(folder()).keySet()).containsExactly(FolderRecord.NAME, "a.csv");

        try (FolderSink again = open(true)) {
            assertThat(again.has("a.csv")).isTrue();
            assertThat(again.has("b.csv")).isFalse();
            assertThat(again.beganAnew()).isFalse();
        }
    }

    @Test
    void too_little_room_stops_it_before_a_file_and_in_the_middle_of_one() throws IOException {
        try (FolderSink sink = open(true)) {
            assertThatThrownBy(() -> sink.file("large", out -> {
                        free.set(FolderSink.LEAST_FREE - 1);
                        for (int i = 0; i < 100; i++) {
                            out.write(new byte[1 << 20]);
                        }
                    }))
                    .isInstanceOfSatisfying(ExportRefused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(ExportRefused.Reason.NO_ROOM));
            assertThatThrownBy(() -> sink.text("small", "x")).isInstanceOf(ExportRefused.class);
        }
        assertThat(ExportKit.files(folder()).keySet()).containsExactly(FolderRecord.NAME);
    }

    @Test
    void a_file_that_was_changed_since_is_made_again() throws IOException {
        try (FolderSink sink = open(true)) {
            sink.text("a.csv", "one");
            sink.text("b.csv", "two");
        }
        Files.writeString(folder().resolve("a.csv"), "oNe");
        Files.writeString(folder().resolve("c.csv.part"), "half");

        try (FolderSink again = open(true)) {
            again.text("a.csv", "one");
            again.text("b.csv", "never written");
            assertThat(again.kept()).isEqualTo(1);
        }
        assertThat(Files.readString(folder().resolve("a.csv"))).isEqualTo("one");
        assertThat(Files.readString(folder().resolve("b.csv"))).isEqualTo("two");
    }

    @Test
    void a_record_that_was_cut_off_while_it_was_written_is_read_up_to_there() throws IOException {
        try (FolderSink sink = open(true)) {
            sink.text("a.csv", "one");
            sink.text("b.csv", "two");
        }
        Path record = folder().resolve(FolderRecord.NAME);
        String text = Files.readString(record);
        Files.writeString(record, text.substring(0, text.length() - 4));

        assertThatThrownBy(() -> open(true)).isInstanceOf(ExportRefused.class);
        Files.delete(folder().resolve("b.csv"));
        try (FolderSink again = open(true)) {
            assertThat(again.has("a.csv")).isTrue();
            assertThat(again.has("b.csv")).isFalse();
            again.text("b.csv", "two");
        }
        try (FolderSink third = open(true)) {
            assertThat(third.has("b.csv")).isTrue();
        }
    }

    @Test
    void other_data_begin_anew_and_nothing_of_the_old_stays() throws IOException {
        try (FolderSink sink = open(true)) {
            sink.text("old.csv", "one");
        }
        try (FolderSink sink = open(false)) {
            assertThat(sink.beganAnew()).isTrue();
            sink.text("new.csv", "two");
        }
        assertThat(ExportKit.files(folder()).keySet()).containsExactly(FolderRecord.NAME, "new.csv");
    }

    @Test
    void a_folder_with_something_else_is_refused_and_left_as_it_is() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("thesis.doc"), "years of work");

        assertThatThrownBy(() -> open(true))
                .isInstanceOfSatisfying(ExportRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(ExportRefused.Reason.HOLDS_OTHER));
        assertThat(ExportKit.files(folder()).keySet()).containsExactly("thesis.doc");
    }

    @Test
    void two_at_once_in_one_folder_are_one_too_many() throws IOException {
        try (FolderSink first = open(true)) {
            assertThatThrownBy(() -> open(true))
                    .isInstanceOfSatisfying(ExportRefused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(ExportRefused.Reason.IN_USE));
            first.text("a.csv", "one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "/etc/a", "a/../b", ".hidden", "a b", "", "a//b", "ä", "x.part"})
    void a_name_that_could_lead_elsewhere_is_never_written(String name) throws IOException {
        try (FolderSink sink = open(true)) {
            assertThatThrownBy(() -> sink.text(name, "x")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ExportKit.files(root).keySet()).containsExactly("out/" + FolderRecord.NAME);
    }

    @Test
    void a_run_reads_back_as_it_was_written() {
        assertThat(ExportRun.parse(RUN.line())).contains(RUN);
        assertThat(ExportRun.parse("nonsense")).isEmpty();
        assertThat(ExportRun.parse("{\"format\":2}")).isEmpty();
    }
}
