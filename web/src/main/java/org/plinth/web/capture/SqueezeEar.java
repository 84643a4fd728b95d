package org.plinth.web.capture;

import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;

/**
 * Hears whether the force on one sensor rises. How the sensor was zeroed does not matter: its rest is what it shows at first.
 *
 * <pre>
 *   |F − rest| ≥ RISE_NEWTONS for HELD_MICROS      rest = mean of the first REST_MICROS   [N]
 * </pre>
 *
 * <p>The three values are engineering values: a hand squeezes far above 20 N, and a sensor that is put down stays below it
 * or is quiet within a tenth of a second. Packets on the sensor's thread; {@link #hasRisen} from any.
 */
final class SqueezeEar implements LinkListener {

    static final double RISE_NEWTONS = 20;
    static final long REST_MICROS = 300_000;
    static final long HELD_MICROS = 100_000;

    private static final long NOT_ABOVE = Long.MIN_VALUE;

    private final ForceAssembly assembly;
    private final Runnable onRise;
    private long firstMicros;
    private double restSum;
    private int restSamples;
    private long aboveSince = NOT_ABOVE;
    private volatile boolean risen;

    /** Tells {@code onRise} once, on the sensor's thread; it must not block. */
    SqueezeEar(AssemblyMaker maker, Runnable onRise) {
        this.onRise = onRise;
        assembly = maker.make(new Hearing());
    }

    boolean hasRisen() {
        return risen;
    }

    @Override
    public void packet(Packet packet) {
        if (!risen) {
            assembly.packet(packet);
        }
    }

    @Override
    public void disconnected(String reason) {
        // A sensor that is gone rises no more; whoever waits has a limit.
    }

    private void sample(long micros, double newtons) {
        if (risen) {
            return;
        }
        if (restSamples == 0) {
            firstMicros = micros;
        }
        if (restSamples == 0 || micros - firstMicros < REST_MICROS) {
            restSum += newtons;
            restSamples++;
            return;
        }
        boolean above = Math.abs(newtons - restSum / restSamples) >= RISE_NEWTONS;
        if (!above) {
            aboveSince = NOT_ABOVE;
        } else if (aboveSince == NOT_ABOVE) {
            aboveSince = micros;
        } else if (micros - aboveSince >= HELD_MICROS) {
            risen = true;
            onRise.run();
        }
    }

    private final class Hearing implements ForceAssembly.Ear {

        @Override
        public void sample(long deviceMicros, double newtons) {
            SqueezeEar.this.sample(deviceMicros, newtons);
        }

        /** Another clock is another beginning. */
        @Override
        public void event(ForceAssembly.StreamEvent event) {
            if (event == ForceAssembly.StreamEvent.SEGMENT) {
                restSum = 0;
                restSamples = 0;
                aboveSince = NOT_ABOVE;
            }
        }
    }
}
