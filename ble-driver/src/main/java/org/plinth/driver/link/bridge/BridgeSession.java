package org.plinth.driver.link.bridge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One browser, over as many sockets as it takes. What comes from it enters here, on the thread of its socket; whatever is
 * not by the protocol is a {@link BridgeFault}.
 */
public final class BridgeSession {

    private static final long NOTHING_TAKEN = -1;
    private static final int SLOTS = 4;
    private static final int MOST_SERVICES = 64;
    private static final int LONGEST_NAME = 248;

    private final BridgeLinkProvider provider;
    private final String bridge;
    private final BridgeOwner owner;
    private final Map<Integer, BridgeSlot> slots = new HashMap<>();
    private Optional<BridgeSender> sender = Optional.empty();

    BridgeSession(BridgeLinkProvider provider, String bridge, BridgeOwner owner) {
        this.provider = provider;
        this.bridge = bridge;
        this.owner = owner;
    }

    String bridge() {
        return bridge;
    }

    BridgeOwner owner() {
        return owner;
    }

    /** On this socket from now on. */
    synchronized void attach(BridgeSender socket) {
        sender = Optional.of(socket);
        slots.values().forEach(slot -> slot.resume(socket));
    }

    /** A device is in a slot, which an acknowledgement of nothing answers. The same again leaves what runs as it is. */
    public synchronized void open(int slot, BridgeDevice device) {
        if (slot < 0 || slot >= SLOTS) {
            throw new BridgeFault("there are " + SLOTS + " slots, and no slot " + slot);
        }
        boolean tooLong =
                device.name().filter(name -> name.length() > LONGEST_NAME).isPresent();
        if (tooLong || device.services().size() > MOST_SERVICES) {
            throw new BridgeFault("no device has such a name or so many services");
        }
        Optional<BridgeSlot> before = Optional.ofNullable(slots.get(slot));
        if (before.filter(same -> same.device().equals(device)).isPresent()) {
            return;
        }
        before.ifPresent(other -> other.stop("another sensor was opened in its place"));
        slots.put(slot, new BridgeSlot(slot, device, sender.orElseThrow()));
        sender.orElseThrow().ack(slot, NOTHING_TAKEN);
    }

    /** The answer to a command. */
    public void reply(int slot, int op, BridgeReply answer) {
        required(slot).reply(op, answer);
    }

    /** A packet, as it came. */
    public void packet(byte[] message) {
        BridgePacket packet = BridgePacket.decode(message);
        required(packet.slot()).packet(packet, provider.wallMicros());
    }

    /** The sensor of a slot went out of reach; the slot stays, to be connected again. */
    public void gone(int slot) {
        required(slot).lose("the sensor went out of reach");
    }

    /** A slot is given up. */
    public void close(int slot) {
        BridgeSlot given;
        synchronized (this) {
            given = required(slot);
            slots.remove(slot);
        }
        given.lose("the browser gave the sensor up");
    }

    /** The socket is gone; the browser has a while to come back. */
    public void away(BridgeSender socket) {
        synchronized (this) {
            if (sender.filter(current -> current == socket).isEmpty()) {
                return;
            }
            sender = Optional.empty();
            slots.values().forEach(BridgeSlot::away);
        }
        provider.endUnlessBack(this);
    }

    synchronized boolean isAway() {
        return sender.isEmpty();
    }

    /** It did not come back. */
    synchronized void end() {
        slots.values().forEach(slot -> slot.lose("the browser went away"));
        slots.clear();
    }

    synchronized Map<Integer, BridgeSlot> slots() {
        return Map.copyOf(slots);
    }

    private synchronized BridgeSlot required(int slot) {
        return Optional.ofNullable(slots.get(slot)).orElseThrow(() -> new BridgeFault("slot " + slot + " is not open"));
    }
}
