package org.plinth.driver.vald;

import java.util.OptionalDouble;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Ledger;
import org.plinth.driver.Malformed;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.Timing;
import org.plinth.driver.link.Packet;
import org.plinth.driver.notify.ClocklessDecoder;

/** DynaMo notifications to newtons on arrival time, with the zero looked at before and after. One thread. */
final class DynaMoDecoder implements SampleDecoder {

    private final ClocklessDecoder stream =
            new ClocklessDecoder(DynaMoDriver.DATA, DynaMoDriver.NOMINAL_RATE_HZ, new DynaMoCodec());
    private final Watching watching = new Watching();
    private ZeroCheck zero = new ZeroCheck();

    @Override
    public void decode(Packet packet, DecodedSink sink) {
        watching.sink = sink;
        stream.decode(packet, watching);
    }

    @Override
    public void newSegment() {
        stream.newSegment();
        zero = new ZeroCheck();
    }

    @Override
    public Ledger ledger() {
        return stream.ledger();
    }

    @Override
    public Timing timing() {
        return stream.timing();
    }

    @Override
    public OptionalDouble zeroShift() {
        return zero.shift();
    }

    private final class Watching implements DecodedSink {
        private DecodedSink sink = (micros, value) -> {};

        @Override
        public void sample(long deviceMicros, double value) {
            zero.sample(deviceMicros, value);
            sink.sample(deviceMicros, value);
        }

        @Override
        public void packetStart() {
            sink.packetStart();
        }

        @Override
        public void missing(long deviceMicros) {
            sink.missing(deviceMicros);
        }

        @Override
        public void segmentStart() {
            sink.segmentStart();
        }

        @Override
        public void malformed(Malformed what) {
            sink.malformed(what);
        }

        @Override
        public void overRange() {
            sink.overRange();
        }

        @Override
        public void lowBattery() {
            sink.lowBattery();
        }
    }
}
