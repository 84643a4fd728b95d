package org.plinth.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.audit.CheckpointCheck.Against;
import org.plinth.web.audit.CheckpointCheck.Fault;
import org.plinth.web.audit.CheckpointCheck.Why;
import org.plinth.web.config.StartRefused;
import org.plinth.web.hash.Sha256;
import org.plinth.web.store.AuditStore;
import org.plinth.web.store.AuditVerifier;
import org.plinth.web.store.ChainForger;
import org.plinth.web.testkit.DatabaseAdministrator;

/** What the chain alone cannot tell, and checkpoints can. */
@Tag("slow")
class CheckpointsTest {

    @TempDir
    Path root;

    private AuditGround ground;

    @BeforeEach
    void open() {
        ground = new AuditGround(root);
        ground.rows(30);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    private List<Fault> check(Checkpoints checkpoints, Against... brought) {
        CheckpointCheck check = new CheckpointCheck(checkpoints, List.of(brought));
        AuditStore.Head head = ground.store.read(stores -> {
            stores.audit().forEach(check::accept);
            return stores.audit().head();
        });
        return check.end(head);
    }

    private List<Fault> check() {
        return check(ground.checkpoints());
    }

    private Optional<AuditVerifier.Break> chain() {
        return ground.store.read(stores -> stores.audit().verify());
    }

    private ChainForger forger() {
        return new ChainForger(ground.store, ground.data);
    }

    private Path file() {
        return ground.data.resolve("checkpoints/checkpoints.ndjson");
    }

    private void rewriteFile(Path file, Consumer<List<String>> change) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        change.accept(lines);
        Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    @Test
    void a_checkpoint_says_how_far_the_chain_had_come_and_holds() {
        Checkpoint first = ground.checkpoints().write().orElseThrow();
        ground.rows(5);
        Checkpoint second = ground.checkpoints().write().orElseThrow();

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.seq()).isEqualTo(30);
        assertThat(first.rows()).isEqualTo(30);
        assertThat(first.journals()).isEqualTo(3);
        assertThat(second.seq()).isEqualTo(36);
        assertThat(second.previous()).isEqualTo(Sha256.hex(first.line()));
        assertThat(first.shortForm()).matches("30-[0-9a-f]{16}");
        assertThat(check()).isEmpty();
        assertThat(check(
                        ground.checkpoints(),
                        Against.parse(first.shortForm()).orElseThrow(),
                        Against.parse(second.line()).orElseThrow()))
                .isEmpty();
        assertThat(chain()).isEmpty();
    }

    @Test
    void none_is_written_where_nothing_was_added_and_one_after_a_thousand_rows_or_a_day() {
        Checkpoints checkpoints = ground.checkpoints();
        assertThat(checkpoints.writeIfDue()).isPresent();
        assertThat(checkpoints.write()).isEmpty();
        ground.rows(1);
        assertThat(checkpoints.writeIfDue()).isEmpty();
        ground.clock.forward(Duration.ofHours(24));
        assertThat(checkpoints.writeIfDue()).isPresent();
        ground.clock.forward(Duration.ofHours(24));
        assertThat(checkpoints.writeIfDue()).as("nothing but itself was added").isEmpty();
        ground.rows(1);
        assertThat(checkpoints.writeIfDue()).as("a row a day later").isPresent();
        ground.rows(Checkpoints.MOST_ROWS - 2);
        assertThat(checkpoints.writeIfDue()).isEmpty();
        ground.rows(1);
        assertThat(checkpoints.writeIfDue()).isPresent();
    }

    @Test
    void the_last_ten_rows_cut_off_with_the_head_moved_back_are_missed() {
        ground.checkpoints().write();

        forger().cutTail(10);

        assertThat(chain()).as("the chain by itself holds").isEmpty();
        assertThat(check()).containsExactly(new Fault(file().toString(), 1, 30, Why.CUT));
    }

    @Test
    void a_chain_that_was_edited_and_hashed_anew_is_found_at_the_first_checkpoint_behind_the_edit() {
        ground.checkpoints().write();
        ground.rows(10);
        ground.checkpoints().write();

        forger().rewrite(35, "forged");

        assertThat(chain()).as("the chain by itself holds").isEmpty();
        assertThat(check()).containsExactly(new Fault(file().toString(), 2, 41, Why.REWRITTEN));
    }

    @Test
    void who_cuts_chain_and_checkpoints_alike_is_found_by_the_copy_and_by_paper() throws Exception {
        Checkpoints copied = ground.checkpoints(Optional.of(ground.copy));
        copied.write();
        ground.rows(10);
        Checkpoint printed = copied.write().orElseThrow();

        forger().cutTail(9);
        rewriteFile(file(), lines -> lines.remove(1));

        assertThat(check()).as("here nothing is left of it").isEmpty();
        String copy = ground.copy.resolve("checkpoints.ndjson").toString();
        assertThat(check(ground.checkpoints(Optional.of(ground.copy))))
                .containsExactly(new Fault(copy, 2, 41, Why.CUT));
        Against paper = Against.parse(printed.shortForm()).orElseThrow();
        assertThat(check(ground.checkpoints(), paper)).containsExactly(new Fault(printed.shortForm(), 0, 41, Why.CUT));
    }

    @Test
    void who_signs_everything_anew_with_a_key_of_her_own_is_found_by_paper() throws Exception {
        Checkpoint printed = ground.checkpoints().write().orElseThrow();
        new DatabaseAdministrator(ground.data).run("DELETE FROM audit_event WHERE action = 'checkpoint.write'");
        forger().rewrite(7, "forged");
        try (var files = Files.list(file().getParent())) {
            for (Path old : files.toList()) {
                Files.delete(old);
            }
        }
        Files.delete(ground.data.resolve("keys/checkpoint.key"));
        ground.rows(1);
        ground.checkpoints().write();

        assertThat(chain()).isEmpty();
        assertThat(check()).isEmpty();
        Against paper = Against.parse(printed.shortForm()).orElseThrow();
        assertThat(check(ground.checkpoints(), paper))
                .containsExactly(new Fault(printed.shortForm(), 0, 30, Why.REWRITTEN));
        assertThat(ground.checkpoints().key().id()).isNotEqualTo(printed.key());
    }

    @Test
    void a_line_taken_out_of_the_file_the_last_line_and_the_whole_file_are_missed() throws Exception {
        for (int i = 0; i < 3; i++) {
            ground.rows(2);
            ground.checkpoints().write();
        }
        String whole = Files.readString(file());

        rewriteFile(file(), lines -> lines.remove(1));
        assertThat(check()).extracting(Fault::why).containsExactly(Why.ORDER, Why.MISSING);
        Files.writeString(file(), whole);
        rewriteFile(file(), lines -> lines.remove(2));
        assertThat(check()).containsExactly(new Fault(file().toString(), 3, 0, Why.MISSING));
        Files.delete(file());
        assertThat(check()).extracting(Fault::why).containsExactly(Why.MISSING, Why.MISSING, Why.MISSING);
        Files.writeString(file(), whole);
        assertThat(check()).isEmpty();
    }

    @Test
    void numbers_of_lost_checkpoints_are_not_given_again() throws Exception {
        ground.checkpoints().write();
        Files.delete(file());
        ground.rows(2);

        Checkpoint next = ground.checkpoints().write().orElseThrow();

        assertThat(next.number()).isEqualTo(2);
        assertThat(check()).containsExactly(new Fault(file().toString(), 1, 0, Why.MISSING));
    }

    @Test
    void any_flipped_bit_of_the_file_and_of_the_public_key_is_found() throws Exception {
        ground.checkpoints().write();
        ground.rows(2);
        Checkpoint last = ground.checkpoints().write().orElseThrow();
        byte[] good = Files.readAllBytes(file());
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) (1 << (i % 7));
            Files.write(file(), bad);
            assertThat(check()).as("byte " + i).isNotEmpty();
        }
        Files.write(file(), good);
        Path key = file().resolveSibling(last.key() + ".pem");
        byte[] pem = Files.readAllBytes(key);
        String text = new String(pem, StandardCharsets.US_ASCII);
        for (int i = text.indexOf('\n') + 1; i < text.indexOf("\n-----END"); i++) {
            byte[] bad = pem.clone();
            bad[i] ^= 2;
            Files.write(key, bad);
            assertThat(check())
                    .as("byte " + i + " of the key")
                    .extracting(Fault::why)
                    .contains(Why.UNKNOWN_KEY);
        }
        Files.write(key, pem);
        assertThat(check()).isEmpty();
    }

    @Test
    void a_statement_signed_for_something_else_or_by_another_key_is_no_checkpoint() throws Exception {
        Checkpoint good = ground.checkpoints().write().orElseThrow();
        Checkpoint other = new Checkpoint(
                1, 30, good.head(), 29, 3, good.at(), good.previous(), good.key(), Optional.empty(), good.signature());
        CheckpointKey stranger = CheckpointKey.open(root.resolve("stranger.key"));
        Checkpoint named = new Checkpoint(
                1,
                30,
                good.head(),
                30,
                3,
                good.at(),
                good.previous(),
                good.key(),
                Optional.empty(),
                stranger.sign(good.statement()));
        for (Checkpoint forged : List.of(other, named, good.signedBy(stranger))) {
            Files.writeString(file(), forged.line() + "\n");
            assertThat(check())
                    .extracting(Fault::why)
                    .containsAnyOf(Why.SIGNATURE, Why.UNKNOWN_KEY)
                    .contains(Why.CHANGED);
        }
    }

    @Test
    void the_copy_is_brought_up_to_date_and_one_that_differs_is_left_alone() throws Exception {
        ground.checkpoints().write();
        ground.rows(2);
        ground.checkpoints(Optional.of(ground.copy)).write();
        Path copied = ground.copy.resolve("checkpoints.ndjson");
        assertThat(copied).hasSameTextualContentAs(file());
        assertThat(ground.copy).isDirectoryContaining(path -> path.toString().endsWith(".pem"));

        rewriteFile(copied, lines -> lines.remove(0));
        String differs = Files.readString(copied);
        ground.rows(2);
        assertThat(ground.checkpoints(Optional.of(ground.copy)).write()).isPresent();

        assertThat(copied).hasContent(differs.strip());
        assertThat(check(ground.checkpoints(Optional.of(ground.copy))))
                .contains(new Fault(copied.toString(), 1, 33, Why.ORDER));
    }

    @Test
    void a_copy_that_cannot_be_written_stops_nothing() throws Exception {
        Files.writeString(ground.copy, "a file where a folder should be");

        assertThat(ground.checkpoints(Optional.of(ground.copy)).write()).isPresent();
        assertThat(check()).isEmpty();
    }

    @Test
    void what_an_end_of_the_process_left_half_written_goes_with_the_next_one() throws Exception {
        ground.checkpoints().write();
        String whole = Files.readString(file());
        Files.writeString(file(), whole + whole.substring(0, 50));
        assertThat(check()).extracting(Fault::why).contains(Why.UNREADABLE);

        Files.writeString(file(), whole + "{\"at\":\"2026");
        ground.rows(2);
        ground.checkpoints().write();

        assertThat(Files.readAllLines(file())).hasSize(2);
    }

    @Test
    void a_new_key_is_signed_by_the_old_one_and_the_chain_says_so() throws Exception {
        Checkpoint old = ground.checkpoints().write().orElseThrow();
        Checkpoint next = ground.checkpoints(Optional.of(ground.copy)).renewKey();
        ground.rows(2);
        Checkpoint after = ground.checkpoints(Optional.of(ground.copy)).write().orElseThrow();

        assertThat(next.key()).isNotEqualTo(old.key());
        assertThat(next.follows().orElseThrow()).startsWith(old.key() + " ");
        assertThat(after.key()).isEqualTo(next.key());
        assertThat(check(ground.checkpoints(Optional.of(ground.copy)))).isEmpty();
        assertThat(keyRows()).singleElement().asString().contains("\"signed\":true", old.key(), next.key());
        Path key = ground.data.resolve("keys/checkpoint.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_that_the_old_one_did_not_sign_is_a_fault_and_stands_in_the_chain() throws Exception {
        Checkpoint old = ground.checkpoints().write().orElseThrow();
        Files.delete(ground.data.resolve("keys/checkpoint.key"));

        Checkpoint next = ground.checkpoints().write().orElseThrow();

        assertThat(check()).containsExactly(new Fault(file().toString(), 2, next.seq(), Why.KEY_CHANGED));
        assertThat(keyRows()).singleElement().asString().contains("\"signed\":false", old.key(), next.key());

        CheckpointKey third = CheckpointKey.renew(ground.data.resolve("keys/checkpoint.key"));
        CheckpointKey stranger = CheckpointKey.open(root.resolve("stranger.key"));
        assertThat(third.follows().map(signed -> signed.startsWith(next.key()))).contains(true);
        assertThat(CheckpointKey.isSuccessor(
                        CheckpointKey.parsePublic(stranger.publicPem()).orElseThrow(),
                        CheckpointKey.parsePublic(third.publicPem()).orElseThrow(),
                        third.follows().orElseThrow().replace(next.key(), stranger.id())))
                .isFalse();
    }

    private List<String> keyRows() {
        List<String> rows = new ArrayList<>();
        ground.store.read(stores -> {
            stores.audit().forEach(row -> {
                if (row.action().equals(Checkpoints.KEY_ACTION)) {
                    rows.add(row.after().orElse(""));
                }
            });
            return true;
        });
        return rows;
    }

    @Test
    void the_key_is_private_and_a_damaged_one_is_refused() throws Exception {
        ground.checkpoints().write();
        Path key = ground.data.resolve("keys/checkpoint.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key)).contains("BEGIN PRIVATE KEY");
        assertThat(Files.readString(file())).doesNotContain("PRIVATE");

        Files.writeString(key, "nonsense");

        assertThatThrownBy(() -> ground.checkpoints().key()).isInstanceOf(StartRefused.class);
    }

    @Test
    void the_short_form_is_read_as_it_is_typed_and_nothing_else_is() {
        assertThat(Against.parse(" 1234 - 0123456789ABCDEF ")).map(Against::seq).contains(1234L);
        assertThat(Against.parse("1234 0123456789abcdef")).map(Against::head).contains("0123456789abcdef");
        assertThat(Against.parse("1234-0123")).isEmpty();
        assertThat(Against.parse("{}")).isEmpty();
        assertThat(Against.parse("")).isEmpty();
    }
}
