package org.plinth.driver.link.bridge;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.HeldSensors;
import org.plinth.driver.link.LinkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sensor that a browser reaches. Packets on a thread of its own; commands from any thread, one after another. */
final class BridgeLink implements BleLink {

    private static final Logger LOG = LoggerFactory.getLogger(BridgeLink.class);
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final Duration COMMAND = Duration.ofSeconds(5);
    private static final byte[] NOTHING = new byte[0];

    private final String peripheralId;
    private final BridgeSlot slot;
    private final HeldSensors held;
    private final Set<UUID> subscribed = new HashSet<>();
    private boolean connected;
    private List<Endpoint> notifying = List.of();

    BridgeLink(String peripheralId, BridgeSlot slot, HeldSensors held) {
        this.peripheralId = peripheralId;
        this.slot = slot;
        this.held = held;
    }

    @Override
    public String transport() {
        return BridgeLinkProvider.TRANSPORT;
    }

    @Override
    public synchronized void connect(LinkListener listener) {
        if (isUp()) {
            return;
        }
        held.hold(peripheralId, this);
        subscribed.clear();
        boolean goesOn = slot.goesOn();
        slot.listen(listener);
        boolean whole = false;
        try {
            notifying = goesOn ? List.of() : asked();
            connected = true;
            whole = true;
        } finally {
            if (!whole) {
                slot.silence();
                held.release(peripheralId, this);
            }
        }
    }

    private List<Endpoint> asked() {
        return slot.ask(BridgeCommand.Act.CONNECT, Optional.empty(), Optional.empty(), NOTHING, CONNECT)
                .notifying();
    }

    private boolean isUp() {
        return connected && slot.isListening();
    }

    @Override
    public synchronized void subscribe(UUID service, UUID characteristic) {
        requireUp();
        if (!subscribed.contains(characteristic)) {
            var unused = ask(BridgeCommand.Act.SUBSCRIBE, service, characteristic, NOTHING);
            subscribed.add(characteristic);
        }
    }

    @Override
    public synchronized void write(UUID service, UUID characteristic, byte[] value) {
        requireUp();
        var unused = ask(BridgeCommand.Act.WRITE, service, characteristic, value.clone());
    }

    @Override
    public synchronized byte[] read(UUID service, UUID characteristic) {
        requireUp();
        return ask(BridgeCommand.Act.READ, service, characteristic, NOTHING)
                .bytes()
                .clone();
    }

    /** Empty as well where the browser's page is of a version that does not tell. */
    @Override
    public synchronized List<Endpoint> notifying() {
        return isUp() ? notifying : List.of();
    }

    private BridgeReply ask(BridgeCommand.Act act, UUID service, UUID characteristic, byte[] value) {
        return slot.ask(act, Optional.of(service), Optional.of(characteristic), value, COMMAND);
    }

    private void requireUp() {
        if (!isUp()) {
            throw new SensorException(Fault.IO, "The sensor is not connected.");
        }
    }

    /** Browsers do not tell. */
    @Override
    public OptionalInt mtu() {
        return OptionalInt.empty();
    }

    @Override
    public boolean keepsPackets() {
        return true;
    }

    @Override
    public boolean isBehind() {
        return slot.isBehind();
    }

    @Override
    public synchronized void close() {
        if (isUp()) {
            slot.silence();
            disconnect();
        }
        connected = false;
        held.release(peripheralId, this);
    }

    private void disconnect() {
        try {
            var unused = slot.ask(BridgeCommand.Act.DISCONNECT, Optional.empty(), Optional.empty(), NOTHING, COMMAND);
        } catch (SensorException gone) {
            LOG.debug("not disconnected in good order: {}", gone.fault());
        }
    }
}
