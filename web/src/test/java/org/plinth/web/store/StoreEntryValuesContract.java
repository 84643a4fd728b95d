package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.store.StoreFailure.Reason;

/** What the values of an entry may be, and what the audit chain, its verification and an erasure make of them. */
abstract class StoreEntryValuesContract extends StoreEntriesContract {

    // ---- values

    @Test
    void any_text_comes_back_character_by_character() {
        Samples.Course course = samples.course(store, "Ada");
        Map<String, String> values = Map.of(
                "umlauts", "M\u00fc\u00dfig \u00c5ngstr\u00f6m",
                "rightToLeft", "\u05db\u05d0\u05d1 \u202e5\u202c \u0623\u0644\u0645",
                "quotes", "she said \"it's 'fine'\" \\ {\"pain\":\"9\"}",
                "lines", "one\r\ntwo\n\tthree",
                "control", "\u0000\u0001\u001f",
                "beyondTheFirstPlane", "\uD83E\uDDB5 \uD835\uDFD9",
                "markup", "<script>alert(1)</script> &amp;",
                "empty", "",
                "blank", " 4 ");

        EpisodeEntry added = add(entry(course, "note", DAY, values), 0);

        assertThat(added.values()).isEqualTo(new TreeMap<>(values));
        assertThat(of(course)).containsExactly(added);
        assertThat(rowFaults()).isEmpty();
    }

    @Test
    void what_is_too_long_or_cannot_be_named_is_refused_and_leaves_nothing() {
        Samples.Course course = samples.course(store, "Ada");
        // {"a":"…"} is 8 characters beside the value.
        String most = "\u00fc".repeat(7_990) + "\uD83E\uDDB5";
        EpisodeEntry longest = add(entry(course, "note", DAY, Map.of("a", most)), 0);

        assertThat(longest.values()).containsEntry("a", most);
        assertThat(refused(entry(course, "note", DAY, Map.of("a", most + "x")))).isEqualTo(Reason.INVALID);
        assertThat(refused(entry(course, "note", DAY, Map.of("a", "\n".repeat(4_000)))))
                .as("8 008 characters once they are written")
                .isEqualTo(Reason.INVALID);
        for (String field : List.of("", "a b", "a.b", "a_b", "\u00fc", "a\"", "a\n")) {
            assertThat(refused(entry(course, "note", DAY, Map.of(field, "1"))))
                    .as(field)
                    .isEqualTo(Reason.INVALID);
        }
        for (String kind : List.of("", "Pain", "pain vas", "pain,goal", "pain_vas", "p4", "a".repeat(41))) {
            assertThat(refused(entry(course, kind, DAY, Map.of()))).as(kind).isEqualTo(Reason.INVALID);
        }
        assertThat(refused(entry(course, "note", DAY, Map.of("a", "\uD83E"))))
                .as("half a surrogate pair")
                .isEqualTo(Reason.INVALID);
        StoreFailure amended =
                failure(() -> amend(longest.with(DAY, Map.of("a", most + "x")), 1, "longer than it may be"));
        assertThat(amended.field()).contains("values");
        assertThat(of(course)).containsExactly(longest);
    }

    // ---- audit chain and erasure

    @Test
    void the_chain_has_no_value_and_no_word_and_knows_every_change() {
        Samples.Course course = samples.course(store, "Ada");
        EpisodeEntry first = add(entry(course, "event", DAY, Map.of("note", CANARY + " fell")), 0);
        amend(first.with(DAY, Map.of("note", CANARY + " slipped")), 1, CANARY + " said so");
        amend(find(first).orElseThrow().takenBack(), 2, CANARY + " was somebody else");

        List<AuditEvent> rows = store.read(s -> s.audit().about(clinic(), "episode_entry:" + first.id()));

        assertThat(rows).hasSize(3);
        assertThat(rows.toString()).doesNotContain(CANARY).doesNotContain("\"data\"");
        assertThat(rows).allSatisfy(row -> assertThat(row.after().orElseThrow()).contains("personal_sha256"));
        assertThat(rows.get(0).after().orElseThrow())
                .contains(
                        "\"kind\":\"event\"",
                        "\"on_date\":\"2026-03-05\"",
                        course.episode().id().value().toString());
        assertThat(rows.get(2).before().orElseThrow()).contains("\"removed\":false");
        assertThat(rows.get(2).after().orElseThrow()).contains("\"removed\":true");
        assertThat(rows.subList(1, 3))
                .allSatisfy(row -> assertThat(row.reason()).startsWith("sha256:"));
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
        assertThat(rowFaults()).isEmpty();
    }

    @Test
    void a_changed_byte_a_missing_version_and_a_head_that_points_back_are_found() throws Exception {
        Samples.Course course = samples.course(store, "Ada");
        EpisodeEntry first = add(pain(course, DAY, "4"), 0);
        EpisodeEntry other = add(pain(course, DAY, "1"), 1);
        amend(first.with(DAY, Map.of("pain", "5")), 1, "");
        String row = first.id().toString();

        asAdministrator("UPDATE episode_entry_version SET data = '{\"pain\":\"0\"}' WHERE version = 2");
        assertThat(rowFaults())
                .containsExactly(new RowFault("episode_entry_version", row + " 2", RowFault.Why.CHANGED));
        asAdministrator("UPDATE episode_entry_version SET data = '{\"pain\":\"5\"}' WHERE version = 2");
        assertThat(rowFaults()).isEmpty();
        asAdministrator("UPDATE episode_entry_version SET on_date = DATE '2026-03-04' WHERE version = 2");
        asAdministrator("UPDATE episode_entry SET kind = 'goal' WHERE id = '"
                + other.id().value() + "'");
        assertThat(rowFaults())
                .containsExactlyInAnyOrder(
                        new RowFault("episode_entry_version", row + " 2", RowFault.Why.CHANGED),
                        new RowFault("episode_entry", other.id().toString(), RowFault.Why.CHANGED));
        asAdministrator("UPDATE episode_entry SET kind = 'pain', head_version = 1");
        asAdministrator("DELETE FROM episode_entry_version WHERE version = 2");

        assertThat(rowFaults())
                .containsExactlyInAnyOrder(
                        new RowFault("episode_entry", row, RowFault.Why.CHANGED),
                        new RowFault("episode_entry_version", row + " 2", RowFault.Why.MISSING));
    }

    @Test
    void an_erasure_leaves_no_entry_and_no_fault_and_lets_none_in() {
        Samples.Course course = samples.course(store, "Ada");
        Samples.Course other = samples.course(store, "Bea");
        EpisodeEntry hers = add(pain(course, DAY, "4"), 0);
        EpisodeEntry stays = add(pain(other, DAY, "2"), 1);
        store.write(samples.act("entry.note"), s -> {
            s.requests().done(clinic(), "entry.note 1", hers.id().toString());
            return true;
        });
        Id<Patient> patient = course.patient().id();

        confirm(patient, true);
        erase(patient, Samples.NOW.plus(Duration.ofDays(8)));

        assertThat(of(course)).isEmpty();
        assertThat(find(hers)).isEmpty();
        assertThat(since(DAY, "pain")).containsExactly(stays);
        assertThat(all(s -> s.history().of(clinic(), Kind.ENTRY, patient))).isEmpty();
        assertThat(maybe(s -> s.requests().subject(clinic(), "entry.note 1"))).isEmpty();
        assertThat(refused(pain(course, DAY, "3"))).isEqualTo(Reason.NOT_FOUND);
        assertThat(failure(() -> amend(hers.with(DAY, Map.of("pain", "1")), 1, ""))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(rowFaults()).isEmpty();
    }
}
