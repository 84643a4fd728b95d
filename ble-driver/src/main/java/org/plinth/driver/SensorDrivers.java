package org.plinth.driver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The drivers at hand. Their order never decides anything. Immutable; any thread. */
public final class SensorDrivers {

    private final List<SensorDriver> drivers;
    private final Set<String> switchedOn;

    private SensorDrivers(List<SensorDriver> drivers, Set<String> switchedOn) {
        this.drivers = drivers;
        this.switchedOn = Set.copyOf(switchedOn);
    }

    /** Every driver on the class path. */
    public static SensorDrivers load() {
        return of(ServiceLoader.load(SensorDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * These drivers, by id.
     *
     * @throws IllegalArgumentException if two share an id
     */
    public static SensorDrivers of(List<SensorDriver> drivers) {
        Set<String> ids = new HashSet<>();
        for (SensorDriver driver : drivers) {
            if (!ids.add(driver.id())) {
                throw new IllegalArgumentException("two drivers have the id " + driver.id());
            }
        }
        return new SensorDrivers(
                drivers.stream().sorted(Comparator.comparing(SensorDriver::id)).toList(), Set.of());
    }

    /**
     * The same, that also recognise the sensors of decode-only drivers (decision T22). Not those that give a settled value
     * now and then: no effort can be recorded with them.
     */
    public SensorDrivers withDecodeOnly() {
        Set<String> ids = drivers.stream()
                .filter(driver -> driver.support() == Support.DECODE_ONLY)
                .filter(driver -> !driver.capabilities().contains(Capability.STATIC_ONLY))
                .map(SensorDriver::id)
                .collect(Collectors.toSet());
        return new SensorDrivers(drivers, ids);
    }

    /** All, by id. */
    public List<SensorDriver> all() {
        return drivers;
    }

    /** The GATT services of all of them. */
    public Set<UUID> services() {
        return drivers.stream()
                .flatMap(driver -> driver.services().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The driver with this id. */
    public Optional<SensorDriver> find(String id) {
        return drivers.stream().filter(driver -> driver.id().equals(id)).findFirst();
    }

    /** The driver that recognises a peripheral best, of those that have full support or were switched on. */
    public Optional<SensorDriver> bestMatch(Advertisement seen) {
        return bestMatch(seen, switchedOn);
    }

    /**
     * The driver that recognises a peripheral best.
     *
     * @param switchedOn ids of drivers to consider beside those that have full support
     * @throws SensorException with {@link Fault#AMBIGUOUS} and both names if two recognise it equally well
     */
    public Optional<SensorDriver> bestMatch(Advertisement seen, Set<String> switchedOn) {
        List<SensorDriver> best = new ArrayList<>();
        Match level = Match.FAMILY;
        for (SensorDriver driver : drivers) {
            boolean isOn = driver.support() == Support.FULL || switchedOn.contains(driver.id());
            Match match = isOn ? driver.match(seen) : Match.NO;
            if (match.compareTo(level) > 0) {
                best.clear();
                level = match;
            }
            if (match == level) {
                best.add(driver);
            }
        }
        if (best.size() > 1) {
            throw new SensorException(Fault.AMBIGUOUS, "Two drivers recognise this sensor: " + names(best) + ".");
        }
        return best.stream().findFirst();
    }

    private static String names(List<SensorDriver> drivers) {
        return String.join(
                " and ",
                drivers.stream()
                        .map(driver -> driver.displayName() + " (" + driver.id() + ")")
                        .toList());
    }
}
