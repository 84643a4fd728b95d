package org.plinth.driver.link.bridge;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The device that a browser opened in a slot.
 *
 * @param id the browser's own name for it, the same each time; empty where it has none
 * @param name as it advertises
 * @param services as far as the browser knows them
 */
public record BridgeDevice(Optional<String> id, Optional<String> name, Set<UUID> services) {

    /** Copies the set. */
    public BridgeDevice {
        services = Set.copyOf(services);
    }
}
