package org.plinth.driver.virtual;

import java.time.Clock;
import org.plinth.driver.Advertisement;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDriverContract;
import org.plinth.driver.link.BleLink;

class VirtualDriverTest extends SensorDriverContract {

    private final VirtualLinkProvider sensors = new VirtualLinkProvider(Scenario.ofSeed(1), 1, Clock.systemUTC(), 40);

    @Override
    protected SensorDriver driver() {
        return new VirtualDriver();
    }

    @Override
    protected BleLink newLink() {
        return sensors.link("virtual-1");
    }

    @Override
    protected Advertisement advertisement() {
        return sensors.scan(0).get(0);
    }
}
