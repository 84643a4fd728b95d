package org.plinth.driver.vald;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * Compares rest at the end of a recording with rest at its beginning.
 *
 * <pre>
 *   shift = mean of the last 0.5 s − mean of the first 0.5 s       [N]
 * </pre>
 *
 * <p>A recording that was stopped under load shows a shift too, and is refused likewise: nothing tells the two apart.
 * One thread.
 */
final class ZeroCheck {

    /** How long rest is looked at, at either end [µs]. */
    static final long REST_MICROS = 500_000;

    private record Sample(long micros, double newtons) {}

    private final Deque<Sample> last = new ArrayDeque<>();
    private double lastSum;
    private double firstSum;
    private long firstCount;
    private long beganMicros;

    void sample(long micros, double newtons) {
        if (firstCount == 0) {
            beganMicros = micros;
        }
        if (micros - beganMicros <= REST_MICROS) {
            firstSum += newtons;
            firstCount++;
        }
        last.addLast(new Sample(micros, newtons));
        lastSum += newtons;
        while (micros - last.getFirst().micros() > REST_MICROS) {
            lastSum -= last.removeFirst().newtons();
        }
    }

    /** Empty until the two stretches lie apart. */
    OptionalDouble shift() {
        if (last.isEmpty() || last.getFirst().micros() - beganMicros <= REST_MICROS) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(lastSum / last.size() - firstSum / firstCount);
    }
}
