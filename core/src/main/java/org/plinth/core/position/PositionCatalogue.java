package org.plinth.core.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The positions and batteries that ship with Plinth, loaded once from their data files. Immutable. */
public final class PositionCatalogue {

    private final List<TestPosition> positions;
    private final List<Battery> batteries;

    private PositionCatalogue(List<TestPosition> positions, List<Battery> batteries) {
        this.positions = List.copyOf(positions);
        this.batteries = List.copyOf(batteries);
    }

    /**
     * Reads the bundled files.
     *
     * @throws IllegalStateException naming file and key if one is unusable
     */
    public static PositionCatalogue bundled() {
        List<TestPosition> positions = new ArrayList<>();
        for (String id : PositionFile.index("positions.index")) {
            PositionFile file = PositionFile.bundled(id + ".properties");
            TestPosition position = PositionReader.read(file);
            if (!position.id().equals(id)) {
                throw file.unusable("id", "must be " + id + ", is " + position.id());
            }
            if (position.drawing().isEmpty()) {
                throw file.unusable("drawing.support", "is missing");
            }
            positions.add(position);
        }
        List<Battery> batteries = new ArrayList<>();
        for (String id : PositionFile.index("batteries.index")) {
            batteries.add(BatteryReader.read(PositionFile.bundled("battery/" + id + ".properties"), id, positions));
        }
        return new PositionCatalogue(positions, batteries);
    }

    /** All, in the order of the index. */
    public List<TestPosition> all() {
        return positions;
    }

    /** The one with this id. */
    public Optional<TestPosition> find(String id) {
        return positions.stream().filter(position -> position.id().equals(id)).findFirst();
    }

    /** All batteries, in the order of their index. */
    public List<Battery> batteries() {
        return batteries;
    }

    /** The battery with this id. */
    public Optional<Battery> findBattery(String id) {
        return batteries.stream().filter(battery -> battery.id().equals(id)).findFirst();
    }
}
