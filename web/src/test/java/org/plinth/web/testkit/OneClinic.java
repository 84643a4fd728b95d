package org.plinth.web.testkit;

import java.time.Instant;
import java.util.Optional;
import org.plinth.web.access.Custody;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Subject;
import org.plinth.web.store.AccessStore.Holding;
import org.plinth.web.store.Act;

/** Everything that is asked for is there, in the asker's clinic; the id of a thing is that of its patient. */
public final class OneClinic implements Custody {

    @Override
    public Optional<Holding> find(Subject kind, Id<Subject> thing, Account viewer, Instant now) {
        Optional<Id<Patient>> patient = kind.isOfPatient() ? Optional.of(new Id<>(thing.value())) : Optional.empty();
        return Optional.of(new Holding(viewer.clinic(), patient, false, false, Optional.empty(), Optional.empty()));
    }

    @Override
    public Clinic clinic(Id<Clinic> id) {
        throw new IllegalStateException("there is only one");
    }

    @Override
    public void noteRead(Act act, Id<Patient> patient, Id<Clinic> readersClinic, String route) {
        throw new IllegalStateException("nobody is a guest");
    }
}
