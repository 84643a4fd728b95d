package org.plinth.web.sensors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.driver.Advertisement;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorException;
import org.plinth.driver.dump.DumpDriver;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.Transport;

/** Opens the radio once it is needed and looks around. Close it when no link is needed any more. One thread. */
public final class SensorSearch implements AutoCloseable {

    private final SensorAccess access;
    private final Optional<String> transport;
    private final boolean allUnknown;
    private Optional<LinkProvider> radio = Optional.empty();

    /**
     * A search.
     *
     * @param transport the kind of radio to use; empty for the first that works
     * @param allUnknown whether everything in range is taken for unknown, for the dump driver
     */
    public SensorSearch(SensorAccess access, Optional<String> transport, boolean allUnknown) {
        this.allUnknown = allUnknown;
        this.access = access;
        this.transport = transport;
    }

    /**
     * What was found.
     *
     * @param sensors in range, virtual ones last
     * @param faults in order: why the radio could not be asked, sensors that two drivers claim
     */
    public record Found(List<InRange> sensors, List<SensorException> faults) {

        /** Copies both. */
        public Found {
            sensors = List.copyOf(sensors);
            faults = List.copyOf(faults);
        }
    }

    /** Looks around for so long [ms]. Virtual sensors are always in range. */
    public Found look(long millis) {
        List<InRange> sensors = new ArrayList<>();
        List<SensorException> faults = new ArrayList<>();
        try {
            Optional<LinkProvider> open = radio();
            if (open.isPresent()) {
                recognise(open.get(), millis, sensors, faults);
            }
        } catch (SensorException failed) {
            faults.add(failed);
        }
        sensors.addAll(virtual());
        return new Found(sensors, faults);
    }

    /** Virtual sensors alone; no radio is touched. */
    public List<InRange> virtual() {
        List<InRange> sensors = new ArrayList<>();
        if (!allUnknown) {
            recognise(access.virtual(), 0, sensors, new ArrayList<>());
        }
        return sensors;
    }

    private void recognise(LinkProvider provider, long millis, List<InRange> sensors, List<SensorException> faults) {
        for (Advertisement seen : provider.scan(millis)) {
            try {
                driver(seen).ifPresent(driver -> sensors.add(new InRange(seen, driver, provider)));
            } catch (SensorException ambiguous) {
                faults.add(ambiguous);
            }
        }
    }

    /** Who is on without being named goes before all others. */
    private Optional<SensorDriver> driver(Advertisement seen) {
        if (allUnknown) {
            return access.drivers().find(DumpDriver.ID);
        }
        Set<String> all = access.drivers().all().stream().map(SensorDriver::id).collect(Collectors.toSet());
        return access.drivers().bestMatch(seen).or(() -> access.drivers().bestMatch(seen, all));
    }

    /** Whether there is any kind of radio to open. */
    public boolean hasRadio() {
        return !access.radios().isEmpty();
    }

    private Optional<LinkProvider> radio() {
        if (radio.isEmpty()) {
            radio = openFirst();
        }
        return radio;
    }

    private Optional<LinkProvider> openFirst() {
        Optional<SensorException> why = Optional.empty();
        for (Transport kind : access.radios()) {
            if (transport.map(kind.name()::equals).orElse(true)) {
                try {
                    return Optional.of(kind.open(access.clock()));
                } catch (SensorException failed) {
                    why = why.or(() -> Optional.of(failed));
                }
            }
        }
        if (why.isPresent()) {
            throw why.get();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        radio.ifPresent(LinkProvider::close);
        access.virtual().close();
    }
}
