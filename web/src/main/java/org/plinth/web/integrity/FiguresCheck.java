package org.plinth.web.integrity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.integrity.Difference.Place;
import org.plinth.web.measure.SideFigures;
import org.plinth.web.measure.TestFigures;

/** Compares the standing results and symmetry of one test with those computed now. */
final class FiguresCheck {

    private final Stored stored;
    private final TestFigures now;
    private final List<Difference> differences;

    private FiguresCheck(Stored stored, TestFigures now, List<Difference> differences) {
        this.stored = stored;
        this.now = now;
        this.differences = differences;
    }

    static void check(Stored stored, TestFigures now, List<Difference> differences) {
        FiguresCheck check = new FiguresCheck(stored, now, differences);
        for (Side side : Side.values()) {
            check.side(side);
        }
        check.symmetry();
    }

    private void side(Side side) {
        Optional<SideResult> was = stored.result(side);
        Optional<SideFigures> found = now.side(side);
        Comparison at = new Comparison(
                Place.ofSide(stored.test().id(), side),
                was.map(result -> result.provenance().engineVersion()),
                differences);
        if (was.isEmpty() || found.isEmpty()) {
            at.value(
                    "value_N",
                    was.map(result -> Double.toString(result.value().best().newtons())),
                    found.map(figures -> Double.toString(figures.value().best().newtons())));
            return;
        }
        value(at, was.get(), found.get());
        provenance(at, was.get().provenance(), found.get().provenance());
    }

    private static void value(Comparison at, SideResult was, SideFigures found) {
        at.real("value_N", was.value().best().newtons(), found.value().best().newtons())
                .real(
                        "mean_N",
                        was.value().mean().newtons(),
                        found.value().mean().newtons())
                .text("efforts_used", was.value().k(), found.value().k())
                .real("variation_pct", was.value().cvPercent(), found.value().cvPercent())
                .names("flags", was.value().flags(), found.value().flags())
                .text("efforts_made", was.effortsMade(), found.effortsMade())
                .text("efforts_kept", was.effortsKept(), found.effortsKept())
                .text("series", was.key().canonical(), found.key().canonical())
                .text("tested_at", was.testedAt(), found.testedAt());
    }

    private static void provenance(Comparison at, SideResult.Provenance was, SideResult.Provenance found) {
        at.text("input_sha256", was.inputHash(), found.inputHash())
                .text("sensor", was.sensor(), found.sensor())
                .text("firmware", was.firmware(), found.firmware())
                .text("calibration", was.calibrationId(), found.calibrationId())
                .text("clinician", was.clinician(), found.clinician());
    }

    private void symmetry() {
        boolean wanted = now.left().isPresent() || now.right().isPresent();
        if (stored.symmetry().isEmpty() && !wanted) {
            return;
        }
        Optional<SymmetryOutcome> outcome = stored.symmetry().map(TestSymmetry::outcome);
        Optional<Symmetry> was = outcome.flatMap(SymmetryOutcome::symmetry);
        Optional<Symmetry> found = now.symmetry().symmetry();
        Comparison at = new Comparison(
                Place.ofTest(stored.test().id()), stored.symmetry().map(TestSymmetry::engineVersion), differences);
        at.value("symmetry_withheld", outcome.flatMap(FiguresCheck::refusal), refusal(now.symmetry()));
        if (was.isPresent() && found.isPresent()) {
            symmetry(at, was.get(), found.get());
            interval(at, was.get().interval(), found.get().interval());
            error(at, was.get().error(), found.get().error());
        } else {
            at.value(
                    "symmetry_pct",
                    was.map(one -> Double.toString(one.percent())),
                    found.map(one -> Double.toString(one.percent())));
        }
    }

    private static Optional<String> refusal(SymmetryOutcome outcome) {
        return outcome instanceof SymmetryOutcome.Refused refused
                ? Optional.of(refused.reason().name())
                : Optional.empty();
    }

    private static void symmetry(Comparison at, Symmetry was, Symmetry found) {
        at.text("injured", was.injured(), found.injured())
                .text("efforts_used", was.k(), found.k())
                .real("symmetry_pct", was.percent(), found.percent())
                .real("symmetry_of_means_pct", was.percentOfMeans(), found.percentOfMeans())
                .real("symmetry_net_pct", was.percentNet(), found.percentNet())
                .text("state", was.state(), found.state())
                .real("threshold_pct", was.thresholdPercent(), found.thresholdPercent())
                .names("symmetry_flags", was.flags(), found.flags());
    }

    private static void interval(Comparison at, Optional<SymmetryInterval> was, Optional<SymmetryInterval> found) {
        at.real("symmetry_low95_pct", of(was, SymmetryInterval::low95), of(found, SymmetryInterval::low95))
                .real("symmetry_high95_pct", of(was, SymmetryInterval::high95), of(found, SymmetryInterval::high95))
                .real("symmetry_low80_pct", of(was, SymmetryInterval::low80), of(found, SymmetryInterval::low80))
                .real("symmetry_high80_pct", of(was, SymmetryInterval::high80), of(found, SymmetryInterval::high80))
                .real(
                        "chance_at_least_threshold",
                        of(was, SymmetryInterval::chanceAtLeastThreshold),
                        of(found, SymmetryInterval::chanceAtLeastThreshold));
    }

    private static void error(Comparison at, Optional<MeasurementError> was, Optional<MeasurementError> found) {
        at.real("measurement_error_pct", of(was, MeasurementError::semPercent), of(found, MeasurementError::semPercent))
                .value(
                        "measurement_error_source",
                        was.map(MeasurementError::source),
                        found.map(MeasurementError::source))
                .value(
                        "measurement_error_provisional",
                        was.map(one -> Boolean.toString(one.provisional())),
                        found.map(one -> Boolean.toString(one.provisional())));
    }

    private static <T> OptionalDouble of(Optional<T> from, ToDoubleFunction<T> value) {
        return from.isPresent() ? OptionalDouble.of(value.applyAsDouble(from.get())) : OptionalDouble.empty();
    }
}
