package org.plinth.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Threads and open files of this process at one moment: what a connection must not leave behind.
 *
 * @param threads that live
 * @param openFiles file descriptors, pipes and sockets included; 0 where the system does not tell
 */
public record Leftovers(int threads, long openFiles) {

    /** The virtual machine opens some of its own. */
    private static final int OF_OTHERS = 4;

    /** Now. */
    public static Leftovers now() {
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
        return new Leftovers(ManagementFactory.getThreadMXBean().getThreadCount(), files);
    }

    /** Fails if there are more now. */
    public void assertNoMore() {
        Leftovers now = now();
        assertThat(now.threads).as("threads").isLessThanOrEqualTo(threads + OF_OTHERS);
        assertThat(now.openFiles).as("open files").isLessThanOrEqualTo(openFiles + OF_OTHERS);
    }
}
