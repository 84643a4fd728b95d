package org.plinth.web.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plinth.core.visit.Side;
import org.plinth.driver.Ledger;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;

/** Tables {@code recording} and {@code recording_version}; trials are in {@link SqlTrials}. */
final class SqlRecordings implements RecordingStore {

    static final String COLUMNS =
            """
            r.id AS r_id, r.clinic_id AS r_clinic, r.patient_id AS r_patient, r.visit_id AS r_visit, r.test_id AS r_test,
            rv.version AS r_version, rv.side AS r_side, rv.state AS r_state, r.driver_id AS r_driver,
            r.driver_version AS r_driver_version, r.calibration_id AS r_calibration, r.started_at AS r_started,
            rv.seal_sha256 AS r_sha256, rv.journal_bytes AS r_bytes, rv.ledger_packets AS r_packets,
            rv.ledger_received AS r_received, rv.ledger_lost AS r_lost, rv.ledger_duplicated AS r_duplicated,
            rv.ledger_late AS r_late, rv.ledger_malformed AS r_malformed, rv.ledger_missing AS r_missing,
            rv.ledger_boundary_gaps AS r_boundary_gaps, rv.ledger_longest_silence_us AS r_silence
            """;
    static final String FROM = " FROM recording r JOIN recording_version rv"
            + " ON rv.recording_id = r.id AND rv.version = r.head_version ";

    private static final String FIND = "SELECT " + COLUMNS + FROM + "WHERE r.clinic_id = ? AND r.id = ?";
    private static final String OF_TEST =
            "SELECT " + COLUMNS + FROM + "WHERE r.clinic_id = ? AND r.test_id = ? ORDER BY r.started_at, r.id";
    private static final String MOVED_TO =
            "SELECT * FROM recording_moved WHERE clinic_id = ? AND from_recording_id = ? ORDER BY at, to_recording_id";
    private static final String MOVED_FROM =
            "SELECT * FROM recording_moved WHERE clinic_id = ? AND to_recording_id = ?";
    /** All efforts of a recording are set aside together; one without any goes with the others of its test. */
    static final String IS_SET_ASIDE =
            """
            EXISTS (SELECT 1 FROM recording_moved m WHERE m.from_recording_id = r.id OR m.to_recording_id = r.id)
            AND EXISTS (SELECT 1 FROM trial t JOIN trial_version tv ON tv.trial_id = t.id AND tv.version = t.head_version
                JOIN recording o ON o.id = t.recording_id
                WHERE o.test_id = r.test_id AND tv.exclusion_reason = 'MOVED'
                AND (o.id = r.id OR NOT EXISTS (SELECT 1 FROM trial x WHERE x.recording_id = r.id)))
            """;

    private static final String SET_ASIDE = "SELECT " + COLUMNS + FROM
            + "WHERE r.clinic_id = ? AND r.patient_id = ? AND " + IS_SET_ASIDE + "ORDER BY r.started_at, r.id";

    private static final String OF_VISIT =
            "SELECT " + COLUMNS + FROM + "WHERE r.clinic_id = ? AND r.visit_id = ? ORDER BY r.started_at, r.id";
    private static final String NEWEST = "SELECT " + COLUMNS + FROM
            + "WHERE r.clinic_id = ? AND rv.state <> 'OPEN' AND EXISTS"
            + " (SELECT 1 FROM patient_version pv WHERE pv.patient_id = r.patient_id) ORDER BY r.started_at DESC, r.id LIMIT ?";
    private static final String PAGE = "SELECT " + COLUMNS + FROM
            + "WHERE r.clinic_id = ? AND rv.state <> 'OPEN' AND r.id > ? AND EXISTS"
            + " (SELECT 1 FROM patient_version pv WHERE pv.patient_id = r.patient_id) ORDER BY r.id LIMIT ?";
    private static final String UNFINISHED =
            "SELECT " + COLUMNS + FROM + "WHERE rv.state = 'OPEN' ORDER BY r.started_at, r.id";
    private static final String ALL_IDS = "SELECT id FROM recording";

    private final Transaction tx;
    private final SqlTrials trials;

    SqlRecordings(Transaction tx) {
        this.tx = tx;
        this.trials = new SqlTrials(tx);
    }

    @Override
    public void add(Recording recording) {
        tx.requireClinic(recording.clinic());
        Row identity = Row.of("recording")
                .set("id", recording.id())
                .set("clinic_id", recording.clinic())
                .set("patient_id", recording.patient())
                .set("visit_id", recording.visit())
                .set("test_id", recording.test())
                .set("driver_id", recording.driverId())
                .set("driver_version", recording.driverVersion())
                .set("calibration_id", recording.calibrationId())
                .set("started_at", recording.startedAt())
                .set("head_version", 1);
        tx.insert(identity);
        Row content = content(recording, 1);
        tx.insert(content.by(tx.act()));
        tx.note("recording:" + recording.id(), Optional.empty(), Optional.of(identity.audited(content)));
    }

    @Override
    public Recording amend(Recording recording, int versionSeen) {
        tx.requireClinic(recording.clinic());
        Recording before = known(recording.clinic(), recording.id());
        int version = Heads.RECORDING.move(
                tx, recording.clinic(), recording.id(), versionSeen, () -> known(recording.clinic(), recording.id()));
        Row content = content(recording, version);
        tx.insert(content.by(tx.act()));
        tx.note(
                "recording:" + recording.id(),
                Optional.of(content(before, before.version()).audited()),
                Optional.of(content.audited()));
        return known(recording.clinic(), recording.id());
    }

    private Recording known(Id<Clinic> clinic, Id<Recording> recording) {
        return find(clinic, recording).orElseThrow(() -> StoreFailure.notFound("recording " + recording));
    }

    @Override
    public Optional<Recording> find(Id<Clinic> clinic, Id<Recording> recording) {
        return tx.one(FIND, SqlRecordings::read, clinic, recording);
    }

    @Override
    public List<Recording> ofTest(Id<Clinic> clinic, Id<PositionTest> test) {
        return tx.list(OF_TEST, SqlRecordings::read, clinic, test);
    }

    @Override
    public List<Recording> ofVisit(Id<Clinic> clinic, Id<Visit> visit) {
        return tx.list(OF_VISIT, SqlRecordings::read, clinic, visit);
    }

    @Override
    public void moved(Id<Clinic> clinic, Id<Recording> from, Id<Recording> to) {
        tx.requireClinic(clinic);
        Row row = Row.of("recording_moved")
                .set("to_recording_id", to)
                .set("from_recording_id", from)
                .set("clinic_id", clinic)
                .set("at", tx.act().at())
                .set("author", tx.act().actor());
        tx.insert(row);
        tx.note("recording:" + from, Optional.empty(), Optional.of(row.audited()));
        tx.note("recording:" + to, Optional.empty(), Optional.of(row.audited()));
    }

    @Override
    public List<Id<Recording>> movedTo(Id<Clinic> clinic, Id<Recording> from) {
        return tx.list(MOVED_TO, row -> row.<Recording>id("to_recording_id"), clinic, from);
    }

    @Override
    public Optional<Id<Recording>> movedFrom(Id<Clinic> clinic, Id<Recording> to) {
        return tx.one(MOVED_FROM, row -> row.<Recording>id("from_recording_id"), clinic, to);
    }

    @Override
    public List<Recording> setAside(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(SET_ASIDE, SqlRecordings::read, clinic, patient);
    }

    @Override
    public List<Recording> newest(Id<Clinic> clinic, int most) {
        return tx.list(NEWEST, SqlRecordings::read, clinic, most);
    }

    @Override
    public List<Recording> page(Id<Clinic> clinic, Optional<Id<Recording>> after, int limit) {
        return tx.list(PAGE, SqlRecordings::read, clinic, after.orElse(new Id<>(new UUID(0, 0))), limit);
    }

    @Override
    public List<Recording> unfinished() {
        return tx.list(UNFINISHED, SqlRecordings::read);
    }

    @Override
    public List<Id<Recording>> unknown(List<Id<Recording>> journals) {
        Set<Id<Recording>> known = new HashSet<>();
        tx.stream(ALL_IDS, row -> row.<Recording>id("id"), known::add);
        return journals.stream().filter(id -> !known.contains(id)).toList();
    }

    @Override
    public void addTrials(Id<Clinic> clinic, List<Trial> added, Engine engine) {
        tx.requireClinic(clinic);
        trials.add(clinic, added, engine);
    }

    @Override
    public void analyseAgain(Id<Clinic> clinic, List<TrialOf> again, Engine engine) {
        tx.requireClinic(clinic);
        trials.analyseAgain(clinic, again, engine);
    }

    @Override
    public Trial decide(Id<Clinic> clinic, Trial trial, int versionSeen) {
        tx.requireClinic(clinic);
        return trials.decide(clinic, trial, versionSeen);
    }

    @Override
    public Optional<TrialOf> findTrial(Id<Clinic> clinic, Id<Trial> trial) {
        return trials.find(clinic, trial);
    }

    @Override
    public List<TrialOf> trialsOfTest(Id<Clinic> clinic, Id<PositionTest> test) {
        return trials.ofTest(clinic, test);
    }

    @Override
    public List<TrialOf> trialsOfVisit(Id<Clinic> clinic, Id<Visit> visit) {
        return trials.ofVisit(clinic, visit);
    }

    private static Row content(Recording recording, int version) {
        Optional<Ledger> ledger = recording.ledger();
        return Row.of("recording_version")
                .set("recording_id", recording.id())
                .set("version", version)
                .set("clinic_id", recording.clinic())
                .set("side", recording.side())
                .set("state", recording.state())
                .set("seal_sha256", recording.seal().map(Recording.Seal::sha256))
                .set("journal_bytes", recording.seal().map(Recording.Seal::bytes))
                .set("ledger_packets", ledger.map(Ledger::packets))
                .set("ledger_received", ledger.map(Ledger::received))
                .set("ledger_lost", ledger.map(Ledger::lost))
                .set("ledger_duplicated", ledger.map(Ledger::duplicated))
                .set("ledger_late", ledger.map(Ledger::late))
                .set("ledger_malformed", ledger.map(Ledger::malformed))
                .set("ledger_missing", ledger.map(Ledger::missing))
                .set("ledger_boundary_gaps", ledger.map(Ledger::boundaryGaps))
                .set("ledger_longest_silence_us", ledger.map(Ledger::longestSilenceMicros));
    }

    static Recording read(Found row) throws SQLException {
        return new Recording(
                row.id("r_id"),
                row.id("r_clinic"),
                row.id("r_patient"),
                row.id("r_visit"),
                row.id("r_test"),
                row.number("r_version"),
                row.constant("r_side", Side.class),
                row.constant("r_state", Recording.State.class),
                row.text("r_driver"),
                row.number("r_driver_version"),
                row.text("r_calibration"),
                row.instant("r_started"),
                seal(row),
                ledger(row));
    }

    private static Optional<Recording.Seal> seal(Found row) throws SQLException {
        Optional<String> sha256 = row.optionalText("r_sha256");
        long bytes = row.bigNumber("r_bytes");
        return sha256.map(hash -> new Recording.Seal(hash, bytes));
    }

    private static Optional<Ledger> ledger(Found row) throws SQLException {
        if (row.optionalBigNumber("r_packets").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Ledger(
                row.bigNumber("r_packets"),
                row.bigNumber("r_received"),
                row.optionalBigNumber("r_lost"),
                row.bigNumber("r_duplicated"),
                row.bigNumber("r_late"),
                row.bigNumber("r_malformed"),
                row.bigNumber("r_missing"),
                row.bigNumber("r_boundary_gaps"),
                row.bigNumber("r_silence")));
    }
}
