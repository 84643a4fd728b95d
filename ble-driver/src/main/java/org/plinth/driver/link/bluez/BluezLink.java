package org.plinth.driver.link.bluez;

import java.time.Clock;
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
import org.plinth.driver.link.GattOperation;
import org.plinth.driver.link.HeldSensors;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.PacketRelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sensor over BlueZ in plain Java. Packets on a thread of its own; commands from any thread, one after another. */
final class BluezLink implements BleLink {

    private static final Logger LOG = LoggerFactory.getLogger(BluezLink.class);

    /** BlueZ itself gives up after about 25 s. */
    private static final Duration CONNECT = Duration.ofSeconds(45);

    private static final Duration COMMAND = Duration.ofSeconds(5);
    private static final Duration DISCONNECT = Duration.ofSeconds(8);

    private final String address;
    private final BluezAdapters adapters;
    private final HeldSensors held;
    private final Clock clock;
    private final int findMillis;
    private final Set<UUID> subscribed = new HashSet<>();
    private Optional<Connected> connected = Optional.empty();

    /** What there is while connected. */
    private record Connected(BluezDevice device, PacketRelay relay, GattOperation operations) {}

    BluezLink(String address, BluezAdapters adapters, HeldSensors held, Clock clock, int findMillis) {
        this.address = address;
        this.adapters = adapters;
        this.held = held;
        this.clock = clock;
        this.findMillis = findMillis;
    }

    @Override
    public String transport() {
        return BluezLinkProvider.TRANSPORT;
    }

    @Override
    public synchronized void connect(LinkListener listener) {
        if (alive().isPresent()) {
            alive().get().relay().listener(listener);
            return;
        }
        forget();
        held.hold(address, this);
        PacketRelay relay = new PacketRelay("bluez-link", listener, PacketRelay.CAPACITY);
        GattOperation operations = new GattOperation("bluez-operation");
        BluezDevice device = new BluezDevice(address, adapters, relay, clock, findMillis);
        boolean done = false;
        try {
            operations.within(CONNECT, "The sensor did not take the connection in time.", () -> {
                device.connect();
                return true;
            });
            done = true;
        } finally {
            connected = Optional.of(new Connected(device, relay, operations));
            if (!done) {
                forget();
            }
        }
    }

    @Override
    public synchronized void subscribe(UUID service, UUID characteristic) {
        Connected now = required();
        if (!subscribed.contains(characteristic)) {
            now.operations().within(COMMAND, "The sensor did not turn its notifications on.", () -> {
                now.device().subscribe(service, characteristic);
                return true;
            });
            subscribed.add(characteristic);
        }
    }

    @Override
    public synchronized void write(UUID service, UUID characteristic, byte[] value) {
        Connected now = required();
        byte[] own = value.clone();
        now.operations().within(COMMAND, "The sensor did not take the command.", () -> {
            now.device().write(service, characteristic, own);
            return true;
        });
    }

    @Override
    public synchronized byte[] read(UUID service, UUID characteristic) {
        Connected now = required();
        return now.operations().within(COMMAND, "The sensor did not answer.", () -> now.device()
                .read(service, characteristic));
    }

    @Override
    public synchronized List<Endpoint> notifying() {
        return connected.map(now -> now.device().notifying()).orElseGet(List::of);
    }

    @Override
    public synchronized OptionalInt mtu() {
        return connected.map(now -> now.device().mtu()).orElseGet(OptionalInt::empty);
    }

    @Override
    public synchronized void close() {
        connected.ifPresent(now -> now.relay().close());
        forget();
    }

    private Optional<Connected> alive() {
        return connected.filter(now -> !now.device().isLost());
    }

    private Connected required() {
        return alive().orElseThrow(() -> new SensorException(Fault.IO, "The sensor is not connected."));
    }

    /** Lets go of what an earlier connection left. A relay that still has to tell the loss is left to do so. */
    private void forget() {
        connected.ifPresent(old -> {
            if (!old.device().isLost()) {
                disconnect(old);
                old.relay().close();
            }
            old.operations().close();
            old.device().close();
        });
        connected = Optional.empty();
        subscribed.clear();
        held.release(address, this);
    }

    private static void disconnect(Connected old) {
        try {
            old.operations().within(DISCONNECT, "The sensor did not disconnect in time.", () -> {
                old.device().disconnect();
                return true;
            });
        } catch (SensorException gone) {
            LOG.debug("not disconnected in good order: {}", gone.fault());
        }
    }
}
