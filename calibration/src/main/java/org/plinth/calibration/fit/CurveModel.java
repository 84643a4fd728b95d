package org.plinth.calibration.fit;

/** Kind of curve. */
public enum CurveModel {
    /** A straight line: two coefficients. */
    LINEAR(2),
    /** A parabola: three. */
    QUADRATIC(3),
    /** Lines between the means of the loads: one value for each load. */
    PIECEWISE(2);

    private final int leastLoads;

    CurveModel(int coefficients) {
        this.leastLoads = coefficients + 1;
    }

    /** Fewest different loads, no load among them, that leave something to judge it by. */
    public int leastLoads() {
        return leastLoads;
    }
}
