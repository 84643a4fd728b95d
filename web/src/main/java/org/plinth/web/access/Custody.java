package org.plinth.web.access;

import java.time.Instant;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Subject;
import org.plinth.web.store.AccessStore.Holding;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;

/** Whose things are. Any thread; blocks. */
public interface Custody {

    /** Whose this is, and what the account has to do with it; empty if there is none. */
    Optional<Holding> find(Subject kind, Id<Subject> thing, Account viewer, Instant now);

    /** The clinic of this id. */
    Clinic clinic(Id<Clinic> id);

    /** Notes a read by a guest or in an emergency. */
    void noteRead(Act act, Id<Patient> patient, Id<Clinic> readersClinic, String route);

    /** As the store knows it. */
    static Custody of(Store store) {
        return new Custody() {
            @Override
            public Optional<Holding> find(Subject kind, Id<Subject> thing, Account viewer, Instant now) {
                return store.read(stores -> stores.access().holding(kind, thing, viewer, now));
            }

            @Override
            public Clinic clinic(Id<Clinic> id) {
                return store.read(stores -> stores.clinics().find(id)).orElseThrow();
            }

            @Override
            public void noteRead(Act act, Id<Patient> patient, Id<Clinic> readersClinic, String route) {
                store.write(act, stores -> {
                    stores.access().noteRead(patient, readersClinic, route);
                    return true;
                });
            }
        };
    }
}
