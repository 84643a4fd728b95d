/**
 * Calibrations as people bring them and take them away: points from a CSV file, results as JSON and text, the certificate.
 * What follows from points is {@code org.plinth.calibration}. Start at
 * {@link org.plinth.web.calibration.PointsFile}.
 */
package org.plinth.web.calibration;
