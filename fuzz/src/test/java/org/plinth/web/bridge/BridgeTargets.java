package org.plinth.web.bridge;

import static org.plinth.fuzz.Target.require;
import static org.plinth.fuzz.Target.text;

import java.util.List;
import java.util.function.Consumer;
import org.plinth.driver.link.bridge.BridgeFault;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Json;

/** Messages of a browser that lends its Bluetooth. Refusals are {@link BridgeFault} and {@link BadRequest}. */
public final class BridgeTargets {

    private static final List<Consumer<BridgeMessage>> READINGS = List.of(
            BridgeMessage::type,
            BridgeMessage::bridge,
            BridgeMessage::slot,
            BridgeMessage::op,
            BridgeMessage::reply,
            BridgeMessage::device);

    private BridgeTargets() {}

    public static void message(byte[] data) {
        BridgeMessage message;
        try {
            message = new BridgeMessage(Json.read(text(data)));
        } catch (BadRequest refused) {
            return;
        }
        for (Consumer<BridgeMessage> reading : READINGS) {
            try {
                reading.accept(message);
            } catch (BridgeFault refused) {
                require(refused.getMessage() != null, "refused without words");
            }
        }
    }
}
