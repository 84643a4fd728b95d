package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;

/** Who tests, apart from who is logged in. */
abstract class StoreTesterContract extends StoreFeedbackContract {

    private static final String LOGIN = "a".repeat(64);
    private static final String OTHER_LOGIN = "b".repeat(64);

    private Account colleague(Role role, Optional<Id<Patient>> patient) {
        Id<Account> id = samples.id();
        Account account = new Account(id, clinic(), "sample-" + id, "Sample colleague", role, patient, false);
        store.write(samples.act("account.add"), s -> {
            s.accounts().add(account, "hash");
            return true;
        });
        return account;
    }

    private void setPin(Id<Account> account, String hash) {
        store.write(samples.act("tester.pin"), s -> {
            s.testers().setPin(clinic(), account, hash);
            return true;
        });
    }

    @Test
    void a_pin_is_kept_replaced_and_taken_away_and_no_row_of_the_audit_holds_it() {
        Account account = colleague(Role.ASSISTANT, Optional.empty());
        setPin(account.id(), "first hash of a pin");
        setPin(account.id(), "second hash of a pin");

        assertThat(maybe(s -> s.testers().pin(clinic(), account.id()))).contains("second hash of a pin");
        assertThat(all(s -> s.testers().withPin(clinic()))).containsExactly(account.id());
        assertThat(maybe(s -> s.testers().pin(new Samples(9).clinic.id(), account.id())))
                .isEmpty();
        assertThat(all(s -> s.audit().about(clinic(), "account:" + account.id()))
                        .toString())
                .contains("tester_pin")
                .doesNotContain("hash of a pin");

        store.write(samples.act("tester.pin.remove"), s -> {
            s.testers().removePin(clinic(), account.id());
            return true;
        });
        assertThat(all(s -> s.testers().withPin(clinic()))).isEmpty();
    }

    @Test
    void a_patient_and_another_clinics_person_get_no_pin() {
        Samples.Course course = samples.course(store, "Ada");
        Account patient = colleague(Role.PATIENT, Optional.of(course.patient().id()));
        Samples other = new Samples(2);
        other.found(store);

        assertThat(failure(() -> setPin(patient.id(), "hash")).reason()).isEqualTo(StoreFailure.Reason.WRONG_STATE);
        assertThat(failure(() -> setPin(other.clinician.id(), "hash")).reason())
                .isEqualTo(StoreFailure.Reason.NOT_FOUND);
    }

    @Test
    void the_newest_switch_of_a_login_counts_at_its_visit_alone() {
        Samples.Course course = samples.course(store, "Ada");
        Samples.Course second = samples.course(store, "Bea");
        Account colleague = colleague(Role.ASSISTANT, Optional.empty());
        store.write(samples.act("tester.switch"), s -> {
            s.testers().switchTo(course.visit(), LOGIN, samples.clinician.id());
            s.testers().switchTo(course.visit(), LOGIN, colleague.id());
            s.testers().switchTo(course.visit(), OTHER_LOGIN, samples.clinician.id());
            return true;
        });

        assertThat(now(course, LOGIN)).contains(colleague.id());
        assertThat(now(course, OTHER_LOGIN)).contains(samples.clinician.id());
        assertThat(now(course, "c".repeat(64))).isEmpty();
        assertThat(now(second, LOGIN)).isEmpty();
        Samples other = new Samples(2);
        other.found(store);
        assertThat(failure(() -> store.write(samples.act("tester.switch"), s -> {
                            s.testers().switchTo(course.visit(), LOGIN, other.clinician.id());
                            return true;
                        }))
                        .reason())
                .isEqualTo(StoreFailure.Reason.NOT_FOUND);
    }

    private Optional<Id<Account>> now(Samples.Course course, String login) {
        return maybe(s -> s.testers().now(clinic(), course.visit().id(), login));
    }

    @Test
    void who_tested_stands_once_with_a_recording_of_the_own_clinic() {
        Samples.Course course = samples.course(store, "Ada");
        Recording recording = samples.recording(course.test(), Side.LEFT, 10);
        store.write(samples.act("recording.start"), s -> {
            s.recordings().add(recording);
            s.testers().tested(clinic(), recording.id(), samples.clinician.id());
            return true;
        });
        Samples other = new Samples(2);
        other.found(store);

        Map<Id<Recording>, Id<Account>> found =
                store.read(s -> s.testers().ofTest(clinic(), course.test().id()));
        assertThat(found).containsOnly(Map.entry(recording.id(), samples.clinician.id()));
        assertThat(failure(() -> tested(samples, recording)).reason()).isEqualTo(StoreFailure.Reason.DUPLICATE);
        assertThat(failure(() -> tested(other, recording)).reason()).isEqualTo(StoreFailure.Reason.NOT_FOUND);
    }

    private void tested(Samples by, Recording recording) {
        store.write(by.act("recording.start"), s -> {
            s.testers().tested(by.clinic.id(), recording.id(), by.clinician.id());
            return true;
        });
    }
}
