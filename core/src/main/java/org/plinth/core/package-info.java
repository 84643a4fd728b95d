/**
 * Domain, analysis and protocols. Decides everything clinical and statistical; knows no I/O, clock or log.
 *
 * <p>Start at {@code effort.EffortFinder}, {@code metric.Metrics} and {@code symmetry.LimbSymmetry}.
 */
package org.plinth.core;
