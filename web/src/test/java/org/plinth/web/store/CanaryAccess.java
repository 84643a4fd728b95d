package org.plinth.web.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Emergency;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Invitation;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.PatientShare;
import org.plinth.web.clinic.Role;

/** Everything about who may see a patient and how she logs in, with a word in it that must not stay. */
final class CanaryAccess {

    private CanaryAccess() {}

    /** Of this course's patient, who has a login already. */
    static void add(Samples samples, Store store, Samples.Course course, String word) {
        Id<Clinic> clinic = samples.clinic.id();
        Id<Patient> patient = course.patient().id();
        Clinic guest = new Clinic(samples.id(), "Sample guest", samples.clinic.zone(), ForceUnit.NEWTON, 90, true);
        Act act = new Act(clinic, samples.clinician.id(), Samples.NOW, "access", word, "");
        store.write(new Act(guest.id(), Act.PLINTH, Samples.NOW, "clinic", "", ""), s -> {
            s.clinics().add(guest);
            return true;
        });
        Account owner = new Account(
                samples.id(), clinic, "owner-" + guest.id(), "Sample owner", Role.OWNER, Optional.empty(), false);
        Emergency emergency = emergency(samples, patient, word);
        PatientShare share = share(samples, patient, guest.id(), word);
        // Words are typed about the patient; what is done with an account or an invitation has none.
        Act quiet = new Act(clinic, samples.clinician.id(), Samples.NOW, "account", "", "");
        store.write(quiet, s -> {
            s.accounts().add(owner, "hash");
            Account hers = s.accounts().findOfPatient(clinic, patient).orElseThrow();
            s.signIn().offerFactor(clinic, hers.id(), word);
            s.signIn().setRecoveryCodes(clinic, hers.id(), List.of("ab".repeat(32)));
            s.signIn().invite(invitation(samples, patient, word), "cd".repeat(32));
            return true;
        });
        store.write(act, s -> {
            s.access().change(new PatientAccess(patient, clinic, 0, true, Set.of(samples.clinician.id())));
            s.access().share(share);
            s.access().open(emergency);
            return true;
        });
        store.write(quiet, s -> {
            s.access().markRead(clinic, emergency.id(), owner.id());
            return true;
        });
        store.write(act, s -> {
            s.access().endShare(clinic, share.id());
            return s.access().endEmergencies(clinic, patient, samples.clinician.id(), Samples.NOW);
        });
    }

    private static Invitation invitation(Samples samples, Id<Patient> patient, String word) {
        return new Invitation(
                samples.id(),
                samples.clinic.id(),
                Role.PATIENT,
                Optional.of(patient),
                Optional.empty(),
                word,
                Samples.NOW,
                samples.clinician.id(),
                Samples.NOW.plusSeconds(60));
    }

    private static PatientShare share(Samples samples, Id<Patient> patient, Id<Clinic> guest, String word) {
        return new PatientShare(
                samples.id(),
                samples.clinic.id(),
                patient,
                guest,
                Optional.empty(),
                LocalDate.of(2026, 3, 1),
                word,
                Samples.NOW.plusSeconds(60),
                Samples.NOW,
                samples.clinician.id(),
                word,
                Optional.empty());
    }

    private static Emergency emergency(Samples samples, Id<Patient> patient, String word) {
        return new Emergency(
                samples.id(),
                samples.clinic.id(),
                patient,
                samples.clinician.id(),
                Emergency.Ground.ACUTE_CARE,
                Samples.NOW.plusSeconds(60),
                Samples.NOW,
                word,
                Optional.empty());
    }
}
