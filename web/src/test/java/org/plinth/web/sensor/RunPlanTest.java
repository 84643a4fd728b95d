package org.plinth.web.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.reference.ReferenceMass;
import org.plinth.calibration.run.Direction;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnedMass;

/** The order in which a run is read. */
class RunPlanTest {

    private static final Id<Clinic> CLINIC = Id.random(new Random(1));

    private static final List<OwnedMass> MASSES = Stream.of(2.0, 5.0)
            .map(kilograms -> new OwnedMass(
                    Id.random(new Random(kilograms.longValue())),
                    CLINIC,
                    new ReferenceMass("M", "C", Optional.empty(), kilograms, kilograms, 0.001, 2)))
            .toList();

    private static List<RunPlan.Step> all(boolean turned) {
        int total = new RunPlan(MASSES, turned, 0).total();
        return IntStream.range(0, total)
                .mapToObj(done -> new RunPlan(MASSES, turned, done).next().orElseThrow())
                .toList();
    }

    @Test
    void the_masses_go_on_one_by_one_and_off_again_three_times() {
        List<RunPlan.Step> steps = all(false);

        assertThat(steps.stream().map(RunPlan.Step::kilograms).limit(6)).containsExactly(0.0, 2.0, 7.0, 2.0, 0.0, 0.0);
        assertThat(steps).hasSize(15);
        assertThat(steps).allMatch(step -> step.rotation().isEmpty());
        assertThat(new RunPlan(MASSES, false, 15).next()).isEmpty();
    }

    @Test
    void a_sensor_that_is_turned_is_read_twice_as_it_is_and_then_turned() {
        List<Double> turns = new ArrayList<>();
        all(true).forEach(step -> turns.add(step.rotation().orElseThrow()));

        assertThat(turns).hasSize(20);
        assertThat(turns.subList(0, 10)).containsOnly(0.0);
        assertThat(turns.subList(10, 15)).containsOnly(120.0);
        assertThat(turns.subList(15, 20)).containsOnly(240.0);
    }

    @Test
    void whether_it_is_turned_cannot_change_once_a_point_stands() {
        assertThat(new RunPlan(MASSES, false, 0).turned(true).turned()).isTrue();
        assertThat(new RunPlan(MASSES, false, 1).turned(true).turned()).isFalse();
    }

    @Test
    void all_masses_are_held_after_the_last_point_for_two_readings() {
        assertThat(new RunPlan(MASSES, false, 14).hold()).isEmpty();
        RunPlan.Step first = new RunPlan(MASSES, false, 15).hold().orElseThrow();
        RunPlan.Step second = new RunPlan(MASSES, false, 16).hold().orElseThrow();

        assertThat(first.direction()).isEqualTo(Direction.CREEP);
        assertThat(first.kilograms()).isEqualTo(7);
        assertThat(first.holdSeconds()).hasValue(30);
        assertThat(second.holdSeconds()).hasValue(300);
        assertThat(new RunPlan(MASSES, false, 17).hold()).isEmpty();
        assertThat(new RunPlan(MASSES, false, 17).next()).isEmpty();
    }
}
