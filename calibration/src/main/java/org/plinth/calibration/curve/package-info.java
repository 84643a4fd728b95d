/**
 * Deflection to newtons and back. Deflection is the reading less the reading without load. Start at
 * {@link org.plinth.calibration.curve.CalibrationCurve}.
 */
package org.plinth.calibration.curve;
