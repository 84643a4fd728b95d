package org.plinth.core.position;

import java.util.List;
import java.util.Optional;
import org.plinth.core.position.Battery.EffortLevel;
import org.plinth.core.position.Battery.SensorNeed;
import org.plinth.core.position.TestPosition.Direction;

/** Reads a {@link Battery} from its data file and holds it against the positions. */
final class BatteryReader {

    private BatteryReader() {}

    static Battery read(PositionFile file, String id, List<TestPosition> known) {
        Battery battery = new Battery(
                id,
                file.whole("version"),
                file.text("name"),
                file.list("positions"),
                file.oneOf("sensor", SensorNeed.class),
                file.oneOf("effort", EffortLevel.class),
                file.text("purpose"),
                minutes(file, "minutes.first"),
                minutes(file, "minutes.repeat"));
        if (!file.text("id").equals(id)) {
            throw file.unusable("id", "must be " + id);
        }
        for (String wanted : battery.positions()) {
            TestPosition position = known.stream()
                    .filter(candidate -> candidate.id().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> file.unusable("positions", "names no known position: " + wanted));
            check(file, battery, position);
        }
        file.nothingElse();
        return battery;
    }

    private static void check(PositionFile file, Battery battery, TestPosition position) {
        boolean pullOnly = battery.sensor() == SensorNeed.PULL;
        if (pullOnly && position.usesForce() && !position.directions().contains(Direction.PULL)) {
            throw file.unusable("positions", "cannot be pulled: " + position.id());
        }
    }

    private static Optional<Integer> minutes(PositionFile file, String key) {
        int minutes = file.optionalWhole(key).orElse(0);
        return minutes > 0 ? Optional.of(minutes) : Optional.empty();
    }
}
