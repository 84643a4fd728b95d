package org.bluez;

import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** Errors under the names that BlueZ gives them: the library names an error after its class. */
@SuppressWarnings("JavaLangClash") // the name on the bus is made of the names of package and class
public final class Error {

    private Error() {}

    /** {@code org.bluez.Error.Failed}. */
    public static final class Failed extends DBusExecutionException {

        private static final long serialVersionUID = 1;

        public Failed(String words) {
            super(words);
        }
    }

    /** {@code org.bluez.Error.NotReady}. */
    public static final class NotReady extends DBusExecutionException {

        private static final long serialVersionUID = 1;

        public NotReady(String words) {
            super(words);
        }
    }

    /** {@code org.bluez.Error.NotSupported}. */
    public static final class NotSupported extends DBusExecutionException {

        private static final long serialVersionUID = 1;

        public NotSupported(String words) {
            super(words);
        }
    }
}
