package org.plinth.web.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.config.StartRefused.Fault;

class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void folder_is_made_private() throws Exception {
        Path root = parent.resolve("a/b");

        try (DataFolder folder = DataFolder.open(root)) {
            assertThat(folder.root()).isEqualTo(root);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void folder_can_be_had_again_after_it_was_let_go() {
        DataFolder.open(parent).close();
        DataFolder.open(parent).close();
    }

    @Test
    void second_holder_in_one_process_is_refused() {
        String self = Long.toString(ProcessHandle.current().pid());
        try (DataFolder folder = DataFolder.open(parent)) {
            assertThat(refusal())
                    .isEqualTo(
                            Fault.of("store.data-folder-in-use", folder.root().toString(), self));
        }
    }

    @Test
    @Tag("slow")
    void another_process_is_named_and_its_lock_goes_with_it() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        parent.toString())
                .start();
        try (BufferedReader lines = other.inputReader(StandardCharsets.US_ASCII)) {
            assertThat(lines.readLine()).isEqualTo("held");

            assertThat(refusal())
                    .isEqualTo(Fault.of("store.data-folder-in-use", parent.toString(), Long.toString(other.pid())));

            other.destroyForcibly();
            assertThat(other.waitFor()).isEqualTo(137);
        }
        DataFolder.open(parent).close();
    }

    @Test
    void file_in_the_place_of_the_folder_is_refused() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));

        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> DataFolder.open(file));

        assertThat(refused.faults()).containsExactly(Fault.of("store.data-folder-unusable", file.toString()));
    }

    private Fault refusal() {
        return catchThrowableOfType(StartRefused.class, () -> DataFolder.open(parent))
                .faults()
                .get(0);
    }

    /** Holds a data folder until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (DataFolder folder = DataFolder.open(Path.of(arguments[0]))) {
                System.out.println("held");
                System.in.read();
                System.out.println(folder.root());
            }
        }
    }
}
