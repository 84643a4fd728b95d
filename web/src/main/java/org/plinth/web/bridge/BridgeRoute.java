package org.plinth.web.bridge;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import org.plinth.driver.link.bridge.BridgeLinkProvider;
import org.plinth.driver.link.bridge.BridgeOwner;
import org.plinth.web.http.Request;
import org.plinth.web.http.SocketModule;
import org.plinth.web.live.SignsOfLife;

/**
 * WebSocket {@code /bridge}, subprotocol {@code plinth.bridge.1}: a clinician's browser lends its Bluetooth. A browser that does not
 * keep to the protocol is cut off with 1008.
 */
public final class BridgeRoute implements SocketModule {

    static final String PROTOCOL = "plinth.bridge.1";

    private static final long HEARTBEAT_MILLIS = 2000;

    /** Pings. */
    private static final int PATIENCE = 3;

    private final BridgeLinkProvider bridge;

    /** Into this transport. */
    public BridgeRoute(BridgeLinkProvider bridge) {
        this.bridge = bridge;
    }

    @Override
    public String path() {
        return "/bridge";
    }

    @Override
    public String protocol() {
        return PROTOCOL;
    }

    @Override
    public Session admit(Request request) {
        BridgeOwner owner = new BridgeOwner(
                request.who().clinicId().toString(), request.who().id().toString());
        return socket -> begin(socket, owner);
    }

    private void begin(ServerWebSocket socket, BridgeOwner owner) {
        Context loop = Vertx.currentContext();
        BridgeConnection connection = new BridgeConnection(socket, loop, bridge, owner);
        SignsOfLife signs = new SignsOfLife(socket, PATIENCE);
        long timer = loop.owner().setPeriodic(HEARTBEAT_MILLIS, ignored -> signs.ask());
        socket.textMessageHandler(connection::text);
        socket.binaryMessageHandler(connection::binary);
        socket.exceptionHandler(ignored -> socket.close());
        socket.closeHandler(ignored -> {
            loop.owner().cancelTimer(timer);
            connection.ended();
        });
    }
}
