package org.plinth.web.sensor;

import java.util.random.RandomGenerator;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.capture.Bench;
import org.plinth.web.store.Store;

/**
 * Everything that is done with sensors.
 *
 * @param bench on which they are read
 * @param checks made of them
 * @param runs calibrations of them
 */
public record SensorDesk(Bench bench, CheckDesk checks, RunDesk runs) {

    /** Over this store, with this bench. */
    public static SensorDesk on(Store store, Bench bench, SensorDrivers drivers, RandomGenerator ids) {
        BenchSensors sensors = new BenchSensors(drivers, bench);
        return new SensorDesk(bench, new CheckDesk(store, sensors, ids), new RunDesk(store, sensors, ids));
    }
}
