package org.plinth.calibration.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.calibration.reference.Load;

class LocalGravityTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 9.78033", "90, 0, 9.83219", "51.24, 60, 9.81162", "-0.18, 2850, 9.77153", "60.45, 0, 9.81947"})
    void gravity_of_places_is_that_of_the_table(double latitude, double height, double expected) {
        assertThat(LocalGravity.at(latitude, height).metresPerSecondSquared()).isCloseTo(expected, within(1.5e-4));
    }

    @Test
    void south_is_as_north() {
        assertThat(LocalGravity.at(-37.8, 30)).isEqualTo(LocalGravity.at(37.8, 30));
    }

    @Test
    void what_is_nowhere_on_earth_is_not_plausible() {
        assertThat(LocalGravity.given(9.759).isPlausible()).isFalse();
        assertThat(LocalGravity.given(9.76).isPlausible()).isTrue();
        assertThat(LocalGravity.given(9.84).isPlausible()).isTrue();
        assertThat(LocalGravity.given(9.841).isPlausible()).isFalse();
        assertThatThrownBy(() -> LocalGravity.at(91, 0)).hasMessageContaining("91");
        assertThatThrownBy(() -> LocalGravity.at(0, 20_000)).hasMessageContaining("20000");
    }

    @Test
    void an_unknown_place_is_less_sure_than_a_known_one() {
        assertThat(LocalGravity.assumedStandard().relativeStandardUncertainty()).isGreaterThan(0.0027);
        assertThat(LocalGravity.at(51.24, 60).relativeStandardUncertainty()).isEqualTo(5e-5);
    }

    @Test
    void twenty_kilograms_of_steel_lose_their_air() {
        LocalGravity guildford = LocalGravity.at(51.24, 60);
        assertThat(new Load.Mass(20)
                        .force(guildford, AirBuoyancy.STEEL_IN_USUAL_AIR)
                        .newtons())
                .isCloseTo(196.2030, within(5e-5));
        assertThat(new Load.AppliedForce(20)
                        .force(guildford, AirBuoyancy.STEEL_IN_USUAL_AIR)
                        .newtons())
                .isEqualTo(20);
    }

    @Test
    void air_at_20_degrees_half_humid_at_sea_level_is_1_199() {
        assertThat(AirBuoyancy.of(20, 50, 1013.25, 8000).airDensity()).isCloseTo(1.1993, within(1e-4));
    }
}
