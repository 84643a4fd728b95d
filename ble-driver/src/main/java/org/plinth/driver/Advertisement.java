package org.plinth.driver;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a peripheral says of itself before a connection.
 *
 * @param peripheralId how its transport finds it again
 * @param name advertised name, if any
 * @param services advertised service ids
 */
public record Advertisement(String peripheralId, Optional<String> name, Set<UUID> services) {

    /** Copies the set. */
    public Advertisement {
        services = Set.copyOf(services);
    }
}
