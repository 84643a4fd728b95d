package org.plinth.driver.link.bridge;

/**
 * Whose browser lends its Bluetooth.
 *
 * @param group who may use it; for a server, a clinic
 * @param person who is logged in there; nobody else may go on in a bridge's name
 */
public record BridgeOwner(String group, String person) {

    private static final String ANYBODY = "";

    /** Whoever of this group comes first. */
    static BridgeOwner anyOf(String group) {
        return new BridgeOwner(group, ANYBODY);
    }

    boolean isIn(String some) {
        return group.equals(some);
    }
}
