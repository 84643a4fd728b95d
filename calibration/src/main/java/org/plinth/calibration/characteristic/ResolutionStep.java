package org.plinth.calibration.characteristic;

/**
 * The least step of a reading.
 *
 * @param step in the unit of the reading; above 0
 * @param source where it comes from
 */
public record ResolutionStep(double step, Source source) {

    /** Where a step comes from. */
    public enum Source {
        /** Stated. */
        GIVEN,
        /** Whole counts. */
        ONE_COUNT,
        /** The last decimal place that was written down. */
        AS_WRITTEN
    }

    /** Rejects what is no step. */
    public ResolutionStep {
        if (!(step > 0) || !Double.isFinite(step)) {
            throw new IllegalArgumentException("a resolution step is above 0, was " + step);
        }
    }

    /** Stated by whoever calibrates. */
    public static ResolutionStep given(double step) {
        return new ResolutionStep(step, Source.GIVEN);
    }

    /** One count of a converter. */
    public static ResolutionStep oneCount() {
        return new ResolutionStep(1, Source.ONE_COUNT);
    }
}
