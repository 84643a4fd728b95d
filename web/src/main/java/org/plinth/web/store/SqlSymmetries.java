package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Visit;

/** Table {@code symmetry_version}: versions without an identity row; the greatest one of a test stands. */
final class SqlSymmetries {

    private static final String OWN =
            """
            y.test_id AS y_test, y.visit_id AS y_visit,
            y.version AS y_version, y.refused AS y_refused, y.injured AS y_injured, y.k AS y_k, y.lsi_pct AS y_lsi,
            y.lsi_mean_pct AS y_mean, y.lsi_net_pct AS y_net, y.low95_pct AS y_low95, y.high95_pct AS y_high95,
            y.low80_pct AS y_low80, y.high80_pct AS y_high80, y.chance_at_least_threshold AS y_chance,
            y.state AS y_state, y.threshold_pct AS y_threshold, y.sem_pct AS y_sem, y.sem_source AS y_source,
            y.sem_provisional AS y_provisional, y.flags AS y_flags, y.engine_version AS y_engine
            """;
    static final String COLUMNS = OWN + ", pt.position_id AS y_position, v.visit_date AS y_date ";
    private static final String FROM =
            """
            FROM symmetry_version y JOIN visit v ON v.id = y.visit_id JOIN position_test pt ON pt.id = y.test_id
            WHERE y.clinic_id = ?
                AND NOT EXISTS (SELECT 1 FROM symmetry_version n WHERE n.test_id = y.test_id AND n.version > y.version)
            """;
    private static final String NEWEST = "SELECT " + COLUMNS + FROM;
    private static final String IN_ORDER = " ORDER BY v.started_at, pt.created_at, y.test_id";
    private static final String OF_TEST = NEWEST + " AND y.test_id = ?";
    private static final String OF_VISIT = NEWEST + " AND y.visit_id = ?" + IN_ORDER;
    /** With a place for the marks of a list of patients. */
    static final String OF_PATIENTS =
            "SELECT v.episode_id AS v_episode, " + COLUMNS + FROM + " AND y.patient_id IN (%s)" + IN_ORDER;

    /**
     * Every version: to ask of each whether there is a later one costs more than to read the few that are not the last. Without her
     * visits and tests, which are read once and not once more for each.
     */
    private static final String OF_PATIENT = "SELECT " + OWN
            + " FROM symmetry_version y WHERE y.clinic_id = ? AND y.patient_id = ? ORDER BY y.test_id, y.version";

    private static final String PATIENT = "SELECT patient_id FROM position_test WHERE clinic_id = ? AND id = ?";

    private final Transaction tx;

    SqlSymmetries(Transaction tx) {
        this.tx = tx;
    }

    void put(Id<Clinic> clinic, TestSymmetry symmetry) {
        Optional<TestSymmetry> before = ofTest(clinic, symmetry.test());
        int version = before.map(TestSymmetry::version).orElse(0) + 1;
        boolean same = before.isPresent()
                && before.get().outcome().equals(symmetry.outcome())
                && before.get().engineVersion().equals(symmetry.engineVersion());
        if (same) {
            return;
        }
        Id<Patient> patient = tx.one(PATIENT, row -> row.<Patient>id("patient_id"), clinic, symmetry.test())
                .orElseThrow(() -> StoreFailure.notFound("test " + symmetry.test()));
        Row content = content(clinic, patient, symmetry, version);
        tx.insert(content.by(tx.act()));
        tx.note(
                "symmetry:" + symmetry.test(),
                before.map(old -> content(clinic, patient, old, old.version()).audited()),
                Optional.of(content.audited()));
    }

    Optional<TestSymmetry> ofTest(Id<Clinic> clinic, Id<PositionTest> test) {
        return tx.one(OF_TEST, SqlSymmetries::read, clinic, test);
    }

    List<TestSymmetry> ofVisit(Id<Clinic> clinic, Id<Visit> visit) {
        return tx.list(OF_VISIT, SqlSymmetries::read, clinic, visit);
    }

    /** Oldest test first; her visits and tests are known. */
    List<TestSymmetry> ofPatient(Id<Clinic> clinic, Id<Patient> patient, ByVisit visits, List<PositionTest> tests) {
        Map<Id<PositionTest>, PositionTest> known =
                tests.stream().collect(Collectors.toMap(PositionTest::id, Function.identity()));
        record At(TestSymmetry symmetry, Instant startedAt, Instant createdAt) {}
        Map<Id<PositionTest>, At> last = new LinkedHashMap<>();
        tx.list(
                        OF_PATIENT,
                        row -> {
                            Optional<PositionTest> test =
                                    Optional.ofNullable(known.get(row.<PositionTest>id("y_test")));
                            Optional<Visit> visit = visits.find(row.id("y_visit"));
                            return test.isEmpty() || visit.isEmpty()
                                    ? Optional.<At>empty()
                                    : Optional.of(new At(
                                            read(
                                                    row,
                                                    test.get().positionId(),
                                                    visit.get().date()),
                                            visit.get().startedAt(),
                                            test.get().createdAt()));
                        },
                        clinic,
                        patient)
                .forEach(found -> found.ifPresent(one -> last.put(one.symmetry().test(), one)));
        return last.values().stream()
                .sorted(Comparator.comparing(At::startedAt).thenComparing(At::createdAt))
                .map(At::symmetry)
                .toList();
    }

    private static Row content(Id<Clinic> clinic, Id<Patient> patient, TestSymmetry symmetry, int version) {
        Row row = Row.of("symmetry_version")
                .set("test_id", symmetry.test())
                .set("version", version)
                .set("clinic_id", clinic)
                .set("patient_id", patient)
                .set("visit_id", symmetry.visit())
                .set("engine_version", symmetry.engineVersion());
        SymmetryOutcome outcome = symmetry.outcome();
        if (outcome instanceof SymmetryOutcome.Refused refused) {
            return row.set("refused", refused.reason());
        }
        return outcome.symmetry().map(found -> values(row, found)).orElse(row);
    }

    private static Row values(Row row, SymmetryOutcome.Symmetry found) {
        Optional<SymmetryInterval> interval = found.interval();
        Optional<MeasurementError> error = found.error();
        return row.set("injured", found.injured())
                .set("k", found.k())
                .set("lsi_pct", found.percent())
                .set("lsi_mean_pct", found.percentOfMeans())
                .set("lsi_net_pct", found.percentNet())
                .set("low95_pct", interval.map(SymmetryInterval::low95))
                .set("high95_pct", interval.map(SymmetryInterval::high95))
                .set("low80_pct", interval.map(SymmetryInterval::low80))
                .set("high80_pct", interval.map(SymmetryInterval::high80))
                .set("chance_at_least_threshold", interval.map(SymmetryInterval::chanceAtLeastThreshold))
                .set("state", found.state())
                .set("threshold_pct", found.thresholdPercent())
                .set("sem_pct", error.map(MeasurementError::semPercent))
                .set("sem_source", error.map(MeasurementError::source))
                .set("sem_provisional", error.map(MeasurementError::provisional))
                .set("flags", found.flags());
    }

    static TestSymmetry read(Found row) throws SQLException {
        return read(row, row.text("y_position"), row.date("y_date"));
    }

    private static TestSymmetry read(Found row, String position, LocalDate date) throws SQLException {
        return new TestSymmetry(
                row.id("y_test"),
                row.id("y_visit"),
                position,
                date,
                row.number("y_version"),
                outcome(row),
                row.text("y_engine"));
    }

    private static SymmetryOutcome outcome(Found row) throws SQLException {
        Optional<String> refused = row.optionalText("y_refused");
        if (refused.isPresent()) {
            return new SymmetryOutcome.Refused(SymmetryRefusal.valueOf(refused.get()));
        }
        return new SymmetryOutcome.Symmetry(
                row.constant("y_injured", Side.class),
                row.number("y_k"),
                row.real("y_lsi"),
                row.real("y_mean"),
                row.optionalReal("y_net"),
                interval(row),
                row.constant("y_state", ThresholdState.class),
                row.real("y_threshold"),
                error(row),
                row.constants("y_flags", ResultFlag::valueOf));
    }

    private static Optional<SymmetryInterval> interval(Found row) throws SQLException {
        if (row.optionalReal("y_low95").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SymmetryInterval(
                row.real("y_low95"),
                row.real("y_high95"),
                row.real("y_low80"),
                row.real("y_high80"),
                row.real("y_chance")));
    }

    private static Optional<MeasurementError> error(Found row) throws SQLException {
        if (row.optionalReal("y_sem").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MeasurementError(row.real("y_sem"), row.text("y_source"), row.is("y_provisional")));
    }
}
