package org.plinth.core.symmetry;

/** Whether pretension spoils a symmetry (decision M7): the two sides would differ by where the sensor was zeroed. */
final class Pretension {

    private static final double MOST_OF_PEAK = 0.10;
    private static final double MOST_DIFFERENCE = 0.05;

    private Pretension() {}

    static boolean isUnequal(ComparedSide x, ComparedSide y) {
        double weaker = Math.min(x.best(), y.best());
        return x.pretension() > MOST_OF_PEAK * x.best()
                || y.pretension() > MOST_OF_PEAK * y.best()
                || Math.abs(x.pretension() - y.pretension()) > MOST_DIFFERENCE * weaker;
    }
}
