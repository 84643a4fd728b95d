package org.plinth.web.store;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Visit;

/** Tables {@code visit} and {@code visit_version}; position tests are in {@link SqlTests}. */
final class SqlVisits implements VisitStore {

    static final String COLUMNS =
            """
            v.id AS v_id, v.clinic_id AS v_clinic, v.patient_id AS v_patient, v.episode_id AS v_episode,
            vv.version AS v_version, v.visit_date AS v_date, v.zone AS v_zone, vv.clinician_id AS v_clinician,
            v.started_at AS v_started, vv.closed AS v_closed
            """;
    static final String HEAD = "JOIN visit_version vv ON vv.visit_id = v.id AND vv.version = v.head_version ";

    private static final String FROM = "SELECT " + COLUMNS + " FROM visit v " + HEAD;
    private static final String FIND = FROM + "WHERE v.clinic_id = ? AND v.id = ?";
    private static final String OF_PATIENT =
            FROM + "WHERE v.clinic_id = ? AND v.patient_id = ? ORDER BY v.started_at, v.id";
    private static final String OPEN =
            FROM + "WHERE v.clinic_id = ? AND vv.closed = FALSE ORDER BY v.started_at DESC, v.id";

    private static final String PAGE = " ORDER BY v.clinic_id, v.started_at, v.id FETCH FIRST ? ROWS ONLY";
    private static final String FIRST = FROM + "WHERE v.clinic_id = ?" + PAGE;
    private static final String NEXT =
            FROM + "WHERE v.clinic_id = ? AND v.started_at >= ?" + " AND (v.started_at > ? OR v.id > ?)" + PAGE;

    private final Transaction tx;
    private final SqlStores stores;
    private final SqlTests tests;

    SqlVisits(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
        this.tests = new SqlTests(tx);
    }

    @Override
    public void add(Visit visit) {
        tx.requireClinic(visit.clinic());
        Episode episode = stores.episodes()
                .find(visit.clinic(), visit.episode())
                .orElseThrow(() -> StoreFailure.notFound("episode " + visit.episode()));
        if (!episode.patient().equals(visit.patient())) {
            throw StoreFailure.wrongState("the episode is another patient's", episode);
        }
        Row identity = Row.of("visit")
                .set("id", visit.id())
                .set("clinic_id", visit.clinic())
                .set("patient_id", visit.patient())
                .set("episode_id", visit.episode())
                .set("visit_date", visit.date())
                .set("zone", visit.zone().getId())
                .set("started_at", visit.startedAt())
                .set("head_version", 1);
        tx.insert(identity);
        Row content = content(visit, 1);
        tx.insert(content.by(tx.act()));
        tx.note("visit:" + visit.id(), Optional.empty(), Optional.of(identity.audited(content)));
    }

    @Override
    public Visit amend(Visit visit, int versionSeen) {
        tx.requireClinic(visit.clinic());
        Visit before = known(visit.clinic(), visit.id());
        if (!before.patient().equals(visit.patient()) || !before.episode().equals(visit.episode())) {
            throw StoreFailure.wrongState("visit " + visit.id() + " belongs to another patient or episode", before);
        }
        int version =
                Heads.VISIT.move(tx, visit.clinic(), visit.id(), versionSeen, () -> known(visit.clinic(), visit.id()));
        Row content = content(visit, version);
        tx.insert(content.by(tx.act()));
        tx.note(
                "visit:" + visit.id(),
                Optional.of(content(before, before.version()).audited()),
                Optional.of(content.audited()));
        return known(visit.clinic(), visit.id());
    }

    private Visit known(Id<Clinic> clinic, Id<Visit> visit) {
        return find(clinic, visit).orElseThrow(() -> StoreFailure.notFound("visit " + visit));
    }

    @Override
    public Optional<Visit> find(Id<Clinic> clinic, Id<Visit> visit) {
        return tx.one(FIND, SqlVisits::read, clinic, visit);
    }

    @Override
    public List<Visit> ofPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(OF_PATIENT, SqlVisits::read, clinic, patient);
    }

    @Override
    public List<Visit> next(Id<Clinic> clinic, Optional<Visit> after, int limit) {
        return after.map(last ->
                        tx.list(NEXT, SqlVisits::read, clinic, last.startedAt(), last.startedAt(), last.id(), limit))
                .orElseGet(() -> tx.list(FIRST, SqlVisits::read, clinic, limit));
    }

    @Override
    public List<Visit> open(Id<Clinic> clinic) {
        return tx.list(OPEN, SqlVisits::read, clinic);
    }

    @Override
    public void addTest(PositionTest test) {
        tx.requireClinic(test.clinic());
        Visit visit = known(test.clinic(), test.visit());
        if (visit.closed() || !visit.patient().equals(test.patient())) {
            throw StoreFailure.wrongState("visit " + visit.id() + " is closed or another patient's", visit);
        }
        tests.add(test);
    }

    @Override
    public Optional<PositionTest> findTest(Id<Clinic> clinic, Id<PositionTest> test) {
        return tests.find(clinic, test);
    }

    @Override
    public List<PositionTest> testsOfVisit(Id<Clinic> clinic, Id<Visit> visit) {
        return tests.ofVisit(clinic, visit);
    }

    @Override
    public List<PositionTest> testsOfPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tests.ofPatient(clinic, patient);
    }

    private static Row content(Visit visit, int version) {
        return Row.of("visit_version")
                .set("visit_id", visit.id())
                .set("version", version)
                .set("clinic_id", visit.clinic())
                .set("clinician_id", visit.clinician())
                .set("closed", visit.closed());
    }

    static Visit read(Found row) throws SQLException {
        return new Visit(
                row.id("v_id"),
                row.id("v_clinic"),
                row.id("v_patient"),
                row.id("v_episode"),
                row.number("v_version"),
                row.date("v_date"),
                ZoneId.of(row.text("v_zone")),
                row.id("v_clinician"),
                row.instant("v_started"),
                row.is("v_closed"));
    }
}
