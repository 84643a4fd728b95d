package org.plinth.calibration.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plinth.calibration.conformity.AcceptanceLimits;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.fit.FitScatter;
import org.plinth.calibration.fit.ModelAdvice;
import org.plinth.calibration.testkit.Gold7;
import org.plinth.calibration.uncertainty.Budget;

/** The worked vector GOLD-7; its numbers were worked out elsewhere. */
class Gold7Test {

    private static final Evaluator EVALUATOR = new Evaluator(AcceptanceLimits.USUAL);

    private static Evaluation evaluate(CurveModel model) {
        EvaluationOutcome outcome = EVALUATOR.evaluate(Gold7.run(), model, Gold7.inputs());
        assertThat(outcome).isInstanceOf(EvaluationOutcome.Evaluated.class);
        return ((EvaluationOutcome.Evaluated) outcome).evaluation();
    }

    @Test
    void the_line_has_the_coefficients_and_scatter_of_the_vector() {
        Evaluation line = evaluate(CurveModel.LINEAR);
        assertThat(line.fit().curve().coefficients().get(0)).isCloseTo(0.0381220, within(5e-8));
        assertThat(line.fit().curve().coefficients().get(1) * 1e4).isCloseTo(116.5596556, within(5e-7));
        FitScatter scatter = line.fit().scatter().orElseThrow();
        assertThat(scatter.loadedSd()).isCloseTo(0.0258526, within(5e-8));
        assertThat(scatter.lowerLimitFactor()).isCloseTo(0.0620462, within(5e-8));
        assertThat(400 * scatter.lowerLimitFactor()).isCloseTo(24.82, within(5e-3));
        assertThat(2000 * scatter.lowerLimitFactor()).isCloseTo(124.09, within(5e-3));
        assertThat(line.characteristics().largestResidual()).isCloseTo(0.039, within(5e-4));
        assertThat(line.characteristics().nonLinearityPercent()).isCloseTo(0.00786, within(5e-6));
    }

    @Test
    void the_parabola_has_the_coefficients_and_scatter_of_the_vector() {
        Evaluation parabola = evaluate(CurveModel.QUADRATIC);
        assertThat(parabola.fit().curve().coefficients().get(0)).isCloseTo(0.0043569, within(5e-8));
        assertThat(parabola.fit().curve().coefficients().get(1) * 1e4).isCloseTo(116.6257365, within(5e-7));
        assertThat(parabola.fit().curve().coefficients().get(2) * 1e8).isCloseTo(-0.0159871, within(5e-8));
        FitScatter scatter = parabola.fit().scatter().orElseThrow();
        assertThat(scatter.loadedSd()).isCloseTo(0.0045353, within(5e-8));
        assertThat(scatter.lowerLimitFactor()).isCloseTo(0.0108848, within(5e-8));
        assertThat(parabola.characteristics().largestResidual()).isCloseTo(0.006, within(5e-4));
        assertThat(parabola.advice()).isEqualTo(ModelAdvice.QUADRATIC_FITS_BETTER);
    }

    @Test
    void hysteresis_and_zero_are_those_of_the_vector() {
        Evaluation line = evaluate(CurveModel.LINEAR);
        assertThat(line.characteristics().hysteresis().getAsDouble()).isCloseTo(0.098, within(5e-4));
        assertThat(line.characteristics().hysteresisPercent().getAsDouble()).isCloseTo(0.0200, within(5e-5));
        assertThat(line.characteristics().zeroReturn().getAsDouble()).isCloseTo(2.5 * 0.01165596556, within(1e-9));
    }

    @Test
    void the_uncertainty_at_196_newtons_is_that_of_the_vector() {
        Budget budget = evaluate(CurveModel.LINEAR).budgets().stream()
                .filter(at -> Math.abs(at.newtons() - 196.2030) < 1e-3)
                .findFirst()
                .orElseThrow();
        assertThat(budget.expanded()).isCloseTo(0.202, within(5e-4));
        assertThat(100 * budget.expanded() / budget.newtons()).isCloseTo(0.103, within(5e-4));
        assertThat(budget.isComplete()).isTrue();
    }

    @Test
    void it_passes() {
        assertThat(evaluate(CurveModel.LINEAR).conformity().shortfalls()).isEmpty();
        assertThat(evaluate(CurveModel.LINEAR).decision()).isEqualTo(Decision.PASS);
        assertThat(evaluate(CurveModel.PIECEWISE).decision()).isEqualTo(Decision.PASS);
        assertThat(evaluate(CurveModel.LINEAR).problems()).isEmpty();
    }
}
