package org.plinth.core.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFinder;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.Metrics;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.testkit.Traces;

/** Segmentation and every metric of one recording of 10 s at 1000 Hz. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AnalysisBenchmark {

    private ForceTrace recording;

    /** One effort of 4 s with noise. */
    @Setup
    public void record() {
        recording = Traces.at(1000, 10).effort(2, 220, 4).noise(0.3, 7).build();
    }

    /** A fresh copy each time: what a trace remembers of itself must not help. */
    @Benchmark
    public void analyse(Blackhole results) {
        ForceTrace trace = recording.slice(0, recording.size());
        for (Effort effort : EffortFinder.find(trace)) {
            for (Metric metric : Metrics.ALL) {
                results.consume(metric.measure(trace, effort));
            }
        }
    }

    /** What copying alone costs. */
    @Benchmark
    public ForceTrace copy() {
        return recording.slice(0, recording.size());
    }
}
