package org.plinth.web.http;

import io.vertx.core.http.ServerWebSocket;

/** A WebSocket route. Its path stands in {@link AccessTable} as a {@code GET}; the caller's origin is checked before. */
public interface SocketModule {

    /** As in the table. */
    String path();

    /** The subprotocol that a caller must offer. */
    String protocol();

    /**
     * Decides about one connection before it is accepted. Runs on a worker thread.
     *
     * @throws HttpFailure where there is nothing to connect to
     */
    Session admit(Request request);

    /** What serves one connection. */
    @FunctionalInterface
    interface Session {

        /** Takes it over, on its event loop. */
        void begin(ServerWebSocket socket);
    }
}
