package org.plinth.driver.testkit.bluez;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.errors.InvalidMethodArgument;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** An object on the bus with one interface and its properties. */
public class BusObject implements Properties {

    private final DBusConnection connection;
    private final String path;
    private final String type;
    private final Map<String, Variant<?>> properties = new LinkedHashMap<>();

    BusObject(DBusConnection connection, String path, String type) {
        this.connection = connection;
        this.path = path;
        this.type = type;
    }

    @Override
    public String getObjectPath() {
        return path;
    }

    String type() {
        return type;
    }

    /** Sets without telling. */
    final synchronized void init(String name, Variant<?> value) {
        properties.put(name, value);
    }

    /** Sets and tells. */
    final synchronized void change(String name, Variant<?> value) {
        properties.put(name, value);
        tell(Map.of(name, value));
    }

    /** Tells without keeping: for notified values, of which there are thousands a second. */
    final void tell(Map<String, Variant<?>> changed) {
        try {
            connection.sendMessage(new PropertiesChanged(path, type, changed, List.of()));
        } catch (DBusException failed) {
            throw new AssertionError(failed);
        }
    }

    final synchronized boolean isOn(String name) {
        Variant<?> value = properties.get(name);
        return value != null && Boolean.TRUE.equals(value.getValue());
    }

    final synchronized Map<String, Map<String, Variant<?>>> interfaces() {
        return Map.of(type, new LinkedHashMap<>(properties));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the library's signature
    public final synchronized <A> A Get(String interfaceName, String property) {
        Variant<?> value = properties.get(property);
        if (value == null) {
            throw new InvalidMethodArgument("no property " + property);
        }
        return (A) value;
    }

    @Override
    public final <A> void Set(String interfaceName, String property, A value) {
        change(property, value instanceof Variant<?> variant ? variant : new Variant<>(value));
    }

    @Override
    public final synchronized Map<String, Variant<?>> GetAll(String interfaceName) {
        return interfaceName.equals(type) ? new LinkedHashMap<>(properties) : Map.of();
    }
}
