package org.plinth.driver.link.bridge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One browser, over as many sockets as it takes. What comes from it enters here, on the thread of its socket; whatever is
 * not by the protocol is a {@link BridgeFault}.
 */
public final class BridgeSession {

    private static final String TOO_LATE = "the recording that the kept packets belong to is over";
    private static final int SLOTS = 4;
    private static final int MOST_SERVICES = 64;
    private static final int LONGEST_NAME = 248;

    private final BridgeLinkProvider provider;
    private final String bridge;
    private BridgeOwner owner;
    private final Map<Integer, BridgeSlot> slots = new HashMap<>();
    private Optional<BridgeSender> sender = Optional.empty();

    BridgeSession(BridgeLinkProvider provider, String bridge, BridgeOwner owner) {
        this.provider = provider;
        this.bridge = bridge;
        this.owner = owner;
    }

    /** One of an earlier process, with the slot that it recorded from; nobody is there yet. */
    static BridgeSession returning(BridgeLinkProvider provider, BridgeReturn back, BridgeSlot slot) {
        String bridge = back.first().remote();
        BridgeSession session = new BridgeSession(provider, bridge, BridgeOwner.anyOf(back.group()));
        session.slots.put(back.first().slot(), slot);
        return session;
    }

    String bridge() {
        return bridge;
    }

    synchronized BridgeOwner owner() {
        return owner;
    }

    /** Whether this person may go on in its name; of an earlier process's, the first one of its group. */
    synchronized boolean admits(BridgeOwner other) {
        boolean admitted = owner.equals(other) || owner.equals(BridgeOwner.anyOf(other.group()));
        if (admitted) {
            owner = other;
        }
        return admitted;
    }

    /** On this socket from now on. */
    synchronized void attach(BridgeSender socket) {
        sender = Optional.of(socket);
        slots.values().forEach(slot -> slot.resume(socket));
    }

    /** A device is in a slot, of which the browser keeps nothing. */
    public void open(int slot, BridgeDevice device) {
        open(slot, device, BridgeBacklog.NONE);
    }

    /**
     * A device is in a slot, which an acknowledgement answers: from where on to send. The same again leaves what runs as
     * it is. Packets of a recording that is over are nobody's: then the slot is stopped, so that everybody sees it.
     */
    public synchronized void open(int slot, BridgeDevice device, BridgeBacklog backlog) {
        requireSound(slot, device);
        Optional<BridgeSlot> before = Optional.ofNullable(slots.get(slot));
        if (before.filter(same -> same.isOf(device)).isPresent()) {
            before.get().announce(backlog);
            return;
        }
        before.ifPresent(other -> other.stop("another sensor was opened in its place"));
        slots.remove(slot);
        BridgeSender browser = sender.orElseThrow();
        if (!backlog.isEmpty()) {
            browser.stop(slot, TOO_LATE);
            return;
        }
        slots.put(slot, BridgeSlot.opened(bridge, slot, device, browser, backlog.next()));
        browser.ack(slot, backlog.next() - 1);
    }

    private static void requireSound(int slot, BridgeDevice device) {
        if (slot < 0 || slot >= SLOTS) {
            throw new BridgeFault("there are " + SLOTS + " slots, and no slot " + slot);
        }
        boolean tooLong =
                device.name().filter(name -> name.length() > LONGEST_NAME).isPresent();
        if (tooLong || device.services().size() > MOST_SERVICES) {
            throw new BridgeFault("no device has such a name or so many services");
        }
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
