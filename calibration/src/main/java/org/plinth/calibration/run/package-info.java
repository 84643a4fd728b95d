/**
 * What was done on a calibration bench: the chain that was loaded, with what, where, and what it read. No evaluation.
 * Start at {@link org.plinth.calibration.run.CalibrationRun}.
 */
package org.plinth.calibration.run;
