package org.plinth.web.calibration;

import java.util.Optional;
import org.plinth.calibration.conformity.AcceptanceLimits;
import org.plinth.calibration.evaluation.EvaluationOutcome;
import org.plinth.calibration.evaluation.Evaluator;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.gravity.AirBuoyancy;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.LoadingMode;
import org.plinth.calibration.run.ReadingUnit;
import org.plinth.calibration.uncertainty.BudgetInputs;

/**
 * What is asked of a set of points.
 *
 * @param points of the file
 * @param model kind of curve
 * @param gravity where the masses hung
 * @param reference as it was said beside the file; masses with certificates in the details go before nothing said
 * @param unit of the readings
 * @param mode tension or compression
 * @param inputs of the budgets
 * @param details of the certificate; empty where none were given
 */
public record FitRequest(
        Points points,
        CurveModel model,
        LocalGravity gravity,
        ReferenceUncertainty reference,
        ReadingUnit unit,
        LoadingMode mode,
        BudgetInputs inputs,
        Optional<CertificateDetails> details) {

    /** The run that it describes. */
    public CalibrationRun run() {
        CertificateDetails said = details.orElseGet(CertificateDetails::none);
        ReferenceUncertainty known = reference instanceof ReferenceUncertainty.NotStated
                ? ReferenceUncertainty.of(said.masses())
                : reference;
        return new CalibrationRun(
                said.chain(),
                said.environment(),
                mode,
                unit,
                gravity,
                AirBuoyancy.STEEL_IN_USUAL_AIR,
                said.masses(),
                known,
                points.points());
    }

    /** What comes of it by the usual limits. */
    public EvaluationOutcome evaluate() {
        return new Evaluator(AcceptanceLimits.USUAL).evaluate(run(), model, inputs);
    }
}
