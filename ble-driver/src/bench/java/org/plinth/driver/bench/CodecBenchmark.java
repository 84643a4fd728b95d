package org.plinth.driver.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.link.Packet;

/**
 * Every decoder from packet to sink: codec, clock and ledger. One operation is one packet; the counter {@code samples} is
 * samples a second, and {@code gc.alloc.rate.norm} over the samples of a packet is bytes a sample.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecBenchmark {

    @Param({
        "tindeq-progressor",
        "progressor-clone",
        "pitchsix-force-board",
        "wh-c06",
        "cts500",
        "frez-dyno",
        "linescale-3",
        "vernier-gdx-hd",
        "vald-dynamo",
        "muscle-meter-v2",
        "griptonite-motherboard",
        "climbro",
        "entralpi",
        "squegg",
        "teraforce",
        "rock-exotica-enforcer",
        "sig-weight-scale"
    })
    public String sensor = "";

    private Packet[] packets = {};
    private SampleDecoder decoder = Streams.driver("virtual").newDecoder();
    private int next;

    /** Samples delivered. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counted implements DecodedSink {

        public long samples;
        private double latest;

        @Override
        public void sample(long deviceMicros, double value) {
            latest += value;
            samples++;
        }

        /** So that no value is dead. */
        public double latest() {
            return latest;
        }
    }

    /** A stream of a thousand packets, played round and round. */
    @Setup
    public void record() {
        packets = Streams.packets(sensor);
        decoder = Streams.driver(sensor).newDecoder();
    }

    @Benchmark
    public double decode(Counted counted) {
        if (next == packets.length) {
            next = 0;
            decoder.newSegment();
        }
        decoder.decode(packets[next++], counted);
        return counted.latest();
    }
}
