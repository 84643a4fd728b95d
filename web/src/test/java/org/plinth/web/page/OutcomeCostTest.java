package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** What the outcomes of a thousand closed episodes with three tests each cost: the first page, and the next from what is kept. */
@Tag("soak")
class OutcomeCostTest {

    private static final int EPISODES = 1000;

    @Test
    void a_thousand_closed_episodes_are_counted() throws Exception {
        try (ClinicServer server = ClinicServer.withPages()) {
            ClinicServer.Sample sample = server.addClinic("a");
            OutcomeKit kit = new OutcomeKit(
                    server.store(),
                    sample.clinic().id(),
                    sample.accounts().get(Role.CLINICIAN).id(),
                    Optional.of(server.addCalibratedSensor(sample, "S-1")),
                    server.clock().instant());
            for (int i = 0; i < EPISODES; i++) {
                kit.closed(Involvement.LEFT, 70, new int[] {0, 30, 60}, 150 + i % 31, 160 + i % 37, 170 + i % 41);
            }
            Browser auditor = server.as(Role.AUDITOR, "a");
            long first = millis(auditor);
            long next = millis(auditor);
            Files.createDirectories(Path.of("target"));
            Files.writeString(
                    Path.of("target", "outcome-cost.txt"),
                    EPISODES + " episodes: " + first + " ms, then " + next + " ms\n");
        }
    }

    private static long millis(Browser auditor) {
        long start = System.nanoTime();
        assertThat(auditor.page("/outcomes").text()).contains(EPISODES + " closed episodes are counted.");
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
