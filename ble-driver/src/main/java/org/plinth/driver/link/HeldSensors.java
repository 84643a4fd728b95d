package org.plinth.driver.link;

import java.util.HashMap;
import java.util.Map;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;

/** Which link holds which sensor of a transport: one at a time. Any thread. */
public final class HeldSensors {

    private final Map<String, BleLink> holders = new HashMap<>();

    /** Nobody holds anything. */
    public HeldSensors() {}

    /**
     * Takes a sensor for a link.
     *
     * @throws SensorException with {@link Fault#NO_ACCESS} if another link has it
     */
    public synchronized void hold(String peripheralId, BleLink link) {
        BleLink holder = holders.putIfAbsent(peripheralId, link);
        if (holder != null && holder != link) {
            throw new SensorException(Fault.NO_ACCESS, "Another connection holds this sensor.");
        }
    }

    /** Gives it back, if it is this link's. */
    public synchronized void release(String peripheralId, BleLink link) {
        holders.remove(peripheralId, link);
    }
}
