package org.plinth.web.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Fault;
import org.plinth.driver.Reach;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkProvider;

/** All transports together: what is in reach, and connections to it. Any thread. */
public final class Radios {

    private final List<LinkProvider> providers;
    private final SensorDrivers drivers;

    /** These transports, asked in this order. */
    public Radios(List<LinkProvider> providers, SensorDrivers drivers) {
        this.providers = List.copyOf(providers);
        this.drivers = drivers;
    }

    /** What is in reach and known. Blocks for at most {@code millis} for each transport. */
    public List<SeenSensor> scan(long millis) {
        List<SeenSensor> seen = new ArrayList<>();
        for (LinkProvider provider : providers) {
            for (Advertisement advertisement : provider.scan(millis)) {
                drivers.bestMatch(advertisement)
                        .ifPresent(driver -> seen.add(new SeenSensor(advertisement, driver, provider.transport())));
            }
        }
        return seen;
    }

    /** The one that advertises under this id now. */
    public Optional<SeenSensor> find(String peripheralId, long millis) {
        return scan(millis).stream()
                .filter(seen -> seen.advertisement().peripheralId().equals(peripheralId))
                .findFirst();
    }

    /** Connects to a sensor that is in reach. */
    SensorStation connect(String peripheralId, long scanMillis, HostTime time, Runnable onDown) {
        SeenSensor seen = find(peripheralId, scanMillis)
                .orElseThrow(() -> new SensorException(Fault.NO_DEVICE, "The sensor is not in reach."));
        SensorDriver driver = seen.driver();
        LinkProvider provider = providers.stream()
                .filter(one -> one.transport().equals(seen.transport()))
                .findFirst()
                .orElseThrow();
        BleLink link =
                driver.reach() == Reach.ADVERTISEMENT ? provider.listen(peripheralId) : provider.link(peripheralId);
        return SensorStation.connect(driver, link, time, onDown);
    }
}
