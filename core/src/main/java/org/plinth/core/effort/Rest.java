package org.plinth.core.effort;

/**
 * The level that an effort rose from.
 *
 * @param newtons mean [N]
 * @param noise standard deviation [N]
 * @param last last sample of the window it was taken from
 * @param quiet whether the window was at rest; if not, the level is only the lowest that stood before
 */
record Rest(double newtons, double noise, int last, boolean quiet) {}
