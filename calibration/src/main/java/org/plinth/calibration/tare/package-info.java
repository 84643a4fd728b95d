/**
 * Whether a sensor at rest may be zeroed. Start at {@link org.plinth.calibration.tare.RestWindow}.
 */
package org.plinth.calibration.tare;
