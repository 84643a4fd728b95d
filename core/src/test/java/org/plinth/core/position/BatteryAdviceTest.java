package org.plinth.core.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.BatteryAdvice.Ground;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.Mass;

class BatteryAdviceTest {

    private static final Set<Direction> PULL = EnumSet.of(Direction.PULL);
    private static final Set<Direction> PUSH = EnumSet.of(Direction.PUSH);
    private static final Set<Direction> BOTH = EnumSet.allOf(Direction.class);

    private final PositionCatalogue catalogue = PositionCatalogue.bundled();

    private BatteryAdvice advice(List<Set<Direction>> sensors, String... last) {
        return BatteryAdvice.of(catalogue, sensors, List.of(last), false);
    }

    @Test
    void a_first_visit_begins_with_the_baseline_that_the_sensors_can_do() {
        assertThat(advice(List.of(PULL)).battery().map(Battery::id)).contains("pht-baseline-2-pull");
        assertThat(advice(List.of(PULL)).positions()).containsExactly("curl-prone-15", "bridge-force-sl-short");
        assertThat(advice(List.of(PUSH, BOTH)).battery().map(Battery::id)).contains("pht-baseline-2");
        assertThat(advice(List.of(BOTH)).ground()).isEqualTo(Ground.BASELINE);
    }

    @Test
    void nothing_is_guessed_where_it_is_not_clear() {
        assertThat(advice(List.of())).isEqualTo(new BatteryAdvice(Ground.NO_SENSOR, Optional.empty(), List.of()));
        assertThat(advice(List.of(PULL, BOTH)).ground()).isEqualTo(Ground.SENSORS_DIFFER);
        assertThat(advice(List.of(PULL, BOTH)).positions()).isEmpty();
    }

    @Test
    void an_irritable_tendon_is_not_tested_to_the_maximum_and_begins_afresh_when_it_is_calm() {
        BatteryAdvice today = BatteryAdvice.of(catalogue, List.of(PULL), List.of("curl-prone-15"), true);
        assertThat(today.ground()).isEqualTo(Ground.IRRITABLE);
        assertThat(today.battery().map(Battery::id)).contains("pht-irritable-pull");
        assertThat(today.positions()).containsExactly("curl-prone-15-easy", "bridge-force-sl-short-easy");
        assertThat(BatteryAdvice.of(catalogue, List.of(PUSH), List.of(), true).positions())
                .containsExactly("curl-prone-15-easy", "bridge-iso-30-easy");
        assertThat(BatteryAdvice.of(catalogue, List.of(), List.of(), true).ground())
                .isEqualTo(Ground.NO_SENSOR);

        BatteryAdvice calm = advice(List.of(PULL), "curl-prone-15-easy", "bridge-force-sl-short-easy");
        assertThat(calm.ground()).isEqualTo(Ground.BASELINE);
        assertThat(calm.positions()).containsExactly("curl-prone-15", "bridge-force-sl-short");
    }

    @Test
    void a_re_test_repeats_the_last_visit_in_its_order_as_far_as_the_sensors_can() {
        BatteryAdvice same = advice(List.of(PULL, PUSH), "curl-prone-15", "bridge-force-sl-short");
        assertThat(same.ground()).isEqualTo(Ground.LAST_VISIT);
        assertThat(same.battery().map(Battery::id)).contains("pht-baseline-2-pull");

        BatteryAdvice own = advice(List.of(PULL), "curl-seated-90-90", "curl-prone-15");
        assertThat(own.positions()).containsExactly("curl-seated-90-90", "curl-prone-15");
        assertThat(own.battery()).isEmpty();

        assertThat(advice(List.of(PULL), "bridge-iso-30", "curl-prone-15").positions())
                .as("a heel press cannot be pulled")
                .containsExactly("curl-prone-15");
        assertThat(advice(List.of(PULL), "bridge-iso-30").ground()).isEqualTo(Ground.SENSOR_CANNOT);
        assertThat(advice(List.of(PULL), "own-gone").ground()).isEqualTo(Ground.SENSOR_CANNOT);
    }

    @Test
    void the_range_that_is_needed_goes_with_body_mass_and_none_is_assumed() {
        TestPosition curl = catalogue.find("curl-prone-15").orElseThrow();
        assertThat(RangeNeed.of(curl, Optional.empty())).contains(Force.ofNewtons(800));
        assertThat(RangeNeed.of(curl, Optional.of(new Mass(60)))).contains(Force.ofNewtons(480));
        assertThat(RangeNeed.of(curl, Optional.of(new Mass(130)))).contains(Force.ofNewtons(1040));
        TestPosition hold = catalogue.find("bridge-hold-sl-long").orElseThrow();
        assertThat(RangeNeed.of(hold, Optional.of(new Mass(60)))).isEmpty();
    }
}
