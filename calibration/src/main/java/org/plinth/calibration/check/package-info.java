/**
 * Quick looks at a sensor between calibrations: daily zero, weekly check, control chart, drift. Start at
 * {@link org.plinth.calibration.check.WeeklyCheck}.
 */
package org.plinth.calibration.check;
