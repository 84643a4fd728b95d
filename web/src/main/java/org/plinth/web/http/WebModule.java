package org.plinth.web.http;

/**
 * A group of routes: pages of one kind, or one part of the API. Mounted once, at the start. Every route that it mounts
 * must stand in {@link AccessTable}; one that does not stops the start.
 */
@FunctionalInterface
public interface WebModule {

    /** Mounts its routes. */
    void mount(Routes routes);
}
