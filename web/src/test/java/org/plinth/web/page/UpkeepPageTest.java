package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** How backups and space stand, as the owner reads it; and what the counters say of the same. */
@Tag("slow")
class UpkeepPageTest {

    @Test
    void what_is_wrong_stands_first_in_sentences_and_is_for_the_owner_alone() throws IOException {
        try (ClinicServer server = ClinicServer.withPages()) {
            server.addClinic("a");
            Browser owner = server.as(Role.OWNER, "a");

            assertThat(owner.page("/upkeep").text())
                    .contains("No backup is made at night", "The key file lies in the data folder", "none yet");
            assertThat(server.as(Role.CLINICIAN, "a").page("/upkeep").status()).isEqualTo(403);
            assertThat(server.browser().get("/metrics").text())
                    .contains("plinth_backup_failed 0\n")
                    .doesNotContain("plinth_backup_age_seconds");
            Files.writeString(
                    server.data().resolve("backup-state.json"),
                    """
                    {"tried":"2026-08-06T08:00:00Z","proved":"2026-08-01T01:00:00Z","name":"old.plinth-backup",
                     "failure":{"key":"keep.backup.truncated","values":["3"]}}""");
            server.restart();

            String page = server.as(Role.OWNER, "a").page("/upkeep").text();
            String counters = server.browser().get("/metrics").text();

            assertThat(page).contains("The last backup: The backup is cut off in chunk 3", "old.plinth-backup");
            assertThat(counters).contains("plinth_backup_failed 1\n", "plinth_backup_age_seconds 460800\n");
        }
    }

    @Test
    void counters_follow_what_happens() {
        try (ClinicServer server = ClinicServer.withPages()) {
            server.addClinic("a");
            server.as(Role.CLINICIAN, "a").page("/worklist");

            assertThat(server.browser().get("/metrics").text().lines())
                    .contains(
                            "plinth_live_sockets 0",
                            "plinth_recordings_in_progress 0",
                            "plinth_packets_received_total 0",
                            "plinth_journal_unforced_bytes 0",
                            "plinth_database_waiting 0",
                            "plinth_http_requests_total{method=\"GET\",route=\"/worklist\",status=\"200\"} 1")
                    .anyMatch(line -> line.matches("plinth_audit_rows_total [1-9][0-9]*"))
                    .anyMatch(line -> line.matches("plinth_disk_free_bytes [1-9][0-9.E]*"));
        }
    }
}
