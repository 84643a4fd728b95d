/**
 * How each number of a calibration comes about, for people who want to check it. Start at
 * {@link org.plinth.calibration.formula.CalibrationFormulas}.
 */
package org.plinth.calibration.formula;
