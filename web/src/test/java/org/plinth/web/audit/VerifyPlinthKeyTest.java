package org.plinth.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.audit.StandAlone.Said;
import org.plinth.web.store.ChainForger;
import org.plinth.web.testkit.DatabaseAdministrator;

/** Whose signature counts. */
@Tag("slow")
class VerifyPlinthKeyTest extends VerifyPlinthKit {

    @Test
    void who_made_all_of_it_anew_with_another_key_is_found_by_what_was_brought() throws Exception {
        Checkpoint printed = ground.checkpoints().latest().orElseThrow();
        new DatabaseAdministrator(ground.data)
                .run("UPDATE audit_event SET action = 'x', after_json = NULL WHERE action = 'checkpoint.write'");
        new ChainForger(ground.store, ground.data).rewrite(5, "forged");
        try (var files = Files.list(ground.data.resolve("checkpoints"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(ground.data.resolve("keys/checkpoint.key"));
        export(ground.checkpoints());

        assertThat(verifier.on(zip).code())
                .as("nothing in it contradicts itself")
                .isZero();
        assertThat(verifier.on(zip, "--against", printed.shortForm()).first()).contains("row " + printed.seq() + " (");
        assertThat(verifier.on(zip, "--key", printed.key()).first()).contains("that you named is not here");
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
