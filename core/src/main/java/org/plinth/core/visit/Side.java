package org.plinth.core.visit;

/** The side of the body, as the patient has it. Always written in full. */
public enum Side {
    /** The patient's left. */
    LEFT,
    /** The patient's right. */
    RIGHT;

    /** The other one. */
    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
