package org.plinth.driver.link.bluez;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;

/** Finds the adapter to use, or says in one sentence why there is none. Any thread. */
public final class BluezAdapters {

    private final Optional<String> busAddress;
    private final Optional<String> wanted;

    /**
     * Adapters on a bus.
     *
     * @param busAddress of the message bus; empty for the system's
     * @param wanted name of the adapter to use, as {@code hci0}; empty for the only one that is on
     */
    public BluezAdapters(Optional<String> busAddress, Optional<String> wanted) {
        this.busAddress = busAddress;
        this.wanted = wanted;
    }

    /** The bus they are on; empty for the system's. */
    public Optional<String> busAddress() {
        return busAddress;
    }

    /**
     * The name of the adapter, as {@code hci0}. Asks the bus.
     *
     * @throws SensorException naming what is missing: the service, a permission, an adapter, its power, a choice
     */
    public String choose() {
        try (BluezBus bus = BluezBus.open(busAddress, () -> {})) {
            return choose(bus.objects()).name();
        }
    }

    /** What every device that BlueZ knows now advertises, by address. Asks the bus. */
    public Map<String, Map<UUID, byte[]>> broadcasts() {
        try (BluezBus bus = BluezBus.open(busAddress, () -> {})) {
            BluezObjects objects = bus.objects();
            return objects.devices(choose(objects).path()).stream()
                    .collect(Collectors.toMap(
                            BluezObjects.Device::address, BluezObjects.Device::broadcast, (first, second) -> first));
        }
    }

    BluezObjects.Adapter choose(BluezObjects objects) {
        List<BluezObjects.Adapter> all = objects.adapters();
        BluezObjects.Adapter chosen = wanted.isPresent() ? named(all, wanted.get()) : only(all);
        if (!chosen.powered()) {
            throw new SensorException(Fault.ADAPTER_OFF, "The Bluetooth adapter " + chosen.name() + " is off.");
        }
        return chosen;
    }

    private static BluezObjects.Adapter named(List<BluezObjects.Adapter> all, String name) {
        return all.stream()
                .filter(adapter -> adapter.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new SensorException(Fault.NO_ADAPTER, "There is no Bluetooth adapter " + name + "."));
    }

    private static BluezObjects.Adapter only(List<BluezObjects.Adapter> all) {
        if (all.isEmpty()) {
            throw new SensorException(Fault.NO_ADAPTER, "There is no Bluetooth adapter.");
        }
        List<BluezObjects.Adapter> on =
                all.stream().filter(BluezObjects.Adapter::powered).toList();
        if (on.size() > 1) {
            String names = on.stream().map(BluezObjects.Adapter::name).collect(Collectors.joining(" and "));
            throw new SensorException(Fault.SEVERAL_ADAPTERS, "Several Bluetooth adapters are on: " + names + ".");
        }
        return on.isEmpty() ? all.get(0) : on.get(0);
    }
}
