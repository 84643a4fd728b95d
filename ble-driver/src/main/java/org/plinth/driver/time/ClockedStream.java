package org.plinth.driver.time;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.plinth.core.signal.IntervalModel;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Ledger;
import org.plinth.driver.Malformed;
import org.plinth.driver.Timing;

/**
 * The stream of a sensor whose samples carry its own clock: puts time in order, passes fresh samples on and accounts
 * for the rest. Within a segment the sink sees strictly ascending times. One thread.
 *
 * <p>Loss is counted from packet to packet only: what is missing between two samples of one packet was never sent, so
 * the radio did not lose it. A late sample is dropped and stays in the count of lost ones.
 */
public final class ClockedStream {

    private static final double SHORTEST_SKIP = 1.5;
    /** No sensor pauses longer inside one packet [µs]; a greater step there is a damaged stamp. */
    private static final long LONGEST_STEP_IN_PACKET_MICROS = 1_000_000;

    /** A shorter stream says nothing of a drift [µs]. */
    private static final double LEAST_DRIFT_MICROS = 1e7;

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double PER_MILLION = 1e6;

    private final SampleClock clock;
    private final IntervalModel intervals;
    private final LossCounter loss;
    private final LedgerBook book = new LedgerBook();
    private final RecentIntervals recent = new RecentIntervals();
    private ClockFit fit = new ClockFit();
    private ClockFit longestFit = fit;
    private long hostNanos;

    private int declared;
    private int cut;
    private int index;
    private long previousStamp;
    private boolean fresh;
    private long firstMicros;
    private int firstIndex;
    private int lastIndex;

    private boolean began;
    private boolean joined;
    private int earlierDeclared;
    private long earlierFirstMicros;
    private double sampleMicros;

    /** A stream on this clock with this spacing. */
    public ClockedStream(SampleClock clock, IntervalModel intervals) {
        this.clock = clock;
        this.intervals = intervals;
        this.loss = new LossCounter(intervals.boundaryPeriods());
    }

    /** A packet came at this monotonic host time [ns], whatever it holds. */
    public void packet(long arrivedNanos) {
        hostNanos = arrivedNanos;
        book.packet();
    }

    /**
     * The samples of a packet begin.
     *
     * @param declaredSamples how many the packet says it holds
     * @param completeSamples how many of them are there
     */
    public void beginPacket(int declaredSamples, int completeSamples) {
        declared = declaredSamples;
        cut = declaredSamples - completeSamples;
        index = 0;
        fresh = false;
    }

    /** The next sample of the packet: stamp in ticks as sent, value in the sensor's unit. */
    public void sample(long stampTicks, double value, DecodedSink sink) {
        if (index > 0 && !followsInPacket(stampTicks)) {
            malformed("time jumps inside a packet", 0, sink);
            return;
        }
        previousStamp = stampTicks;
        long before = clock.micros();
        switch (clock.advance(stampTicks)) {
            case REPEATED -> book.duplicated();
            case LATE -> book.late();
            case FIRST, RESTARTED -> {
                startSegment(sink);
                deliver(value, sink);
            }
            case FORWARD -> {
                book.interval(clock.micros() - before);
                recent.add(clock.micros() - before);
                joinPacket(clock.micros() - before, sink);
                deliver(value, sink);
            }
        }
        index++;
    }

    /** The packet ends. */
    public void endPacket() {
        if (!fresh) {
            return;
        }
        if (lastIndex > firstIndex) {
            sampleMicros = (clock.micros() - firstMicros) / (double) (lastIndex - firstIndex);
        }
        loss.lostInPacket(cut);
        fit.add((double) clock.micros(), hostNanos / NANOS_PER_MICRO);
        earlierFirstMicros = firstMicros - Math.round(firstIndex * sampleMicros);
        earlierDeclared = declared;
        joined = true;
    }

    /** Something could not be read. */
    public void malformed(String reason, int offset, DecodedSink sink) {
        book.malformed();
        sink.malformed(new Malformed(reason, offset));
    }

    /** The stream began anew. */
    public void newSegment() {
        clock.newSegment();
        loss.newSegment();
        joined = false;
        newFit();
    }

    /** The account so far. */
    public Ledger ledger() {
        return book.with(loss.lost());
    }

    /**
     * How its time runs: rate by the median interval, drift over the longest segment.
     *
     * <pre>
     *   drift = 1 / b − 1      b = host µs per device µs, {@link ClockFit}
     * </pre>
     */
    public Timing timing() {
        ClockFit best = longest();
        OptionalDouble slope = best.span() >= LEAST_DRIFT_MICROS ? best.slope() : OptionalDouble.empty();
        if (slope.isEmpty()) {
            return new Timing(recent.rateHz(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty());
        }
        double b = slope.getAsDouble();
        return new Timing(
                recent.rateHz(),
                OptionalDouble.of((1 / b - 1) * PER_MILLION),
                OptionalDouble.of(best.slopeError().orElseThrow() / (b * b) * PER_MILLION),
                OptionalLong.empty());
    }

    private ClockFit longest() {
        return fit.span() >= longestFit.span() ? fit : longestFit;
    }

    private void newFit() {
        longestFit = longest();
        fit = new ClockFit();
    }

    private boolean followsInPacket(long stampTicks) {
        long step = clock.microsBetween(previousStamp, stampTicks);
        return step > 0 && step <= LONGEST_STEP_IN_PACKET_MICROS;
    }

    private void startSegment(DecodedSink sink) {
        if (began) {
            loss.newSegment();
            joined = false;
            newFit();
            sink.segmentStart();
        }
        began = true;
        openPacket(sink);
    }

    private void joinPacket(long gapMicros, DecodedSink sink) {
        if (fresh) {
            return;
        }
        openPacket(sink);
        if (!joined) {
            return;
        }
        long packetFirst = firstMicros - Math.round(firstIndex * sampleMicros);
        loss.interval(packetFirst - earlierFirstMicros, Math.max(declared, earlierDeclared), sampleMicros);
        if (isDeclaredSkip(gapMicros)) {
            book.boundaryGap();
        }
    }

    private void openPacket(DecodedSink sink) {
        fresh = true;
        firstMicros = clock.micros();
        firstIndex = index;
        sink.packetStart();
    }

    private boolean isDeclaredSkip(long gapMicros) {
        double periods = sampleMicros > 0 ? gapMicros / sampleMicros : 0;
        return intervals.boundaryPeriods() > 1
                && periods >= SHORTEST_SKIP
                && periods < intervals.boundaryPeriods() + 0.5;
    }

    private void deliver(double value, DecodedSink sink) {
        lastIndex = index;
        if (Double.isFinite(value)) {
            book.received();
            sink.sample(clock.micros(), value);
        } else {
            book.missing();
            sink.missing(clock.micros());
        }
    }
}
