package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ImportBatch;
import org.plinth.web.clinic.ImportBatch.State;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.StoreFailure.Reason;

/** Files that came from other programs: kept to be looked at, taken in once, taken out with a reason, never seen by another clinic. */
abstract class StoreImportsContract extends StorePhotosContract {

    private static final String SHA = "ab".repeat(32);
    private static final String ROWS = "cd".repeat(32);

    private ImportBatch sent(byte[] file) {
        ImportBatch batch = CanaryImports.batch(samples, "nordic", SHA);
        return store.write(samples.act("import.open"), s -> {
            s.imports().add(batch, file);
            return s.imports().find(clinic(), batch.id()).orElseThrow();
        });
    }

    private ImportBatch move(ImportBatch batch, int seen, String reason) {
        return store.write(act("import.move", reason, samples.clinician.id(), Samples.NOW), s -> s.imports()
                .amend(batch, seen));
    }

    private ImportItem inTray(ImportBatch in, int number, byte[] curve) {
        ImportItem item = CanaryImports.item(samples, in, number, CANARY);
        return store.write(samples.act("import.confirm"), s -> {
            s.imports().addItems(List.of(item));
            s.imports().addCurve(item, curve);
            return s.imports().findItem(clinic(), item.id()).orElseThrow();
        });
    }

    private ImportItem move(ImportItem item, int seen, String reason) {
        return store.write(act("import.item", reason, samples.clinician.id(), Samples.NOW), s -> s.imports()
                .amend(item, seen));
    }

    @Test
    void a_file_of_any_size_comes_back_byte_by_byte_and_goes_when_it_is_in() {
        for (int size : new int[] {0, 1, 512 << 10, (512 << 10) + 1, 3 << 20}) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            ImportBatch batch = sent(bytes);
            assertThat(maybe(s -> s.imports().file(clinic(), batch.id())))
                    .hasValueSatisfying(
                            read -> assertThat(Arrays.equals(read, bytes)).isTrue());
            ImportBatch in = move(batch.in(ROWS, 2, 1), 1, "");
            assertThat(in.state()).isEqualTo(State.IN);
            assertThat(in.version()).isEqualTo(2);
            assertThat(maybe(s -> s.imports().file(clinic(), batch.id()))).isEmpty();
        }
        assertThat(all(s -> s.imports().same(clinic(), ROWS))).hasSize(5);
        assertThat(all(s -> s.imports().same(clinic(), SHA))).hasSize(5);
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    @Test
    void steps_follow_each_other_and_nobody_takes_one_that_was_taken() {
        ImportBatch batch = sent(new byte[] {1});
        ImportBatch answered = move(batch.answering(Map.of("dateOrder", "DAY_FIRST")), 1, "");
        assertThat(answered.answers()).containsEntry("dateOrder", "DAY_FIRST");
        assertThat(failure(() -> move(batch.in(ROWS, 1, 0), 1, "")).reason()).isEqualTo(Reason.OLD_VERSION);
        ImportBatch in = move(answered.in(ROWS, 1, 0), 2, "");
        assertThat(failure(() -> move(answered.in(ROWS, 1, 0), 3, "")).reason()).isEqualTo(Reason.WRONG_STATE);
        assertThat(failure(() -> move(in.as(State.DROPPED), 3, "")).reason()).isEqualTo(Reason.WRONG_STATE);
        assertThat(failure(() -> move(in.as(State.UNDONE), 3, " ")).reason()).isEqualTo(Reason.INVALID);
        ImportBatch undone = move(in.as(State.UNDONE), 3, "wrong file");
        assertThat(undone.reason()).isEqualTo("wrong file");
        assertThat(failure(() -> move(undone.as(State.PREVIEW), 4, "")).reason())
                .isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void of_two_at_one_time_one_takes_it_in() throws Exception {
        ImportBatch batch = sent(new byte[] {1});
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> confirm = () -> {
                try {
                    move(batch.in(ROWS, 1, 0), 1, "");
                    return true;
                } catch (StoreFailure late) {
                    assertThat(late.reason()).isIn(Reason.OLD_VERSION, Reason.WRONG_STATE);
                    return false;
                }
            };
            List<Future<Boolean>> both = two.invokeAll(List.of(confirm, confirm));
            assertThat(both.get(0).get() ^ both.get(1).get()).isTrue();
        } finally {
            two.shutdownNow();
        }
        assertThat(maybe(s -> s.imports().find(clinic(), batch.id()))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void an_item_waits_is_given_to_a_patient_and_back_and_leaves_no_word_when_it_is_thrown_away() throws Exception {
        Samples.Course course = samples.course(store, "Ada");
        byte[] curve = new byte[(512 << 10) + 5];
        new Random(3).nextBytes(curve);
        ImportItem item = inTray(move(sent(new byte[] {1}).in(ROWS, 1, 0), 1, ""), 1, curve);
        String content = item.contentSha256();

        assertThat(all(s -> s.imports().tray(clinic(), 9))).containsExactly(item);
        assertThat(store.<Integer>read(s -> s.imports().waiting(clinic()))).isEqualTo(1);
        assertThat(item.words()).containsEntry("personFamily", CANARY);
        assertThat(maybe(s -> s.imports().curve(clinic(), item.id())))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(curve));

        ImportItem hers = move(item.of(course.patient().id(), Optional.empty()), 1, "");
        assertThat(hers.patient()).contains(course.patient().id());
        assertThat(all(s -> s.imports().tray(clinic(), 9))).isEmpty();
        assertThat(known(content)).isTrue();
        assertThat(failure(() -> move(item.of(course.patient().id(), Optional.empty()), 1, ""))
                        .reason())
                .isEqualTo(Reason.WRONG_STATE);
        assertThat(failure(() -> move(hers.backInTray(), 2, "")).reason()).isEqualTo(Reason.INVALID);
        ImportItem again = move(hers.backInTray(), 2, "somebody else's");
        assertThat(again.patient()).isEmpty();

        ImportItem gone = move(again.gone(ImportItem.State.DISCARDED), 3, "nobody knows whose");
        assertThat(gone.words()).isEmpty();
        assertThat(maybe(s -> s.imports().curve(clinic(), item.id()))).isEmpty();
        assertThat(known(content)).as("it may come in again").isFalse();
        assertThat(store.read(s -> s.audit().newest(clinic(), Long.MAX_VALUE, 99))
                        .toString())
                .doesNotContain(CANARY);
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    private boolean known(String content) {
        return !store.read(s -> s.imports().known(clinic(), Set.of(content, "ff".repeat(32))))
                .isEmpty();
    }

    @Test
    void a_patient_is_found_by_day_of_birth_and_by_her_numbers_in_other_systems() {
        Samples.Course course = samples.course(store, "Ada");
        store.write(samples.act("import.confirm"), s -> {
            s.imports().identify(clinic(), course.patient().id(), "MRN 00-7\u00df");
            s.imports().identify(clinic(), course.patient().id(), "x");
            return true;
        });

        assertThat(all(s -> s.imports().withIdentifier(clinic(), " mrn  00-7\u00df ")))
                .containsExactly(course.patient());
        assertThat(all(s -> s.imports().withIdentifier(clinic(), "mrn"))).isEmpty();
        assertThat(all(s -> s.imports().identifiers(clinic(), course.patient().id())))
                .containsExactly("MRN 00-7\u00df", "x");
        assertThat(all(s -> s.imports().born(clinic(), course.patient().birthDate())))
                .contains(course.patient());
        assertThat(all(s ->
                        s.imports().born(clinic(), course.patient().birthDate().plusDays(1))))
                .isEmpty();
        assertThat(store.read(s -> s.audit().newest(clinic(), Long.MAX_VALUE, 9))
                        .toString())
                .doesNotContain("00-7");
    }

    @Test
    void another_clinic_finds_none_of_it() {
        ImportBatch batch = sent(new byte[] {1});
        ImportItem item = inTray(move(batch.in(ROWS, 1, 0), 1, ""), 1, new byte[] {2});
        Id<Clinic> stranger = new Samples(9).clinic.id();

        assertThat(maybe(s -> s.imports().find(stranger, batch.id()))).isEmpty();
        assertThat(maybe(s -> s.imports().file(stranger, batch.id()))).isEmpty();
        assertThat(maybe(s -> s.imports().findItem(stranger, item.id()))).isEmpty();
        assertThat(maybe(s -> s.imports().curve(stranger, item.id()))).isEmpty();
        assertThat(all(s -> s.imports().items(stranger, batch.id()))).isEmpty();
        assertThat(all(s -> s.imports().tray(stranger, 9))).isEmpty();
        assertThat(all(s -> s.imports().same(stranger, SHA))).isEmpty();
        assertThat(all(s -> s.imports().newest(stranger, 9))).isEmpty();
        assertThat(store.<Set<String>>read(s -> s.imports().known(stranger, Set.of(item.contentSha256()))))
                .isEmpty();
    }

    @Test
    void a_preview_that_nobody_touches_is_found_after_its_time() {
        ImportBatch batch = sent(new byte[] {1});
        assertThat(all(s -> s.imports().forgotten(clinic(), Samples.NOW))).isEmpty();
        assertThat(all(s -> s.imports().forgotten(clinic(), Samples.NOW.plusSeconds(1))))
                .containsExactly(batch);
        move(batch.as(State.DROPPED), 1, "");
        assertThat(all(s -> s.imports().forgotten(clinic(), Samples.NOW.plusSeconds(1))))
                .isEmpty();
    }

    private Map<String, List<Map<String, Object>>> about(Id<Patient> patient) {
        return store.read(s -> s.subject().rows(clinic(), patient));
    }

    private List<String> reasons(ImportItem item) throws Exception {
        List<String> reasons = new ArrayList<>();
        try (Connection connection = administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT reason FROM import_item_version WHERE item_id = '"
                        + item.id().value() + "' ORDER BY version")) {
            while (rows.next()) {
                reasons.add(rows.getString(1));
            }
        }
        return reasons;
    }

    /** In the tray, given to one by mistake, back, given to the other. */
    private ImportItem given(Id<Patient> mistaken, Id<Patient> owner) {
        ImportItem item = inTray(move(sent(new byte[] {1}).in(ROWS, 1, 0), 1, ""), 1, new byte[] {7, 8});
        ImportItem first = move(item.of(mistaken, Optional.empty()), 1, "looked like her");
        ImportItem back = move(first.backInTray(), 2, "not hers, it is of " + CANARY);
        return move(back.of(owner, Optional.empty()), 3, "born on the day of " + CANARY);
    }

    @Test
    void what_was_given_to_a_patient_by_mistake_is_in_nothing_about_her() {
        Id<Patient> ada = samples.course(store, "Ada").patient().id();
        Id<Patient> bea = samples.course(store, "Bea").patient().id();
        given(ada, bea);

        Map<String, List<Map<String, Object>>> ofAda = about(ada);
        assertThat(ofAda.toString()).doesNotContain(CANARY);
        for (String table : List.of("import_item", "import_item_words", "import_curve", "import_batch_version")) {
            assertThat(ofAda.get(table)).as(table).isEmpty();
        }
        assertThat(ofAda.get("import_item_version"))
                .as("that she was thought to be whose it is")
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("version", 2));

        Map<String, List<Map<String, Object>>> ofBea = about(bea);
        assertThat(ofBea.get("import_item")).hasSize(1);
        assertThat(ofBea.get("import_curve")).hasSize(1);
        assertThat(ofBea.get("import_item_words").toString()).contains(CANARY);
        assertThat(ofBea.get("import_item_version")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("version", 4));
        assertThat(ofBea.toString()).doesNotContain("looked like her");
        assertThat(ofBea).as("a whole file holds the rows of others").doesNotContainKey("import_file");
    }

    @Test
    void an_erasure_leaves_what_was_given_to_her_by_mistake_with_whose_it_is() throws Exception {
        Id<Patient> ada = samples.course(store, "Ada").patient().id();
        Id<Patient> bea = samples.course(store, "Bea").patient().id();
        ImportItem item = given(ada, bea);

        confirm(ada, false);
        erase(ada, Samples.NOW.plus(Duration.ofDays(8)));

        assertThat(maybe(s -> s.imports().findItem(clinic(), item.id()))).contains(item);
        assertThat(item.words()).containsEntry("personFamily", CANARY);
        assertThat(maybe(s -> s.imports().curve(clinic(), item.id())))
                .hasValueSatisfying(read -> assertThat(read).containsExactly(7, 8));
        assertThat(known(item.contentSha256())).isTrue();
        assertThat(reasons(item)).containsExactly("", "", "", "born on the day of " + CANARY);

        confirm(bea, false);
        erase(bea, Samples.NOW.plus(Duration.ofDays(8)));
        assertThat(maybe(s -> s.imports().findItem(clinic(), item.id())))
                .hasValueSatisfying(gone -> assertThat(gone.words()).isEmpty());
        assertThat(maybe(s -> s.imports().curve(clinic(), item.id()))).isEmpty();
        assertThat(known(item.contentSha256())).isFalse();
        assertThat(reasons(item)).containsOnly("");
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }
}
