package org.plinth.core.outcome;

import java.util.Optional;

/** What is sat on, from soft to hard. What each is called at a clinic is its own business. */
public enum Surface {
    /** Gives way deeply: a sofa, a thick cushion. */
    SOFT,
    /** An upholstered chair. */
    MEDIUM,
    /** A thin cushion, a car seat. */
    FIRM,
    /** Wood or plastic without a cushion. */
    HARD;

    /** The slightly harder one; empty for the hardest. */
    public Optional<Surface> harder() {
        return switch (this) {
            case SOFT -> Optional.of(MEDIUM);
            case MEDIUM -> Optional.of(FIRM);
            case FIRM -> Optional.of(HARD);
            case HARD -> Optional.empty();
        };
    }
}
