package org.plinth.calibration.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.conformity.AcceptanceLimits;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.conformity.Shortfall;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.evaluation.EvaluationOutcome.Evaluated;
import org.plinth.calibration.evaluation.Evaluator;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.testkit.Gold7;
import org.plinth.calibration.uncertainty.Component.Source;

class BudgetTest {

    private static Component line(double u, OptionalInt freedom) {
        return new Component(Source.ZERO, u, "N", Distribution.NORMAL, 1, 1, freedom);
    }

    private static Evaluation evaluate(CalibrationRun run, BudgetInputs inputs) {
        return ((Evaluated) new Evaluator(AcceptanceLimits.USUAL).evaluate(run, CurveModel.LINEAR, inputs))
                .evaluation();
    }

    @Property
    void lines_sum_in_quadrature(@ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 0, max = 9) Double> lines) {
        Budget budget = new Budget(
                100, lines.stream().map(u -> line(u, OptionalInt.empty())).toList(), Set.of());
        double squares = lines.stream().mapToDouble(u -> u * u).sum();
        assertThat(budget.combined() * budget.combined()).isCloseTo(squares, within(1e-9));
        assertThat(budget.expanded()).isEqualTo(2 * budget.combined());
        assertThat(budget.combined())
                .isGreaterThanOrEqualTo(lines.stream().mapToDouble(u -> u).max().orElseThrow() * (1 - 1e-12));
    }

    /** The end gauge of the GUM, H.1.6: 25, 9.7, 2.9 and 16.6 nm with 18, 25.6, 50 and 2 give 16.7. */
    @Test
    void effective_degrees_of_freedom_are_those_of_welch_and_satterthwaite() {
        Budget gauge = new Budget(
                0,
                List.of(
                        line(25, OptionalInt.of(18)),
                        line(9.7, OptionalInt.of(25)),
                        line(2.9, OptionalInt.of(50)),
                        line(16.6, OptionalInt.of(2))),
                Set.of());
        assertThat(gauge.effectiveDegreesOfFreedom().getAsDouble()).isCloseTo(16.7, within(0.1));
        assertThat(new Budget(0, List.of(line(1, OptionalInt.empty())), Set.of()).effectiveDegreesOfFreedom())
                .isEmpty();
    }

    @Test
    void shapes_have_their_divisors() {
        Component step = Component.rectangular(Source.RESOLUTION, 0.05, "N", 1);
        assertThat(step.standardUncertainty()).isCloseTo(0.1 / Math.sqrt(12), within(1e-15));
        assertThat(ReferenceComponent.of(new ReferenceUncertainty.Expanded(2e-4, 2), 100)
                        .standardUncertainty())
                .isCloseTo(0.01, within(1e-15));
        assertThat(ReferenceComponent.of(new ReferenceUncertainty.Limits(1e-4), 100)
                        .standardUncertainty())
                .isCloseTo(0.01 / Math.sqrt(3), within(1e-15));
    }

    @Test
    void masses_of_which_nobody_knows_how_good_they_are_give_a_lower_bound_and_no_verdict() {
        CalibrationRun run =
                CalibrationRun.of(LocalGravity.at(51.24, 60), new ReferenceUncertainty.NotStated(), Gold7.points());
        Evaluation evaluation = evaluate(run, Gold7.inputs());
        assertThat(evaluation.budgets().get(3).missing()).containsExactly(Source.REFERENCE);
        assertThat(evaluation.budgets().get(3).isComplete()).isFalse();
        assertThat(evaluation.conformity().shortfalls()).containsExactly(Shortfall.REFERENCE_NOT_STATED);
        assertThat(evaluation.decision()).isEqualTo(Decision.CANNOT_TELL);
    }

    @Test
    void an_unknown_place_makes_u_too_large_for_a_verdict() {
        CalibrationRun run = CalibrationRun.of(
                LocalGravity.assumedStandard(), new ReferenceUncertainty.Limits(1e-4), Gold7.points());
        assertThat(evaluate(run, Gold7.inputs()).conformity().shortfalls())
                .containsExactly(Shortfall.UNCERTAINTY_TOO_LARGE);
    }

    @Test
    void u_between_two_loads_lies_between_theirs_and_beyond_the_last_it_grows_with_the_force() {
        Evaluation evaluation = evaluate(Gold7.run(), Gold7.inputs());
        List<Budget> budgets = evaluation.budgets();
        double low = budgets.get(3).expanded();
        double high = budgets.get(4).expanded();
        assertThat(evaluation.expandedUncertaintyAt(budgets.get(3).newtons())).isCloseTo(low, within(1e-12));
        assertThat(evaluation.expandedUncertaintyAt(250)).isBetween(low, high);
        assertThat(evaluation.expandedUncertaintyAt(-250)).isEqualTo(evaluation.expandedUncertaintyAt(250));
        Budget last = budgets.get(6);
        assertThat(evaluation.expandedUncertaintyAt(2 * last.newtons())).isCloseTo(2 * last.expanded(), within(1e-9));
        assertThat(DoubleStream.of(0, 30, 60, 490)
                        .map(evaluation::expandedUncertaintyAt)
                        .min()
                        .getAsDouble())
                .isPositive();
    }
}
