package org.plinth.calibration.fit;

import java.util.List;
import java.util.Optional;
import org.plinth.calibration.curve.CalibrationCurve;

/**
 * A curve by least squares on all ascending points, and what it leaves over.
 *
 * @param model kind of curve
 * @param curve itself
 * @param residuals force less curve, for each point
 * @param scatter of the points about it; empty where there are no more points than coefficients
 */
public record CurveFit(
        CurveModel model, CalibrationCurve curve, List<Residual> residuals, Optional<FitScatter> scatter) {

    /** Copies the list. */
    public CurveFit {
        residuals = List.copyOf(residuals);
    }

    /**
     * What the curve leaves over at one point.
     *
     * @param row of the point
     * @param cycle of the point
     * @param newtons applied [N]
     * @param deflection in the unit of the reading
     * @param residual applied less curve [N]
     */
    public record Residual(int row, int cycle, double newtons, double deflection, double residual) {}

    /** Standard error of the curve itself at this deflection [N]; empty where there is no scatter to tell it by. */
    public Optional<Double> standardError(double deflection) {
        return scatter.map(known -> known.standardError(deflection));
    }
}
