package org.plinth.driver.link.bluez;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the message bus on which BlueZ lives. Calls block; any thread. */
final class BluezBus implements AutoCloseable {

    static final String BLUEZ = "org.bluez";

    private static final Logger LOG = LoggerFactory.getLogger(BluezBus.class);

    private static final int LONGEST_OPEN_MILLIS = 1_000;

    private final DBusConnection connection;

    private BluezBus(DBusConnection connection) {
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @param address of the bus; empty for the system's
     * @param onLost told when the bus itself goes away
     */
    static BluezBus open(Optional<String> address, Runnable onLost) {
        DBusConnectionBuilder builder =
                address.map(DBusConnectionBuilder::forAddress).orElseGet(DBusConnectionBuilder::forSystemBus);
        try {
            return new BluezBus(builder.transportConfig()
                    .withTimeout(LONGEST_OPEN_MILLIS)
                    .back()
                    .withShared(false)
                    .withDisconnectCallback(new WhenLost(onLost))
                    .build());
        } catch (DBusException unreachable) {
            throw new SensorException(
                    Fault.NO_SERVICE, "The system's message bus (D-Bus) cannot be reached.", unreachable);
        }
    }

    /** Everything that BlueZ has, by path: interface, property, value. */
    BluezObjects objects() {
        Map<String, Map<String, Map<String, Variant<?>>>> found = new TreeMap<>();
        ObjectManager manager = remote("/", ObjectManager.class);
        Map<DBusPath, Map<String, Map<String, Variant<?>>>> managed = asked(manager);
        managed.forEach((path, interfaces) -> found.put(path.getPath(), interfaces));
        return new BluezObjects(found);
    }

    /** The first thing that is asked: what the bus says other than no, it says because it could not start the service. */
    private static Map<DBusPath, Map<String, Map<String, Variant<?>>>> asked(ObjectManager manager) {
        try {
            return BluezErrors.call(manager::GetManagedObjects);
        } catch (SensorException failed) {
            if (failed.fault() == Fault.IO || failed.fault() == Fault.NO_DEVICE) {
                throw new SensorException(
                        Fault.NO_SERVICE, "The Bluetooth service (BlueZ) could not be started.", failed);
            }
            throw failed;
        }
    }

    /** A proxy of one of its objects. */
    <T extends DBusInterface> T remote(String path, Class<T> type) {
        return BluezErrors.call(() -> connection.getRemoteObject(BLUEZ, path, type));
    }

    /** Hears a signal of one of its objects from now on. */
    <T extends DBusSignal> void hear(Class<T> type, String path, DBusSigHandler<T> handler) {
        DBusInterface object = remote(path, DBusInterface.class);
        AutoCloseable unused = BluezErrors.call(() -> connection.addSigHandler(type, owner(), object, handler));
    }

    /** Hears a signal of the bus itself from now on. */
    <T extends DBusSignal> void hearBus(Class<T> type, DBusSigHandler<T> handler) {
        AutoCloseable unused = BluezErrors.call(() -> connection.addSigHandler(type, handler));
    }

    private String owner() throws DBusException {
        return connection
                .getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class)
                .GetNameOwner(BLUEZ);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException gone) {
            LOG.debug("the bus was gone already: {}", gone.getMessage());
        }
    }

    private record WhenLost(Runnable onLost) implements IDisconnectCallback {

        @Override
        public void disconnectOnError(IOException failure) {
            onLost.run();
        }
    }
}
