package org.plinth.web.fhir;

import java.util.Optional;
import java.util.Set;
import org.plinth.web.capture.RawForce;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;

/**
 * What resources are made from.
 *
 * @param store the database
 * @param raw what recordings held
 * @param positions the bundled positions and a clinic's own
 * @param keyed names for who must not be named
 * @param texts the catalogue
 */
public record FhirSource(Store store, RawForce raw, ClinicPositions positions, KeyedName keyed, Texts texts) {

    /**
     * Who asks for what.
     *
     * @param clinic whose data
     * @param purpose what for; decides whether people are named, and who is left out
     * @param hidden patients whose record the asker may not see
     * @param curves whether force curves go along
     * @param at when
     */
    public record Asked(Clinic clinic, Purpose purpose, Set<Id<Patient>> hidden, boolean curves, java.time.Instant at) {

        /** Copies the set. */
        public Asked {
            hidden = Set.copyOf(hidden);
        }
    }

    /** What may be said to who asks. */
    Disclosure disclosure(Asked asked) {
        return new Disclosure(asked.clinic(), asked.purpose(), keyed, asked.curves());
    }

    /** One patient's record, if she is here. */
    Optional<PatientRecord> record(Disclosure disclosure, Id<Patient> patient) {
        return store.read(stores -> PatientRecord.of(stores, disclosure, patient));
    }
}
