package org.plinth.core.visit;

import java.util.Optional;

/** Which side the episode's problem is on. */
public enum Involvement {
    /** The left side is injured. */
    LEFT,
    /** The right side is injured. */
    RIGHT,
    /** Both are: there is no healthy side to compare with. */
    BILATERAL;

    /** The injured side, where there is just one. */
    public Optional<Side> injured() {
        return switch (this) {
            case LEFT -> Optional.of(Side.LEFT);
            case RIGHT -> Optional.of(Side.RIGHT);
            case BILATERAL -> Optional.empty();
        };
    }
}
