package org.plinth.core.position;

/**
 * How the sensor was held: the class that measurement error depends on most (decision M3). Chosen at set-up, never
 * assumed. A strap on a treatment couch is {@link #BELT}.
 */
public enum Fixation {
    /** A rigid frame that does not give. */
    RIG("rig"),
    /** A belt or strap to a couch or wall. */
    BELT("belt"),
    /** The tester's hands. */
    HAND_HELD("hand-held");

    private final String id;

    Fixation(String id) {
        this.id = id;
    }

    /** The id in files, commands and the database. */
    public String id() {
        return id;
    }
}
