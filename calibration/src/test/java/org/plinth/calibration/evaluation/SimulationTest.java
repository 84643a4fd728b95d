package org.plinth.calibration.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.LinearCalibration;
import org.plinth.calibration.characteristic.ResolutionStep;
import org.plinth.calibration.conformity.AcceptanceLimits;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.Direction;
import org.plinth.calibration.uncertainty.BudgetInputs;

/**
 * A thousand sensors whose truth is known: each is calibrated, then read once at every load. Every error is drawn from the
 * distribution that the budget states for it; seeds are fixed.
 */
@Tag("slow")
class SimulationTest {

    private static final int RUNS = 1000;
    private static final double[] MASSES = {0, 5, 10, 20, 30, 40, 50};
    private static final double GRAVITY = 9.81162;
    private static final double BUOYANCY = 1 - 1.2 / 8000;
    private static final double COUNTS_PER_NEWTON = 20;

    /**
     * What errs, and by how much.
     *
     * @param noiseCounts standard deviation of one reading
     * @param zeroNewtons limits of the zero
     * @param reference of the masses
     * @param alignmentDegrees limits of the angle
     * @param hysteresisNewtons greatest loop of any sensor
     */
    private record Scenario(
            double noiseCounts,
            double zeroNewtons,
            ReferenceUncertainty reference,
            double alignmentDegrees,
            double hysteresisNewtons) {

        BudgetInputs inputs() {
            return BudgetInputs.usual(ResolutionStep.oneCount())
                    .zeroWithin(zeroNewtons)
                    .alignedWithin(alignmentDegrees);
        }

        double massError(Random random) {
            return reference instanceof ReferenceUncertainty.Limits limits
                    ? limits.relativeHalfWidth() * (2 * random.nextDouble() - 1)
                    : reference.relativeStandard().orElseThrow() * random.nextGaussian();
        }
    }

    /** Many causes, none of them bounded and great: what k = 2 is made for (GUM G.6.6). */
    private static final Scenario BALANCED =
            new Scenario(1, 0.05, new ReferenceUncertainty.Expanded(1e-3, 2), 0.8, 0.1);

    /** One bounded cause outweighs the rest: masses known by their class only, and a hand that holds within 2°. */
    private static final Scenario BOUNDED = new Scenario(0.5, 0.05, new ReferenceUncertainty.Limits(4e-4), 2, 0.1);

    /** A good sensor on a good bench. */
    private static final Scenario QUIET = new Scenario(0.3, 0.02, new ReferenceUncertainty.Limits(5e-5), 0.8, 0.05);

    private final Evaluator evaluator = new Evaluator(AcceptanceLimits.USUAL);

    /** One sensor with its bench: what it truly does, and what the masses truly are. */
    private static final class Bench {

        private final Random random;
        private final double bend;
        private final double hysteresis;
        private final double massError;
        private final double gravityError;

        private final Scenario scenario;

        Bench(Scenario scenario, long seed) {
            this.scenario = scenario;
            // Neighbouring seeds of Random begin alike; those of SplittableRandom do not.
            random = new Random(new SplittableRandom(seed).nextLong());
            bend = 4e-4 * random.nextGaussian();
            hysteresis = scenario.hysteresisNewtons() * random.nextDouble();
            massError = scenario.massError(random);
            gravityError = 5e-5 * random.nextGaussian();
        }

        double trueNewtons(double mass) {
            return mass * (1 + massError) * GRAVITY * (1 + gravityError) * BUOYANCY;
        }

        /** Reading for a true force, so far (0 to 1) from the way up to the way down, without noise. */
        private double ideal(double newtons, double wayDown) {
            double part = newtons / 500;
            double loop = hysteresis * Math.sin(Math.PI * Math.min(1, part)) * wayDown;
            return COUNTS_PER_NEWTON * (newtons * (1 + bend * (1 - part)) + loop);
        }

        double reading(double newtons, double wayDown) {
            return Math.rint(ideal(newtons, wayDown) + scenario.noiseCounts() * random.nextGaussian());
        }

        /** In use: tared, then read once, anywhere in the loop, a little askew, with a zero that has moved since. */
        double deflectionInUse(double newtons) {
            double cosine = Math.cos(Math.toRadians(scenario.alignmentDegrees()));
            double askew = newtons * (1 - (1 - cosine) * random.nextDouble());
            double zero = COUNTS_PER_NEWTON * scenario.zeroNewtons() * (2 * random.nextDouble() - 1);
            double tare = reading(0, 0);
            double noise = scenario.noiseCounts() * random.nextGaussian();
            return Math.rint(ideal(askew, random.nextDouble()) + zero + noise) - tare;
        }

        CalibrationRun run() {
            List<CalibrationPoint> points = new ArrayList<>();
            for (int cycle = 1; cycle <= 3; cycle++) {
                for (double mass : MASSES) {
                    points.add(point(points.size() + 1, cycle, Direction.ASCENDING, mass));
                }
                for (int i = MASSES.length - 1; i >= 0; i--) {
                    points.add(point(points.size() + 1, cycle, Direction.DESCENDING, MASSES[i]));
                }
            }
            return CalibrationRun.of(LocalGravity.given(GRAVITY), scenario.reference(), points);
        }

        private CalibrationPoint point(int row, int cycle, Direction direction, double mass) {
            double reading = reading(trueNewtons(mass), direction == Direction.DESCENDING ? 1 : 0);
            return CalibrationPoint.of(row, cycle, direction, new Load.Mass(mass), reading);
        }
    }

    private Evaluation evaluate(Bench bench) {
        EvaluationOutcome outcome = evaluator.evaluate(bench.run(), CurveModel.LINEAR, bench.scenario.inputs());
        assertThat(outcome).isInstanceOf(EvaluationOutcome.Evaluated.class);
        return ((EvaluationOutcome.Evaluated) outcome).evaluation();
    }

    @Test
    void the_true_error_lies_within_u_in_95_percent() {
        assertThat(percentWithin(BALANCED)).as("percent within U").isCloseTo(95, within(2.0));
    }

    @Test
    void where_one_bounded_cause_outweighs_the_rest_u_is_on_the_safe_side() {
        assertThat(percentWithin(BOUNDED)).as("percent within U").isGreaterThanOrEqualTo(95);
    }

    private double percentWithin(Scenario scenario) {
        int within = 0;
        int all = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            Bench bench = new Bench(scenario, seed);
            Evaluation evaluation = evaluate(bench);
            for (double mass : new double[] {10, 15, 25, 30, 45, 50}) {
                double truth = bench.trueNewtons(mass);
                double told = evaluation.fit().curve().newtons(bench.deflectionInUse(truth));
                all++;
                within += Math.abs(told - truth) <= evaluation.expandedUncertaintyAt(told) ? 1 : 0;
            }
        }
        return 100.0 * within / all;
    }

    /** The worst case for the guard band: a sensor whose true error is just beyond its limit. */
    @Test
    void a_sensor_just_beyond_its_limit_is_accepted_in_at_most_2_5_percent() {
        int accepted = 0;
        int judged = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            Bench bench = new Bench(BALANCED, seed);
            Evaluation evaluation = evaluate(bench);
            for (double mass : new double[] {10, 20, 30, 40, 50}) {
                double truth = bench.trueNewtons(mass);
                double limit = AcceptanceLimits.USUAL.at(truth);
                double told = evaluation.fit().curve().newtons(bench.deflectionInUse(truth));
                double errorOfBench = told - truth;
                double found = limit * (1 + 1e-9) + errorOfBench;
                judged++;
                Decision decision = Decision.of(found, limit, evaluation.expandedUncertaintyAt(told));
                accepted += decision == Decision.PASS ? 1 : 0;
            }
        }
        assertThat(100.0 * accepted / judged).as("percent accepted").isBetween(0.5, 2.5);
    }

    @Test
    void a_good_sensor_passes_and_one_with_a_span_of_2_percent_fails() {
        int passed = 0;
        int failed = 0;
        for (long seed = 1; seed <= 100; seed++) {
            Bench bench = new Bench(QUIET, seed);
            Evaluation evaluation = evaluate(bench);
            passed += evaluation.decision() == Decision.PASS ? 1 : 0;
            var wrongSpan = new LinearCalibration("before", 1.02 / COUNTS_PER_NEWTON, 0, Instant.EPOCH, Instant.MAX);
            failed += evaluator.asFound(evaluation, wrongSpan).decision() == Decision.FAIL ? 1 : 0;
        }
        assertThat(passed).isGreaterThanOrEqualTo(95);
        assertThat(failed).isEqualTo(100);
    }
}
