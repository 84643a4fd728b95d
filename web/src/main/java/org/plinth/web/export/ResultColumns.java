package org.plinth.web.export;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.store.ResultStore.ExportRow;
import org.plinth.web.trust.TrustBook;

/** The columns of the results file, in order. Those that name a person or a day differ by reader; the rest do not. */
final class ResultColumns {

    private static final String NONE = "";

    private ResultColumns() {}

    /** For the clinic: names and dates. */
    static List<Column> named(TrustBook trust) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("family_name", row -> text(row.patient().familyName())),
                new Column("given_name", row -> text(row.patient().givenName())),
                new Column("birth_date", row -> row.patient().birthDate().toString()),
                new Column("episode", row -> row.episode().toString()),
                new Column("visit_date", row -> row.result().date().toString()),
                new Column("tested_at_utc", row -> row.result().testedAt().toString())));
        columns.addAll(measured());
        columns.add(new Column("sensor", row -> text(row.result().provenance().sensor())));
        columns.addAll(TrustColumns.of(trust));
        columns.addAll(TrustColumns.named(trust));
        return columns;
    }

    /** For an auditor: pseudonyms, and days from the start of the episode. */
    static List<Column> pseudonymous(Pseudonyms pseudonyms, TrustBook trust) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("patient", row -> pseudonyms.of("P", row.patient().id())),
                new Column("episode", row -> pseudonyms.of("E", row.episode())),
                new Column(
                        "day_of_episode_d",
                        row -> Long.toString(ChronoUnit.DAYS.between(
                                row.episodeOpenedOn(), row.result().date())))));
        columns.addAll(measured());
        columns.addAll(TrustColumns.of(trust));
        columns.addAll(TrustColumns.pseudonymous(trust));
        return columns;
    }

    private static List<Column> measured() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("position", row -> row.result().key().position()));
        columns.add(
                of("protocol_version", result -> Integer.toString(result.key().protocolVersion())));
        columns.add(new Column("side", row -> row.result().key().side().name()));
        columns.add(new Column("injured_side", row -> row.involvement().name()));
        columns.add(of("fixation", result -> result.fixation().id()));
        columns.add(of("stabilisation", result -> text(result.key().stabilisation())));
        columns.add(of("sensor_site", result -> text(result.key().sensorSite())));
        columns.add(of("sensor_model", result -> text(result.key().sensorModel())));
        columns.add(of("quantity", result -> result.key().quantity()));
        columns.add(of("basis", result -> result.key().basis().name()));
        columns.add(of("estimator", result -> result.key().estimator()));
        columns.add(of("limb_weight", result -> text(result.key().limbWeight())));
        columns.add(of("provenance", result -> result.key().provenance().name()));
        columns.add(of("value_N", result -> number(result.value().best().newtons())));
        columns.add(of("mean_N", result -> number(result.value().mean().newtons())));
        columns.add(of("efforts_used", result -> Integer.toString(result.value().k())));
        columns.add(of("efforts_kept", result -> Integer.toString(result.effortsKept())));
        columns.add(of("efforts_made", result -> Integer.toString(result.effortsMade())));
        columns.add(of("variation_pct", result -> number(result.value().cvPercent())));
        columns.add(
                of("variation_withheld", result -> result.value().cvPercent().isPresent() ? NONE : "ONE_EFFORT"));
        columns.add(of("flags", result -> flags(result.value().flags())));
        columns.addAll(compared());
        columns.add(new Column("visit_closed", row -> Boolean.toString(row.visitClosed())));
        columns.add(of("result_version", result -> Integer.toString(result.version())));
        columns.add(of("engine_version", result -> result.provenance().engineVersion()));
        columns.add(of("input_sha256", result -> result.provenance().inputHash()));
        return columns;
    }

    /** The symmetry of the test stands in the rows of both of its sides. */
    private static List<Column> compared() {
        return List.of(
                symmetry("symmetry_pct", known -> number(known.percent())),
                symmetry("symmetry_of_means_pct", known -> number(known.percentOfMeans())),
                symmetry("symmetry_net_pct", known -> number(known.percentNet())),
                interval("symmetry_low95_pct", SymmetryInterval::low95),
                interval("symmetry_high95_pct", SymmetryInterval::high95),
                interval("symmetry_low80_pct", SymmetryInterval::low80),
                interval("symmetry_high80_pct", SymmetryInterval::high80),
                interval("chance_at_least_threshold", SymmetryInterval::chanceAtLeastThreshold),
                symmetry("threshold_pct", known -> number(known.thresholdPercent())),
                symmetry("state", known -> known.state().name()),
                symmetry("measurement_error_pct", known -> known.error()
                        .map(MeasurementError::semPercent)
                        .map(ResultColumns::number)
                        .orElse(NONE)),
                symmetry("measurement_error_provisional", known -> known.error()
                        .map(MeasurementError::provisional)
                        .map(Object::toString)
                        .orElse(NONE)),
                symmetry("symmetry_flags", known -> flags(known.flags())),
                new Column("symmetry_withheld", ResultColumns::withheld));
    }

    private static String withheld(ExportRow row) {
        if (row.symmetry().isEmpty()) {
            return "NO_EFFORT_KEPT";
        }
        return row.symmetry().get().outcome() instanceof SymmetryOutcome.Refused refused
                ? refused.reason().name()
                : NONE;
    }

    private static Column of(String name, Function<SideResult, String> cell) {
        return new Column(name, row -> cell.apply(row.result()));
    }

    private static Column symmetry(String name, Function<Symmetry, String> cell) {
        return new Column(name, row -> known(row).map(cell).orElse(NONE));
    }

    private static Column interval(String name, Function<SymmetryInterval, Double> value) {
        return new Column(name, row -> known(row)
                .flatMap(Symmetry::interval)
                .map(value)
                .map(ResultColumns::number)
                .orElse(NONE));
    }

    private static Optional<Symmetry> known(ExportRow row) {
        return row.symmetry().flatMap(stored -> stored.outcome().symmetry());
    }

    private static String flags(Set<ResultFlag> flags) {
        return flags.stream().sorted().map(ResultFlag::name).collect(Collectors.joining(" "));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : NONE;
    }

    /** As exact as it is stored; rounding is for screens. */
    static String number(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    static String text(String value) {
        return CsvText.inert(value);
    }
}
