/**
 * The curve through the points of a run, and how far the points lie from it. Start at
 * {@link org.plinth.calibration.fit.CurveFit}.
 */
package org.plinth.calibration.fit;
