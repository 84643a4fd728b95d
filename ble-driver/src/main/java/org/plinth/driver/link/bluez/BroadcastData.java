package org.plinth.driver.link.bluez;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;
import org.plinth.driver.link.Broadcast;

/** What a device advertises, as BlueZ keeps it in its properties. */
final class BroadcastData {

    private static final String MANUFACTURERS = "ManufacturerData";
    private static final String SERVICES = "ServiceData";
    private static final String ASSIGNED_TAIL = "-0000-1000-8000-00805f9b34fb";
    private static final String ASSIGNED_HEAD = "0000";
    private static final int HEXADECIMAL = 16;

    private BroadcastData() {}

    /** Each piece by its id; services without an assigned 16-bit number have none and are left out. */
    static Map<UUID, byte[]> in(Map<String, Variant<?>> properties) {
        Map<UUID, byte[]> found = new HashMap<>();
        mapAt(properties, MANUFACTURERS).forEach((company, bytes) -> {
            if (company instanceof UInt16 number) {
                found.put(Broadcast.manufacturer(number.intValue()), bytes(bytes));
            }
        });
        mapAt(properties, SERVICES).forEach((service, bytes) -> {
            String text = service.toString().toLowerCase(Locale.ROOT);
            if (text.startsWith(ASSIGNED_HEAD) && text.endsWith(ASSIGNED_TAIL)) {
                int number = Integer.parseInt(text.substring(ASSIGNED_HEAD.length(), 8), HEXADECIMAL);
                found.put(Broadcast.service(number), bytes(bytes));
            }
        });
        return found;
    }

    private static Map<?, ?> mapAt(Map<String, Variant<?>> properties, String name) {
        Object value = Optional.<Variant<?>>ofNullable(properties.get(name))
                .<Object>map(Variant::getValue)
                .orElseGet(Map::of);
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** An array of bytes comes as a list of them, in a variant or not. */
    static byte[] bytes(Object value) {
        if (value instanceof Variant<?> variant) {
            return bytes(variant.getValue());
        }
        if (value instanceof byte[] array) {
            return array.clone();
        }
        List<?> list = (List<?>) value;
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = ((Number) list.get(i)).byteValue();
        }
        return bytes;
    }
}
