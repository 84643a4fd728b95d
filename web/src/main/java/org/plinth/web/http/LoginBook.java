package org.plinth.web.http;

import java.time.Instant;
import java.util.Optional;

/** Finds who holds the token of a login. May block. */
@FunctionalInterface
public interface LoginBook {

    /** Who holds it; empty if it is unknown, has been used up, or its account is disabled. */
    Optional<Who> find(String token, Instant now);

    /** Whether her login has not ended meanwhile, whatever its token is now. */
    default boolean isIn(Who who) {
        return true;
    }
}
