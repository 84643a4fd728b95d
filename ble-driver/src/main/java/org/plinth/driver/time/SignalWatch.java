package org.plinth.driver.time;

/**
 * Tells whether a stream is alive: no sample for one second means that the signal is lost, long before the radio says
 * so (a link may stay silent for 20 s before it is given up). Any thread.
 */
public final class SignalWatch {

    /** Longest silence of a live stream [ns]. */
    public static final long LONGEST_SILENCE_NANOS = 1_000_000_000;

    private boolean running;
    private long latestNanos;

    /** Not watching yet. */
    public SignalWatch() {}

    /** The stream was started at this monotonic host time [ns]; the first sample has a second to come. */
    public synchronized void started(long nowNanos) {
        running = true;
        latestNanos = nowNanos;
    }

    /** The stream was stopped on purpose: silence is what is expected. */
    public synchronized void stopped() {
        running = false;
    }

    /** A sample came at this monotonic host time [ns]. */
    public synchronized void sample(long nowNanos) {
        latestNanos = Math.max(latestNanos, nowNanos);
    }

    /** Whether samples ought to come and none has for a second. */
    public synchronized boolean isSignalLost(long nowNanos) {
        return running && nowNanos - latestNanos > LONGEST_SILENCE_NANOS;
    }
}
