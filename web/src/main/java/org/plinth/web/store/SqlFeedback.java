package org.plinth.web.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Feedback;
import org.plinth.web.clinic.Feedback.Cue;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;

/** Table {@code recording_feedback}: rows are added, never changed. */
final class SqlFeedback implements FeedbackStore {

    private static final String OF_TEST =
            """
            SELECT f.* FROM recording_feedback f JOIN recording r ON r.id = f.recording_id
            WHERE f.clinic_id = ? AND r.test_id = ?""";
    private static final String NEWEST =
            """
            SELECT f.* FROM recording_feedback f JOIN recording r ON r.id = f.recording_id
            JOIN position_test t ON t.id = r.test_id
            WHERE f.clinic_id = ? AND r.patient_id = ? AND t.position_id = ?
            ORDER BY r.started_at DESC, r.id DESC FETCH FIRST 1 ROW ONLY""";

    private final Transaction tx;

    private final SqlStores stores;

    SqlFeedback(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
    }

    @Override
    public void add(Id<Clinic> clinic, Id<Recording> recording, Feedback feedback) {
        tx.requireClinic(clinic);
        if (stores.recordings().find(clinic, recording).isEmpty()) {
            throw StoreFailure.notFound("recording " + recording);
        }
        Row row = Row.of("recording_feedback")
                .set("recording_id", recording)
                .set("clinic_id", clinic)
                .set("tones", feedback.tones())
                .set("voice", feedback.voice())
                .set("cues", feedback.cues())
                .set("patient_sees", feedback.patientSees());
        tx.insert(row);
        tx.note("recording:" + recording, Optional.empty(), Optional.of(row.audited()));
    }

    @Override
    public Map<Id<Recording>, Feedback> ofTest(Id<Clinic> clinic, Id<PositionTest> test) {
        Map<Id<Recording>, Feedback> all = new HashMap<>();
        tx.list(OF_TEST, row -> Map.entry(row.<Recording>id("recording_id"), read(row)), clinic, test)
                .forEach(one -> all.put(one.getKey(), one.getValue()));
        return all;
    }

    @Override
    public Optional<Feedback> newest(Id<Clinic> clinic, Id<Patient> patient, String positionId) {
        return tx.one(NEWEST, SqlFeedback::read, clinic, patient, positionId);
    }

    private static Feedback read(Found row) throws SQLException {
        return new Feedback(row.is("tones"), row.is("voice"), cues(row.text("cues")), row.is("patient_sees"));
    }

    private static Set<Cue> cues(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Cue::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
