package org.plinth.driver.link.bluez;

import org.freedesktop.dbus.errors.AccessDenied;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.errors.Timeout;
import org.freedesktop.dbus.errors.UnknownMethod;
import org.freedesktop.dbus.errors.UnknownObject;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;

/** What D-Bus and BlueZ answer, as a fault with its cure. */
final class BluezErrors {

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

    /** BlueZ's own errors come without their names; those of the bus have a class each. */
    private static SensorException told(DBusExecutionException refused) {
        if (refused instanceof ServiceUnknown) {
            return new SensorException(Fault.NO_SERVICE, "The Bluetooth service (BlueZ) does not run.", refused);
        }
        if (refused instanceof AccessDenied) {
            return new SensorException(Fault.NO_PERMISSION, "This account may not use Bluetooth.", refused);
        }
        if (refused instanceof NoReply || refused instanceof Timeout) {
            return new SensorException(Fault.TIMEOUT, "The Bluetooth service did not answer.", refused);
        }
        if (refused instanceof UnknownObject || refused instanceof UnknownMethod) {
            return new SensorException(Fault.NO_DEVICE, "The sensor went out of reach.", refused);
        }
        return new SensorException(Fault.IO, "The sensor did not do that.", refused);
    }
}
