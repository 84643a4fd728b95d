package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Visit;

/** Tables {@code result} and {@code result_version}; symmetries are in {@link SqlSymmetries}. */
final class SqlResults implements ResultStore {

    private static final String OWN =
            """
            s.id AS s_id, s.clinic_id AS s_clinic, s.patient_id AS s_patient, s.visit_id AS s_visit, s.test_id AS s_test,
            sv.version AS s_version, sv.tested_at AS s_tested, sv.series_key AS s_key, sv.k AS s_k,
            sv.best_n AS s_best, sv.mean_n AS s_mean, sv.cv_pct AS s_cv, sv.flags AS s_flags, sv.efforts_made AS s_made,
            sv.efforts_kept AS s_kept, sv.input_hash AS s_input, sv.sensor AS s_sensor, sv.firmware AS s_firmware,
            sv.calibration_id AS s_calibration, sv.clinician AS s_clinician, sv.engine_version AS s_engine
            """;
    static final String COLUMNS = OWN + ", v.visit_date AS s_date ";
    private static final String HEAD =
            " JOIN result_version sv ON sv.result_id = s.id AND sv.version = s.head_version ";
    private static final String STANDING =
            "SELECT " + COLUMNS + " FROM result s" + HEAD + "JOIN visit v ON v.id = s.visit_id WHERE s.clinic_id = ? ";
    private static final String IN_ORDER = " AND sv.withdrawn = FALSE ORDER BY v.started_at, s.test_id, s.side";
    private static final String OF_TEST = STANDING + "AND s.test_id = ?" + IN_ORDER;
    private static final String OF_VISIT = STANDING + "AND s.visit_id = ?" + IN_ORDER;

    /** Without her visits, which are read once and not once more for each result. */
    private static final String OF_PATIENT = "SELECT " + OWN + " FROM result s" + HEAD
            + "WHERE s.clinic_id = ? AND s.patient_id = ? AND sv.withdrawn = FALSE ORDER BY s.test_id, s.side";

    /** With a place for the marks of a list of patients. */
    static final String OF_PATIENTS = "SELECT v.episode_id AS v_episode, " + COLUMNS + " FROM result s" + HEAD
            + "JOIN visit v ON v.id = s.visit_id WHERE s.clinic_id = ? AND s.patient_id IN (%s)" + IN_ORDER;

    private static final String HEADS = "SELECT s.id, s.side, s.head_version, sv.withdrawn FROM result s" + HEAD
            + "WHERE s.clinic_id = ? AND s.test_id = ?";
    private static final String WITHDRAWN = "SELECT s.id, s.test_id, s.side, s.head_version FROM result s" + HEAD
            + "WHERE s.clinic_id = ? AND s.patient_id = ? AND sv.withdrawn = TRUE ORDER BY s.id";
    private static final String EXPORT = "SELECT " + COLUMNS + ", " + SqlPatients.COLUMNS + ", "
            + SqlSymmetries.COLUMNS
            + """
            , e.id AS e_id, ev.involvement AS e_involvement, ev.opened_on AS e_opened, vv.closed AS v_closed
            FROM visit v JOIN visit_version vv ON vv.visit_id = v.id AND vv.version = v.head_version
            JOIN result s ON s.visit_id = v.id"""
            + HEAD
            + """
            JOIN patient p ON p.id = v.patient_id
            JOIN patient_version pv ON pv.patient_id = p.id AND pv.version = p.head_version
            JOIN episode e ON e.id = v.episode_id
            JOIN episode_version ev ON ev.episode_id = e.id AND ev.version = e.head_version
            LEFT JOIN symmetry_version y ON y.test_id = s.test_id
                AND y.version = (SELECT MAX(n.version) FROM symmetry_version n WHERE n.test_id = s.test_id)
            LEFT JOIN position_test pt ON pt.id = y.test_id
            WHERE v.clinic_id = ? AND sv.withdrawn = FALSE ORDER BY v.clinic_id, v.started_at""";

    private final Transaction tx;
    private final SqlStores stores;
    private final SqlSymmetries symmetries;
    private final Streaming streaming;

    /**
     * Stores on a transaction.
     *
     * @param streaming makes the connection give rows as it finds them
     */
    SqlResults(Transaction tx, SqlStores stores, Streaming streaming) {
        this.tx = tx;
        this.stores = stores;
        this.streaming = streaming;
        this.symmetries = new SqlSymmetries(tx);
    }

    private record ResultHead(Id<SideResult> id, Side side, int version, boolean withdrawn) {}

    @Override
    public List<SideResult> put(
            Id<Clinic> clinic, Id<PositionTest> test, List<SideResult> results, Optional<TestSymmetry> symmetry) {
        tx.requireClinic(clinic);
        List<ResultHead> heads = tx.list(HEADS, SqlResults::readHead, clinic, test);
        List<SideResult> before = ofTest(clinic, test);
        Set<Side> given = EnumSet.noneOf(Side.class);
        for (SideResult result : results) {
            if (!result.test().equals(test) || !given.add(result.key().side())) {
                throw StoreFailure.invalid("results", "one of another test, or two of a side");
            }
            Side side = result.key().side();
            Optional<ResultHead> head =
                    heads.stream().filter(one -> one.side() == side).findFirst();
            Optional<SideResult> old =
                    before.stream().filter(one -> one.key().side() == side).findFirst();
            put(result, head, old);
        }
        heads.stream()
                .filter(head -> !head.withdrawn() && !given.contains(head.side()))
                .forEach(head -> withdraw(clinic, head, before));
        symmetry.ifPresent(newest -> symmetries.put(clinic, newest));
        return ofTest(clinic, test);
    }

    private void put(SideResult result, Optional<ResultHead> head, Optional<SideResult> old) {
        if (head.isEmpty()) {
            add(result);
            return;
        }
        SideResult next = withVersion(result, head.get().id(), head.get().version() + 1);
        boolean same = old.isPresent()
                && withVersion(old.get(), next.id(), next.version()).equals(next);
        if (!same) {
            Heads.RESULT.move(tx, result.clinic(), next.id(), head.get().version(), () -> result);
            insert(next, old.map(SqlResults::content).map(Row::audited));
        }
    }

    private void add(SideResult result) {
        SideResult first = withVersion(result, result.id(), 1);
        tx.insert(Row.of("result")
                .set("id", first.id())
                .set("clinic_id", first.clinic())
                .set("patient_id", first.patient())
                .set("visit_id", first.visit())
                .set("test_id", first.test())
                .set("side", first.key().side())
                .set("head_version", 1));
        insert(first, Optional.empty());
    }

    private void insert(SideResult result, Optional<String> before) {
        Row content = content(result);
        tx.insert(content.by(tx.act()));
        tx.note("result:" + result.id(), before, Optional.of(content.audited()));
    }

    private void withdraw(Id<Clinic> clinic, ResultHead head, List<SideResult> before) {
        int version = Heads.RESULT.move(tx, clinic, head.id(), head.version(), () -> head);
        Row content = Row.of("result_version")
                .set("result_id", head.id())
                .set("version", version)
                .set("clinic_id", clinic)
                .set("withdrawn", true);
        tx.insert(content.by(tx.act()));
        Optional<String> old = before.stream()
                .filter(one -> one.id().equals(head.id()))
                .findFirst()
                .map(one -> content(one).audited());
        tx.note("result:" + head.id(), old, Optional.of(content.audited()));
    }

    @Override
    public List<SideResult> ofTest(Id<Clinic> clinic, Id<PositionTest> test) {
        return tx.list(OF_TEST, SqlResults::read, clinic, test);
    }

    @Override
    public List<SideResult> ofVisit(Id<Clinic> clinic, Id<Visit> visit) {
        return tx.list(OF_VISIT, SqlResults::read, clinic, visit);
    }

    @Override
    public List<SideResult> ofPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return ofPatient(clinic, patient, stores.visits().ofPatient(clinic, patient));
    }

    @Override
    public List<SideResult> ofPatient(Id<Clinic> clinic, Id<Patient> patient, List<Visit> visits) {
        ByVisit known = new ByVisit(visits);
        Function<String, SeriesKey> keys = keys();
        record At(SideResult result, Instant startedAt) {}
        return tx
                .list(
                        OF_PATIENT,
                        row -> {
                            Optional<Visit> visit = known.find(row.id("s_visit"));
                            return visit.isEmpty()
                                    ? Optional.<At>empty()
                                    : Optional.of(new At(
                                            read(row, keys, visit.get().date()),
                                            visit.get().startedAt()));
                        },
                        clinic,
                        patient)
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(At::startedAt))
                .map(At::result)
                .toList();
    }

    @Override
    public List<Withdrawn> withdrawnOfPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(
                WITHDRAWN,
                row -> new Withdrawn(
                        row.id("id"), row.id("test_id"), row.constant("side", Side.class), row.number("head_version")),
                clinic,
                patient);
    }

    @Override
    public Optional<TestSymmetry> symmetryOfTest(Id<Clinic> clinic, Id<PositionTest> test) {
        return symmetries.ofTest(clinic, test);
    }

    @Override
    public List<TestSymmetry> symmetriesOfVisit(Id<Clinic> clinic, Id<Visit> visit) {
        return symmetries.ofVisit(clinic, visit);
    }

    @Override
    public List<TestSymmetry> symmetriesOfPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return symmetriesOfPatient(
                clinic,
                patient,
                stores.visits().ofPatient(clinic, patient),
                stores.visits().testsOfPatient(clinic, patient));
    }

    @Override
    public List<TestSymmetry> symmetriesOfPatient(
            Id<Clinic> clinic, Id<Patient> patient, List<Visit> visits, List<PositionTest> tests) {
        return symmetries.ofPatient(clinic, patient, new ByVisit(visits), tests);
    }

    @Override
    public void export(Id<Clinic> clinic, Consumer<ExportRow> row) {
        streaming.set(true);
        try {
            tx.stream(EXPORT, SqlResults::readExport, row, clinic);
        } finally {
            streaming.set(false);
        }
    }

    private static SideResult withVersion(SideResult result, Id<SideResult> id, int version) {
        return new SideResult(
                id,
                result.clinic(),
                result.patient(),
                result.visit(),
                result.test(),
                version,
                result.date(),
                result.testedAt().truncatedTo(ChronoUnit.MICROS),
                result.key(),
                result.value(),
                result.effortsMade(),
                result.effortsKept(),
                result.provenance());
    }

    private static Row content(SideResult result) {
        SideResult.Provenance from = result.provenance();
        return Row.of("result_version")
                .set("result_id", result.id())
                .set("version", result.version())
                .set("clinic_id", result.clinic())
                .set("withdrawn", false)
                .set("tested_at", result.testedAt())
                .set("series_key", result.key().canonical())
                .set("k", result.value().k())
                .set("best_n", result.value().best().newtons())
                .set("mean_n", result.value().mean().newtons())
                .set("cv_pct", result.value().cvPercent())
                .set("flags", result.value().flags())
                .set("efforts_made", result.effortsMade())
                .set("efforts_kept", result.effortsKept())
                .set("input_hash", from.inputHash())
                .set("sensor", from.sensor())
                .set("firmware", from.firmware())
                .set("calibration_id", from.calibrationId())
                .set("clinician", from.clinician())
                .set("engine_version", from.engineVersion());
    }

    private static ResultHead readHead(Found row) throws SQLException {
        return new ResultHead(
                row.id("id"), row.constant("side", Side.class), row.number("head_version"), row.is("withdrawn"));
    }

    static SideResult read(Found row) throws SQLException {
        return read(row, SeriesKeyText::parse, row.date("s_date"));
    }

    /** Of many rows: a series has one key, which need not be read from its text for each of them. */
    static Found.Reading<SideResult> reading() {
        Function<String, SeriesKey> keys = keys();
        return row -> read(row, keys, row.date("s_date"));
    }

    private static Function<String, SeriesKey> keys() {
        Map<String, SeriesKey> known = new HashMap<>();
        return text -> known.computeIfAbsent(text, SeriesKeyText::parse);
    }

    private static SideResult read(Found row, Function<String, SeriesKey> key, LocalDate date) throws SQLException {
        return new SideResult(
                row.id("s_id"),
                row.id("s_clinic"),
                row.id("s_patient"),
                row.id("s_visit"),
                row.id("s_test"),
                row.number("s_version"),
                date,
                row.instant("s_tested"),
                key.apply(row.text("s_key")),
                new TestValue(
                        row.number("s_k"),
                        Force.ofNewtons(row.real("s_best")),
                        Force.ofNewtons(row.real("s_mean")),
                        row.optionalReal("s_cv"),
                        row.constants("s_flags", ResultFlag::valueOf)),
                row.number("s_made"),
                row.number("s_kept"),
                new SideResult.Provenance(
                        row.text("s_input"),
                        row.text("s_sensor"),
                        row.text("s_firmware"),
                        row.text("s_calibration"),
                        row.text("s_clinician"),
                        row.text("s_engine")));
    }

    private static ExportRow readExport(Found row) throws SQLException {
        return new ExportRow(
                read(row),
                SqlPatients.read(row),
                row.id("e_id"),
                row.constant("e_involvement", Involvement.class),
                row.date("e_opened"),
                row.is("v_closed"),
                row.optionalId("y_test").isPresent() ? Optional.of(SqlSymmetries.read(row)) : Optional.empty());
    }
}
