package org.plinth.web.store;

import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/** Clinics and their settings. */
public interface ClinicStore {

    /** Adds one; the act's clinic must be it. */
    void add(Clinic clinic);

    /** Changes its settings. Stored values never change with them. */
    void change(Clinic clinic);

    /** The one with this id. */
    Optional<Clinic> find(Id<Clinic> id);

    /** All, by name. */
    List<Clinic> all();
}
