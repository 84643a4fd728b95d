package org.plinth.driver.link.bluez;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bluez.Adapter1;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties.PropertiesChanged;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.PacketRelay;

/**
 * Listens to what one device advertises; never connects to it. Needs nothing that could crash, so both transports over
 * BlueZ hear advertisements this way. Packets on a thread of its own; calls from any thread.
 */
public final class BluezBroadcastLink implements BleLink {

    private static final long POLL_MILLIS = 50;
    private static final long NANOS_PER_MICRO = 1_000;

    private final String transport;
    private final String address;
    private final BluezAdapters adapters;
    private final Clock clock;
    private final int findMillis;
    private final Set<UUID> wanted = ConcurrentHashMap.newKeySet();
    private Optional<Listening> listening = Optional.empty();

    /** What there is while it listens. */
    private record Listening(BluezBus bus, Adapter1 radio, PacketRelay relay) {}

    /**
     * To this device.
     *
     * @param transport the name under which it goes
     * @param findMillis how long to look for the device
     */
    public BluezBroadcastLink(String transport, String address, BluezAdapters adapters, Clock clock, int findMillis) {
        this.transport = transport;
        this.address = address;
        this.adapters = adapters;
        this.clock = clock;
        this.findMillis = findMillis;
    }

    @Override
    public String transport() {
        return transport;
    }

    @Override
    public synchronized void connect(LinkListener listener) {
        if (listening.isPresent()) {
            listening.get().relay().listener(listener);
            return;
        }
        PacketRelay relay = new PacketRelay("bluez-broadcast", listener, PacketRelay.CAPACITY);
        boolean whole = false;
        BluezBus bus;
        try {
            bus = BluezBus.open(adapters.busAddress(), () -> relay.lost("the message bus went away"));
            try {
                listening = Optional.of(begin(bus, relay));
                whole = true;
            } finally {
                if (!whole) {
                    bus.close();
                }
            }
        } finally {
            if (!whole) {
                relay.close();
            }
        }
    }

    private Listening begin(BluezBus bus, PacketRelay relay) {
        BluezObjects.Adapter adapter = adapters.choose(bus.objects());
        Adapter1 radio = bus.remote(adapter.path(), Adapter1.class);
        BluezLinkProvider.discover(radio);
        String path = find(bus, adapter.path());
        long wallMinusHost =
                ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()) - System.nanoTime() / NANOS_PER_MICRO;
        bus.hear(PropertiesChanged.class, path, signal -> heard(signal, relay, wallMinusHost));
        bus.hearBus(DBus.NameOwnerChanged.class, signal -> {
            if (signal.name.equals(BluezBus.BLUEZ) && signal.newOwner.isEmpty()) {
                relay.lost("the Bluetooth service ended");
            }
        });
        return new Listening(bus, radio, relay);
    }

    private String find(BluezBus bus, String adapterPath) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(findMillis);
        while (true) {
            Optional<BluezObjects.Device> found = bus.objects().devices(adapterPath).stream()
                    .filter(device -> device.address().equals(address))
                    .findFirst();
            if (found.isPresent()) {
                return found.get().path();
            }
            if (System.nanoTime() - until > 0) {
                throw new SensorException(Fault.NO_DEVICE, "The sensor is not in reach.");
            }
            BluezLinkProvider.pause(POLL_MILLIS);
        }
    }

    private void heard(PropertiesChanged signal, PacketRelay relay, long wallMinusHostMicros) {
        long now = System.nanoTime();
        Map<UUID, byte[]> pieces = BroadcastData.in(signal.getPropertiesChanged());
        pieces.forEach((id, bytes) -> {
            if (wanted.contains(id)) {
                relay.packet(new Packet(id, bytes, now, now / NANOS_PER_MICRO + wallMinusHostMicros));
            }
        });
    }

    /** Any service: what is advertised belongs to none. */
    @Override
    public synchronized void subscribe(UUID service, UUID characteristic) {
        if (listening.isEmpty()) {
            throw new SensorException(Fault.IO, "Nobody listens to this sensor.");
        }
        wanted.add(characteristic);
    }

    @Override
    public void write(UUID service, UUID characteristic, byte[] value) {
        throw new SensorException(Fault.UNSUPPORTED, "Nothing can be written to a sensor that only advertises.");
    }

    @Override
    public OptionalInt mtu() {
        return OptionalInt.empty();
    }

    @Override
    public synchronized void close() {
        listening.ifPresent(now -> {
            now.relay().close();
            BluezLinkProvider.stopDiscovery(now.radio());
            now.bus().close();
        });
        listening = Optional.empty();
        wanted.clear();
    }
}
