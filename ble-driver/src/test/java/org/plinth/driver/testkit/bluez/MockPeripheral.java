package org.plinth.driver.testkit.bluez;

import java.util.Set;
import java.util.function.Supplier;
import org.plinth.driver.link.BleLink;

/**
 * A peripheral in reach of the mock: any link is its body, so that the bytes are the ones that link delivers.
 *
 * @param address as BlueZ writes it
 * @param name advertised
 * @param body makes the link behind it, for each connection a new one
 * @param vanishes when it goes out of reach for good
 */
public record MockPeripheral(String address, String name, Supplier<BleLink> body, Set<Stage> vanishes) {

    /** A moment at which a sensor can vanish. */
    public enum Stage {
        SCANNING,
        CONNECTING,
        /** Stays, but its services do not appear at its first connection. */
        RESOLVING_ONCE,
        SUBSCRIBING,
        STREAMING,
        STOPPING
    }

    /** One that stays. */
    public MockPeripheral(String address, String name, Supplier<BleLink> body) {
        this(address, name, body, Set.of());
    }

    /** The same, going away at this moment. */
    public MockPeripheral vanishing(Stage stage) {
        return new MockPeripheral(address, name, body, Set.of(stage));
    }

    boolean vanishesAt(Stage stage) {
        return vanishes.contains(stage);
    }
}
