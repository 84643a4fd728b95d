package org.plinth.core.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFinder;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.Metrics;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.testkit.Traces;

/**
 * The work of {@link AnalysisBenchmark} by processor time, which other work on the machine stretches less than the clock:
 * for the ratio to {@code analysis.py}, which prints the same. Cold: the first analysis of a new process.
 */
public final class AnalysisCpuTime {

    private static final int ROUNDS = 4000;
    private static double kept;

    private AnalysisCpuTime() {}

    /** Prints the first analysis, then the mean of several thousand, six times. */
    public static void main(String[] arguments) {
        ForceTrace recording =
                Traces.at(1000, 10).effort(2, 220, 4).noise(0.3, 7).build();
        System.out.printf("first %.0f us%n", micros(recording, 1));
        for (int i = 0; i < 6; i++) {
            System.out.printf("warm %.0f us%n", micros(recording, ROUNDS));
        }
        System.err.println(kept);
    }

    private static double micros(ForceTrace recording, int rounds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < rounds; i++) {
            ForceTrace trace = recording.slice(0, recording.size());
            for (Effort effort : EffortFinder.find(trace)) {
                for (Metric metric : Metrics.ALL) {
                    kept += metric.measure(trace, effort).value().orElse(0);
                }
            }
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e3 / rounds;
    }
}
