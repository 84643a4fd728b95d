package org.plinth.driver.link.bluez;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;

/** What BlueZ had on the bus at one moment. Immutable. */
final class BluezObjects {

    private static final String ADAPTER = "org.bluez.Adapter1";
    private static final String DEVICE = "org.bluez.Device1";
    private static final String SERVICE = "org.bluez.GattService1";
    private static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";

    private final Map<String, Map<String, Map<String, Variant<?>>>> byPath;

    BluezObjects(Map<String, Map<String, Map<String, Variant<?>>>> byPath) {
        this.byPath = byPath;
    }

    record Adapter(String path, String name, boolean powered) {}

    record Device(
            String path, String address, Optional<String> name, List<UUID> services, Map<UUID, byte[]> broadcast) {}

    record Characteristic(String path, UUID service, UUID id, boolean notifies, OptionalInt mtu) {}

    List<Adapter> adapters() {
        return all("", ADAPTER).stream()
                .map(one -> new Adapter(
                        one.path(), one.path().substring(one.path().lastIndexOf('/') + 1), one.isOn("Powered")))
                .toList();
    }

    List<Device> devices(String adapterPath) {
        return all(adapterPath + "/", DEVICE).stream()
                .map(one -> new Device(
                        one.path(),
                        one.text("Address").orElse(""),
                        one.text("Name"),
                        one.texts("UUIDs").stream().map(UUID::fromString).toList(),
                        BroadcastData.in(one.properties())))
                .toList();
    }

    List<Characteristic> characteristics(String devicePath) {
        List<Characteristic> found = new ArrayList<>();
        for (Found service : all(devicePath + "/", SERVICE)) {
            for (Found one : all(service.path() + "/", CHARACTERISTIC)) {
                List<String> flags = one.texts("Flags");
                found.add(new Characteristic(
                        one.path(),
                        service.uuid(),
                        one.uuid(),
                        flags.contains("notify") || flags.contains("indicate"),
                        one.number("MTU")));
            }
        }
        return found;
    }

    private List<Found> all(String under, String type) {
        return byPath.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(under))
                .filter(entry -> entry.getValue().containsKey(type))
                .map(entry -> new Found(entry.getKey(), entry.getValue().getOrDefault(type, Map.of())))
                .toList();
    }

    private record Found(String path, Map<String, Variant<?>> properties) {

        Optional<Object> value(String name) {
            return Optional.<Variant<?>>ofNullable(properties.get(name)).map(Variant::getValue);
        }

        boolean isOn(String name) {
            return value(name).map(Boolean.TRUE::equals).orElse(false);
        }

        Optional<String> text(String name) {
            return value(name).map(Object::toString);
        }

        UUID uuid() {
            return UUID.fromString(text("UUID").orElseThrow().toLowerCase(Locale.ROOT));
        }

        OptionalInt number(String name) {
            return value(name)
                    .filter(UInt16.class::isInstance)
                    .map(found -> OptionalInt.of(((UInt16) found).intValue()))
                    .orElseGet(OptionalInt::empty);
        }

        /** A list of texts comes as a list or as an array. */
        List<String> texts(String name) {
            return value(name)
                    .map(found -> found instanceof String[] array ? List.of(array) : listed(found))
                    .orElseGet(List::of);
        }

        private static List<String> listed(Object found) {
            return found instanceof List<?> list
                    ? list.stream().map(Object::toString).toList()
                    : List.of();
        }
    }
}
