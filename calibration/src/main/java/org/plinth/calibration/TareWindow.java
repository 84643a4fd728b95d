package org.plinth.calibration;

import java.time.Instant;
import java.util.Arrays;
import org.plinth.calibration.TareOutcome.Reason;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.SampleSink;
import org.plinth.core.statistics.Sample;

/**
 * Collects the samples of a guided tare and judges them.
 *
 * <pre>
 *   offset = mean of the window                      [N]
 *   drift  = slope of the least-squares line · time  [N]
 * </pre>
 *
 * <p>A tare needs {@link #LENGTH_MICROS} of device time, a standard deviation of at most {@link #LARGEST_SD} and a
 * drift of at most {@link #LARGEST_DRIFT}: 10 N of error in the zero would make a symmetry of 80 % read 83 %. The
 * limits are engineering values (hazard H4). One thread.
 */
public final class TareWindow implements SampleSink {

    /** Device time that a tare needs [µs]. */
    public static final long LENGTH_MICROS = 1_000_000;
    /** Greatest spread of a quiet sensor. */
    public static final Force LARGEST_SD = Force.ofNewtons(1);
    /** Greatest change over the window of a quiet sensor. */
    public static final Force LARGEST_DRIFT = Force.ofNewtons(1);

    private static final int LEAST_SAMPLES = 5;
    /** Intervals are counted, so a window of n samples holds n - 1 of them. */
    private static final double SHARE_OF_LENGTH = 0.95;

    private long[] micros = new long[256];
    private double[] newtons = new double[256];
    private int size;

    /** An empty one. */
    public TareWindow() {}

    /** One calibrated, untared sample [N]. */
    @Override
    public void sample(long deviceMicros, double calibratedNewtons) {
        if (size == micros.length) {
            micros = Arrays.copyOf(micros, size * 2);
            newtons = Arrays.copyOf(newtons, size * 2);
        }
        micros[size] = deviceMicros;
        newtons[size] = calibratedNewtons;
        size++;
    }

    /** Whether it holds enough time to be judged. */
    public boolean isLongEnough() {
        return size >= LEAST_SAMPLES && spanMicros() >= SHARE_OF_LENGTH * LENGTH_MICROS;
    }

    /** The tare, or why there is none. */
    public TareOutcome judge(Instant now) {
        if (!isLongEnough()) {
            return new TareOutcome.TooShort();
        }
        double mean = Sample.of(Arrays.copyOf(newtons, size)).mean();
        Force deviation = Force.ofNewtons(deviation(mean));
        Force drift = Force.ofNewtons(slopePerMicro(mean) * spanMicros());
        if (drift.abs().compareTo(LARGEST_DRIFT) > 0) {
            return new TareOutcome.Refused(Reason.DRIFTING, deviation, drift);
        }
        if (deviation.compareTo(LARGEST_SD) > 0) {
            return new TareOutcome.Refused(Reason.NOISY, deviation, drift);
        }
        return new TareOutcome.Taken(new TareOffset(Force.ofNewtons(mean), now, deviation, drift));
    }

    private long spanMicros() {
        return micros[size - 1] - micros[0];
    }

    private double deviation(double mean) {
        double squares = 0;
        for (int i = 0; i < size; i++) {
            squares += (newtons[i] - mean) * (newtons[i] - mean);
        }
        return Math.sqrt(squares / (size - 1));
    }

    private double slopePerMicro(double mean) {
        double middle = 0;
        for (int i = 0; i < size; i++) {
            middle += (micros[i] - micros[0]) / (double) size;
        }
        double products = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double t = micros[i] - micros[0] - middle;
            products += t * (newtons[i] - mean);
            squares += t * t;
        }
        return products / squares;
    }
}
