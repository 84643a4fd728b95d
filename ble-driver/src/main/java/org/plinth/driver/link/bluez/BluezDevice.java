package org.plinth.driver.link.bluez;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bluez.Adapter1;
import org.bluez.Device1;
import org.bluez.GattCharacteristic1;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.interfaces.Properties.PropertiesChanged;
import org.freedesktop.dbus.types.Variant;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.PacketRelay;

/**
 * One connection to one device of BlueZ. Operations come one at a time; signals on the bus's one signal thread, which only
 * hands over to the relay.
 */
final class BluezDevice implements AutoCloseable {

    private static final long RESOLVE_MILLIS = 15_000;
    private static final long DISCONNECT_MILLIS = 5_000;
    private static final long POLL_MILLIS = 50;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final String DEVICE = "org.bluez.Device1";

    private final String address;
    private final BluezAdapters adapters;
    private final PacketRelay relay;
    private final Clock clock;
    private final int findMillis;
    private volatile boolean lost;
    private volatile boolean leaving;
    private Optional<BluezBus> bus = Optional.empty();
    private String path = "";
    private List<BluezObjects.Characteristic> characteristics = List.of();
    private long wallMinusHostMicros;

    BluezDevice(String address, BluezAdapters adapters, PacketRelay relay, Clock clock, int findMillis) {
        this.address = address;
        this.adapters = adapters;
        this.relay = relay;
        this.clock = clock;
        this.findMillis = findMillis;
    }

    boolean isLost() {
        return lost;
    }

    void connect() {
        BluezBus opened = BluezBus.open(adapters.busAddress(), () -> lose("the message bus went away"));
        bus = Optional.of(opened);
        wallMinusHostMicros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()) - hostMicros(System.nanoTime());
        BluezObjects.Adapter adapter = adapters.choose(opened.objects());
        path = find(opened, adapter).path();
        opened.hear(PropertiesChanged.class, path, this::deviceChanged);
        opened.hearBus(DBus.NameOwnerChanged.class, this::ownerChanged);
        BluezErrors.act(opened.remote(path, Device1.class)::Connect);
        awaitTrue(opened, "ServicesResolved", RESOLVE_MILLIS, "The sensor's services were not found in time.");
        characteristics = opened.objects().characteristics(path);
    }

    private BluezObjects.Device find(BluezBus opened, BluezObjects.Adapter adapter) {
        Optional<BluezObjects.Device> known = known(opened, adapter);
        if (known.isPresent()) {
            return known.get();
        }
        Adapter1 radio = opened.remote(adapter.path(), Adapter1.class);
        BluezLinkProvider.discover(radio);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(findMillis);
        while (known.isEmpty() && System.nanoTime() < until) {
            BluezLinkProvider.pause(POLL_MILLIS);
            known = known(opened, adapter);
        }
        BluezLinkProvider.stopDiscovery(radio);
        return known.orElseThrow(() -> new SensorException(Fault.NO_DEVICE, "The sensor is not in reach."));
    }

    private Optional<BluezObjects.Device> known(BluezBus opened, BluezObjects.Adapter adapter) {
        return opened.objects().devices(adapter.path()).stream()
                .filter(device -> device.address().equals(address))
                .findFirst();
    }

    private void awaitTrue(BluezBus opened, String property, long millis, String otherwise) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!isOn(opened, property)) {
            if (lost) {
                throw new SensorException(Fault.IO, "The sensor went away while it was being connected.");
            }
            if (System.nanoTime() > until) {
                throw new SensorException(Fault.TIMEOUT, otherwise);
            }
            BluezLinkProvider.pause(POLL_MILLIS);
        }
    }

    private boolean isOn(BluezBus opened, String property) {
        Properties properties = opened.remote(path, Properties.class);
        return Boolean.TRUE.equals(BluezErrors.<Object>call(() -> properties.Get(DEVICE, property)));
    }

    OptionalInt mtu() {
        return characteristics.stream()
                .map(BluezObjects.Characteristic::mtu)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElseGet(OptionalInt::empty);
    }

    void subscribe(UUID service, UUID characteristic) {
        String at = characteristicPath(service, characteristic);
        open().hear(PropertiesChanged.class, at, signal -> valueChanged(characteristic, signal));
        BluezErrors.act(open().remote(at, GattCharacteristic1.class)::StartNotify);
    }

    void write(UUID service, UUID characteristic, byte[] value) {
        String at = characteristicPath(service, characteristic);
        GattCharacteristic1 target = open().remote(at, GattCharacteristic1.class);
        BluezErrors.act(() -> target.WriteValue(value, Map.of()));
    }

    byte[] read(UUID service, UUID characteristic) {
        GattCharacteristic1 source =
                open().remote(characteristicPath(service, characteristic), GattCharacteristic1.class);
        return BluezErrors.call(() -> source.ReadValue(Map.of()));
    }

    List<BleLink.Endpoint> notifying() {
        return characteristics.stream()
                .filter(BluezObjects.Characteristic::notifies)
                .map(one -> new BleLink.Endpoint(one.service(), one.id()))
                .toList();
    }

    void disconnect() {
        leaving = true;
        if (bus.isEmpty() || path.isEmpty()) {
            return;
        }
        BluezErrors.act(open().remote(path, Device1.class)::Disconnect);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DISCONNECT_MILLIS);
        while (isOn(open(), "Connected") && System.nanoTime() < until) {
            BluezLinkProvider.pause(POLL_MILLIS);
        }
    }

    private BluezBus open() {
        return bus.orElseThrow(() -> new SensorException(Fault.IO, "The sensor is not connected."));
    }

    private String characteristicPath(UUID service, UUID characteristic) {
        return characteristics.stream()
                .filter(one -> one.service().equals(service) && one.id().equals(characteristic))
                .map(BluezObjects.Characteristic::path)
                .findFirst()
                .orElseThrow(() -> new SensorException(
                        Fault.UNSUPPORTED, "The sensor has no characteristic " + characteristic + "."));
    }

    private void valueChanged(UUID characteristic, PropertiesChanged signal) {
        Variant<?> value = signal.getPropertiesChanged().get("Value");
        if (value != null) {
            long now = System.nanoTime();
            relay.packet(
                    new Packet(characteristic, BroadcastData.bytes(value), now, hostMicros(now) + wallMinusHostMicros));
        }
    }

    private void deviceChanged(PropertiesChanged signal) {
        Variant<?> value = signal.getPropertiesChanged().get("Connected");
        if (value != null && Boolean.FALSE.equals(value.getValue())) {
            lose("the sensor went out of reach");
        }
    }

    private void ownerChanged(DBus.NameOwnerChanged signal) {
        if (signal.name.equals(BluezBus.BLUEZ) && signal.newOwner.isEmpty()) {
            lose("the Bluetooth service ended");
        }
    }

    private void lose(String reason) {
        if (!leaving) {
            lost = true;
            relay.lost(reason);
        }
    }

    private static long hostMicros(long nanos) {
        return nanos / NANOS_PER_MICRO;
    }

    @Override
    public void close() {
        leaving = true;
        bus.ifPresent(BluezBus::close);
        bus = Optional.empty();
    }
}
