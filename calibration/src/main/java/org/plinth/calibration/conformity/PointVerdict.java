package org.plinth.calibration.conformity;

/**
 * One load against its limit.
 *
 * @param newtons applied [N]
 * @param error indicated less applied [N]
 * @param expandedUncertainty U of it [N]
 * @param limit greatest error [N]
 * @param decision whether it keeps to it
 */
public record PointVerdict(double newtons, double error, double expandedUncertainty, double limit, Decision decision) {}
