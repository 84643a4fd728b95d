package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Emergency;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.PatientShare;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Subject;
import org.plinth.web.clinic.Trial;
import org.plinth.web.store.AccessStore.Holding;

/** Whose a thing is, who is of a patient's team, what is shared, and who was told of an emergency. */
abstract class StoreAccessContract extends StorePrivacyContract {

    private static final Instant NOW = Samples.NOW;

    private Account colleague(String login, Role role) {
        Account account = samples.account(login, role, Optional.empty());
        store.write(samples.act("account.add"), s -> {
            s.accounts().add(account, "hash");
            return true;
        });
        return account;
    }

    private PatientAccess restrict(Samples.Course course, Account... team) {
        Set<Id<Account>> ids = Arrays.stream(team).map(Account::id).collect(Collectors.toSet());
        PatientAccess before = access(course);
        PatientAccess asked = new PatientAccess(course.patient().id(), clinic(), before.version(), true, ids);
        return store.write(
                because("access.change", "a colleague"), s -> s.access().change(asked));
    }

    private PatientAccess access(Samples.Course course) {
        return store.read(s -> s.access().of(clinic(), course.patient().id()));
    }

    private Set<Id<Patient>> hidden(Account viewer, Instant at) {
        return store.read(s -> s.access().hidden(clinic(), viewer.id(), at));
    }

    private Act because(String action, String reason) {
        return new Act(clinic(), samples.clinician.id(), NOW, action, reason, "");
    }

    private Optional<Holding> holding(Subject kind, Id<?> thing, Account viewer, Instant at) {
        return maybe(s -> s.access().holding(kind, new Id<>(thing.value()), viewer, at));
    }

    @Test
    void every_kind_of_thing_leads_to_its_clinic_and_patient() {
        Samples.Course course = samples.course(store, "Ada");
        Trial trial = samples.record(store, course.test(), Side.LEFT, 60).get(0);
        Id<Recording> recording = trial.recording();

        for (var thing : Map.<Subject, Id<?>>of(
                        Subject.PATIENT, course.patient().id(),
                        Subject.EPISODE, course.episode().id(),
                        Subject.VISIT, course.visit().id(),
                        Subject.TEST, course.test().id(),
                        Subject.RECORDING, recording,
                        Subject.TRIAL, trial.id())
                .entrySet()) {
            assertThat(holding(thing.getKey(), thing.getValue(), samples.clinician, NOW))
                    .as(thing.getKey().name())
                    .contains(new Holding(
                            clinic(),
                            Optional.of(course.patient().id()),
                            false,
                            false,
                            Optional.empty(),
                            Optional.empty()));
        }
        assertThat(holding(Subject.SENSOR, samples.sensor.id(), samples.clinician, NOW))
                .map(Holding::clinic)
                .contains(clinic());
        assertThat(holding(Subject.VISIT, course.patient().id(), samples.clinician, NOW))
                .isEmpty();
    }

    @Test
    void team_is_said_whole_each_time_and_every_version_names_the_one_that_was_seen() {
        Samples.Course course = samples.course(store, "Ada");
        Account assistant = colleague("assistant", Role.ASSISTANT);

        PatientAccess first = restrict(course, samples.clinician, assistant);
        PatientAccess second = restrict(course, samples.clinician);

        assertThat(first.version()).isEqualTo(1);
        assertThat(access(course)).isEqualTo(second);
        assertThat(second.team()).containsExactly(samples.clinician.id());
        assertThat(all(s -> s.access().restricted(clinic()))).containsExactly(second);
        StoreFailure late = failure(() ->
                store.write(because("access.change", "late"), s -> s.access().change(first)));
        assertThat(late.reason()).isEqualTo(StoreFailure.Reason.OLD_VERSION);
        assertThat(late.current()).contains(second);
        assertThat(all(s -> s.audit()
                                .about(clinic(), "patient:" + course.patient().id()))
                        .stream()
                        .filter(event -> event.action().equals("access.change"))
                        .toList())
                .hasSize(2)
                .allMatch(event -> event.reason().startsWith("sha256:"))
                .last()
                .satisfies(event -> assertThat(event.before().orElseThrow())
                        .contains(assistant.id().toString()));
    }

    @Test
    void restricted_patient_is_hidden_but_from_her_team() {
        Samples.Course course = samples.course(store, "Ada");
        samples.course(store, "Grace");
        Account other = colleague("other", Role.CLINICIAN);
        restrict(course, samples.clinician);

        assertThat(hidden(samples.clinician, NOW)).isEmpty();
        assertThat(hidden(other, NOW)).containsExactly(course.patient().id());
        assertThat(holding(Subject.VISIT, course.visit().id(), other, NOW).orElseThrow())
                .matches(thing -> thing.restricted() && !thing.inTeam());
        assertThat(holding(Subject.VISIT, course.visit().id(), samples.clinician, NOW)
                        .orElseThrow())
                .matches(thing -> thing.restricted() && thing.inTeam());
    }

    @Test
    void emergency_opens_one_patient_until_it_ends_and_tells_team_and_owners() {
        Samples.Course course = samples.course(store, "Ada");
        Account other = colleague("other", Role.CLINICIAN);
        Account owner = colleague("owner", Role.OWNER);
        restrict(course, samples.clinician);
        Emergency emergency = new Emergency(
                samples.id(),
                clinic(),
                course.patient().id(),
                other.id(),
                Emergency.Ground.ACUTE_CARE,
                NOW.plus(Emergency.LASTS),
                NOW,
                "collapsed",
                Optional.empty());
        Act act = new Act(clinic(), other.id(), NOW, "emergency.open", "collapsed", "");
        store.write(act, s -> {
            s.access().open(emergency);
            return true;
        });

        assertThat(hidden(other, NOW)).isEmpty();
        assertThat(hidden(other, NOW.plus(Emergency.LASTS))).hasSize(1);
        assertThat(holding(Subject.PATIENT, course.patient().id(), other, NOW)
                        .orElseThrow()
                        .emergency())
                .isPresent();
        for (Account told : new Account[] {samples.clinician, owner}) {
            assertThat(all(s -> s.access().unread(clinic(), told.id())))
                    .containsExactly(new AccessStore.Alert(emergency, other));
        }
        assertThat(all(s -> s.access().unread(clinic(), other.id()))).isEmpty();

        store.write(act, s -> {
            s.access().markRead(clinic(), emergency.id(), owner.id());
            s.access().markRead(clinic(), emergency.id(), owner.id());
            return s.access().endEmergencies(clinic(), course.patient().id(), other.id(), NOW.plusSeconds(1));
        });
        assertThat(all(s -> s.access().unread(clinic(), owner.id()))).isEmpty();
        assertThat(all(s -> s.access().unread(clinic(), samples.clinician.id())))
                .hasSize(1);
        assertThat(hidden(other, NOW.plusSeconds(2))).hasSize(1);
    }

    @Test
    void share_lets_one_clinic_or_one_person_read_until_it_ends() {
        Samples.Course course = samples.course(store, "Ada");
        Samples there = new Samples(2);
        there.found(store);
        Account second = there.account("second", Role.CLINICIAN, Optional.empty());
        store.write(there.act("account.add"), s -> {
            s.accounts().add(second, "hash");
            return true;
        });
        PatientShare share = share(course, there.clinic.id(), Optional.of(there.clinician.id()));

        assertThat(all(s -> s.access().sharedWith(there.clinician, NOW)))
                .containsExactly(new AccessStore.SharedPatient(share, course.patient(), samples.clinic));
        assertThat(all(s -> s.access().sharedWith(second, NOW))).isEmpty();
        assertThat(holding(Subject.VISIT, course.visit().id(), there.clinician, NOW)
                        .orElseThrow()
                        .shareUntil())
                .contains(share.endsAt());
        assertThat(holding(Subject.VISIT, course.visit().id(), second, NOW)
                        .orElseThrow()
                        .shareUntil())
                .isEmpty();
        assertThat(holding(Subject.VISIT, course.visit().id(), there.clinician, share.endsAt())
                        .orElseThrow()
                        .shareUntil())
                .isEmpty();

        store.write(because("access.share.end", "moved"), s -> {
            s.access().endShare(clinic(), share.id());
            s.access().endShare(clinic(), share.id());
            return true;
        });
        assertThat(all(s -> s.access().sharedWith(there.clinician, NOW))).isEmpty();
        assertThat(maybe(s -> s.access().findShare(clinic(), share.id()))
                        .orElseThrow()
                        .endedAt())
                .contains(NOW);
        assertThat(maybe(s -> s.access().findShare(there.clinic.id(), share.id())))
                .isEmpty();
    }

    private PatientShare share(Samples.Course course, Id<Clinic> guest, Optional<Id<Account>> person) {
        PatientShare share = new PatientShare(
                samples.id(),
                clinic(),
                course.patient().id(),
                guest,
                person,
                LocalDate.of(2026, 3, 1),
                "Sample Taker",
                NOW.plus(Duration.ofDays(7)),
                NOW,
                samples.clinician.id(),
                "second opinion",
                Optional.empty());
        store.write(because("access.share", "second opinion"), s -> {
            s.access().share(share);
            return true;
        });
        return share;
    }

    @Test
    void another_clinics_account_cannot_be_of_the_team() {
        Samples.Course course = samples.course(store, "Ada");
        Samples there = new Samples(2);
        there.found(store);

        assertThat(failure(() -> restrict(course, there.clinician)).reason())
                .isEqualTo(StoreFailure.Reason.WRONG_STATE);
        assertThat(access(course).version()).isZero();
    }
}
