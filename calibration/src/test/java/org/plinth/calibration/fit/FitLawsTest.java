package org.plinth.calibration.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.plinth.calibration.curve.CalibrationCurve;
import org.plinth.calibration.fit.CurveFit.Residual;
import org.plinth.calibration.fit.Deflections.Deflection;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.Direction;

class FitLawsTest {

    private static final double FULL_SCALE = 500;

    /** Three readings under each of eight loads, with noise, bend and scale. */
    private static List<Deflection> points(long seed, double scale) {
        Random random = new Random(seed);
        double bend = 0.02 * random.nextGaussian();
        List<Deflection> points = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            double part = Math.floorDiv(i, 3) / 7.0;
            double newtons = FULL_SCALE * part;
            double value = scale * (part + bend * part * part + 0.001 * random.nextGaussian());
            CalibrationPoint point =
                    CalibrationPoint.of(i + 1, i % 3 + 1, Direction.ASCENDING, new Load.AppliedForce(newtons), value);
            points.add(new Deflection(point, newtons, value));
        }
        return points;
    }

    private static CurveFit fit(CurveModel model, List<Deflection> points) {
        return CurveFitter.fit(model, points).orElseThrow();
    }

    @Property(tries = 200)
    void what_is_read_backwards_is_what_it_was(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = -0.2, max = 1.3) @Scale(3) double part,
            @ForAll CurveModel model) {
        CalibrationCurve curve = fit(model, points(seed, -80_000)).curve();
        double deflection = -80_000 * part;
        assertThat(curve.isMonotone()).isTrue();
        assertThat(curve.deflection(curve.newtons(deflection))).isCloseTo(deflection, within(1e-6));
    }

    @Property(tries = 100)
    void readings_times_a_factor_give_the_same_newtons(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0.01, max = 100_000) @Scale(2) double scale,
            @ForAll CurveModel model) {
        CurveFit one = fit(model, points(seed, 1));
        CurveFit many = fit(model, points(seed, scale));
        for (double part = 0; part <= 1; part += 0.125) {
            assertThat(many.curve().newtons(scale * part))
                    .isCloseTo(one.curve().newtons(part), within(1e-8 * FULL_SCALE));
        }
        assertThat(many.scatter().orElseThrow().sd())
                .isCloseTo(one.scatter().orElseThrow().sd(), within(1e-8));
        assertThat(many.standardError(scale * 0.4).orElseThrow())
                .isCloseTo(one.standardError(0.4).orElseThrow(), within(1e-8));
    }

    @Property(tries = 100)
    void residuals_of_a_curve_with_a_constant_sum_to_nothing(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        for (CurveModel model : List.of(CurveModel.LINEAR, CurveModel.QUADRATIC)) {
            double sum = fit(model, points(seed, 42_000)).residuals().stream()
                    .mapToDouble(Residual::residual)
                    .sum();
            assertThat(sum).isCloseTo(0, within(1e-8 * FULL_SCALE));
        }
    }

    @Property(tries = 50)
    void a_better_model_never_leaves_more_over(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        List<Deflection> points = points(seed, 42_000);
        assertThat(squares(fit(CurveModel.QUADRATIC, points)))
                .isLessThanOrEqualTo(squares(fit(CurveModel.LINEAR, points)) * (1 + 1e-12));
    }

    private static double squares(CurveFit fit) {
        return fit.residuals().stream()
                .mapToDouble(r -> r.residual() * r.residual())
                .sum();
    }
}
