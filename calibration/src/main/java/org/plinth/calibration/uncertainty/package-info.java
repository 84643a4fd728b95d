/**
 * How sure a force is that was read from a calibrated sensor: a table of what contributes, and its sum. Start at
 * {@link org.plinth.calibration.uncertainty.Budget}.
 */
package org.plinth.calibration.uncertainty;
