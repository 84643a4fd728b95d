package org.plinth.calibration.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.characteristic.Characteristics;
import org.plinth.calibration.conformity.AcceptanceLimits;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.evaluation.EvaluationOutcome.Evaluated;
import org.plinth.calibration.evaluation.Evaluator;
import org.plinth.calibration.fit.Deflections.Deflection;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.Direction;
import org.plinth.calibration.testkit.Gold7;
import org.plinth.calibration.uncertainty.Component;

/** Fits and intervals against numpy and scipy ({@code src/test/scripts/independent.py}); R's lm agrees. */
class IndependentFitTest {

    private static final Properties EXPECTED = load();
    private static final double PERCENT = 1e-6;

    private static Properties load() {
        try (InputStream in = IndependentFitTest.class.getResourceAsStream("../independent.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double expected(String key) {
        return Double.parseDouble(EXPECTED.getProperty(key));
    }

    private static double[] numbers(String key) {
        return Arrays.stream(EXPECTED.getProperty(key).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static void check(String name, CurveFit fit, double at) {
        FitScatter scatter = fit.scatter().orElseThrow();
        for (int i = 0; i < fit.curve().coefficients().size(); i++) {
            assertThat(fit.curve().coefficients().get(i))
                    .as(name + ".a" + i)
                    .isCloseTo(expected(name + ".a" + i), withinPercentage(PERCENT));
            assertThat(scatter.halfWidth(i, 0.95))
                    .as(name + ".half" + i)
                    .isCloseTo(expected(name + ".half" + i), withinPercentage(PERCENT));
        }
        assertThat(scatter.sd()).isCloseTo(expected(name + ".s"), withinPercentage(PERCENT));
        assertThat(scatter.covariance(0, 1)).isCloseTo(expected(name + ".cov01"), withinPercentage(PERCENT));
        assertThat(fit.standardError(at).orElseThrow()).isCloseTo(expected(name + ".se"), withinPercentage(PERCENT));
    }

    @Test
    void gold_7_has_the_coefficients_and_intervals_of_independent_software() {
        List<Deflection> up = Deflections.of(Gold7.run()).ascending();
        check("gold7.line", CurveFitter.fit(CurveModel.LINEAR, up).orElseThrow(), 12345);
        check("gold7.parabola", CurveFitter.fit(CurveModel.QUADRATIC, up).orElseThrow(), 12345);
    }

    @Test
    void a_bent_noisy_sensor_that_falls_with_the_load_too() {
        double[] loads = numbers("bent.loads");
        double[] readings = numbers("bent.readings");
        List<Deflection> points = new ArrayList<>();
        for (int i = 0; i < loads.length; i++) {
            CalibrationPoint point =
                    CalibrationPoint.of(i + 1, 1, Direction.ASCENDING, new Load.AppliedForce(loads[i]), readings[i]);
            points.add(new Deflection(point, loads[i], readings[i]));
        }
        check("bent.line", CurveFitter.fit(CurveModel.LINEAR, points).orElseThrow(), -9000);
        check("bent.parabola", CurveFitter.fit(CurveModel.QUADRATIC, points).orElseThrow(), -9000);
    }

    @Test
    void characteristics_are_those_of_independent_software() {
        Evaluation evaluation = ((Evaluated)
                        new Evaluator(AcceptanceLimits.USUAL).evaluate(Gold7.run(), CurveModel.LINEAR, Gold7.inputs()))
                .evaluation();
        Characteristics found = evaluation.characteristics();
        assertThat(found.repeatabilityPercent().getAsDouble())
                .isCloseTo(expected("gold7.repeatability"), withinPercentage(PERCENT));
        assertThat(found.reversibilityPercent().getAsDouble())
                .isCloseTo(expected("gold7.reversibility"), withinPercentage(PERCENT));
        assertThat(found.zeroReturnPercent().getAsDouble())
                .isCloseTo(expected("gold7.zeroPercent"), withinPercentage(PERCENT));
        Component repeated = evaluation.budgets().get(3).components().stream()
                .filter(component -> component.source() == Component.Source.REPEATABILITY)
                .findFirst()
                .orElseThrow();
        assertThat(repeated.value()).isCloseTo(expected("gold7.pooledSd"), withinPercentage(PERCENT));
        assertThat(repeated.degreesOfFreedom()).hasValue(12);
    }
}
