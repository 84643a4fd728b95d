package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Subject;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.store.HistoryStore.Version;
import org.plinth.web.store.StoreFailure.Reason;

/** What is noted in the course of an episode: versions, taking back, whose it is, and in which order. */
abstract class StoreEntriesContract extends StoreTesterContract {

    static final LocalDate DAY = CanaryEntries.DAY;

    EpisodeEntry entry(Samples.Course course, String kind, LocalDate on, Map<String, String> values) {
        return CanaryEntries.entry(samples, course, kind, on, values);
    }

    EpisodeEntry pain(Samples.Course course, LocalDate on, String value) {
        return entry(course, "pain", on, Map.of("pain", value));
    }

    /** So many seconds later, so that it can be told which was noted first. */
    private Act note(int seconds) {
        return act("entry.note", "", samples.clinician.id(), Samples.NOW.plusSeconds(seconds));
    }

    EpisodeEntry add(EpisodeEntry entry, int seconds) {
        return store.write(note(seconds), s -> s.entries().add(entry));
    }

    EpisodeEntry amend(EpisodeEntry entry, int seen, String reason) {
        Act act = act("entry.amend", reason, samples.clinician.id(), Samples.NOW.plusSeconds(60));
        return store.write(act, s -> s.entries().amend(entry, seen));
    }

    List<EpisodeEntry> of(Samples.Course course) {
        return all(s -> s.entries().ofEpisode(clinic(), course.episode().id()));
    }

    List<EpisodeEntry> since(LocalDate from, String... kinds) {
        return all(s -> s.entries().since(clinic(), Set.of(kinds), from));
    }

    Optional<EpisodeEntry> find(EpisodeEntry entry) {
        return maybe(s -> s.entries().find(clinic(), entry.id()));
    }

    Reason refused(EpisodeEntry entry) {
        return failure(() -> add(entry, 0)).reason();
    }

    /** What verification finds when it holds every row against the chain. */
    List<RowFault> rowFaults() {
        RowVerifier rows = store.read(s -> s.audit().rows());
        store.read(s -> {
            s.audit().forEach(rows::accept);
            s.audit().compare(rows);
            return true;
        });
        return rows.end();
    }

    // ---- versions

    @Test
    void an_entry_comes_back_as_it_was_with_who_noted_it_and_when() {
        Samples.Course course = samples.course(store, "Ada");
        EpisodeEntry asked = entry(course, "pain-vas", DAY, Map.of("millimetres", "35", "activity", "SITTING"));

        EpisodeEntry added = add(asked, 7);

        assertThat(added)
                .isEqualTo(new EpisodeEntry(
                        asked.id(),
                        clinic(),
                        course.patient().id(),
                        course.episode().id(),
                        1,
                        "pain-vas",
                        DAY,
                        new TreeMap<>(Map.of("activity", "SITTING", "millimetres", "35")),
                        false,
                        Samples.NOW.plusSeconds(7),
                        samples.clinician.id()));
        assertThat(find(added)).contains(added);
        assertThat(of(course)).containsExactly(added);
        assertThat(failure(() -> add(asked, 8)).reason()).isEqualTo(Reason.DUPLICATE);
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    @Test
    void an_amendment_adds_a_version_and_what_stood_there_can_be_read() {
        Samples.Course course = samples.course(store, "Ada");
        EpisodeEntry first = add(pain(course, DAY, "4"), 0);

        EpisodeEntry second = amend(first.with(DAY.minusDays(1), Map.of("pain", "6", "side", "LEFT")), 1, "misheard");

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.at()).isEqualTo(Samples.NOW.plusSeconds(60));
        assertThat(second.date()).isEqualTo(DAY.minusDays(1));
        assertThat(of(course)).containsExactly(second);
        List<Version> versions = store.read(
                s -> s.history().of(clinic(), Kind.ENTRY, course.patient().id()));
        assertThat(versions).extracting(Version::version).containsExactly(1, 2);
        assertThat(versions).extracting(Version::reason).containsExactly("", "misheard");
        assertThat(versions.get(0).about())
                .containsOnly(
                        Map.entry("kind", "pain"),
                        Map.entry("episode", course.episode().id().toString()));
        assertThat(versions.get(0).fields())
                .containsOnly(Map.entry("on_date", DAY), Map.entry("removed", false), Map.entry("data.pain", "4"));
        assertThat(HistoryStore.changed(
                        versions.get(0).fields(), versions.get(1).fields()))
                .containsExactlyInAnyOrder("on_date", "data.pain", "data.side");
    }

    @Test
    void who_saw_an_older_version_is_refused_with_the_present_one() {
        Samples.Course course = samples.course(store, "Ada");
        EpisodeEntry first = add(pain(course, DAY, "4"), 0);
        EpisodeEntry second = amend(first.with(DAY, Map.of("pain", "5")), 1, "");

        StoreFailure late = failure(() -> amend(first.with(DAY, Map.of("pain", "6")), 1, ""));

        assertThat(late.reason()).isEqualTo(Reason.OLD_VERSION);
        assertThat(late.current()).contains(second);
        assertThat(failure(() -> amend(first, 3, "")).reason())
                .as("a version that is not there yet")
                .isEqualTo(Reason.OLD_VERSION);
        assertThat(find(first)).contains(second);
        assertThat(failure(() -> amend(pain(course, DAY, "1"), 1, "")).reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void taking_back_needs_a_reason_and_is_the_last_word() {
        Samples.Course course = samples.course(store, "Ada");
        EpisodeEntry first = add(pain(course, DAY, "4"), 0);
        EpisodeEntry stays = add(pain(course, DAY, "2"), 1);

        assertThat(failure(() -> amend(first.takenBack(), 1, " ")).field()).contains("reason");
        assertThat(of(course)).containsExactly(first, stays);
        EpisodeEntry gone = amend(first.takenBack(), 1, "other leg");

        assertThat(gone.removed()).isTrue();
        assertThat(gone.values()).isEqualTo(first.values());
        assertThat(of(course)).containsExactly(stays);
        assertThat(since(DAY, "pain")).containsExactly(stays);
        assertThat(find(first)).contains(gone);
        StoreFailure again = failure(() -> amend(first, 2, "was right after all"));
        assertThat(again.reason()).isEqualTo(Reason.WRONG_STATE);
        assertThat(again.current()).contains(gone);
        assertThat(refused(pain(course, DAY, "4").takenBack())).isEqualTo(Reason.INVALID);
    }

    // ---- whose it is

    @Test
    void another_clinic_finds_none_and_can_add_and_change_none() {
        Samples.Course course = samples.course(store, "Ada");
        EpisodeEntry mine = add(pain(course, DAY, "4"), 0);
        Samples other = new Samples(2);
        other.found(store);
        Id<Clinic> stranger = other.clinic.id();

        assertThat(maybe(s -> s.entries().find(stranger, mine.id()))).isEmpty();
        assertThat(all(s -> s.entries().ofEpisode(stranger, course.episode().id())))
                .isEmpty();
        assertThat(all(s -> s.entries().since(stranger, Set.of("pain"), DAY))).isEmpty();
        assertThat(all(s ->
                        s.history().of(stranger, Kind.ENTRY, course.patient().id())))
                .isEmpty();
        EpisodeEntry inside = CanaryEntries.entry(other, course, "pain", DAY, Map.of("pain", "1"));
        for (EpisodeEntry forged : List.of(inside, pain(course, DAY, "1"))) {
            assertThat(failure(() -> store.write(
                                    other.act("entry.note"), s -> s.entries().add(forged)))
                            .reason())
                    .isEqualTo(Reason.NOT_FOUND);
        }
        assertThat(failure(() -> store.write(
                                other.act("entry.amend"), s -> s.entries().amend(mine, 1)))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(of(course)).containsExactly(mine);
    }

    @Test
    void an_entry_belongs_to_an_episode_of_its_patient_and_stays_there_and_of_its_kind() {
        Samples.Course course = samples.course(store, "Ada");
        Samples.Course other = samples.course(store, "Bea");
        EpisodeEntry mine = add(pain(course, DAY, "4"), 0);
        Samples.Course mixed = new Samples.Course(course.patient(), other.episode(), other.visit(), other.test());
        Samples.Course unknown =
                new Samples.Course(course.patient(), samples.episode(course.patient()), course.visit(), course.test());

        assertThat(refused(pain(mixed, DAY, "4"))).isEqualTo(Reason.NOT_FOUND);
        assertThat(refused(pain(unknown, DAY, "4"))).isEqualTo(Reason.NOT_FOUND);
        assertThat(failure(() -> amend(moved(mine, other, "pain"), 1, "")).reason())
                .isEqualTo(Reason.WRONG_STATE);
        assertThat(failure(() -> amend(moved(mine, course, "goal"), 1, "")).reason())
                .isEqualTo(Reason.WRONG_STATE);
        assertThat(of(course)).containsExactly(mine);
        assertThat(of(other)).isEmpty();
    }

    private EpisodeEntry moved(EpisodeEntry entry, Samples.Course to, String kind) {
        return new EpisodeEntry(
                entry.id(),
                clinic(),
                to.patient().id(),
                to.episode().id(),
                1,
                kind,
                DAY,
                entry.values(),
                false,
                entry.at(),
                entry.author());
    }

    @Test
    void an_entry_leads_to_its_clinic_and_patient_and_herself_may_have_noted_it() {
        Samples.Course course = samples.course(store, "Ada");
        Account herself = samples.account(
                "her", Role.PATIENT, Optional.of(course.patient().id()));
        store.write(samples.act("account.add"), s -> {
            s.accounts().add(herself, "hash");
            return true;
        });
        Act act = act("entry.note", "", herself.id(), Samples.NOW);

        EpisodeEntry noted = store.write(act, s -> s.entries().add(pain(course, DAY, "5")));

        assertThat(noted.author()).isEqualTo(herself.id());
        assertThat(maybe(s -> s.access()
                        .holding(Subject.ENTRY, new Id<>(noted.id().value()), samples.clinician, Samples.NOW)))
                .map(held -> List.of(held.clinic(), held.patient().orElseThrow()))
                .contains(List.of(clinic(), course.patient().id()));
        assertThat(maybe(s -> s.access()
                        .holding(
                                Subject.ENTRY,
                                new Id<>(course.episode().id().value()),
                                samples.clinician,
                                Samples.NOW)))
                .isEmpty();
        assertThat(rowFaults()).isEmpty();
    }

    // ---- lists

    @Test
    void entries_stand_by_day_and_then_in_the_order_they_were_noted() {
        Samples.Course course = samples.course(store, "Ada");
        Samples.Course other = samples.course(store, "Bea");
        EpisodeEntry third = add(pain(course, DAY, "3"), 1);
        EpisodeEntry fourth = add(entry(course, "goal", DAY, Map.of()), 2);
        EpisodeEntry first = add(pain(course, DAY.minusDays(400), "1"), 3);
        EpisodeEntry second = add(pain(course, DAY.minusDays(1), "2"), 4);
        EpisodeEntry last = add(pain(course, DAY.plusDays(1), "9"), 0);
        add(pain(other, DAY, "7"), 5);
        EpisodeEntry changed = amend(third.with(DAY, Map.of("pain", "4")), 1, "changed long after the fourth");

        assertThat(of(course)).containsExactly(first, second, changed, fourth, last);
    }

    @Test
    void the_newest_of_some_kinds_come_from_open_episodes_alone() {
        Samples.Course course = samples.course(store, "Ada");
        Samples.Course other = samples.course(store, "Bea");
        Samples.Course closed = samples.course(store, "Cleo");
        EpisodeEntry earlier = add(pain(course, DAY, "3"), 1);
        EpisodeEntry later = add(entry(other, "pain-vas", DAY, Map.of("millimetres", "30")), 2);
        EpisodeEntry newest = add(pain(other, DAY.plusDays(1), "2"), 0);
        add(pain(course, DAY.minusDays(1), "8"), 3);
        add(entry(course, "goal", DAY, Map.of("words", "run")), 4);
        EpisodeEntry ofClosed = add(pain(closed, DAY, "9"), 5);
        close(closed.episode());

        assertThat(since(DAY, "pain", "pain-vas")).containsExactly(newest, later, earlier);
        assertThat(since(DAY, "pain")).containsExactly(newest, earlier);
        assertThat(since(DAY.plusDays(2), "pain")).isEmpty();
        assertThat(since(DAY, "pai", "ain", "vas")).as("parts of kinds").isEmpty();
        assertThat(since(DAY)).isEmpty();
        assertThat(failure(() -> since(DAY, "%")).reason()).isEqualTo(Reason.INVALID);
        assertThat(of(closed)).containsExactly(ofClosed);
    }
}
