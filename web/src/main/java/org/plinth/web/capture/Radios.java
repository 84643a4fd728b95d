package org.plinth.web.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Fault;
import org.plinth.driver.Reach;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkProvider;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All transports together: what is in reach, and connections to it. Any thread. */
public final class Radios {

    private static final Logger LOG = LoggerFactory.getLogger(Radios.class);

    private final List<LinkProvider> providers;
    private final SensorDrivers drivers;
    private final Map<String, SeenSensor> known = new ConcurrentHashMap<>();

    /** These transports, asked in this order. */
    public Radios(List<LinkProvider> providers, SensorDrivers drivers) {
        this.providers = List.copyOf(providers);
        this.drivers = drivers;
    }

    /**
     * What is in reach and known. Blocks for at most {@code millis} for each transport.
     *
     * @throws SensorException why a transport could not look, if none saw anything
     */
    public List<SeenSensor> scan(long millis) {
        List<SeenSensor> seen = new ArrayList<>();
        Optional<SensorException> why = Optional.empty();
        for (LinkProvider provider : providers) {
            try {
                look(provider, millis, seen);
            } catch (SensorException failed) {
                if (failed.fault() == Fault.AMBIGUOUS) {
                    throw failed;
                }
                LOG.info("{} could not look for sensors: {}", provider.transport(), failed.getMessage());
                why = why.or(() -> Optional.of(failed));
            }
        }
        if (seen.isEmpty() && why.isPresent()) {
            throw why.get();
        }
        seen.forEach(one -> known.put(one.advertisement().peripheralId(), one));
        return seen;
    }

    /** Whether people of this clinic may use it: what a browser lends is for its own clinic. */
    boolean isFor(SeenSensor seen, Id<Clinic> clinic) {
        return provider(seen).isFor(seen.advertisement().peripheralId(), clinic.toString());
    }

    /** The same of one that was seen before. */
    boolean isFor(String peripheralId, Id<Clinic> clinic) {
        return Optional.ofNullable(known.get(peripheralId))
                .filter(seen -> isFor(seen, clinic))
                .isPresent();
    }

    private LinkProvider provider(SeenSensor seen) {
        return providers.stream()
                .filter(one -> one.transport().equals(seen.transport()))
                .findFirst()
                .orElseThrow();
    }

    private void look(LinkProvider provider, long millis, List<SeenSensor> seen) {
        for (Advertisement advertisement : provider.scan(millis)) {
            drivers.bestMatch(advertisement)
                    .ifPresent(driver -> seen.add(new SeenSensor(advertisement, driver, provider.transport())));
        }
    }

    /** The one that advertises under this id now. */
    public Optional<SeenSensor> find(String peripheralId, long millis) {
        return scan(millis).stream()
                .filter(seen -> seen.advertisement().peripheralId().equals(peripheralId))
                .findFirst();
    }

    /** Connects to a sensor that is in reach, or that was when somebody looked last: its link finds out. */
    SensorStation connect(String peripheralId, long scanMillis, HostTime time, Runnable onDown) {
        SeenSensor seen = Optional.ofNullable(known.get(peripheralId))
                .or(() -> find(peripheralId, scanMillis))
                .orElseThrow(() -> new SensorException(Fault.NO_DEVICE, "The sensor is not in reach."));
        SensorDriver driver = seen.driver();
        LinkProvider provider = provider(seen);
        BleLink link =
                driver.reach() == Reach.ADVERTISEMENT ? provider.listen(peripheralId) : provider.link(peripheralId);
        return SensorStation.connect(driver, link, time, onDown);
    }
}
