package org.plinth.driver.testkit.bluez;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.types.Variant;

/**
 * BlueZ as programs see it: adapters, devices found by discovery, services and characteristics of those that were
 * connected. Behaves as bluetoothd 5.66 was seen to: objects of a device stay when its link drops, and a disconnection
 * is answered before it is done.
 */
public final class MockBluez implements AutoCloseable {

    /** In whose name every device advertises. */
    public static final int COMPANY = 0x1234;

    private static final String NAME = "org.bluez";
    private static final long DISCOVERY_MILLIS = 50;

    private final DBusConnection connection;
    private final Map<String, BusObject> objects = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(MockBluez::thread);

    private MockBluez(DBusConnection connection) {
        this.connection = connection;
    }

    /** One with an adapter {@code hci0} that is on, and these peripherals in its reach. */
    public static MockBluez start(PrivateBus bus, MockPeripheral... peripherals) {
        MockBluez bluez = start(bus);
        bluez.adapter("hci0", true, List.of(peripherals));
        return bluez;
    }

    /** One without an adapter. */
    public static MockBluez start(PrivateBus bus) {
        try {
            DBusConnection connection = DBusConnectionBuilder.forAddress(bus.address())
                    .withShared(false)
                    .receivingThreadConfig()
                    .withMethodCallThreadCount(4)
                    .connectionConfig()
                    .build();
            MockBluez bluez = new MockBluez(connection);
            connection.exportObject("/", bluez.new Root());
            connection.requestBusName(NAME);
            return bluez;
        } catch (DBusException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Adds an adapter. */
    public void adapter(String name, boolean powered, List<MockPeripheral> peripherals) {
        add(new MockAdapter(this, "/org/bluez/" + name, powered, peripherals));
    }

    /** Every device advertises once more, with this count. */
    public void advertise(int count) {
        objects.values().stream().filter(MockDevice.class::isInstance).forEach(device -> ((MockDevice) device)
                .advertise(count));
    }

    /** Ends as a process does that is killed: the name goes, nobody is told anything else. */
    public void die() {
        close();
    }

    DBusConnection connection() {
        return connection;
    }

    boolean knows(String path) {
        return objects.containsKey(path);
    }

    void add(BusObject object) {
        try {
            connection.exportObject(object.getObjectPath(), object);
            objects.put(object.getObjectPath(), object);
            connection.sendMessage(
                    new ObjectManager.InterfacesAdded("/", new DBusPath(object.getObjectPath()), object.interfaces()));
        } catch (DBusException failed) {
            throw new AssertionError(failed);
        }
    }

    void remove(BusObject object) {
        try {
            if (objects.remove(object.getObjectPath()) != null) {
                connection.unExportObject(object.getObjectPath());
                connection.sendMessage(new ObjectManager.InterfacesRemoved(
                        "/", new DBusPath(object.getObjectPath()), List.of(object.type())));
            }
        } catch (DBusException failed) {
            throw new AssertionError(failed);
        }
    }

    void discoverLater(Runnable work) {
        afterwards(DISCOVERY_MILLIS, work);
    }

    void afterwards(long millis, Runnable work) {
        var unused = later.schedule(work, millis, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "mock-bluez");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        later.shutdownNow();
        objects.values().stream().filter(MockDevice.class::isInstance).forEach(device -> ((MockDevice) device)
                .forget());
        try {
            connection.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The root: lists everything. */
    public final class Root implements ObjectManager, DBusInterface {

        @Override
        public String getObjectPath() {
            return "/";
        }

        @Override
        public Map<DBusPath, Map<String, Map<String, Variant<?>>>> GetManagedObjects() {
            Map<DBusPath, Map<String, Map<String, Variant<?>>>> all = new TreeMap<>();
            objects.values().forEach(object -> all.put(new DBusPath(object.getObjectPath()), object.interfaces()));
            return all;
        }
    }
}
