package org.plinth.web.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;
import org.plinth.driver.link.bridge.BridgeCommand;
import org.plinth.driver.link.bridge.BridgeFault;
import org.plinth.driver.link.bridge.BridgeLinkProvider;
import org.plinth.driver.link.bridge.BridgeOwner;
import org.plinth.driver.link.bridge.BridgeSender;
import org.plinth.driver.link.bridge.BridgeSession;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Json;

/** One socket of one browser. Messages come on the event loop; what is sent from elsewhere is handed over to it. */
final class BridgeConnection implements BridgeSender {

    private static final short POLICY = 1008;

    private final ServerWebSocket socket;
    private final Context loop;
    private final BridgeLinkProvider bridge;
    private final BridgeOwner owner;
    private Optional<BridgeSession> session = Optional.empty();

    BridgeConnection(ServerWebSocket socket, Context loop, BridgeLinkProvider bridge, BridgeOwner owner) {
        this.socket = socket;
        this.loop = loop;
        this.bridge = bridge;
        this.owner = owner;
    }

    void text(String message) {
        try {
            take(new BridgeMessage(Json.read(message)));
        } catch (BridgeFault | BadRequest wrong) {
            socket.close(POLICY, "not by the protocol");
        }
    }

    private void take(BridgeMessage message) {
        switch (message.type()) {
            case "open" -> {
                if (session.isEmpty()) {
                    session = Optional.of(bridge.attach(message.bridge(), owner, this));
                }
                session.get().open(message.slot(), message.device(), message.backlog());
            }
            case "reply" -> required().reply(message.slot(), message.op(), message.reply());
            case "gone" -> required().gone(message.slot());
            case "close" -> required().close(message.slot());
            default -> throw new BridgeFault("no message is called so");
        }
    }

    void binary(Buffer message) {
        try {
            required().packet(message.getBytes());
        } catch (BridgeFault wrong) {
            socket.close(POLICY, "not by the protocol");
        }
    }

    private BridgeSession required() {
        return session.orElseThrow(() -> new BridgeFault("nothing is open yet"));
    }

    void ended() {
        session.ifPresent(left -> left.away(this));
    }

    @Override
    public void command(BridgeCommand command) {
        send(BridgeMessage.of(command));
    }

    @Override
    public void ack(int slot, long seq) {
        send(Json.object().put("type", "ack").put("slot", slot).put("seq", seq));
    }

    @Override
    public void stop(int slot, String reason) {
        send(Json.object().put("type", "stop").put("slot", slot).put("reason", reason));
    }

    private void send(JsonNode json) {
        String text = json.toString();
        loop.runOnContext(ignored -> {
            if (!socket.isClosed()) {
                socket.writeTextMessage(text);
            }
        });
    }
}
