package org.plinth.core.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How many are still waiting for something as time goes by, where not all were followed until it happened. Who was last seen
 * without it counts up to that day and no further.
 *
 * <pre>
 *   S(t)     = ∏ (1 - di/ni)  over days ti ≤ t with events            ni at risk just before ti, di events
 *   σ²(t)    = Σ di/(ni(ni - di)) / (ln S)²                           Greenwood, on the scale ln(-ln S)
 *   interval = S^exp(±1.96·σ)
 *   median   = first t with S(t) &lt; 0.5; where S is 0.5 for a while, the middle of that while
 *   its ends : the same read from the interval's ends; absent where an end never falls so low
 * </pre>
 *
 * @param n people
 * @param events how many of them had it
 * @param lastDays how long the longest was followed [d]; 0 for nobody
 * @param steps one for each day on which it happened, in order
 * @param median [d]; empty where less than half had it
 * @param medianLow lower end of its 95 % interval [d]
 * @param medianHigh upper end [d]; empty where it is not known
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier (1958), J Am Stat Assoc 53:457-481</a>
 * @see <a href="https://doi.org/10.2307/2530286">Brookmeyer and Crowley (1982), Biometrics 38:29-41</a>
 */
public record KaplanMeier(
        int n,
        int events,
        double lastDays,
        List<Step> steps,
        OptionalDouble median,
        OptionalDouble medianLow,
        OptionalDouble medianHigh) {

    private static final double Z95 = 1.959963984540054;
    private static final double HALF = 0.5;
    private static final double SAME = 1e-9;

    /** Copies the list. */
    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    /**
     * One person.
     *
     * @param days until it happened, or until she was last seen without it [d]; at least 0
     * @param event whether it happened
     */
    public record Followed(double days, boolean event) {
        /** Rejects what cannot be. */
        public Followed {
            if (!(days >= 0) || !Double.isFinite(days)) {
                throw new IllegalArgumentException("somebody is followed for 0 days or more, not " + days);
            }
        }
    }

    /**
     * A day on which it happened.
     *
     * @param days since the start [d]
     * @param atRisk who was still waiting just before
     * @param events how many had it that day
     * @param waiting S: the part that waits on from then, 0 to 1
     * @param interval of S, 95 %; empty where S is 0
     */
    public record Step(double days, int atRisk, int events, double waiting, Optional<PairedShift.Interval> interval) {}

    /** Of these people; none is possible and has no steps. */
    public static KaplanMeier of(List<Followed> people) {
        TreeMap<Double, int[]> byDay = new TreeMap<>();
        for (Followed one : people) {
            byDay.computeIfAbsent(one.days(), day -> new int[2])[one.event() ? 0 : 1]++;
        }
        List<Step> steps = new ArrayList<>();
        int atRisk = people.size();
        int events = 0;
        double waiting = 1;
        double greenwood = 0;
        for (Map.Entry<Double, int[]> day : byDay.entrySet()) {
            int had = day.getValue()[0];
            if (had > 0) {
                waiting *= 1 - (double) had / atRisk;
                greenwood += (double) had / ((double) atRisk * (atRisk - had));
                steps.add(new Step(day.getKey(), atRisk, had, waiting, interval(waiting, greenwood)));
                events += had;
            }
            atRisk -= had + day.getValue()[1];
        }
        return new KaplanMeier(
                people.size(),
                events,
                byDay.isEmpty() ? 0 : byDay.lastKey(),
                steps,
                crossing(steps, Step::waiting),
                crossing(
                        steps,
                        step -> step.interval().map(PairedShift.Interval::low).orElse(0.0)),
                crossing(
                        steps,
                        step -> step.interval().map(PairedShift.Interval::high).orElse(1.0)));
    }

    private static Optional<PairedShift.Interval> interval(double waiting, double greenwood) {
        if (waiting <= 0) {
            return Optional.empty();
        }
        double log = StrictMath.log(waiting);
        double sigma = Math.sqrt(greenwood) / Math.abs(log);
        return Optional.of(new PairedShift.Interval(
                StrictMath.exp(log * StrictMath.exp(Z95 * sigma)), StrictMath.exp(log * StrictMath.exp(-Z95 * sigma))));
    }

    /** Where a falling line passes one half; two steps of which the first lies on it have their middle. */
    private static OptionalDouble crossing(List<Step> steps, ToDoubleFunction<Step> line) {
        for (int i = 0; i < steps.size(); i++) {
            double value = line.applyAsDouble(steps.get(i));
            if (value < HALF - SAME) {
                return OptionalDouble.of(steps.get(i).days());
            }
            if (value <= HALF + SAME && i + 1 < steps.size()) {
                return OptionalDouble.of((steps.get(i).days() + steps.get(i + 1).days()) / 2);
            }
            if (value <= HALF + SAME) {
                return OptionalDouble.of(steps.get(i).days());
            }
        }
        return OptionalDouble.empty();
    }

    /** The part that still waits after so many days, 0 to 1. */
    public double waiting(double days) {
        double waiting = 1;
        for (Step step : steps) {
            if (step.days() > days) {
                break;
            }
            waiting = step.waiting();
        }
        return waiting;
    }
}
