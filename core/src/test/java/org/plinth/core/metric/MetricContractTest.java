package org.plinth.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFinder;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.testkit.Recordings;
import org.plinth.core.testkit.Traces;

/** What every metric keeps; run for each one in the list. */
class MetricContractTest {

    // Found once: the same for every metric.
    private static final List<Measurable> AWKWARD =
            awkward().stream().flatMap(MetricContractTest::measurable).toList();

    private record Measurable(ForceTrace trace, Effort effort) {}

    static List<Metric> metrics() {
        return Metrics.ALL;
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void declares_what_it_is(Metric metric) {
        assertThat(metric.id()).matches("[a-z][A-Za-z0-9]*_[A-Za-z0-9]+");
        assertThat(metric.version()).isPositive();
        assertThat(metric.unit()).isNotBlank();
        assertThat(metric.formula()).contains("=");
        assertThat(metric.source()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void gives_a_value_or_a_reason_on_every_trace_and_never_throws(Metric metric) {
        assertThat(AWKWARD).hasSizeGreaterThan(12);
        for (Measurable case_ : AWKWARD) {
            assertThatCode(() -> metric.measure(case_.trace(), case_.effort())).doesNotThrowAnyException();
            MetricResult result = metric.measure(case_.trace(), case_.effort());
            assertThat(result.value().isPresent())
                    .isNotEqualTo(result.withholding().isPresent());
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void measures_a_clean_fast_effort(Metric metric) {
        ForceTrace trace = Traces.at(1000, 30).effort(2, 220, 24).noise(0.2, 7).build();

        assertThat(metric.measure(trace, EffortFinder.find(trace).get(0)).value())
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void does_not_depend_on_where_the_clock_began(Metric metric) {
        ForceTrace trace = Traces.at(500, 30).effort(2, 220, 24).noise(0.2, 7).build();
        ForceTrace.Builder later = ForceTrace.builder();
        for (int i = 0; i < trace.size(); i++) {
            later.sample(trace.micros(i) + 77_000_000_000L, trace.newtons(i));
        }
        ForceTrace shifted = later.build();

        double there =
                metric.measure(trace, EffortFinder.find(trace).get(0)).value().orElseThrow();
        double here = metric.measure(shifted, EffortFinder.find(shifted).get(0))
                .value()
                .orElseThrow();
        assertThat(here).isCloseTo(there, Offset.offset(1e-9 * Math.max(1, Math.abs(there))));
    }

    private static Stream<Measurable> measurable(ForceTrace trace) {
        return EffortFinder.find(trace).stream().map(effort -> new Measurable(trace, effort));
    }

    private static List<ForceTrace> awkward() {
        return List.of(
                Traces.at(1, 60).effort(20, 200, 10).build(),
                Traces.at(8, 9).effort(2, 200, 4).build(),
                Traces.at(89.2, 9).effort(2, 200, 4).inPackets(15).build(),
                Traces.at(80, 9).effort(-2, 200, 5).build(),
                Traces.at(80, 5).effort(2, 200, 9).build(),
                Traces.at(80, 9).effort(2, 200, 4).without(3.5, 4.5).build(),
                Traces.at(80, 9).effort(2, 200, 0.02).build(),
                Traces.at(80, 9).effort(2, 299, 4).capacity(300).build(),
                Traces.at(80, 9).offset(60).effort(2, 100, 4).build(),
                Traces.at(80, 9).offset(-15).effort(2, 100, 4).build(),
                Traces.at(10_000, 6).effort(2, 100, 2).build(),
                Recordings.trace(Recordings.PRETENSIONED),
                Recordings.trace(Recordings.HELD),
                Recordings.trace(Recordings.HALF_BLANK),
                Recordings.trace(Recordings.FAULTY));
    }
}
