package org.plinth.driver.virtual;

import java.util.Optional;
import org.plinth.core.quantity.Force;

/**
 * A sample patient whom a person directs: who pushes how hard, and when. By default an effort begins one second after
 * the stream starts and every eight seconds from then until it stops. What is set holds from the next effort on. The
 * strap is slack while the sensor does not stream, which is when it is tared.
 *
 * <p>Any thread.
 */
public final class VirtualPatient implements ForceSource {

    private static final long EVERY_MICROS = 8_000_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final long seed;
    private EffortModel model;
    private Force pretension = Force.ofNewtons(3);
    private double variation = 0.02;
    private long startsAfterMicros = 1_000_000;
    private boolean repeats = true;

    private Optional<Effort> effort = Optional.empty();
    private long nextMicros = NEVER;
    private boolean pushRequested;
    private long efforts;
    private boolean streaming;

    /** A patient who makes efforts like this one. */
    public VirtualPatient(EffortModel model, long seed) {
        this.model = model;
        this.seed = seed;
    }

    /** Sets how strong the next efforts are. */
    public synchronized void strength(Force next) {
        model = model.withStrength(next);
    }

    /** Sets how the next efforts are made. */
    public synchronized void effort(EffortModel next) {
        model = next;
    }

    /** Sets the force between efforts. */
    public synchronized void pretension(Force between) {
        pretension = between;
    }

    /** Sets how long after the start of a stream the first effort begins. */
    public synchronized void startsAfter(long micros) {
        startsAfterMicros = micros;
    }

    /** Sets how much efforts differ: SD of their strength as a share of it. */
    public synchronized void variation(double share) {
        if (share < 0 || share > 0.5) {
            throw new IllegalArgumentException("efforts differ by 0 to 0.5 of their strength, not " + share);
        }
        variation = share;
    }

    /** Whether efforts begin by themselves. */
    public synchronized void repeats(boolean byThemselves) {
        repeats = byThemselves;
        if (!byThemselves) {
            nextMicros = NEVER;
        }
    }

    /** Begins an effort at once, or right after the present one. Only while the stream runs. */
    public synchronized void push() {
        pushRequested = true;
    }

    /** The strength that the next effort is made around. */
    public synchronized Force strength() {
        return model.strength();
    }

    @Override
    public synchronized void streamStarted(long simMicros) {
        streaming = true;
        effort = Optional.empty();
        pushRequested = false;
        nextMicros = repeats ? simMicros + startsAfterMicros : NEVER;
    }

    @Override
    public synchronized void streamStopped(long simMicros) {
        streaming = false;
        effort = Optional.empty();
        nextMicros = NEVER;
    }

    @Override
    public synchronized double newtonsAt(long simMicros) {
        if (!streaming) {
            return 0;
        }
        if (effort.filter(now -> simMicros >= now.endMicros()).isPresent()) {
            effort = Optional.empty();
        }
        if (effort.isEmpty() && (pushRequested || simMicros >= nextMicros)) {
            begin(simMicros);
        }
        return effort.isPresent() ? effort.get().newtonsAt(simMicros) : pretension.newtons();
    }

    private void begin(long simMicros) {
        long own = Noise.mix(seed, efforts);
        efforts++;
        double scale = Math.max(0.1, 1 + variation * new Noise(own).normal());
        EffortModel made = model.withStrength(model.strength().times(scale));
        effort = Optional.of(new Effort(simMicros, made, pretension, own));
        pushRequested = false;
        nextMicros = repeats ? simMicros + EVERY_MICROS : NEVER;
    }
}
