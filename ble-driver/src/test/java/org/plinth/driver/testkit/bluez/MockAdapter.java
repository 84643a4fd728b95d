package org.plinth.driver.testkit.bluez;

import java.util.List;
import java.util.Map;
import org.bluez.Adapter1;
import org.bluez.Error;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** {@code org.bluez.Adapter1}. */
public final class MockAdapter extends BusObject implements Adapter1 {

    private final MockBluez bluez;
    private final List<MockPeripheral> peripherals;

    MockAdapter(MockBluez bluez, String path, boolean powered, List<MockPeripheral> peripherals) {
        super(bluez.connection(), path, "org.bluez.Adapter1");
        this.bluez = bluez;
        this.peripherals = peripherals;
        init("Address", new Variant<>("00:11:22:33:44:55"));
        init("Name", new Variant<>("mock"));
        init("Alias", new Variant<>("mock"));
        init("Class", new Variant<>(new UInt32(0)));
        init("Powered", new Variant<>(powered));
        init("Discovering", new Variant<>(false));
        init("Discoverable", new Variant<>(false));
        init("Pairable", new Variant<>(false));
        init("UUIDs", new Variant<>(new String[0], "as"));
    }

    @Override
    public void StartDiscovery() {
        if (!isOn("Powered")) {
            throw new Error.NotReady("Resource Not Ready");
        }
        change("Discovering", new Variant<>(true));
        bluez.discoverLater(() -> peripherals.forEach(this::found));
    }

    private void found(MockPeripheral peripheral) {
        MockDevice device = new MockDevice(bluez, getObjectPath(), peripheral);
        if (!bluez.knows(device.getObjectPath()) && isOn("Discovering")) {
            bluez.add(device);
            if (peripheral.vanishesAt(MockPeripheral.Stage.SCANNING)) {
                bluez.afterwards(20, () -> bluez.remove(device));
            }
        }
    }

    @Override
    public void StopDiscovery() {
        change("Discovering", new Variant<>(false));
    }

    @Override
    public void SetDiscoveryFilter(Map<String, Variant<?>> filter) {
        // Everything is found.
    }

    @Override
    public void RemoveDevice(DBusPath device) {
        // Nobody asks for it.
    }

    @Override
    public String[] GetDiscoveryFilters() {
        return new String[0];
    }

    @Override
    public DBusPath ConnectDevice(Map<String, Variant<?>> properties) {
        throw new Error.NotSupported("not here");
    }
}
