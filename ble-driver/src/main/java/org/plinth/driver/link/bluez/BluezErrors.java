package org.plinth.driver.link.bluez;

import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;

/** What D-Bus and BlueZ answer, as a fault with its cure. */
final class BluezErrors {

    private static final String BUS = "org.freedesktop.DBus.Error.";

    private BluezErrors() {}

    /** A call over the bus. */
    interface Call<T> {
        T run() throws DBusException;
    }

    /** A call over the bus that gives nothing. */
    interface Act {
        void run() throws DBusException;
    }

    static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (DBusExecutionException refused) {
            throw told(refused);
        } catch (DBusException failed) {
            throw new SensorException(Fault.IO, "The Bluetooth service did not do that.", failed);
        }
    }

    static void act(Act act) {
        call(() -> {
            act.run();
            return true;
        });
    }

    private static SensorException told(DBusExecutionException refused) {
        String type = typeOf(refused);
        return switch (type) {
            case BUS + "ServiceUnknown", BUS + "NameHasNoOwner", BUS + "Disconnected" ->
                new SensorException(Fault.NO_SERVICE, "The Bluetooth service (BlueZ) does not run.", refused);
            case BUS + "AccessDenied", BUS + "AuthFailed" ->
                new SensorException(Fault.NO_PERMISSION, "This account may not use Bluetooth.", refused);
            case BUS + "NoReply", BUS + "Timeout", BUS + "TimedOut" ->
                new SensorException(Fault.TIMEOUT, "The Bluetooth service did not answer.", refused);
            case "org.bluez.Error.NotReady" ->
                new SensorException(Fault.ADAPTER_OFF, "The Bluetooth adapter is off.", refused);
            case BUS + "UnknownObject", BUS + "UnknownMethod", "org.bluez.Error.DoesNotExist" ->
                new SensorException(Fault.NO_DEVICE, "The sensor went out of reach.", refused);
            default -> started(type, refused);
        };
    }

    /** The bus tried to start BlueZ and could not; anything else comes from the sensor's side. */
    private static SensorException started(String type, DBusExecutionException refused) {
        return type.startsWith(BUS + "Spawn.") || type.startsWith("org.freedesktop.systemd1.")
                ? new SensorException(Fault.NO_SERVICE, "The Bluetooth service (BlueZ) could not be started.", refused)
                : new SensorException(Fault.IO, "The sensor did not do that.", refused);
    }

    @SuppressWarnings("removal") // the name of an error of BlueZ stands nowhere else
    private static String typeOf(DBusExecutionException refused) {
        return String.valueOf(refused.getType());
    }
}
