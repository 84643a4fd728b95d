package org.plinth.driver.link.tinyb.child;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.tinyb.FrameType;
import org.plinth.driver.link.tinyb.PayloadWriter;
import tinyb.BluetoothAdapter;
import tinyb.BluetoothDevice;
import tinyb.BluetoothManager;
import tinyb.TransportType;

/** One adapter through tinyb. Everything here happens on one thread, because tinyb's objects bear no more. */
final class TinybRadio {

    private static final int ATTEMPTS = 2;
    private static final long RESOLVE_MILLIS = 10_000;
    private static final long DISCONNECT_MILLIS = 5_000;
    private static final long POLL_MILLIS = 25;

    private final BluetoothManager manager;
    private final BluetoothAdapter adapter;
    private final Outbox outbox;
    private final Map<Integer, TinybConnection> connections = new HashMap<>();
    /** Links that would not come down: their objects are kept, because closing them would be a use after free. */
    private final List<TinybConnection> kept = new ArrayList<>();

    private TinybRadio(BluetoothManager manager, BluetoothAdapter adapter, Outbox outbox) {
        this.manager = manager;
        this.adapter = adapter;
        this.outbox = outbox;
    }

    static TinybRadio open(String adapterName, Outbox outbox) {
        BluetoothManager manager = BluetoothManager.getBluetoothManager();
        for (BluetoothAdapter one : manager.getAdapters()) {
            if (one.getInterfaceName().equals(adapterName)) {
                return new TinybRadio(manager, one, outbox);
            }
        }
        throw new SensorException(Fault.NO_ADAPTER, "There is no Bluetooth adapter " + adapterName + ".");
    }

    /** What a device says of itself. */
    record Seen(String address, Optional<String> name, List<UUID> services) {}

    List<Seen> scan(long millis) {
        startDiscovery();
        Pause.of(millis);
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (BluetoothDevice device : adapter.getDevices()) {
            List<UUID> services =
                    Arrays.stream(device.getUUIDs()).map(UUID::fromString).toList();
            seen.put(device.getAddress(), new Seen(device.getAddress(), nameOf(device), services));
            device.close();
        }
        stopDiscovery();
        return List.copyOf(seen.values());
    }

    private static Optional<String> nameOf(BluetoothDevice device) {
        String name = device.getName();
        return name == null || name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /**
     * A sensor whose link is up but whose services do not appear is taken down and connected once more: seen with
     * bluetoothd 5.66 on a busy machine after many drops.
     */
    void connect(int link, String address, long findMillis) {
        release(link);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (tryToConnect(link, address, findMillis)) {
                return;
            }
        }
        throw new SensorException(Fault.TIMEOUT, "The sensor's services were not found in time.");
    }

    private boolean tryToConnect(int link, String address, long findMillis) {
        TinybConnection connection = new TinybConnection(link, find(address, findMillis), outbox);
        boolean whole = false;
        try {
            connection.connect();
            if (hasServices(connection)) {
                connections.put(link, connection);
                whole = true;
            }
        } finally {
            if (!whole) {
                bringDown(connection);
            }
        }
        return whole;
    }

    /** That the link is up is told a little after the call returns; once it was up and is no more, it is lost. */
    private static boolean hasServices(TinybConnection connection) {
        boolean[] wasUp = new boolean[1];
        await(RESOLVE_MILLIS, () -> {
            boolean isUp = connection.isUp();
            boolean isOver = wasUp[0] && !isUp;
            wasUp[0] |= isUp;
            return isOver || (isUp && connection.isResolved());
        });
        if (wasUp[0] && !connection.isUp()) {
            throw new SensorException(Fault.IO, "The sensor went away while it was being connected.");
        }
        return connection.isResolved()
                && await(DISCONNECT_MILLIS, () -> {
                    connection.discover();
                    return connection.hasCharacteristics();
                });
    }

    private BluetoothDevice find(String address, long millis) {
        Optional<BluetoothDevice> known = known(address);
        if (known.isPresent()) {
            return known.get();
        }
        startDiscovery();
        List<BluetoothDevice> found = new ArrayList<>();
        await(millis, () -> {
            known(address).ifPresent(found::add);
            return !found.isEmpty();
        });
        stopDiscovery();
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new SensorException(Fault.NO_DEVICE, "The sensor is not in reach."));
    }

    private Optional<BluetoothDevice> known(String address) {
        Optional<BluetoothDevice> found = Optional.empty();
        for (BluetoothDevice device : adapter.getDevices()) {
            if (found.isEmpty() && device.getAddress().equals(address)) {
                found = Optional.of(device);
            } else {
                device.close();
            }
        }
        return found;
    }

    void subscribe(int link, UUID service, UUID characteristic) {
        required(link).subscribe(service, characteristic);
    }

    void write(int link, UUID service, UUID characteristic, byte[] value) {
        required(link).write(service, characteristic, value);
    }

    byte[] read(int link, UUID service, UUID characteristic) {
        return required(link).read(service, characteristic);
    }

    List<UUID[]> notifying(int link) {
        return required(link).notifying();
    }

    /** Takes the link down and gives its objects back. */
    void release(int link) {
        Optional.ofNullable(connections.remove(link)).ifPresent(this::bringDown);
    }

    private void bringDown(TinybConnection connection) {
        if (connection.isUp()) {
            connection.disconnect();
        }
        if (await(DISCONNECT_MILLIS, () -> !connection.isUp())) {
            connection.release();
        } else {
            kept.add(connection);
        }
    }

    void releaseAll() {
        List.copyOf(connections.keySet()).forEach(this::release);
    }

    /** Looks whether links are still up; tells those that are not. False when BlueZ itself is gone. */
    boolean look() {
        List<BluetoothAdapter> adapters = manager.getAdapters();
        adapters.forEach(BluetoothAdapter::close);
        if (adapters.isEmpty()) {
            connections.keySet().forEach(link -> gone(link, "the Bluetooth service ended"));
            return false;
        }
        for (TinybConnection connection : List.copyOf(connections.values())) {
            if (!connection.isUp()) {
                connections.remove(connection.id());
                connection.release();
                gone(connection.id(), "the sensor went out of reach");
            }
        }
        return true;
    }

    private void gone(int link, String reason) {
        outbox.tell(FrameType.GONE, new PayloadWriter().u32(link).text(reason));
    }

    private TinybConnection required(int link) {
        return Optional.ofNullable(connections.get(link))
                .orElseThrow(() -> new SensorException(Fault.IO, "The sensor is not connected."));
    }

    private void startDiscovery() {
        adapter.setDiscoveryFilter(List.of(), 0, 0, TransportType.LE);
        adapter.startDiscovery();
    }

    private void stopDiscovery() {
        adapter.stopDiscovery();
    }

    private static boolean await(long millis, BooleanSupplier done) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            Pause.of(POLL_MILLIS);
        }
        return true;
    }
}
