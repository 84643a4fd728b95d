/**
 * What can be wrong with the points of a run, found all at once, each naming its rows. No sentence for people: the text
 * catalogue has those. Start at {@link org.plinth.calibration.problem.CalibrationProblem}.
 */
package org.plinth.calibration.problem;
