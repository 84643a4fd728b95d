package org.plinth.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Feedback;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.store.Store;
import org.plinth.web.visit.TestSheet;

/**
 * What the live page shows beside a sheet: the sensor's range, by which cues efforts were made, and her body mass where it was
 * taken in the last 180 days (decision M18).
 */
final class StageJson {

    private static final int LONGEST_DAYS = 180;

    private final Store store;

    StageJson(Store store) {
        this.store = store;
    }

    /** What was read. */
    private record Said(Map<Id<Recording>, Feedback> ofTest, Optional<Feedback> newest, Optional<Patient> patient) {}

    void addTo(ObjectNode json, TestSheet sheet) {
        Id<Clinic> clinic = sheet.test().clinic();
        Said said = store.read(stores -> new Said(
                stores.feedback().ofTest(clinic, sheet.test().id()),
                stores.feedback()
                        .newest(clinic, sheet.test().patient(), sheet.test().positionId()),
                stores.patients().find(clinic, sheet.test().patient())));
        LocalDate oldest = sheet.visit().date().minusDays(LONGEST_DAYS);
        said.patient()
                .filter(patient ->
                        patient.bodyMassOn().filter(on -> !on.isBefore(oldest)).isPresent())
                .flatMap(Patient::bodyMass)
                .ifPresent(mass -> json.put("bodyMass_kg", mass.kilograms()));
        said.newest().ifPresent(newest -> json.set("lastFeedback", FeedbackJson.of(newest)));
        ObjectNode feedback = json.putObject("feedback");
        said.ofTest().forEach((recording, one) -> feedback.set(recording.toString(), FeedbackJson.of(one)));
        sheet.sensor().capacity().ifPresent(greatest -> sensor(json).put("capacity_N", greatest.newtons()));
    }

    private static ObjectNode sensor(ObjectNode json) {
        JsonNode sensor = json.path("sensor");
        return sensor instanceof ObjectNode known ? known : json.putObject("sensor");
    }
}
