package org.plinth.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.audit.StandAlone.Said;
import org.plinth.web.store.ChainForger;

/** The second opinion: what it says of a whole export, and of one that somebody had a hand in. */
@Tag("slow")
class VerifyPlinthTest extends VerifyPlinthKit {

    @Test
    void a_whole_export_holds_packed_unpacked_and_against_what_was_brought() throws Exception {
        Map<String, byte[]> files = export();
        Checkpoint last = ground.checkpoints().latest().orElseThrow();

        for (Path path : List.of(zip, folder)) {
            Said said = verifier.on(path);
            assertThat(said.code()).as(said.text()).isZero();
            assertThat(said.text())
                    .contains("Everything holds", "1 rows of others are withheld", "3 checkpoints; 1 journals");
        }
        assertThat(verifier.on(zip, "--against", last.shortForm(), "--key", last.key())
                        .text())
                .contains("also against what you brought", "Last checkpoint: " + last.shortForm());
        assertThat(text(files.get("rows.ndjson"))).doesNotContain("a secret of others");
        assertThat(files).containsKey("journals/" + recording + ".plj");
    }

    @Test
    void it_runs_as_one_source_file_with_nothing_but_java_and_knows_nothing_of_plinth() throws Exception {
        export();
        Path source = root.resolve("VerifyPlinth.java");
        Files.copy(StandAlone.SOURCE, source);
        assertThat(Files.readString(source)).doesNotContain("org.plinth");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        source.toString(),
                        zip.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("Everything holds");
    }

    @Test
    void a_flipped_bit_anywhere_in_the_rows_is_named_with_its_row() throws Exception {
        byte[] good = export().get("rows.ndjson");
        Random random = new Random(20260806);
        List<Integer> places = new ArrayList<>();
        int rich = text(good).indexOf("quoted");
        int bytesBefore = text(good).substring(0, rich).getBytes(StandardCharsets.UTF_8).length;
        for (int i = -120; i < 230; i++) {
            places.add(bytesBefore + i);
        }
        for (int i = 0; i < 300; i++) {
            places.add(random.nextInt(good.length));
        }
        for (int place : places) {
            byte[] bad = good.clone();
            bad[place] ^= (byte) (1 << random.nextInt(8));
            write("rows.ndjson", bad);
            Said said = verifier.on(folder);
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.first()).as("byte " + place).containsPattern("row " + rowOf(good, place) + " \\(");
        }
    }

    /** A withheld row has no content of its own: what is wrong with its hash shows in the row that rests on it. */
    private static String rowOf(byte[] rows, int place) {
        int row = 1;
        for (int i = 0; i < place; i++) {
            row += rows[i] == '\n' ? 1 : 0;
        }
        String line = text(rows).split("\n", -1)[row - 1];
        int start = place;
        while (start > 0 && rows[start - 1] != '\n') {
            start--;
        }
        int hash = line.indexOf("\"hash\":\"") + 8;
        boolean inHash = line.contains("withheld") && place - start >= hash && place - start < hash + 64;
        return inHash ? "(" + row + "|" + (row + 1) + ")" : Integer.toString(row);
    }

    @Test
    void a_flipped_bit_anywhere_in_the_checkpoints_the_sums_and_their_signature_is_found() throws Exception {
        Map<String, byte[]> files = export();
        for (String name :
                List.of("checkpoints.ndjson", "SHA256SUMS", "SHA256SUMS.sig", "about.json", "journals.ndjson")) {
            byte[] good = files.get(name);
            for (int i = 0; i < good.length; i += name.startsWith("SHA") ? 3 : 1) {
                byte[] bad = good.clone();
                bad[i] ^= (byte) (1 << (i % 7));
                write(name, bad);
                Said said = verifier.on(folder);
                assertThat(said.code()).as(name + ", byte " + i + said.text()).isEqualTo(1);
                assertThat(said.text()).contains(name.startsWith("SHA") ? "SHA256SUMS" : name);
            }
            write(name, good);
        }
        assertThat(verifier.on(folder).code()).isZero();
    }

    @Test
    void every_file_that_is_changed_taken_out_or_put_in_is_named() throws Exception {
        Map<String, byte[]> files = export();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] bad = file.getValue().clone();
            bad[bad.length / 2] ^= 1;
            write(file.getKey(), bad);
            String named = file.getKey().startsWith("SHA") ? "SHA256SUMS" : file.getKey();
            assertThat(verifier.on(folder).text()).as(file.getKey()).contains("DOES NOT HOLD", named);

            Files.delete(folder.resolve(file.getKey()));
            Said without = verifier.on(folder);
            assertThat(without.code()).as(file.getKey()).isIn(1, 2);
            assertThat(without.text()).contains(named);
            write(file.getKey(), file.getValue());
        }
        write("more.txt", "more");
        assertThat(verifier.on(folder).text()).contains("more.txt is not in SHA256SUMS");
    }

    @Test
    void the_last_rows_cut_off_the_export_are_missed_even_when_all_sums_fit() throws Exception {
        Map<String, byte[]> files = export();
        List<String> lines =
                new ArrayList<>(text(files.get("rows.ndjson")).lines().toList());
        for (int cut = 1; cut <= 10; cut++) {
            lines.remove(lines.size() - 1);
            String last = lines.get(lines.size() - 1);
            String hash = last.replaceAll(".*\"hash\":\"([0-9a-f]{64})\".*", "$1");
            write("rows.ndjson", String.join("\n", lines) + "\n");
            write(
                    "about.json",
                    text(files.get("about.json"))
                            .replaceAll("\"head\":\"[0-9a-f]+\"", "\"head\":\"" + hash + "\"")
                            .replaceAll("\"seq\":\\d+", "\"seq\":" + lines.size()));
            sumAgain();
            Said said = verifier.on(folder);
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.text()).contains("SHA256SUMS was not signed by the server");
            if (cut > 1) {
                assertThat(said.text()).as(cut + " rows").contains("The end was cut off");
            }
        }
    }

    @Test
    void a_chain_cut_in_the_database_before_the_export_is_found_by_its_checkpoints() throws Exception {
        new ChainForger(ground.store, ground.data).cutTail(10);
        export();

        Said said = verifier.on(zip);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.first()).contains("the checkpoint in line 2 says that there were 26 rows");
    }

    @Test
    void a_chain_edited_and_hashed_anew_in_the_database_is_found_at_the_first_checkpoint_behind() throws Exception {
        new ChainForger(ground.store, ground.data).rewrite(14, "forged");
        export();

        Said said = verifier.on(zip);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.first()).contains("row 26 (", "the checkpoint in line 2");
    }

    @Test
    void journals_changed_or_gone_before_the_export_and_changed_after_it_are_named() throws Exception {
        export();
        write("journals/" + recording + ".plj", new byte[] {1, 2, 3, 4, 6});
        sumAgain();
        assertThat(verifier.on(folder).text()).contains("journals/" + recording + ".plj is not the journal");

        write("journals.ndjson", "");
        assertThat(verifier.on(folder).text()).contains(recording + " was sealed, and is not in journals.ndjson");

        Files.write(journals.path(recording), new byte[] {1, 2, 3, 4, 6});
        export();
        assertThat(verifier.on(zip).text()).contains("the journal of recording " + recording + " is not the one");

        Files.delete(journals.path(recording));
        Files.delete(folder.resolve("journals/" + recording + ".plj"));
        export();
        assertThat(verifier.on(zip).text()).contains("recording " + recording + " was sealed, and is missing");
    }

    @Test
    void what_is_no_export_and_wrong_use_end_with_2() throws Exception {
        Path text = Files.writeString(root.resolve("text.zip"), "no zip");
        assertThat(verifier.on(text).code()).isEqualTo(2);
        assertThat(verifier.on(root.resolve("nothing.zip")).code()).isEqualTo(2);
        assertThat(verifier.on(root).code()).isEqualTo(2);
        assertThat(verifier.with().code()).isEqualTo(2);
        assertThat(verifier.with("a", "b").code()).isEqualTo(2);
        assertThat(verifier.with("a", "--against", "nonsense").code()).isEqualTo(2);
        assertThat(verifier.with("a", "--unknown").code()).isEqualTo(2);
    }

    @Test
    void a_cell_that_a_spreadsheet_would_compute_is_inert_and_a_line_break_forges_no_row() throws Exception {
        note(AuditGround.CLINIC, "visit.close", "visit:1", "=HYPERLINK(1)\r\n999,forged", Map.of());

        note(AuditGround.CLINIC, "visit.close", "visit:1", "\uff1dHYPERLINK(2)", Map.of());
        String csv = text(export().get("log.csv"));

        assertThat(csv).contains("\"'=HYPERLINK(1)\r\n999,forged\"", ",'\uff1dHYPERLINK(2)");
        assertThat(verifier.on(zip).code()).isZero();
    }
}
