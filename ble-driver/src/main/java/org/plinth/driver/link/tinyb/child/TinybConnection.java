package org.plinth.driver.link.tinyb.child;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import tinyb.BluetoothDevice;
import tinyb.BluetoothGattCharacteristic;
import tinyb.BluetoothGattService;

/**
 * One connected device. Keeps the rules that tinyb survives by: one object per characteristic and connection, held here;
 * notifications are turned on once and never off; nothing is closed while the link is up. Driver thread only, but for the
 * callback, which copies and hands over.
 */
final class TinybConnection {

    /** After the link is down, for callbacks under way. */
    private static final long SETTLE_MILLIS = 30;

    private final int id;
    private final BluetoothDevice device;
    private final Outbox outbox;
    private final List<Found> characteristics = new ArrayList<>();
    private final Set<UUID> subscribed = new HashSet<>();

    private record Found(UUID service, UUID id, BluetoothGattCharacteristic tinyb) {}

    TinybConnection(int id, BluetoothDevice device, Outbox outbox) {
        this.id = id;
        this.device = device;
        this.outbox = outbox;
    }

    int id() {
        return id;
    }

    boolean isUp() {
        return device.getConnected();
    }

    boolean isResolved() {
        return device.getServicesResolved();
    }

    void connect() {
        if (!device.connect()) {
            throw new SensorException(Fault.IO, "The sensor did not take the connection.");
        }
    }

    /** Asks to disconnect; the link is up for a while yet. */
    void disconnect() {
        device.disconnect();
    }

    /** Takes hold of the characteristics, once. */
    void discover() {
        for (BluetoothGattService service : device.getServices()) {
            UUID serviceId = uuid(service.getUUID());
            for (BluetoothGattCharacteristic one : service.getCharacteristics()) {
                characteristics.add(new Found(serviceId, uuid(one.getUUID()), one));
            }
            service.close();
        }
    }

    boolean hasCharacteristics() {
        return !characteristics.isEmpty();
    }

    void subscribe(UUID service, UUID characteristic) {
        BluetoothGattCharacteristic found = find(service, characteristic);
        if (subscribed.add(characteristic)) {
            found.enableValueNotifications(
                    value -> outbox.packet(id, characteristic, value.clone(), System.nanoTime()));
        }
    }

    void write(UUID service, UUID characteristic, byte[] value) {
        if (!find(service, characteristic).writeValue(value)) {
            throw new SensorException(Fault.IO, "The sensor did not take the command.");
        }
    }

    byte[] read(UUID service, UUID characteristic) {
        return find(service, characteristic).readValue().clone();
    }

    /** Service and characteristic of each that notifies. */
    List<UUID[]> notifying() {
        return characteristics.stream()
                .filter(one -> {
                    List<String> flags = List.of(one.tinyb().getFlags());
                    return flags.contains("notify") || flags.contains("indicate");
                })
                .map(one -> new UUID[] {one.service(), one.id()})
                .toList();
    }

    private BluetoothGattCharacteristic find(UUID service, UUID characteristic) {
        Optional<Found> found = characteristics.stream()
                .filter(one -> one.service().equals(service) && one.id().equals(characteristic))
                .findFirst();
        return found.orElseThrow(() -> new SensorException(
                        Fault.UNSUPPORTED, "The sensor has no characteristic " + characteristic + "."))
                .tinyb();
    }

    /** Gives everything back. Only once the link is down. */
    void release() {
        Pause.of(SETTLE_MILLIS);
        characteristics.forEach(one -> one.tinyb().close());
        characteristics.clear();
        device.close();
    }

    private static UUID uuid(String text) {
        return UUID.fromString(text.toLowerCase(Locale.ROOT));
    }
}
