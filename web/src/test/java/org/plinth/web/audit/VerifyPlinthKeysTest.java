package org.plinth.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.audit.StandAlone.Said;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.AuditFilter;
import org.plinth.web.store.ChainForger;
import org.plinth.web.testkit.DatabaseAdministrator;

/** Which keys the second opinion takes: forgeries with a key of one's own, and honest changes of the key. */
@Tag("slow")
class VerifyPlinthKeysTest {

    @TempDir
    private static Path classes;

    private static StandAlone verifier;

    @TempDir
    private Path root;

    private AuditGround ground;
    private Journals journals;
    private Path zip;
    private Path folder;

    @BeforeAll
    static void compile() {
        verifier = new StandAlone(classes);
    }

    @BeforeEach
    void a_chain_with_two_checkpoints() {
        ground = new AuditGround(root);
        journals = Journals.open(ground.data.resolve("journals"));
        zip = root.resolve("export.zip");
        folder = root.resolve("export");
        ground.rows(12);
        ground.checkpoints().write();
        ground.rows(10);
        ground.checkpoints().write();
        ground.rows(3);
    }

    @AfterEach
    void close() {
        journals.close();
        ground.close();
    }

    private Map<String, byte[]> export() throws IOException {
        return export(ground.checkpoints());
    }

    private Map<String, byte[]> export(Checkpoints checkpoints) throws IOException {
        AuditBundle.Table table = new AuditBundle.Table(
                List.of("number"), row -> List.of(Long.toString(row.seq())), AuditFilter.of(AuditGround.CLINIC));
        AuditBundle.Wish wish =
                new AuditBundle.Wish(AuditGround.CLINIC, false, false, ground.clock.instant(), "0.0.0", table);
        try (OutputStream out = Files.newOutputStream(zip)) {
            new AuditBundle(ground.store, journals, checkpoints).write(wish, out);
        }
        return StandAlone.unpack(zip, folder);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Somebody who has the export but not the key makes the sums fit again. */
    private void sumAgain() throws IOException {
        StringBuilder sums = new StringBuilder();
        Map<String, byte[]> files = new TreeMap<>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        files.forEach((name, bytes) -> {
            if (!name.startsWith("SHA256SUMS")) {
                sums.append(Checkpoint.sha256(bytes)).append("  ").append(name).append('\n');
            }
        });
        write("SHA256SUMS", sums.toString());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Everything made anew by another key, with the public key of the old one left where it lay. */
    private Checkpoint forgeWithBothKeys(boolean keepOldCheckpoints) throws IOException {
        Checkpoint printed = ground.checkpoints().latest().orElseThrow();
        if (!keepOldCheckpoints) {
            new DatabaseAdministrator(ground.data)
                    .run("UPDATE audit_event SET action = 'x', after_json = NULL WHERE action = 'checkpoint.write'");
            new ChainForger(ground.store, ground.data).rewrite(5, "forged");
            Files.delete(ground.data.resolve("checkpoints/checkpoints.ndjson"));
        }
        Files.delete(ground.data.resolve("keys/checkpoint.key"));
        return printed;
    }

    @Test
    void a_forgery_that_leaves_the_old_public_key_beside_its_own_is_found_by_the_named_key() throws Exception {
        Checkpoint printed = forgeWithBothKeys(false);

        Map<String, byte[]> files = export(ground.checkpoints());

        assertThat(files).containsKey("keys/" + printed.key() + ".pem");
        assertThat(verifier.on(zip).code())
                .as("nothing in it contradicts itself")
                .isZero();
        Said said = verifier.on(zip, "--key", printed.key());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.first()).contains("the newest checkpoint is signed by the key", "not the one that you named");
    }

    @Test
    void a_key_that_the_one_before_did_not_sign_is_found_without_naming_any() throws Exception {
        Checkpoint printed = forgeWithBothKeys(true);

        export(ground.checkpoints());
        String now = ground.checkpoints().latest().orElseThrow().key();

        assertThat(verifier.on(zip).first()).contains("signed by another key, " + now, printed.key() + " did not sign");
        assertThat(verifier.on(zip, "--key", printed.key()).code()).isEqualTo(1);
        assertThat(verifier.on(zip, "--key", printed.key(), "--key", now).code())
                .as("a new key that came from elsewhere too")
                .isZero();
    }

    @Test
    void a_signed_change_of_key_holds_by_the_old_key_and_by_the_new_one() throws Exception {
        Checkpoint old = ground.checkpoints().latest().orElseThrow();
        Checkpoint next = ground.checkpoints().renewKey();
        ground.rows(3);
        export(ground.checkpoints());

        for (String key : List.of(old.key(), next.key())) {
            Said said = verifier.on(zip, "--key", key);
            assertThat(said.code()).as(said.text()).isZero();
        }
    }

    @Test
    void sums_signed_by_a_key_of_ones_own_that_was_put_in_are_found() throws Exception {
        export();
        CheckpointKey own = CheckpointKey.open(root.resolve("own.key"));
        write("keys/" + own.id() + ".pem", own.publicPem());
        write("log.csv", "forged\r\n");
        sumAgain();
        byte[] sums = Files.readAllBytes(folder.resolve("SHA256SUMS"));
        write(
                "SHA256SUMS.sig",
                own.id() + " " + own.sign(("plinth-export-1\n" + text(sums)).getBytes(StandardCharsets.UTF_8)) + "\n");

        assertThat(verifier.on(folder).first()).contains("SHA256SUMS is signed by the key " + own.id());
    }
}
