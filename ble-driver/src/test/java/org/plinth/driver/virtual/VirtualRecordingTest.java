package org.plinth.driver.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.Ledger;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.Remembered;
import org.plinth.driver.tindeq.ProgressorDecoder;

class VirtualRecordingTest {

    private static final Instant BEGAN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final double KGF = ForceUnit.KILOGRAM_FORCE.newtonsPerUnit();

    private final Remembered sink = new Remembered();

    private static List<Packet> record(Scenario scenario, Force pretension) {
        List<EffortModel> three = List.of(scenario.effort(), scenario.effort(), scenario.effort());
        ScriptedPatient patient = ScriptedPatient.inTurn(three, pretension, scenario.seed());
        return VirtualRecording.packets(scenario, patient, LENGTH, BEGAN);
    }

    private Ledger decode(List<Packet> packets, Remembered into) {
        ProgressorDecoder decoder = new ProgressorDecoder();
        packets.forEach(packet -> decoder.decode(packet, into));
        return decoder.ledger();
    }

    @Test
    void the_same_scenario_gives_the_same_bytes_and_another_seed_others() {
        Scenario scenario = Scenario.ofSeed(7);
        assertThat(bytes(record(scenario, Force.ZERO))).isDeepEqualTo(bytes(record(scenario, Force.ZERO)));
        assertThat(java.util.Arrays.deepEquals(
                        bytes(record(scenario, Force.ZERO)), bytes(record(Scenario.ofSeed(8), Force.ZERO))))
                .isFalse();
    }

    private static byte[][] bytes(List<Packet> packets) {
        return packets.stream().map(Packet::bytes).toArray(byte[][]::new);
    }

    @Test
    void a_perfect_link_loses_nothing_and_shows_the_skips_and_rates_of_a_progressor() {
        Ledger ledger = decode(record(Scenario.ofSeed(3), Force.ZERO), sink);
        assertThat(ledger.lost()).hasValue(0);
        assertThat(ledger.boundaryGaps()).isEqualTo(ledger.packets() - 1);
        assertThat(sink.micros().get(0)).isEqualTo(53_400);
        assertThat(sink.micros().get(1) - sink.micros().get(0)).isBetween(11_592L, 11_594L);
    }

    @Test
    void an_effort_without_unrest_reaches_its_strength() {
        Scenario scenario = Scenario.ofSeed(3)
                .withEffort(EffortModel.ofStrength(Force.ofNewtons(250)).withoutUnrest());
        decode(record(scenario, Force.ZERO), sink);
        assertThat(peakNewtons()).isCloseTo(250, within(0.5));
    }

    @Test
    void pretension_is_there_between_efforts_and_the_tare_took_the_strap_off() {
        decode(record(Scenario.ofSeed(3), Force.ofNewtons(9)), sink);
        assertThat(sink.values().get(10) * KGF).isCloseTo(9, within(0.3));
    }

    @Test
    void a_countermovement_dips_below_the_rest_before() {
        Scenario scenario = Scenario.ofSeed(3);
        Scenario dipping = scenario.withEffort(scenario.effort().withCountermovement(Force.ofNewtons(12)));
        decode(record(dipping, Force.ZERO), sink);
        assertThat(sink.values().stream().mapToDouble(v -> v).min().orElseThrow() * KGF)
                .isCloseTo(-12, within(1.0));
    }

    @Test
    void a_saturated_sensor_shows_its_limit_again_and_again() {
        Scenario scenario = Scenario.ofSeed(3);
        Scenario limited = scenario.withSensor(scenario.sensor().withSaturation(Force.ofNewtons(150)));
        decode(record(limited, Force.ZERO), sink);
        double peak = sink.values().stream().mapToDouble(v -> v).max().orElseThrow();
        assertThat(sink.values().stream().filter(v -> v == peak).count()).isGreaterThan(100);
    }

    @Test
    void a_wrong_span_shows_by_its_share() {
        Scenario right = Scenario.ofSeed(3)
                .withEffort(EffortModel.ofStrength(Force.ofNewtons(250)).withoutUnrest());
        Scenario wrong = right.withSensor(right.sensor().withSpan(1.02));
        decode(record(wrong, Force.ZERO), sink);
        assertThat(peakNewtons()).isCloseTo(255, within(0.5));
    }

    @Test
    void a_clock_that_wraps_in_the_stream_gives_the_same_intervals() {
        Scenario plain = Scenario.ofSeed(3);
        Scenario wrapping = plain.withSensor(plain.sensor().withClockStart((1L << 32) - 9_000_000));
        Remembered other = new Remembered();
        decode(record(plain, Force.ZERO), sink);
        decode(record(wrapping, Force.ZERO), other);
        assertThat(other.values()).isEqualTo(sink.values());
        assertThat(intervals(other)).isEqualTo(intervals(sink));
        assertThat(other.segments).isZero();
    }

    private static List<Long> intervals(Remembered from) {
        long first = from.micros().get(0);
        return from.micros().stream().map(micros -> micros - first).toList();
    }

    @Test
    void a_low_battery_is_told_and_a_disconnection_ends_the_packets() {
        Scenario scenario = Scenario.ofSeed(3)
                .withLink(LinkModel.PERFECT.lowBatteryAt(3_000_000, 3_100).disconnectingAt(8_000_000));
        Ledger ledger = decode(record(scenario, Force.ZERO), sink);
        assertThat(sink.lowBattery).isEqualTo(1);
        assertThat(sink.micros().get(sink.samples.size() - 1)).isBetween(7_700_000L, 8_200_000L);
        assertThat(ledger.lost()).hasValue(0);
    }

    @Property(tries = 50)
    void dropping_k_packets_in_the_stream_loses_exactly_their_samples(
            @ForAll @IntRange(min = 1, max = 50) int k, @ForAll @IntRange(min = 1, max = 80) int from) {
        Set<Integer> dropped = new java.util.HashSet<>();
        for (int i = from; i < from + k; i++) {
            dropped.add(i);
        }
        Scenario scenario = Scenario.ofSeed(11).withLink(LinkModel.PERFECT.losing(dropped));
        assertThat(decode(record(scenario, Force.ZERO), new Remembered()).lost()).hasValue(15L * k);
    }

    @Property(tries = 50)
    void whatever_the_radio_does_the_account_is_true(
            @ForAll @LongRange(min = 0, max = 100_000) long seed,
            @ForAll @DoubleRange(min = 0, max = 0.3) double lost,
            @ForAll @DoubleRange(min = 0, max = 0.3) double doubled,
            @ForAll @DoubleRange(min = 0, max = 0.2) double late) {
        Scenario perfect = Scenario.ofSeed(seed);
        Remembered sent = new Remembered();
        Remembered got = new Remembered();
        decode(record(perfect, Force.ZERO), sent);
        Ledger ledger = decode(
                record(perfect.withLink(LinkModel.PERFECT.withShares(lost, doubled, late)), Force.ZERO), got);
        long first = got.micros().get(0);
        long last = got.micros().get(got.samples.size() - 1);
        long inside = sent.micros().stream().filter(t -> t >= first && t <= last).count();
        assertThat(ledger.lost()).hasValue(inside - got.samples.size());
        assertThat(sent.samples).containsAll(got.samples);
    }

    private double peakNewtons() {
        return sink.values().stream().mapToDouble(value -> value).max().orElseThrow() * KGF;
    }
}
