package org.plinth.calibration.conformity;

/** Whether something is within its limit. */
public enum Decision {
    /** It is, even if it errs by all of its uncertainty. */
    PASS,
    /** It is not, even if it errs by all of its uncertainty. */
    FAIL,
    /** Either may be. */
    CANNOT_TELL;

    /**
     * By the guard band of one expanded uncertainty.
     *
     * <pre>
     *   PASS if |e| ≤ limit − U      FAIL if |e| &gt; limit + U      else CANNOT_TELL
     * </pre>
     *
     * <p>At a true error of exactly the limit, PASS is said in at most 2.5 % of cases.
     *
     * @see <a href="https://ilac.org/publications-and-resources/ilac-guidance-series/">ILAC-G8:09/2019</a>
     */
    public static Decision of(double error, double limit, double expandedUncertainty) {
        double size = Math.abs(error);
        if (size <= limit - expandedUncertainty) {
            return PASS;
        }
        return size > limit + expandedUncertainty ? FAIL : CANNOT_TELL;
    }

    /** Both together: a failure outweighs doubt, doubt outweighs a pass. */
    public Decision and(Decision other) {
        if (this == FAIL || other == FAIL) {
            return FAIL;
        }
        return this == CANNOT_TELL || other == CANNOT_TELL ? CANNOT_TELL : PASS;
    }
}
