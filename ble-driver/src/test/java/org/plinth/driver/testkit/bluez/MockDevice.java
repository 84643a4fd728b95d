package org.plinth.driver.testkit.bluez;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bluez.Device1;
import org.bluez.Error;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.tindeq.ProgressorCodec;

/** {@code org.bluez.Device1} with the two characteristics of a Progressor. */
public final class MockDevice extends BusObject implements Device1, LinkListener {

    private static final long DISCONNECT_MILLIS = 60;

    /** Without this descriptor Chromium does not ask for notifications. */
    private static final String CLIENT_CONFIGURATION = "00002902-0000-1000-8000-00805f9b34fb";

    private final MockBluez bluez;
    private final MockPeripheral peripheral;
    private final MockCharacteristic data;
    private final MockCharacteristic control;
    private final BusObject service;
    private final BusObject switchOn;
    private final AtomicBoolean stalled = new AtomicBoolean();
    private Optional<BleLink> body = Optional.empty();

    MockDevice(MockBluez bluez, String adapterPath, MockPeripheral peripheral) {
        super(bluez.connection(), adapterPath + "/dev_" + peripheral.address().replace(':', '_'), "org.bluez.Device1");
        this.bluez = bluez;
        this.peripheral = peripheral;
        String[] services = {ProgressorCodec.SERVICE.toString()};
        init("Address", new Variant<>(peripheral.address()));
        init("Name", new Variant<>(peripheral.name()));
        init("Alias", new Variant<>(peripheral.name()));
        init("Paired", new Variant<>(false));
        init("Connected", new Variant<>(false));
        init("ServicesResolved", new Variant<>(false));
        init("RSSI", new Variant<>((short) -58));
        init("UUIDs", new Variant<>(services, "as"));
        init("ManufacturerData", advertised(0));
        init("Adapter", new Variant<>(new DBusPath(adapterPath)));
        service = new BusObject(bluez.connection(), getObjectPath() + "/service000a", "org.bluez.GattService1");
        service.init("UUID", new Variant<>(ProgressorCodec.SERVICE.toString()));
        service.init("Device", new Variant<>(new DBusPath(getObjectPath())));
        service.init("Primary", new Variant<>(true));
        data = new MockCharacteristic(this, service, "char000b", ProgressorCodec.DATA, "notify");
        switchOn = new BusObject(bluez.connection(), data.getObjectPath() + "/desc000d", "org.bluez.GattDescriptor1");
        switchOn.init("UUID", new Variant<>(CLIENT_CONFIGURATION));
        switchOn.init("Characteristic", new Variant<>(new DBusPath(data.getObjectPath())));
        switchOn.init("Value", new Variant<>(new byte[0], "ay"));
        switchOn.init("Flags", new Variant<>(new String[0], "as"));
        control = new MockCharacteristic(this, service, "char000e", ProgressorCodec.CONTROL, "write");
    }

    /** One piece of manufacturer data, its last byte a count. */
    private static Variant<?> advertised(int count) {
        Map<UInt16, Variant<?>> data =
                Map.of(new UInt16(MockBluez.COMPANY), new Variant<>(new byte[] {9, (byte) count}, "ay"));
        return new Variant<>(data, "a{qv}");
    }

    void advertise(int count) {
        change("ManufacturerData", advertised(count));
    }

    MockBluez bluez() {
        return bluez;
    }

    BleLink body() {
        return body.orElseThrow(() -> new Error.Failed("Not connected"));
    }

    boolean vanishes(MockPeripheral.Stage stage) {
        return peripheral.vanishesAt(stage);
    }

    @Override
    public void Connect() {
        if (isOn("Connected")) {
            return;
        }
        if (vanishes(MockPeripheral.Stage.CONNECTING)) {
            throw new Error.Failed("le-connection-abort-by-local");
        }
        BleLink link = peripheral.body().get();
        try {
            link.connect(this);
        } catch (SensorException busy) {
            throw new Error.Failed(busy.fault().name());
        }
        synchronized (this) {
            body = Optional.of(link);
        }
        change("Connected", new Variant<>(true));
        boolean stalls = vanishes(MockPeripheral.Stage.RESOLVING_ONCE) && !stalled.getAndSet(true);
        if (!stalls) {
            bluez.afterwards(20, this::resolve);
        }
    }

    private void resolve() {
        if (!bluez.knows(service.getObjectPath())) {
            bluez.add(service);
            bluez.add(data);
            bluez.add(switchOn);
            bluez.add(control);
        }
        change("ServicesResolved", new Variant<>(true));
    }

    @Override
    public void Disconnect() {
        bluez.afterwards(DISCONNECT_MILLIS, this::drop);
    }

    /** The link is down, whoever wanted it. */
    void drop() {
        forget();
        if (isOn("Connected")) {
            if (data.isOn("Notifying")) {
                data.change("Notifying", new Variant<>(false));
            }
            change("ServicesResolved", new Variant<>(false));
            change("Connected", new Variant<>(false));
        }
    }

    void forget() {
        Optional<BleLink> ending;
        synchronized (this) {
            ending = body;
            body = Optional.empty();
        }
        ending.ifPresent(BleLink::close);
    }

    @Override
    public void packet(Packet packet) {
        data.tell(Map.of("Value", new Variant<>(packet.bytes(), "ay")));
        if (vanishes(MockPeripheral.Stage.STREAMING)) {
            bluez.afterwards(0, this::drop);
        }
    }

    @Override
    public void disconnected(String reason) {
        drop();
    }

    @Override
    public void ConnectProfile(String uuid) {
        throw new Error.NotSupported("not here");
    }

    @Override
    public void DisconnectProfile(String uuid) {
        throw new Error.NotSupported("not here");
    }

    @Override
    public void Pair() {
        throw new Error.NotSupported("not here");
    }

    @Override
    public void CancelPairing() {
        throw new Error.NotSupported("not here");
    }
}
