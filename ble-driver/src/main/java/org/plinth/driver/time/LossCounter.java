package org.plinth.driver.time;

import java.util.OptionalLong;

/**
 * Counts samples lost in whole packets, exactly, strictly inside a stream, from the stamps of the packets' first
 * samples.
 *
 * <pre>
 *   packets lost in an interval D = round(D / P) - 1       P = time for one packet [µs]
 *   samples lost                  = packets lost · samples in a packet
 * </pre>
 *
 * <p>P runs from first sample to first sample, so it holds whatever the sensor skips between packets. Intervals wait
 * until P is known from {@link #ENOUGH} of them; before that the samples inside a packet and the declared skip stand
 * in. Two packets of a single sample each tell no period: the loss is then unknown, not 0. One thread.
 */
final class LossCounter {

    private static final int ENOUGH = 16;
    private static final int LEAST_FOR_SINGLE_SAMPLES = 2;

    private final int boundaryPeriods;
    private final PacketPeriod period = new PacketPeriod();
    private final long[] waiting = new long[ENOUGH];
    private final int[] waitingSamples = new int[ENOUGH];
    private int waitingCount;
    private double modelMicros;
    private double settledPeriod;
    private int sinceSettled;
    private long settled;

    LossCounter(int boundaryPeriods) {
        this.boundaryPeriods = boundaryPeriods;
    }

    /** Samples that are known to be lost within one packet, such as a cut tail. */
    void lostInPacket(long samples) {
        settled += samples;
    }

    /** The interval from the first sample of a packet to that of the next [µs], and how many samples such a packet holds. */
    void interval(long micros, int samples, double inPacketMicros) {
        period.add(micros);
        if (samples > 1 && inPacketMicros > 0) {
            modelMicros = inPacketMicros * (samples - 1 + boundaryPeriods);
        }
        if (waitingCount == ENOUGH) {
            refresh();
            settled += packetsIn(micros, settledPeriod) * samples;
            return;
        }
        waiting[waitingCount] = micros;
        waitingSamples[waitingCount] = samples;
        waitingCount++;
        if (waitingCount == ENOUGH) {
            settled += lostWhileWaiting();
            settledPeriod = period.micros();
        }
    }

    /** The stream began anew; what is settled stays, the period is measured afresh. */
    void newSegment() {
        if (waitingCount < ENOUGH) {
            settled += lostWhileWaiting();
        }
        waitingCount = 0;
        modelMicros = 0;
        period.clear();
    }

    /** Samples lost so far; empty where the period is not known. */
    OptionalLong lost() {
        if (waitingCount == ENOUGH || waitingCount == 0) {
            return OptionalLong.of(settled);
        }
        if (modelMicros == 0 && waitingCount < LEAST_FOR_SINGLE_SAMPLES) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(settled + lostWhileWaiting());
    }

    private void refresh() {
        sinceSettled++;
        if (sinceSettled >= ENOUGH) {
            settledPeriod = period.micros();
            sinceSettled = 0;
        }
    }

    private long lostWhileWaiting() {
        if (waitingCount == 0) {
            return 0;
        }
        double micros = earlyPeriod();
        long lost = 0;
        for (int i = 0; i < waitingCount; i++) {
            lost += packetsIn(waiting[i], micros) * waitingSamples[i];
        }
        return lost;
    }

    /** The measured period, unless what packets hold says that even the shortest interval holds a loss. */
    private double earlyPeriod() {
        double measured = period.micros();
        boolean agree = modelMicros == 0 || measured < 1.5 * modelMicros;
        return agree ? measured : modelMicros;
    }

    private static long packetsIn(long micros, double periodMicros) {
        return Math.max(0, Math.round(micros / periodMicros) - 1);
    }
}
