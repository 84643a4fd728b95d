package org.plinth.core.position;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.position.Battery.EffortLevel;
import org.plinth.core.position.Battery.SensorNeed;
import org.plinth.core.position.TestPosition.Direction;

/**
 * Which positions a visit may begin with (decision S5): those of the last visit, or the baseline that the sensors at hand can
 * do. Where that is not clear nothing is suggested and the ground says why: the clinician chooses. Never a lock.
 *
 * @param ground what it rests on, or why there is none
 * @param battery the battery that is suggested; empty where positions stand alone, or nothing is suggested
 * @param positions ids in order; empty where nothing is suggested
 */
public record BatteryAdvice(Ground ground, Optional<Battery> battery, List<String> positions) {

    /** What a suggestion rests on, or why there is none. */
    public enum Ground {
        /** The same positions as at the last visit. */
        LAST_VISIT,
        /** The two that every course begins with. */
        BASELINE,
        /** No sensor is in reach. */
        NO_SENSOR,
        /** Sensors in reach can do different baselines. */
        SENSORS_DIFFER,
        /** What was tested last time cannot be measured with any sensor in reach. */
        SENSOR_CANNOT,
        /** The tendon is irritable: the two below pain, in a series of their own. */
        IRRITABLE
    }

    /** Copies the list. */
    public BatteryAdvice {
        positions = List.copyOf(positions);
    }

    /**
     * What to suggest.
     *
     * @param catalogue positions and batteries
     * @param sensors how each sensor in reach can be loaded
     * @param last ids of the positions of the last visit, in order; empty at a first visit
     * @param irritable whether the answers before the first effort say so
     */
    public static BatteryAdvice of(
            PositionCatalogue catalogue, List<Set<Direction>> sensors, List<String> last, boolean irritable) {
        if (sensors.isEmpty()) {
            return none(Ground.NO_SENSOR);
        }
        if (irritable) {
            return pair(catalogue, sensors, EffortLevel.SUBMAXIMAL, Ground.IRRITABLE);
        }
        List<String> before =
                last.stream().filter(id -> !isBelowPain(catalogue, id)).toList();
        return before.isEmpty()
                ? pair(catalogue, sensors, EffortLevel.MAXIMAL, Ground.BASELINE)
                : asLast(catalogue, sensors, before);
    }

    private static BatteryAdvice none(Ground ground) {
        return new BatteryAdvice(ground, Optional.empty(), List.of());
    }

    private static BatteryAdvice asLast(PositionCatalogue catalogue, List<Set<Direction>> sensors, List<String> last) {
        List<String> possible = last.stream()
                .filter(id -> offered(catalogue, id)
                        .filter(position -> canMeasure(sensors, position))
                        .isPresent())
                .toList();
        if (possible.isEmpty()) {
            return none(Ground.SENSOR_CANNOT);
        }
        Optional<Battery> same = of(catalogue, EffortLevel.MAXIMAL).stream()
                .filter(battery -> battery.positions().equals(possible))
                .findFirst();
        return new BatteryAdvice(Ground.LAST_VISIT, same, possible);
    }

    /** Who was irritable the last time and is not today begins with what every course begins with. */
    private static boolean isBelowPain(PositionCatalogue catalogue, String id) {
        return of(catalogue, EffortLevel.SUBMAXIMAL).stream()
                .anyMatch(battery -> battery.positions().contains(id));
    }

    private static Optional<TestPosition> offered(PositionCatalogue catalogue, String id) {
        return catalogue.offered().stream()
                .filter(position -> position.id().equals(id))
                .findFirst();
    }

    /** Whether one of these sensors can be loaded as the position wants; a position without a sensor needs none. */
    static boolean canMeasure(List<Set<Direction>> sensors, TestPosition position) {
        return !position.usesForce()
                || sensors.stream().anyMatch(can -> !Collections.disjoint(can, position.directions()));
    }

    private static BatteryAdvice pair(
            PositionCatalogue catalogue, List<Set<Direction>> sensors, EffortLevel effort, Ground ground) {
        boolean allPush = sensors.stream().allMatch(can -> can.contains(Direction.PUSH));
        boolean nonePush = sensors.stream().noneMatch(can -> can.contains(Direction.PUSH));
        if (!allPush && !nonePush) {
            return none(Ground.SENSORS_DIFFER);
        }
        SensorNeed need = allPush ? SensorNeed.PUSH : SensorNeed.PULL;
        return of(catalogue, effort).stream()
                .filter(battery ->
                        battery.sensor() == need && battery.positions().size() > 1)
                .findFirst()
                .map(battery -> new BatteryAdvice(ground, Optional.of(battery), battery.positions()))
                .orElseGet(() -> none(Ground.SENSOR_CANNOT));
    }

    private static List<Battery> of(PositionCatalogue catalogue, EffortLevel effort) {
        return catalogue.batteries().stream()
                .filter(battery -> battery.effort() == effort)
                .toList();
    }
}
