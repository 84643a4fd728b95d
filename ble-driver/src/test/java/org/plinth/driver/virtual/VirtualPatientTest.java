package org.plinth.driver.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;

class VirtualPatientTest {

    private final VirtualPatient patient =
            new VirtualPatient(EffortModel.ofStrength(Force.ofNewtons(200)).withoutUnrest(), 5);

    private double peakBetween(double fromSeconds, double toSeconds) {
        double peak = 0;
        for (long t = (long) (fromSeconds * 1e6); t < toSeconds * 1e6; t += 10_000) {
            peak = Math.max(peak, patient.newtonsAt(t));
        }
        return peak;
    }

    @Test
    void rests_for_a_second_then_pushes_and_again_eight_seconds_later() {
        patient.variation(0);
        patient.streamStarted(0);
        assertThat(peakBetween(0, 1)).isEqualTo(3);
        assertThat(peakBetween(1, 6)).isCloseTo(200, within(0.1));
        assertThat(peakBetween(6, 9)).isEqualTo(3);
        assertThat(peakBetween(9, 14)).isCloseTo(200, within(0.1));
    }

    @Test
    void a_strength_that_is_set_holds_from_the_next_effort_on() {
        patient.variation(0);
        patient.streamStarted(0);
        patient.strength(Force.ofNewtons(120));
        assertThat(peakBetween(0, 6)).isCloseTo(120, within(0.1));
    }

    @Test
    void pushes_when_told_to_even_when_it_does_not_by_itself() {
        patient.repeats(false);
        patient.variation(0);
        patient.streamStarted(0);
        assertThat(peakBetween(0, 12)).isEqualTo(3);
        patient.push();
        assertThat(peakBetween(12, 17)).isCloseTo(200, within(0.1));
        assertThat(peakBetween(17, 40)).isEqualTo(3);
    }

    @Test
    void efforts_differ_from_one_another() {
        patient.streamStarted(0);
        assertThat(peakBetween(0, 7)).isNotEqualTo(peakBetween(7, 15)).isCloseTo(200, within(30.0));
    }

    @Test
    void the_strap_is_slack_while_the_sensor_does_not_stream() {
        assertThat(patient.newtonsAt(0)).isZero();
        patient.streamStarted(1_000_000);
        assertThat(patient.newtonsAt(1_100_000)).isEqualTo(3);
        patient.streamStopped(1_200_000);
        assertThat(patient.newtonsAt(1_300_000)).isZero();
    }
}
