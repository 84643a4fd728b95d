package org.plinth.core.effort;

import java.util.List;

/**
 * The one table of what finds, rejects and flags an effort (decisions M9, M10). Times in
 * µs, forces in newtons. Values marked provisional are engineering choices without a paper behind them.
 */
public final class EffortRules {

    /** Least rise above the level of rest that starts a search [N]; provisional. */
    public static final double SEARCH_RISE_N = 10;
    /** Least rise that counts as an effort [N]; provisional. */
    public static final double LEAST_RISE_N = 20;
    /** Greatest climb of a resting level: faster is not rest [N/s]. */
    public static final double REST_SLOPE_N_PER_S = 2;
    /** Greatest range of a resting level [N]. */
    public static final double REST_RANGE_N = 3;
    /** Rest is sought in this time before the rise. */
    public static final long REST_SEARCH_MICROS = 1_500_000;
    /** Length of the quiet window. */
    public static final long REST_WINDOW_MICROS = 500_000;
    /** Least length of the quiet window. */
    public static final long REST_LEAST_MICROS = 250_000;
    /** Least length of the quiet window where it stands above a fifth of the rise; provisional. */
    public static final long RAISED_REST_MICROS = 1_000_000;
    /** A level above this part of the peak is load, not rest; provisional. */
    public static final double REST_GREATEST_PART = 0.5;
    /** Onset stands this many standard deviations above the baseline (Dos'Santos et al. 2017). */
    public static final double ONSET_SDS = 5;
    /** Onset stands at least this far above the baseline [N]. */
    public static final double ONSET_LEAST_N = 2;
    /** Onset stands at least this many resolution steps above the baseline. */
    public static final double ONSET_STEPS = 3;
    /** Force stays above the onset threshold for this long. */
    public static final long ONSET_SUSTAIN_MICROS = 20_000;
    /** The release is below this part of the rise from baseline to peak. */
    public static final double RELEASE_PART = 0.5;
    /** The release lasts this long. */
    public static final long RELEASE_MICROS = 200_000;
    /** A new rise within this time belongs to the effort. */
    public static final long SECOND_RISE_MICROS = 3_000_000;
    /** A new rise is at least this part of the first. */
    public static final double SECOND_RISE_PART = 0.2;
    /** The plateau is above this part of the greatest 100 ms mean. */
    public static final double PLATEAU_PART = 0.9;
    /** Least plateau. */
    public static final long PLATEAU_LEAST_MICROS = 500_000;
    /** Longest link gap inside an effort. */
    public static final long GAP_MICROS = 100_000;
    /** At this part of the sensor's capacity it is at its limit. */
    public static final double CAPACITY_PART = 0.98;
    /** From this part of the sensor's capacity on it is close to its limit. */
    public static final double NEAR_CAPACITY_PART = 0.95;
    /** Equal greatest samples for this long, while the rest is noisy, are a sensor at its limit; provisional. */
    public static final long FLAT_MICROS = 250_000;
    /** Least number of such samples; provisional. */
    public static final int FLAT_SAMPLES = 10;
    /** Baseline above this part of the peak is pretension. */
    public static final double PRETENSION_PART = 0.05;
    /** A countermovement is sought in this time before onset. */
    public static final long DIP_MICROS = 200_000;
    /** Least depth of a countermovement [N]. */
    public static final double DIP_N = 3;
    /** Least depth of a countermovement in standard deviations of the baseline. */
    public static final double DIP_SDS = 3;

    private EffortRules() {}

    /**
     * One row of the table.
     *
     * @param name of the rejection or flag, as files carry it
     * @param rejects whether the effort is not used
     * @param condition when it applies
     * @param consequence what follows
     */
    public record Rule(String name, boolean rejects, String condition, String consequence) {}

    /** Every rule in the order in which they outrank each other; the first rejection that applies is the one given. */
    public static List<Rule> table() {
        return List.of(
                reject(Rejection.TOO_WEAK, "rise from baseline to peak < 20 N"),
                reject(
                        Rejection.OVER_RANGE,
                        "a sample at or above 98 % of capacity, or flat at its greatest for 250 ms"),
                reject(Rejection.LINK_GAP, "a gap the sensor does not declare, longer than 100 ms, inside"),
                reject(Rejection.NO_QUIET_BASELINE, "no 250 ms of rest in the 1.5 s before the rise"),
                reject(Rejection.EARLY_RELEASE, "plateau within 90 % of the greatest 100 ms mean < 0.5 s"),
                flag(EffortFlag.PRETENSION, "baseline > 5 % of the peak", "RFD and impulse withheld"),
                flag(
                        EffortFlag.COUNTERMOVEMENT,
                        "a dip > max(3 N, 3 SD) in the 200 ms before onset",
                        "RFD and impulse withheld"),
                flag(EffortFlag.DOUBLE, "a new rise within 3 s of the release", "RFD and impulse withheld"),
                flag(EffortFlag.CUT_AT_END, "the recording ended before the release", "shown"),
                flag(EffortFlag.NEAR_LIMIT, "a sample at or above 95 % of capacity", "shown"));
    }

    private static Rule reject(Rejection reason, String condition) {
        return new Rule(reason.name(), true, condition, "kept, EXCLUDED, out of the result");
    }

    private static Rule flag(EffortFlag flag, String condition, String consequence) {
        return new Rule(flag.name(), false, condition, consequence);
    }
}
