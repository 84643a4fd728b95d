package org.plinth.web.export;

import static org.plinth.web.export.AuditColumn.choice;
import static org.plinth.web.export.AuditColumn.number;
import static org.plinth.web.export.AuditColumn.text;
import static org.plinth.web.export.AuditColumn.whole;
import static org.plinth.web.export.AuditColumn.yesNo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plinth.core.position.Fixation;
import org.plinth.core.quantity.Length;
import org.plinth.core.scaling.BodyMass;
import org.plinth.core.scaling.BodyScaling;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.core.visit.Side;
import org.plinth.web.measure.SeriesChange;
import org.plinth.web.outcome.OutcomeRow;
import org.plinth.web.outcome.PositionOutcome;
import org.plinth.web.outcome.Stage;
import org.plinth.web.outcome.StageTest;
import org.plinth.web.outcome.StageTest.SideTest;
import org.plinth.web.outcome.Symmetry90;

/** Columns of the audit table about a test and what it was compared with. */
final class AuditTestColumns {

    static final List<String> STAGES =
            Arrays.stream(Stage.values()).map(Stage::id).toList();
    static final List<String> FIXATIONS =
            Arrays.stream(Fixation.values()).map(Fixation::id).toList();
    static final List<String> STATES =
            Arrays.stream(ThresholdState.values()).map(Enum::name).toList();
    static final List<String> CHANGES =
            Arrays.stream(SeriesChange.Kind.values()).map(Enum::name).toList();

    private static final double MILLIMETRES = 1000;

    private AuditTestColumns() {}

    /** Why a row has no test. */
    static String why(OutcomeRow row) {
        if (row.position().isEmpty()) {
            return "NOT_TESTED";
        }
        return row.stage() == Stage.EXIT ? "NO_EXIT_TEST" : "NOT_TESTED";
    }

    static List<AuditColumn> setUp() {
        return List.of(
                choice("stage", STAGES, row -> AuditDatum.of(row.stage().id())),
                whole("days_from_baseline", "d", AuditTestColumns::days),
                text(
                        "position_id",
                        row -> AuditDatum.of(
                                row.position().map(known -> known.position().id()), "NOT_TESTED")),
                whole("protocol_version", "1", row -> key(row, key -> AuditDatum.of(key.protocolVersion()))),
                choice(
                        "fixation",
                        FIXATIONS,
                        row -> key(row, key -> AuditDatum.of(key.fixation().id()))),
                text("estimator", row -> key(row, key -> AuditDatum.of(key.estimator()))),
                text("device_class", row -> key(row, key -> AuditDatum.of(key.sensorModel()))),
                yesNo(
                        "cal_in_date",
                        row -> tested(
                                row,
                                test -> AuditDatum.yes(
                                        test.sides().values().stream().allMatch(SideTest::calibrationInDate)))),
                whole(
                        "n_valid_reps",
                        "1",
                        row -> tested(
                                row,
                                test -> AuditDatum.of((Object) test.sides().values().stream()
                                        .mapToInt(side -> side.point().k())
                                        .min()
                                        .orElseThrow()))));
    }

    static List<AuditColumn> strength() {
        return List.of(
                number("force_inj_N", "N", row -> injured(row, AuditTestColumns::force)),
                number("force_uninj_N", "N", row -> uninjured(row, AuditTestColumns::force)),
                number("nm_inj", "N.m", row -> injured(row, AuditTestColumns::torque)),
                number("nm_uninj", "N.m", row -> uninjured(row, AuditTestColumns::torque)),
                number("nkg_inj", "N/kg", row -> injured(row, side -> perMass(row, side))),
                number("nkg_uninj", "N/kg", row -> uninjured(row, side -> perMass(row, side))),
                number(
                        "cv_inj",
                        "%",
                        row -> injured(row, side -> AuditDatum.of(side.variationPercent(), "ONE_EFFORT"))),
                number(
                        "cv_uninj",
                        "%",
                        row -> uninjured(row, side -> AuditDatum.of(side.variationPercent(), "ONE_EFFORT"))),
                yesNo(
                        "pain_limited",
                        row -> tested(
                                row,
                                test -> AuditDatum.yes(
                                        test.sides().values().stream().anyMatch(SideTest::painLimited)))),
                whole(
                        "nrs_during",
                        "{0-10}",
                        row -> tested(
                                row,
                                test -> AuditDatum.of(
                                        test.sides().values().stream()
                                                .flatMapToInt(side -> side.worstPain().stream())
                                                .max(),
                                        AuditDatum.NOT_NOTED))));
    }

    static List<AuditColumn> symmetry() {
        return List.of(
                number("lsi", "%", row -> symmetry(row, known -> AuditDatum.of(known.percent()))),
                number("lsi_ci_low", "%", row -> interval(row, SymmetryInterval::low95)),
                number("lsi_ci_high", "%", row -> interval(row, SymmetryInterval::high95)),
                choice(
                        "lsi_state90",
                        STATES,
                        row -> symmetry(
                                row,
                                known -> AuditDatum.of(Symmetry90.state(known).name()))),
                number("epic_lsi", "%", AuditTestColumns::againstFirst),
                number("change_pct_vs_base", "%", row -> injured(row, AuditTestColumns::changePercent)),
                choice("change_state", CHANGES, row -> injured(row, AuditTestColumns::changeState)));
    }

    private static AuditDatum days(OutcomeRow row) {
        Optional<StageTest> first = row.position().flatMap(known -> known.at(Stage.BASELINE));
        return first.isEmpty()
                ? AuditDatum.no(why(row))
                : tested(
                        row,
                        test -> AuditDatum.of(
                                (int) ChronoUnit.DAYS.between(first.get().date(), test.date())));
    }

    static AuditDatum tested(OutcomeRow row, Function<StageTest, AuditDatum> cell) {
        return row.test().filter(test -> !test.sides().isEmpty()).map(cell).orElseGet(() -> AuditDatum.no(why(row)));
    }

    private static AuditDatum key(OutcomeRow row, Function<SeriesKey, AuditDatum> cell) {
        return tested(
                row,
                test -> cell.apply(
                        PositionOutcome.key(test.sides().values().iterator().next())));
    }

    static AuditDatum side(OutcomeRow row, Side which, Function<SideTest, AuditDatum> cell) {
        return tested(row, test -> test.side(which).map(cell).orElseGet(() -> AuditDatum.no(AuditDatum.MISSING_SIDE)));
    }

    static AuditDatum injured(OutcomeRow row, Function<SideTest, AuditDatum> cell) {
        return row.injured()
                .map(which -> side(row, which, cell))
                .orElseGet(() -> tested(row, test -> AuditDatum.no(AuditDatum.BILATERAL)));
    }

    static AuditDatum uninjured(OutcomeRow row, Function<SideTest, AuditDatum> cell) {
        return row.injured()
                .map(which -> side(row, which.other(), cell))
                .orElseGet(() -> tested(row, test -> AuditDatum.no(AuditDatum.BILATERAL)));
    }

    static AuditDatum symmetry(OutcomeRow row, Function<Symmetry, AuditDatum> cell) {
        return tested(row, test -> test.known().map(cell).orElseGet(() -> AuditDatum.no(test.refused())));
    }

    private static AuditDatum interval(OutcomeRow row, Function<SymmetryInterval, Double> end) {
        return symmetry(row, known -> AuditDatum.of(known.interval().map(end), "NO_MEASUREMENT_ERROR"));
    }

    static AuditDatum force(SideTest side) {
        return AuditDatum.of(side.point().value().newtons());
    }

    private static AuditDatum torque(SideTest side) {
        return side.leverMillimetres().isEmpty()
                ? AuditDatum.no("NO_LEVER")
                : AuditDatum.of(BodyScaling.torque(
                                side.point().value(),
                                new Length(side.leverMillimetres().getAsInt() / MILLIMETRES))
                        .newtonMetres());
    }

    private static AuditDatum perMass(OutcomeRow row, SideTest side) {
        var patient = row.of().patient();
        if (patient.bodyMass().isEmpty() || patient.bodyMassOn().isEmpty()) {
            return AuditDatum.no("NO_BODY_MASS");
        }
        BodyMass mass =
                new BodyMass(patient.bodyMass().get(), patient.bodyMassOn().get());
        return mass.isUsable(side.point().date())
                ? AuditDatum.of(BodyScaling.newtonsPerKilogram(side.point().value(), mass.mass()))
                : AuditDatum.no("BODY_MASS_TOO_OLD");
    }

    /** Injured leg now against the other leg's first test (decision M15), in one series. */
    private static AuditDatum againstFirst(OutcomeRow row) {
        return injured(row, now -> {
            Side other = row.injured().orElseThrow().other();
            Optional<SideTest> first =
                    row.position().flatMap(known -> known.at(Stage.BASELINE)).flatMap(test -> test.side(other));
            if (first.isEmpty()) {
                return AuditDatum.no(AuditDatum.MISSING_SIDE);
            }
            if (isRestarted(row, first.get().point().date(), now.point().date())) {
                return AuditDatum.no(AuditDatum.NEW_BASELINE);
            }
            boolean same = PositionOutcome.key(first.get())
                    .equals(PositionOutcome.key(now).onSide(other));
            boolean usable = now.counts()
                    && first.get().counts()
                    && first.get().point().value().newtons() > 0;
            if (!same) {
                return AuditDatum.no("NOT_COMPARABLE");
            }
            return usable
                    ? AuditDatum.of(100
                            * now.point().value().newtons()
                            / first.get().point().value().newtons())
                    : AuditDatum.no("NOT_JUDGED");
        });
    }

    private static boolean isRestarted(OutcomeRow row, LocalDate before, LocalDate next) {
        return row.position()
                .filter(known -> Stream.of(Side.values()).anyMatch(side -> known.isRestarted(side, before, next)))
                .isPresent();
    }

    static AuditDatum changePercent(SideTest side) {
        return AuditDatum.of(side.changePercent(), side.change().kind().name());
    }

    static AuditDatum changeState(SideTest side) {
        return AuditDatum.of(side.change().kind().name());
    }
}
