package org.plinth.driver.time;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Ledger;
import org.plinth.driver.Malformed;
import org.plinth.driver.Timing;

/**
 * The stream of a sensor without a clock: the last sample of a packet gets the packet's time of arrival, those before
 * it stand one sample period apart, closer where packets came in a burst.
 *
 * <p>Error: each time is late by the delay of the radio and uncertain by its jitter, some tens of ms; {@link #timing}
 * says how much it was. What is lost cannot be counted and is absent, never 0, unless the sensor numbers its samples.
 * Times ascend strictly. One thread.
 */
public final class ArrivalStream {

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_SECOND = 1e6;
    /** Share of packets inside the stated uncertainty: 95 %, two-sided, for normal scatter. */
    private static final double NORMAL_95 = 1.96;

    private final double periodMicros;
    private final Optional<SampleCounter> counter;
    private final LedgerBook book = new LedgerBook();
    private ClockFit fit = new ClockFit();
    private long samplesOfSegment;
    private boolean skipsNext;
    private double[] values = new double[64];
    private int count;
    private boolean began;
    private boolean segmentPending;
    private long originNanos;
    private long latestMicros = -1;

    /** A stream of so many samples a second, as the maker says. */
    public ArrivalStream(double nominalRateHz) {
        this(nominalRateHz, Optional.empty());
    }

    /** A stream whose samples carry a running number of 16 bits, so that its loss can be counted. */
    public static ArrivalStream counting(double nominalRateHz) {
        return new ArrivalStream(nominalRateHz, Optional.of(new SampleCounter()));
    }

    private ArrivalStream(double nominalRateHz, Optional<SampleCounter> counter) {
        this.periodMicros = MICROS_PER_SECOND / nominalRateHz;
        this.counter = counter;
    }

    /** The running number of the value that comes next. A value that came before, or too late, is dropped and counted. */
    public void number(int number) {
        switch (counter.orElseThrow().advance(number)) {
            case REPEATED -> {
                book.duplicated();
                skipsNext = true;
            }
            case LATE -> {
                book.late();
                skipsNext = true;
            }
            case RESTARTED -> startSegment();
            case FIRST, FORWARD -> skipsNext = false;
        }
    }

    /** A value of the packet at hand; not finite for one that is missing. */
    public void value(double value) {
        if (skipsNext) {
            skipsNext = false;
            return;
        }
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
        counter.ifPresent(SampleCounter::newSegment);
        startSegment();
        count = 0;
    }

    private void startSegment() {
        segmentPending = began;
        fit = new ClockFit();
        samplesOfSegment = 0;
        skipsNext = false;
    }

    /** The account so far. */
    public Ledger ledger() {
        return book.with(counter.isPresent() ? OptionalLong.of(counter.get().lost()) : OptionalLong.empty());
    }

    /** How its time runs. */
    public Timing timing() {
        OptionalDouble slope = fit.slope();
        OptionalDouble scatter = fit.scatterMicros();
        return new Timing(
                slope.isPresent() ? OptionalDouble.of(MICROS_PER_SECOND / slope.getAsDouble()) : slope,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                scatter.isPresent()
                        ? OptionalLong.of(Math.round(NORMAL_95 * scatter.getAsDouble()))
                        : OptionalLong.empty());
    }

    private void deliver(long hostNanos, DecodedSink sink) {
        if (!began) {
            began = true;
            originNanos = hostNanos - Math.round((count - 1) * periodMicros * NANOS_PER_MICRO);
        }
        if (segmentPending) {
            segmentPending = false;
            sink.segmentStart();
        }
        sink.packetStart();
        long arrival = Math.max((long) ((hostNanos - originNanos) / NANOS_PER_MICRO), latestMicros + count);
        samplesOfSegment += count;
        fit.add((double) samplesOfSegment, (hostNanos - originNanos) / NANOS_PER_MICRO);
        double step =
                latestMicros < 0 ? periodMicros : Math.min(periodMicros, (arrival - latestMicros) / (double) count);
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
