/**
 * From a hanging mass to a force: local gravity and the lift of the air. Nothing here knows a sensor. Start at
 * {@link org.plinth.calibration.gravity.LocalGravity}.
 */
package org.plinth.calibration.gravity;
