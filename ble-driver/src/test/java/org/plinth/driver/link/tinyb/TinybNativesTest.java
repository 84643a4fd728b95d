package org.plinth.driver.link.tinyb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinybNativesTest {

    @Test
    void there_are_libraries_for_intel_and_32_bit_arm_on_linux_and_for_nothing_else() {
        assertThat(TinybNatives.folderInJar("Linux", "amd64")).contains("native/linux/x86_64");
        assertThat(TinybNatives.folderInJar("Linux", "i386")).contains("native/linux/x86_32");
        assertThat(TinybNatives.folderInJar("Linux", "arm")).contains("native/arm/armv6");
        assertThat(TinybNatives.folderInJar("Linux", "aarch64")).isEmpty();
        assertThat(TinybNatives.folderInJar("Mac OS X", "x86_64")).isEmpty();
        assertThat(TinybNatives.folderInJar("Windows 11", "amd64")).isEmpty();
    }

    /** Where the tests of Bluetooth run, tinyb runs. */
    @Test
    @Tag("bluetooth")
    void they_are_unpacked_into_a_folder_that_is_removed() {
        TinybNatives natives = TinybNatives.extract();
        assertThat(natives.folder()).isDirectoryContaining("glob:**/libtinyb.so");
        assertThat(natives.folder()).isDirectoryContaining("glob:**/libjavatinyb.so");
        natives.close();
        assertThat(Files.exists(natives.folder())).isFalse();
    }

    @Test
    void what_a_killed_process_left_is_cleared_and_nothing_else(@TempDir Path temporary) throws IOException {
        Path left = folder(temporary, "plinth-tinyb-999999999-1");
        Path used = folder(temporary, "plinth-tinyb-" + ProcessHandle.current().pid() + "-1");
        Path another = folder(temporary, "plinth-tinyb-notes");

        TinybNatives.clearWhatIsLeft(temporary);

        assertThat(left).doesNotExist();
        assertThat(used).isNotEmptyDirectory();
        assertThat(another).isNotEmptyDirectory();
    }

    private static Path folder(Path temporary, String name) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.createFile(folder.resolve("libtinyb.so"));
        return folder;
    }
}
