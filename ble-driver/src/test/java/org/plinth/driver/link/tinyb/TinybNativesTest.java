package org.plinth.driver.link.tinyb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
}
