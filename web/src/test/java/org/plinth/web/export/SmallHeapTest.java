package org.plinth.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.sample.SampleClinic;
import org.plinth.web.store.Passwords;
import org.plinth.web.testkit.ChildJvm;
import org.plinth.web.testkit.VisitFloorKit;

/** The whole sample clinic as raw export, in a heap of 256 MiB: every recording is there, in every form. */
@Tag("soak")
class SmallHeapTest {

    @TempDir
    private Path root;

    @Test
    void the_sample_clinic_leaves_whole_through_256_mebibytes() throws Exception {
        Path data = root.resolve("data");
        long recordings;
        try (VisitFloorKit kit = VisitFloorKit.open(data)) {
            Clinic clinic = new SampleClinic(
                            kit.database(),
                            kit.journals(),
                            PositionCatalogue.bundled(),
                            new Passwords(),
                            Clock.systemUTC())
                    .make((done, of) -> {});
            recordings = kit.database().read(stores -> stores.raw().count(clinic.id()));
        }

        Process child = ChildJvm.of(
                        RawExportChild.class,
                        data.toString(),
                        root.resolve("out").toString())
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        System.out.println("raw export of " + recordings + " recordings: " + said.strip());

        assertThat(Files.readAllLines(root.resolve("out/recordings.ndjson"))).hasSize((int) recordings);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement ask = duck.createStatement();
                ResultSet row = ask.executeQuery("SELECT (SELECT COUNT(DISTINCT recording) FROM '"
                        + root.resolve("out/curves.parquet") + "'), (SELECT COUNT(*) FROM '"
                        + root.resolve("out/curves.parquet") + "'), (SELECT SUM(samples_received) FROM '"
                        + root.resolve("out/recordings.parquet") + "')")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isEqualTo(recordings);
            assertThat(row.getLong(2)).isEqualTo(row.getLong(3)).isPositive();
            System.out.println(row.getLong(2) + " samples, curves.parquet "
                    + Files.size(root.resolve("out/curves.parquet")) + " bytes");
        }
    }
}
