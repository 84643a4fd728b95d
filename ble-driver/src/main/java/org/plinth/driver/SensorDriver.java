package org.plinth.driver;

import java.util.Set;
import java.util.UUID;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;

/**
 * One model or family of sensor. A driver turns bytes into samples and commands into bytes, and nothing else.
 * Stateless; found through {@link java.util.ServiceLoader} by {@code SensorDrivers}.
 */
public interface SensorDriver {

    /** Stable id, lower-case, dashed: {@code tindeq-progressor}. Stored with every recording; never renamed. */
    String id();

    /** Rises when decoding changes. */
    int version();

    /** As people read it. */
    String displayName();

    /** What it delivers. */
    SensorSpec spec();

    /** What it can do. */
    Set<Capability> capabilities();

    /** How far it has been taken. */
    default Support support() {
        return Support.FULL;
    }

    /** How its sensors are reached. */
    default Reach reach() {
        return Reach.CONNECTION;
    }

    /**
     * The GATT services that it uses. A browser opens those alone that its page named when the sensor was chosen; none for a
     * sensor that is not connected to.
     */
    Set<UUID> services();

    /** Whether this is one of its own. */
    Match match(Advertisement seen);

    /** A decoder for one recording. */
    SampleDecoder newDecoder();

    /**
     * Connects over a link, or listens where {@link #reach} says so. Every packet goes to {@code listener} before anything else looks at it.
     *
     * @throws SensorException with its cure
     */
    SensorConnection open(BleLink link, LinkListener listener);
}
