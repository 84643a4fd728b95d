package org.plinth.web.export;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;

/** The columns of the results file, format 1. Columns may be added at the end of a group; none changes its meaning. */
final class Columns {

    /** Who and when, for the clinic itself. */
    static final List<Column> NAMED = List.of(
            new Column("patient_id", row -> row.stored().patient().id().toString()),
            new Column("patient", row -> Cells.text(row.stored().patient().name())),
            new Column("birth_date", row -> row.stored().patient().birthDate().toString()),
            new Column("episode_id", row -> row.stored().episode().toString()),
            new Column("visit_id", row -> row.result().visit().toString()),
            new Column("date", row -> row.result().date().toString()),
            new Column("tested_at", row -> row.result()
                    .testedAt()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .atZone(row.zone())
                    .toOffsetDateTime()
                    .toString()),
            new Column("visit_closed", row -> row.stored().visitClosed() ? "yes" : "no"));

    /** What a value is and what it may be compared with. */
    static final List<Column> SERIES = List.of(
            new Column("position", row -> Cells.text(row.result().key().position())),
            new Column(
                    "protocol_version",
                    row -> Integer.toString(row.result().key().protocolVersion())),
            new Column("side", row -> row.result().key().side().name()),
            new Column("side_role", Row::role),
            new Column("fixation", row -> row.result().key().fixation().id()),
            new Column("stabilisation", row -> Cells.text(row.result().key().stabilisation())),
            new Column("sensor_site", row -> Cells.text(row.result().key().sensorSite())),
            new Column("sensor_model", row -> Cells.text(row.result().key().sensorModel())),
            new Column("quantity", row -> Cells.text(row.result().key().quantity())),
            new Column("basis", row -> row.result().key().basis().name()),
            new Column("estimator", row -> Cells.text(row.result().key().estimator())),
            new Column("limb_weight", row -> Cells.text(row.result().key().limbWeight())),
            new Column("provenance", row -> row.result().key().provenance().name()));

    /** The value of the side, and the symmetry of its test. */
    static final List<Column> VALUES = List.of(
            new Column("k", row -> Integer.toString(row.result().value().k())),
            new Column("best_N", row -> Cells.number(row.result().value().best().newtons())),
            new Column("mean_N", row -> Cells.number(row.result().value().mean().newtons())),
            new Column("cv_pct", row -> Cells.number(row.result().value().cvPercent())),
            new Column("cv_withheld", row -> row.result().value().cvPercent().isPresent() ? "" : "TOO_FEW_EFFORTS"),
            new Column("efforts_made", row -> Integer.toString(row.result().effortsMade())),
            new Column("efforts_kept", row -> Integer.toString(row.result().effortsKept())),
            new Column("flags", row -> Cells.names(row.result().value().flags())),
            new Column("lsi_pct", row -> Cells.number(row.symmetry().map(Symmetry::percent))),
            new Column("lsiMean_pct", row -> Cells.number(row.symmetry().map(Symmetry::percentOfMeans))),
            new Column("lsiNet_pct", row -> row.symmetry()
                    .map(Symmetry::percentNet)
                    .map(Cells::number)
                    .orElse("")),
            new Column("lsi_withheld", Row::symmetryWithheld),
            new Column("lsiLow_pct", row -> Cells.number(row.interval().map(SymmetryInterval::low95))),
            new Column("lsiHigh_pct", row -> Cells.number(row.interval().map(SymmetryInterval::high95))),
            new Column("decisionLow_pct", row -> Cells.number(row.interval().map(SymmetryInterval::low80))),
            new Column("decisionHigh_pct", row -> Cells.number(row.interval().map(SymmetryInterval::high80))),
            new Column(
                    "chanceAtLeastThreshold",
                    row -> Cells.number(row.interval().map(SymmetryInterval::chanceAtLeastThreshold))),
            new Column(
                    "interval_withheld",
                    row -> row.symmetry().isPresent() && row.interval().isEmpty()
                            ? "NO_MEASUREMENT_ERROR"
                            : row.symmetryWithheld()),
            new Column("threshold_pct", row -> Cells.number(row.symmetry().map(Symmetry::thresholdPercent))),
            new Column("state", row -> row.symmetry().map(s -> s.state().name()).orElse("")),
            new Column(
                    "sem_pct",
                    row -> Cells.number(row.symmetry().flatMap(Symmetry::error).map(MeasurementError::semPercent))),
            new Column("sem_source", row -> row.symmetry()
                    .flatMap(Symmetry::error)
                    .map(error -> Cells.text(error.source()))
                    .orElse("")),
            new Column(
                    "lsi_flags",
                    row -> row.symmetry().map(s -> Cells.names(s.flags())).orElse("")));

    /** What a value rests on, for the clinic itself. */
    static final List<Column> ORIGIN = List.of(
            new Column("sensor", row -> Cells.text(row.result().provenance().sensor())),
            new Column("firmware", row -> Cells.text(row.result().provenance().firmware())),
            new Column(
                    "calibration", row -> Cells.text(row.result().provenance().calibrationId())),
            new Column("input_sha256", row -> row.result().provenance().inputHash()));

    /** Which program computed it. */
    static final List<Column> ENGINE = List.of(
            new Column("engine", row -> Cells.text(row.result().provenance().engineVersion())));

    private Columns() {}

    /** Who and when without a name or a date: day 0 is the first day of the episode. */
    static List<Column> pseudonymous(Pseudonyms pseudonyms) {
        return List.of(
                new Column(
                        "patient_key",
                        row -> pseudonyms.of("patient", row.stored().patient().id())),
                new Column(
                        "episode_key",
                        row -> pseudonyms.of("episode", row.stored().episode())),
                new Column(
                        "visit_key", row -> pseudonyms.of("visit", row.result().visit())),
                new Column(
                        "day_d",
                        row -> Long.toString(ChronoUnit.DAYS.between(
                                row.stored().episodeOpenedOn(), row.result().date()))));
    }

    /** Groups beside each other, in this order. */
    static List<Column> joined(List<List<Column>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }
}
