package org.plinth.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;

/** The current state that a refusal carries, as programs see it. */
public final class ClinicStates {

    private ClinicStates() {}

    /** As JSON; empty for what is not shown. */
    public static Optional<JsonNode> json(Object state) {
        if (state instanceof Visit visit) {
            return Optional.of(ClinicJson.of(visit));
        } else if (state instanceof Patient patient) {
            return Optional.of(ClinicJson.of(patient));
        } else if (state instanceof Episode episode) {
            return Optional.of(ClinicJson.of(episode));
        } else if (state instanceof PositionTest test) {
            return Optional.of(ClinicJson.of(test));
        } else if (state instanceof Recording recording) {
            return Optional.of(ClinicJson.of(recording));
        } else if (state instanceof OwnPosition position) {
            return Optional.of(PositionJson.of(position));
        } else if (state instanceof Trial trial) {
            return Optional.of(TrialJson.of(trial));
        }
        return Optional.empty();
    }
}
