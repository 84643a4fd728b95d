package org.plinth.core.position;

import java.util.List;
import java.util.Optional;

/** The positions that ship with Plinth, loaded once from their data files. Immutable. */
public final class PositionCatalogue {

    private final List<TestPosition> positions;

    private PositionCatalogue(List<TestPosition> positions) {
        this.positions = List.copyOf(positions);
    }

    /**
     * Reads the bundled files.
     *
     * @throws IllegalStateException naming file and key if one is unusable
     */
    public static PositionCatalogue bundled() {
        return new PositionCatalogue(List.of());
    }

    /** All, in the order of the index. */
    public List<TestPosition> all() {
        return positions;
    }

    /** The one with this id. */
    public Optional<TestPosition> find(String id) {
        return positions.stream().filter(position -> position.id().equals(id)).findFirst();
    }
}
