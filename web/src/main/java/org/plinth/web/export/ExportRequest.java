package org.plinth.web.export;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.privacy.Purpose;

/**
 * What is asked of an export.
 *
 * @param clinic whose data
 * @param purpose what for; decides who is left out
 * @param hidden patients whose record the asker may not see; nobody where nobody is named
 * @param at when it was asked for
 * @param options of this export alone, such as a period, by name; unknown names are refused by who reads the words
 */
public record ExportRequest(
        Clinic clinic, Purpose purpose, Set<Id<Patient>> hidden, Instant at, Map<String, String> options) {

    /** Copies what may change. */
    public ExportRequest {
        hidden = Set.copyOf(hidden);
        options = Map.copyOf(options);
    }

    /** One option; empty where it was not given. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
