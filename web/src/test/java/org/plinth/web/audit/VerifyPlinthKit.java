package org.plinth.web.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.hash.Sha256;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditFilter;

/** An export with journals, checkpoints and the rows of another clinic, and the stand-alone verifier to hold against it. */
abstract class VerifyPlinthKit {

    static final Id<Clinic> OTHER = Id.random(new SecureRandom());

    @TempDir
    static Path classes;

    static StandAlone verifier;

    @TempDir
    Path root;

    AuditGround ground;
    Journals journals;
    Id<Recording> recording;
    Path zip;
    Path folder;

    @BeforeAll
    static void compile() {
        verifier = new StandAlone(classes);
    }

    @BeforeEach
    void a_chain_with_journals_checkpoints_and_rows_of_another_clinic() throws IOException {
        ground = new AuditGround(root);
        journals = Journals.open(ground.data.resolve("journals"));
        zip = root.resolve("export.zip");
        folder = root.resolve("export");
        ground.rows(12);
        ground.checkpoints().write();
        note(OTHER, "record.open", "patient:1", "a secret of others", Map.of("route", "/patients/:id"));
        recording = Id.random(new SecureRandom());
        Files.createDirectories(journals.path(recording).getParent());
        Files.write(journals.path(recording), new byte[] {1, 2, 3, 4, 5});
        Recording.Seal seal = journals.sealOf(recording);
        note(
                AuditGround.CLINIC,
                "recording.stop",
                "recording:" + recording,
                "",
                Map.of("seal_sha256", seal.sha256(), "journal_bytes", seal.bytes(), "ledger_rate_hz", 80.25));
        note(
                AuditGround.CLINIC,
                "visit.close",
                "visit:1",
                "\u00e4\u20ac\ud83d\ude00 \"quoted\" \\ and\n\ttabbed",
                Map.of("closed", true));
        ground.rows(10);
        ground.checkpoints().write();
        ground.rows(3);
    }

    @AfterEach
    void close() {
        journals.close();
        ground.close();
    }

    void note(Id<Clinic> clinic, String action, String subject, String reason, Map<String, ?> details) {
        store(new Act(clinic, Act.PLINTH, ground.clock.instant(), action, reason, "10.0.0.7"), subject, details);
    }

    void store(Act act, String subject, Map<String, ?> details) {
        ground.store.write(act, stores -> {
            stores.audit().note(subject, details);
            return true;
        });
    }

    Map<String, byte[]> export() throws IOException {
        return export(ground.checkpoints());
    }

    Map<String, byte[]> export(Checkpoints checkpoints) throws IOException {
        AuditBundle.Table table = new AuditBundle.Table(
                List.of("number", "reason"),
                row -> List.of(Long.toString(row.seq()), row.reason()),
                AuditFilter.of(AuditGround.CLINIC));
        AuditBundle.Wish wish =
                new AuditBundle.Wish(AuditGround.CLINIC, false, true, ground.clock.instant(), "0.0.0", table);
        try (OutputStream out = Files.newOutputStream(zip)) {
            new AuditBundle(ground.store, journals, checkpoints).write(wish, out);
        }
        return StandAlone.unpack(zip, folder);
    }

    void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Somebody who has the export but not the key makes the sums fit again. */
    void sumAgain() throws IOException {
        StringBuilder sums = new StringBuilder();
        Map<String, byte[]> files = new TreeMap<>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        files.forEach((name, bytes) -> {
            if (!name.startsWith("SHA256SUMS")) {
                sums.append(Sha256.hex(bytes)).append("  ").append(name).append('\n');
            }
        });
        write("SHA256SUMS", sums.toString());
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
