package org.plinth.driver;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a peripheral says of itself before a connection.
 *
 * @param peripheralId how its transport finds it again
 * @param name advertised name, if any
 * @param services advertised service ids
 * @param broadcast data that it advertises, by an id of {@link org.plinth.driver.link.Broadcast}; nobody changes the bytes
 */
public record Advertisement(
        String peripheralId, Optional<String> name, Set<UUID> services, Map<UUID, byte[]> broadcast) {

    /** Copies the collections. */
    public Advertisement {
        services = Set.copyOf(services);
        broadcast = Map.copyOf(broadcast);
    }

    /** One that advertises no data. */
    public Advertisement(String peripheralId, Optional<String> name, Set<UUID> services) {
        this(peripheralId, name, services, Map.of());
    }
}
