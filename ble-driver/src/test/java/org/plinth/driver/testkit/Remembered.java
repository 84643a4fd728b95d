package org.plinth.driver.testkit;

import java.util.ArrayList;
import java.util.List;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Malformed;

/** Remembers all that a decoder tells. */
public final class Remembered implements DecodedSink {

    /** One sample as it was told. */
    public record Sample(int segment, long micros, double value) {}

    public final List<Sample> samples = new ArrayList<>();
    public final List<Long> packetStartsAt = new ArrayList<>();
    public final List<Malformed> malformed = new ArrayList<>();
    public final List<Long> missing = new ArrayList<>();
    public int segments;
    public int lowBattery;
    public int overRange;

    @Override
    public void sample(long deviceMicros, double value) {
        samples.add(new Sample(segments, deviceMicros, value));
    }

    @Override
    public void packetStart() {
        packetStartsAt.add((long) samples.size());
    }

    @Override
    public void missing(long deviceMicros) {
        missing.add(deviceMicros);
    }

    @Override
    public void segmentStart() {
        segments++;
    }

    @Override
    public void malformed(Malformed what) {
        malformed.add(what);
    }

    @Override
    public void lowBattery() {
        lowBattery++;
    }

    @Override
    public void overRange() {
        overRange++;
    }

    public List<Long> micros() {
        return samples.stream().map(Sample::micros).toList();
    }

    public List<Double> values() {
        return samples.stream().map(Sample::value).toList();
    }
}
