package org.plinth.calibration.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The weekly checks in their order, with limits that come from the first of them: a chart of individual values.
 *
 * <pre>
 *   centre = mean of the first 8      sigma = mean |x_i − x_(i−1)| of the first 8 / 1.128      [%]
 *   warning at centre ± 2 sigma       action at centre ± 3 sigma
 * </pre>
 *
 * <p>A rule that speaks says "look", not "wrong": that is the limit of {@link WeeklyCheck}.
 *
 * @param centre [%]
 * @param sigma [%]; above 0
 * @param points in order
 * @see <a href="https://www.iso.org/standard/78859.html">ISO 7870-2:2023</a> for the limits; Western Electric (1956),
 *     Statistical Quality Control Handbook, for the rules
 */
public record ControlChart(double centre, double sigma, List<Point> points) {

    /** Checks that set the limits. */
    public static final int BASIS = 8;

    private static final double MOVING_RANGE_DIVISOR = 1.128;
    private static final int RUN = 8;

    /** Copies the list. */
    public ControlChart {
        points = List.copyOf(points);
    }

    /**
     * One check.
     *
     * @param at when
     * @param percent change against the reference [%]
     * @param rules that speak at it
     */
    public record Point(Instant at, double percent, Set<Rule> rules) {

        /** Copies the set. */
        public Point {
            rules = Set.copyOf(rules);
        }
    }

    /** When to look (Western Electric 1956). */
    public enum Rule {
        /** One point beyond 3 sigma. */
        BEYOND_ACTION,
        /** Two of three beyond 2 sigma on one side. */
        TWO_OF_THREE_BEYOND_WARNING,
        /** Four of five beyond 1 sigma on one side. */
        FOUR_OF_FIVE_BEYOND_ONE_SIGMA,
        /** Eight in a row on one side. */
        EIGHT_ON_ONE_SIDE
    }

    /**
     * What is drawn.
     *
     * @param at when
     * @param percent change [%]
     */
    public record Value(Instant at, double percent) {}

    /**
     * The chart; empty for fewer than 8 checks.
     *
     * @param resolutionPercent one step of the reading [%]: sigma is never taken for less than its √12th part
     */
    public static Optional<ControlChart> of(List<Value> values, double resolutionPercent) {
        if (values.size() < BASIS) {
            return Optional.empty();
        }
        double centre = 0;
        double ranges = 0;
        for (int i = 0; i < BASIS; i++) {
            centre += values.get(i).percent() / BASIS;
            ranges += i == 0
                    ? 0
                    : Math.abs(values.get(i).percent() - values.get(i - 1).percent()) / (BASIS - 1);
        }
        double least = Math.max(resolutionPercent / Math.sqrt(12), 1e-9);
        double sigma = Math.max(ranges / MOVING_RANGE_DIVISOR, least);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(new Point(
                    values.get(i).at(), values.get(i).percent(), rules(values.subList(0, i + 1), centre, sigma)));
        }
        return Optional.of(new ControlChart(centre, sigma, points));
    }

    /** Warning limits are this far from the centre [%]. */
    public double warning() {
        return 2 * sigma;
    }

    /** Action limits are this far from the centre [%]. */
    public double action() {
        return 3 * sigma;
    }

    private static Set<Rule> rules(List<Value> until, double centre, double sigma) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        if (beyond(until, 1, 3 * sigma, centre) >= 1) {
            rules.add(Rule.BEYOND_ACTION);
        }
        if (speaksNow(until, centre, 2 * sigma) && beyond(until, 3, 2 * sigma, centre) >= 2) {
            rules.add(Rule.TWO_OF_THREE_BEYOND_WARNING);
        }
        if (speaksNow(until, centre, sigma) && beyond(until, 5, sigma, centre) >= 4) {
            rules.add(Rule.FOUR_OF_FIVE_BEYOND_ONE_SIGMA);
        }
        if (beyond(until, RUN, 0, centre) >= RUN) {
            rules.add(Rule.EIGHT_ON_ONE_SIDE);
        }
        return rules;
    }

    private static boolean speaksNow(List<Value> until, double centre, double limit) {
        return Math.abs(until.get(until.size() - 1).percent() - centre) > limit;
    }

    /** Among the last so many, how many lie beyond the limit on the side of the last one. */
    private static int beyond(List<Value> until, int last, double limit, double centre) {
        double side = Math.signum(until.get(until.size() - 1).percent() - centre);
        return (int) until.subList(Math.max(0, until.size() - last), until.size()).stream()
                .filter(value -> side * (value.percent() - centre) > limit)
                .count();
    }
}
