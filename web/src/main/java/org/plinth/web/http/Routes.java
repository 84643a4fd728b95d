package org.plinth.web.http;

/**
 * Where a {@link WebModule} mounts its routes. A path is written as in {@link AccessTable}, with {@code :name} for a
 * part that varies.
 */
public interface Routes {

    /**
     * Answers {@code GET}, and {@code HEAD} by it.
     *
     * @throws IllegalStateException if the table has no such route, or it is mounted already
     */
    void get(String path, Endpoint endpoint);

    /**
     * Answers {@code POST}. The request has a session and its CSRF token when it arrives, unless the table says that
     * the route is open to all.
     *
     * @throws IllegalStateException if the table has no such route, or it is mounted already
     */
    void post(String path, Endpoint endpoint);
}
