package org.plinth.web.sensors;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorException;
import org.plinth.driver.dump.DumpDriver;

/** From {@code --sensor} to one sensor in range: an address, the id of a virtual sensor, or the id of a driver. */
public final class SensorTarget {

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f]{2}([:_-][0-9A-Fa-f]{2}){5}");

    private final SensorSearch search;
    private final SensorAccess access;
    private final long scanMillis;

    /** Within what this search finds in so long [ms]. */
    public SensorTarget(SensorSearch search, SensorAccess access, long scanMillis) {
        this.search = search;
        this.access = access;
        this.scanMillis = scanMillis;
    }

    /** What came of it. */
    public sealed interface Choice {

        /** This one. */
        record Chosen(InRange sensor) implements Choice {}

        /** Nothing can have this id: wrong use. */
        record Unknown(String id) implements Choice {}

        /** It is not in range. */
        record NotInRange(Optional<String> id) implements Choice {}

        /** Which of these? */
        record Several(List<InRange> sensors) implements Choice {}

        /** The radio could not be asked. */
        record NoRadio(SensorException fault) implements Choice {}
    }

    /** Finds it. Virtual sensors are taken only by name: sample data never stands in for a sensor. */
    public Choice choose(Optional<String> wanted) {
        Optional<SensorDriver> driver = wanted.flatMap(access.drivers()::find);
        for (InRange sensor : search.virtual()) {
            if (wanted.filter(id -> id.equals(sensor.id())).isPresent()
                    || driver.filter(one -> one.id().equals(sensor.driver().id()))
                            .isPresent()) {
                return new Choice.Chosen(sensor);
            }
        }
        boolean isDump = driver.filter(one -> one.id().equals(DumpDriver.ID)).isPresent();
        boolean canBe = wanted.map(id -> ADDRESS.matcher(id).matches() || driver.isPresent())
                .orElse(true);
        if (isDump || !canBe) {
            return new Choice.Unknown(wanted.orElse(""));
        }
        return among(search.look(scanMillis), wanted, driver);
    }

    private static Choice among(SensorSearch.Found found, Optional<String> wanted, Optional<SensorDriver> driver) {
        List<InRange> fitting = found.sensors().stream()
                .filter(sensor -> !sensor.isVirtual())
                .filter(sensor -> driver.map(
                                one -> one.id().equals(sensor.driver().id()))
                        .orElseGet(() -> wanted.map(id -> isAddress(sensor, id)).orElse(sensor.isOn())))
                .toList();
        if (fitting.size() == 1) {
            return new Choice.Chosen(fitting.get(0));
        }
        if (fitting.size() > 1) {
            return new Choice.Several(fitting);
        }
        return found.faults().stream()
                .findFirst()
                .<Choice>map(Choice.NoRadio::new)
                .orElseGet(() -> new Choice.NotInRange(wanted));
    }

    private static boolean isAddress(InRange sensor, String id) {
        return plain(sensor.id()).equals(plain(id));
    }

    private static String plain(String address) {
        return address.replace('_', ':').replace('-', ':').toLowerCase(Locale.ROOT);
    }
}
