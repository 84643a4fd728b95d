/**
 * Whether a sensor may be trusted at a moment, and which results a doubt reaches. Pure functions of what happened. Start at
 * {@link org.plinth.calibration.validity.SensorState}.
 */
package org.plinth.calibration.validity;
