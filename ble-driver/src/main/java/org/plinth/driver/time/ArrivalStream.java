package org.plinth.driver.time;

import java.util.Arrays;
import java.util.OptionalLong;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Ledger;
import org.plinth.driver.Malformed;

/**
 * The stream of a sensor without a clock: the last sample of a packet gets the packet's time of arrival, those before
 * it stand one sample period apart, closer where packets came in a burst.
 *
 * <p>Error: each time is late by the delay of the radio and uncertain by its jitter, some tens of ms. What is lost
 * cannot be counted and is absent, never 0. Times ascend strictly. One thread.
 */
public final class ArrivalStream {

    private static final long NANOS_PER_MICRO = 1_000;

    private final double periodMicros;
    private final LedgerBook book = new LedgerBook();
    private double[] values = new double[64];
    private int count;
    private boolean began;
    private boolean segmentPending;
    private long originNanos;
    private long latestMicros = -1;

    /** A stream of so many samples a second, as the maker says. */
    public ArrivalStream(double nominalRateHz) {
        this.periodMicros = 1e6 / nominalRateHz;
    }

    /** A value of the packet at hand; not finite for one that is missing. */
    public void value(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = value;
    }

    /** Something of the packet at hand could not be read. */
    public void malformed(String reason, int offset, DecodedSink sink) {
        book.malformed();
        sink.malformed(new Malformed(reason, offset));
    }

    /** The packet at hand ends: delivers its values. */
    public void endPacket(long hostNanos, DecodedSink sink) {
        book.packet();
        if (count > 0) {
            deliver(hostNanos, sink);
        }
        count = 0;
    }

    /** The stream began anew; time goes on. */
    public void newSegment() {
        segmentPending = began;
        count = 0;
    }

    /** The account so far. */
    public Ledger ledger() {
        return book.with(OptionalLong.empty());
    }

    private void deliver(long hostNanos, DecodedSink sink) {
        if (!began) {
            began = true;
            originNanos = hostNanos - Math.round((count - 1) * periodMicros) * NANOS_PER_MICRO;
        }
        if (segmentPending) {
            segmentPending = false;
            sink.segmentStart();
        }
        sink.packetStart();
        long arrival = Math.max((hostNanos - originNanos) / NANOS_PER_MICRO, latestMicros + count);
        double step = Math.min(periodMicros, (arrival - latestMicros) / (double) count);
        for (int i = 0; i < count; i++) {
            deliver(arrival - (long) ((count - 1 - i) * step), values[i], sink);
        }
    }

    private void deliver(long micros, double value, DecodedSink sink) {
        if (latestMicros >= 0) {
            book.interval(micros - latestMicros);
        }
        latestMicros = micros;
        if (Double.isFinite(value)) {
            book.received();
            sink.sample(micros, value);
        } else {
            book.missing();
            sink.missing(micros);
        }
    }
}
