package org.plinth.driver.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plinth.driver.Advertisement;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDriverContract;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.replay.Capture;

/** The contract of a driver, for one whose sensor is a recorded exchange. */
public abstract class DriverOf extends SensorDriverContract {

    private final SensorDriver driver;
    private final Advertisement advertisement;
    private final List<Capture.Event> exchange;

    /** A sensor that advertises this name and plays this exchange. */
    protected DriverOf(SensorDriver driver, String name, List<Capture.Event> exchange) {
        this(driver, new Advertisement("a", Optional.of(name), Set.of(), Map.of()), exchange);
    }

    protected DriverOf(SensorDriver driver, Advertisement advertisement, List<Capture.Event> exchange) {
        this.driver = driver;
        this.advertisement = advertisement;
        this.exchange = exchange;
    }

    /** One that sends packets over and over after these bytes are written, or at once. */
    protected static List<Capture.Event> sends(Optional<byte[]> start, UUID characteristic, List<byte[]> packets) {
        return Replayed.exchange(start, characteristic, packets);
    }

    @Override
    protected SensorDriver driver() {
        return driver;
    }

    @Override
    protected BleLink newLink() {
        return Replayed.link(exchange);
    }

    @Override
    protected Advertisement advertisement() {
        return advertisement;
    }
}
