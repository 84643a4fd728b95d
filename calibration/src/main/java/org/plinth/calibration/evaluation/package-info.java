/**
 * From a run to a curve that says how sure it is and whether it keeps to its limits. Start at
 * {@link org.plinth.calibration.evaluation.Evaluator}.
 */
package org.plinth.calibration.evaluation;
