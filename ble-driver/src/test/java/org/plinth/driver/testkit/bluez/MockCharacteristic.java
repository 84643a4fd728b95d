package org.plinth.driver.testkit.bluez;

import java.util.Map;
import java.util.UUID;
import org.bluez.Error;
import org.bluez.GattCharacteristic1;
import org.bluez.datatypes.TwoTuple;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;
import org.plinth.driver.SensorException;
import org.plinth.driver.tindeq.ProgressorCodec;

/** {@code org.bluez.GattCharacteristic1}, passed on to the link that is the device's body. */
public final class MockCharacteristic extends BusObject implements GattCharacteristic1 {

    private final MockDevice device;
    private final UUID id;

    MockCharacteristic(MockDevice device, BusObject service, String name, UUID id, String flag) {
        super(device.bluez().connection(), service.getObjectPath() + "/" + name, "org.bluez.GattCharacteristic1");
        this.device = device;
        this.id = id;
        init("UUID", new Variant<>(id.toString()));
        init("Service", new Variant<>(new DBusPath(service.getObjectPath())));
        init("Value", new Variant<>(new byte[0], "ay"));
        init("Notifying", new Variant<>(false));
        init("Flags", new Variant<>(new String[] {flag}, "as"));
        init("MTU", new Variant<>(new UInt16(247)));
    }

    @Override
    public void StartNotify() {
        if (device.vanishes(MockPeripheral.Stage.SUBSCRIBING)) {
            device.drop();
            throw new Error.Failed("ATT error: 0x0e");
        }
        passOn(() -> device.body().subscribe(ProgressorCodec.SERVICE, id));
        change("Notifying", new Variant<>(true));
    }

    @Override
    public void StopNotify() {
        change("Notifying", new Variant<>(false));
    }

    @Override
    public void WriteValue(byte[] value, Map<String, Variant<?>> options) {
        if (value[0] == ProgressorCodec.STOP && device.vanishes(MockPeripheral.Stage.STOPPING)) {
            device.drop();
            throw new Error.Failed("ATT error: 0x0e");
        }
        passOn(() -> device.body().write(ProgressorCodec.SERVICE, id, value));
    }

    private static void passOn(Runnable command) {
        try {
            command.run();
        } catch (SensorException failed) {
            throw new Error.Failed(failed.fault().name());
        }
    }

    @Override
    public byte[] ReadValue(Map<String, Variant<?>> options) {
        return new byte[] {1, 2, 3};
    }

    @Override
    public TwoTuple<FileDescriptor, UInt16> AcquireWrite(Map<String, Variant<?>> options) {
        throw new Error.NotSupported("not here");
    }

    @Override
    public TwoTuple<FileDescriptor, UInt16> AcquireNotify(Map<String, Variant<?>> options) {
        throw new Error.NotSupported("not here");
    }

    @Override
    public void Confirm() {
        // Nothing to confirm.
    }
}
