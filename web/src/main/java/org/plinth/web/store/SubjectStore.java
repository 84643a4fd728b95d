package org.plinth.web.store;

import java.util.List;
import java.util.Map;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** All that is stored about one person, table by table: for her right to see it. */
public interface SubjectStore {

    /**
     * Rows about her by table, in every version. Secrets that protect her (keys, hashes of passwords and tokens) are not
     * among them. Values as {@link HistoryStore.Version#fields()} has them; what is not known is absent.
     *
     * @return empty for an unknown patient
     */
    Map<String, List<Map<String, Object>>> rows(Id<Clinic> clinic, Id<Patient> patient);
}
