package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** What every database must do. One empty store for each test. */
abstract class StoreContract extends StoreOutcomesContract {
    // ---- audit

    @Test
    void every_change_stands_in_the_chain_with_before_and_after_and_without_a_name() {
        Samples.Course course = samples.course(store, "Canaryname");
        Act act = new Act(clinic(), samples.clinician.id(), Samples.NOW, "visit.close", "done for today", "10.0.0.7");
        store.write(act, s -> s.visits().amend(closed(course.visit()), 1));

        List<AuditEvent> about = store.read(
                s -> s.audit().about(clinic(), "visit:" + course.visit().id()));
        List<AuditEvent> all = store.read(s -> s.audit().newest(clinic(), Long.MAX_VALUE, 1000));

        AuditEvent last = about.get(about.size() - 1);
        assertThat(last.action()).isEqualTo("visit.close");
        Map<Long, String> words = store.read(s -> s.audit().words(clinic(), List.of(last.seq())));
        assertThat(words).containsValue("done for today");
        assertThat(last.from()).isEqualTo("10.0.0.7");
        assertThat(last.before().orElseThrow()).contains("\"closed\":false");
        assertThat(last.after().orElseThrow()).contains("\"closed\":true");
        assertThat(all.toString()).doesNotContain("Canaryname").doesNotContain("1990-02-03");
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    @Test
    void change_does_not_happen_when_its_audit_row_cannot_be_written() throws Exception {
        Patient patient = samples.patient("Ada");
        asAdministrator("REVOKE INSERT ON audit_event FROM plinth_server");

        assertThatThrownBy(() -> store.write(samples.act("patient.add"), s -> {
                    s.patients().add(patient);
                    return true;
                }))
                .isInstanceOf(StoreFailure.class);

        assertThat(maybe(s -> s.patients().find(samples.clinic.id(), patient.id())))
                .isEmpty();
    }

    @Test
    void looking_is_noted_too() {
        store.write(samples.act("export.results"), s -> {
            s.audit().note("clinic:" + clinic());
            return true;
        });

        AuditEvent newest =
                store.read(s -> s.audit().newest(clinic(), Long.MAX_VALUE, 1)).get(0);

        assertThat(newest.action()).isEqualTo("export.results");
        assertThat(newest.after()).isEmpty();
    }

    @Test
    void what_was_looked_at_has_its_details_and_is_found_by_who_what_when_and_subject() {
        Act early = new Act(clinic(), samples.clinician.id(), Samples.NOW, "record.open", "", "10.0.0.7");
        Act late = new Act(clinic(), Act.PLINTH, Samples.NOW.plusSeconds(60), "record.print", "", "");
        Act elsewhere = new Act(Act.INSTALLATION, Act.NOBODY, Samples.NOW, "record.open", "", "");
        for (Act act : List.of(early, late, elsewhere)) {
            store.write(act, s -> {
                s.audit().note("patient:1", Map.of("route", "/patients/:id", "status", 200));
                return true;
            });
        }

        AuditFilter all = AuditFilter.of(clinic());
        Optional<Id<Account>> actor = Optional.of(samples.clinician.id());
        Optional<Instant> from = Optional.of(Samples.NOW.plusSeconds(60));
        assertThat(found(new AuditFilter(
                        all.clinics(),
                        Optional.empty(),
                        Optional.empty(),
                        actor,
                        Set.of("record.open"),
                        Optional.empty())))
                .containsExactly(early);
        assertThat(found(new AuditFilter(
                        all.clinics(), from, Optional.empty(), Optional.empty(), Set.of(), Optional.of("patient:1"))))
                .containsExactly(late);
        assertThat(found(new AuditFilter(
                        all.clinics(), Optional.empty(), from, Optional.empty(), Set.of(), Optional.of("patient:1"))))
                .containsExactly(early);
        assertThat(found(new AuditFilter(
                        Set.of(clinic(), Act.INSTALLATION),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of("record.open", "record.print"),
                        Optional.empty())))
                .containsExactly(elsewhere, late, early);
        AuditEvent newest =
                store.read(s -> s.audit().find(all, Long.MAX_VALUE, 1)).get(0);
        assertThat(newest.after()).contains("{\"route\":\"/patients/:id\",\"status\":200}");
        assertThat(store.read(s -> s.audit().find(all, newest.seq(), 1)).get(0).actor())
                .isEqualTo(samples.clinician.id());
        List<AuditEvent> next = store.read(s -> s.audit().next(newest.seq(), 5));
        assertThat(next).extracting(AuditEvent::clinic).containsExactly(Act.INSTALLATION);
        long count = store.read(s -> s.audit().count());
        assertThat(count).isEqualTo(newest.seq() + 1);
    }

    private List<Act> found(AuditFilter filter) {
        return store.read(s -> s.audit().find(filter, Long.MAX_VALUE, 99)).stream()
                .map(row -> new Act(row.clinic(), row.actor(), row.at(), row.action(), row.reason(), row.from()))
                .toList();
    }

    @Test
    void parallel_writers_leave_one_unbroken_chain() throws Exception {
        long before = store.read(s -> s.audit().head()).seq();

        inParallel(6, i -> {
            for (int n = 0; n < 10; n++) {
                new Samples(100L + 10L * i + n).found(store);
            }
            return true;
        });

        assertThat(maybe(s -> s.audit().verify())).isEmpty();
        assertThat(store.read(s -> s.audit().head()).seq()).isEqualTo(before + 180);
    }

    @Test
    void any_altered_column_of_an_audit_row_is_named() throws Exception {
        samples.course(store, "Ada");
        List<String> alterations = List.of(
                "at = TIMESTAMP WITH TIME ZONE '2026-03-05 09:30:00.123457+00:00'",
                "clinic_id = '00000000-0000-0000-0000-000000000001'",
                "actor = '00000000-0000-0000-0000-000000000001'",
                "action = 'x'",
                "subject = 'x'",
                "before_json = 'x'",
                "after_json = NULL",
                "reason = 'x'",
                "from_where = 'x'",
                "prev_hash = '" + "1".repeat(64) + "'",
                "hash = '" + "1".repeat(64) + "'");
        for (String alteration : alterations) {
            asAdministrator("CREATE TABLE kept AS SELECT * FROM audit_event WHERE seq = 2");
            asAdministrator("UPDATE audit_event SET " + alteration + " WHERE seq = 2");

            assertThat(maybe(s -> s.audit().verify()))
                    .as(alteration)
                    .map(AuditVerifier.Break::seq)
                    .contains(2L);

            asAdministrator("DELETE FROM audit_event WHERE seq = 2");
            asAdministrator("INSERT INTO audit_event SELECT * FROM kept");
            asAdministrator("DROP TABLE kept");
            assertThat(maybe(s -> s.audit().verify()))
                    .as("restored after " + alteration)
                    .isEmpty();
        }
    }

    @Test
    void missing_rows_are_seen_in_the_middle_and_at_the_end() throws Exception {
        samples.course(store, "Ada");
        long last = store.read(s -> s.audit().head()).seq();

        asAdministrator("DELETE FROM audit_event WHERE seq = " + last);
        assertThat(maybe(s -> s.audit().verify())).contains(new AuditVerifier.Break(last - 1, AuditVerifier.Why.HEAD));
        asAdministrator("DELETE FROM audit_event WHERE seq = 3");
        assertThat(maybe(s -> s.audit().verify())).contains(new AuditVerifier.Break(3, AuditVerifier.Why.SEQUENCE));
    }
}
