package org.plinth.web.export;

import static org.plinth.web.export.AuditColumn.choice;
import static org.plinth.web.export.AuditColumn.number;
import static org.plinth.web.export.AuditColumn.text;
import static org.plinth.web.export.AuditColumn.whole;
import static org.plinth.web.export.AuditColumn.yesNo;
import static org.plinth.web.export.AuditTestColumns.side;
import static org.plinth.web.export.AuditTestColumns.symmetry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.core.audit.KaplanMeier.Followed;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.outcome.OutcomeRow;
import org.plinth.web.outcome.ScoresAt;
import org.plinth.web.outcome.Stage;
import org.plinth.web.outcome.StageTest;
import org.plinth.web.outcome.StageTest.SideTest;
import org.plinth.web.outcome.Symmetry90;

/** Columns of the audit table about what she said, how it ended, and what stands behind the numbers. */
final class AuditScoreColumns {

    static final List<String> ENDS =
            List.of("GOAL_REACHED", "BETTER", "NO_MORE_CHANGE", "STOPPED_COMING", "ELSEWHERE", "SURGERY", "OTHER");

    private AuditScoreColumns() {}

    static AuditColumn dayAfter() {
        return whole(
                "nrs_24h",
                "{0-10}",
                row -> AuditDatum.of(new ScoresAt(row.of(), row.date()).painAfter24Hours(), AuditDatum.NOT_NOTED));
    }

    static List<AuditColumn> scores() {
        return List.of(
                score("visa_h", "{0-100}", at -> AuditDatum.of(at.value("visa-h"), AuditDatum.NOT_NOTED)),
                score("psfs_mean", "{0-10}", at -> AuditDatum.of(at.activityMean(), at.whyNoActivityMean())),
                score("lefs", "{0-80}", at -> AuditDatum.of(at.value("lefs"), AuditDatum.NOT_NOTED)),
                score("nprs_worst", "{0-10}", at -> AuditDatum.of(at.worstPain(), AuditDatum.NOT_NOTED)),
                score("pgic7", "{1-7}", at -> AuditDatum.of(at.value("gpe-7"), AuditDatum.NOT_NOTED)),
                score("sitting_min", "min", AuditScoreColumns::sitting),
                whole("sessions_n", "1", row -> AuditDatum.of(row.of().visits())),
                choice(
                        "discharge_reason",
                        ENDS,
                        row -> AuditDatum.of(row.of().said("closing", "outcome"), AuditDatum.NOT_NOTED)));
    }

    /** A sitting that ended by the clock is no measured time: its bound has a column of its own. */
    private static AuditDatum sitting(ScoresAt at) {
        boolean bound = at.atLeast("sitting-stop").isPresent();
        return AuditDatum.of(at.value("sitting-stop"), bound ? AuditDatum.ONLY_AT_LEAST : AuditDatum.NOT_NOTED);
    }

    private static AuditColumn score(String name, String unit, Function<ScoresAt, AuditDatum> cell) {
        return number(name, unit, row -> cell.apply(new ScoresAt(row.of(), row.date())));
    }

    /** What §6.6 does not name and a careful reader asks for. */
    static List<AuditColumn> behind(Pseudonyms pseudonyms) {
        return List.of(
                text(
                        "patient_key",
                        row -> AuditDatum.of(
                                pseudonyms.of("P", row.of().patient().id()))),
                number("force_left_N", "N", row -> side(row, Side.LEFT, AuditTestColumns::force)),
                number("force_right_N", "N", row -> side(row, Side.RIGHT, AuditTestColumns::force)),
                number("change_pct_left", "%", row -> side(row, Side.LEFT, AuditTestColumns::changePercent)),
                choice(
                        "change_state_left",
                        AuditTestColumns.CHANGES,
                        row -> side(row, Side.LEFT, AuditTestColumns::changeState)),
                number("change_pct_right", "%", row -> side(row, Side.RIGHT, AuditTestColumns::changePercent)),
                choice(
                        "change_state_right",
                        AuditTestColumns.CHANGES,
                        row -> side(row, Side.RIGHT, AuditTestColumns::changeState)),
                whole("reps_kept_left", "1", row -> side(row, Side.LEFT, AuditScoreColumns::kept)),
                whole("reps_made_left", "1", row -> side(row, Side.LEFT, AuditScoreColumns::made)),
                whole("reps_kept_right", "1", row -> side(row, Side.RIGHT, AuditScoreColumns::kept)),
                whole("reps_made_right", "1", row -> side(row, Side.RIGHT, AuditScoreColumns::made)),
                score(
                        "sitting_at_least_min",
                        "min",
                        at -> AuditDatum.of(at.atLeast("sitting-stop"), AuditDatum.NOT_NOTED)));
    }

    /** What stands behind the symmetry, and how it went on. */
    static List<AuditColumn> behindSymmetry() {
        return List.of(
                yesNo("lsi_point90", row -> symmetry(row, known -> AuditDatum.yes(Symmetry90.isPoint(known)))),
                text(
                        "lsi_flags",
                        row -> symmetry(
                                row,
                                known -> flags(known.flags().stream()
                                        .sorted()
                                        .map(ResultFlag::name)
                                        .collect(Collectors.joining(" "))))),
                number(
                        "sem_pct",
                        "%",
                        row -> symmetry(
                                row,
                                known -> AuditDatum.of(
                                        known.error().map(MeasurementError::semPercent), "NO_MEASUREMENT_ERROR"))),
                yesNo(
                        "sem_provisional",
                        row -> symmetry(row, known -> known.error()
                                .map(error -> AuditDatum.yes(error.provisional()))
                                .orElseGet(() -> AuditDatum.no("NO_MEASUREMENT_ERROR")))),
                yesNo(
                        "same_rater",
                        row -> asAtFirst(row, result -> result.provenance().clinician())),
                yesNo(
                        "same_device",
                        row -> asAtFirst(row, result -> result.provenance().sensor())),
                whole(
                        "tests_n",
                        "1",
                        row -> AuditDatum.of(row.position().map(position -> position.testDays()), "NOT_TESTED")),
                number("days_to_lsi90", "d", row -> followed(row, one -> AuditDatum.of(one.days()))),
                yesNo("lsi90_confirmed", row -> followed(row, one -> AuditDatum.yes(one.event()))),
                text(
                        "engine_version",
                        row -> AuditTestColumns.tested(
                                row,
                                test -> AuditDatum.of(test.sides().values().stream()
                                        .flatMap(side -> side.point().results().stream())
                                        .map(result -> result.provenance().engineVersion())
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(" "))))));
    }

    private static AuditDatum kept(SideTest side) {
        return AuditDatum.of((Object) side.point().results().stream()
                .mapToInt(result -> result.effortsKept())
                .sum());
    }

    private static AuditDatum made(SideTest side) {
        return AuditDatum.of((Object) side.point().results().stream()
                .mapToInt(result -> result.effortsMade())
                .sum());
    }

    private static AuditDatum flags(String flags) {
        return flags.isEmpty() ? AuditDatum.of("NONE") : AuditDatum.of(flags);
    }

    private static AuditDatum asAtFirst(OutcomeRow row, Function<SideResult, String> what) {
        return AuditTestColumns.tested(row, test -> {
            var first = row.position()
                    .flatMap(position -> position.at(Stage.BASELINE))
                    .orElseThrow();
            return AuditDatum.yes(what(first, what).equals(what(test, what)));
        });
    }

    private static Set<String> what(StageTest test, Function<SideResult, String> what) {
        return test.sides().values().stream()
                .flatMap(side -> side.point().results().stream())
                .map(what)
                .collect(Collectors.toSet());
    }

    private static AuditDatum followed(OutcomeRow row, Function<Followed, AuditDatum> cell) {
        if (row.injured().isEmpty()) {
            return AuditDatum.no(AuditDatum.BILATERAL);
        }
        Optional<Followed> followed = row.position().flatMap(position -> position.toSymmetry90());
        return followed.map(cell)
                .orElseGet(() ->
                        AuditDatum.no(row.position().isEmpty() ? "NOT_TESTED" : SymmetryRefusal.MISSING_SIDE.name()));
    }
}
