package org.plinth.driver.link.bluez;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bluez.Adapter1;
import org.freedesktop.dbus.types.Variant;
import org.plinth.driver.Advertisement;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.HeldSensors;
import org.plinth.driver.link.LinkProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sensors that BlueZ sees, reached in plain Java. Any thread. */
public final class BluezLinkProvider implements LinkProvider {

    /** Name of this transport. */
    public static final String TRANSPORT = "bluez-dbus";

    private static final int FIND_MILLIS = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(BluezLinkProvider.class);

    private final BluezAdapters adapters;
    private final Clock clock;
    private final int findMillis;
    private final HeldSensors held = new HeldSensors();

    /** Over these adapters; the clock gives the wall time of packets. */
    public BluezLinkProvider(BluezAdapters adapters, Clock clock) {
        this(adapters, clock, FIND_MILLIS);
    }

    BluezLinkProvider(BluezAdapters adapters, Clock clock, int findMillis) {
        this.adapters = adapters;
        this.clock = clock;
        this.findMillis = findMillis;
    }

    @Override
    public String transport() {
        return TRANSPORT;
    }

    @Override
    public List<Advertisement> scan(long millis) {
        try (BluezBus bus = BluezBus.open(adapters.busAddress(), () -> {})) {
            BluezObjects.Adapter adapter = adapters.choose(bus.objects());
            Adapter1 radio = bus.remote(adapter.path(), Adapter1.class);
            discover(radio);
            pause(millis);
            List<Advertisement> seen = bus.objects().devices(adapter.path()).stream()
                    .map(BluezLinkProvider::advertisement)
                    .toList();
            stopDiscovery(radio);
            return seen;
        }
    }

    private static Advertisement advertisement(BluezObjects.Device device) {
        return new Advertisement(device.address(), device.name(), Set.copyOf(device.services()), device.broadcast());
    }

    @Override
    public BleLink link(String peripheralId) {
        return new BluezLink(peripheralId, adapters, held, clock, findMillis);
    }

    @Override
    public BleLink listen(String peripheralId) {
        return new BluezBroadcastLink(TRANSPORT, peripheralId, adapters, clock, findMillis);
    }

    /** Every advertisement is told, repeated ones included. */
    static void discover(Adapter1 radio) {
        Map<String, Variant<?>> filter = Map.of("Transport", new Variant<>("le"), "DuplicateData", new Variant<>(true));
        BluezErrors.act(() -> radio.SetDiscoveryFilter(filter));
        BluezErrors.act(radio::StartDiscovery);
    }

    /** Ends with its connection anyway, so a refusal does no harm. */
    static void stopDiscovery(Adapter1 radio) {
        try {
            BluezErrors.act(radio::StopDiscovery);
        } catch (SensorException refused) {
            LOG.debug("discovery was not stopped: {}", refused.fault());
        }
    }

    static void pause(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = until - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
