package org.plinth.driver.link;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;

/**
 * A connection to one peripheral, whatever carries it. Calls block until done or until their time-out; one at a time,
 * from any thread. Every fault is a {@link SensorException} with its cure.
 */
public interface BleLink extends AutoCloseable {

    /** Stable name of the transport: {@code virtual}, {@code replay}, {@code tinyb} … */
    String transport();

    /** Connects and discovers. Idempotent. Packets and the loss of the link go to {@code listener}. */
    void connect(LinkListener listener);

    /** Turns notifications of this characteristic on. Idempotent. */
    void subscribe(UUID service, UUID characteristic);

    /** Writes with response where the characteristic has it, else without. */
    void write(UUID service, UUID characteristic, byte[] value);

    /**
     * Reads a value once.
     *
     * @throws SensorException with {@link Fault#UNSUPPORTED} if this transport cannot
     */
    default byte[] read(UUID service, UUID characteristic) {
        throw new SensorException(Fault.UNSUPPORTED, "Values cannot be read over " + transport() + ".");
    }

    /** What the connected peripheral can notify; empty where the transport cannot tell. */
    default List<Endpoint> notifying() {
        return List.of();
    }

    /**
     * One characteristic of a peripheral.
     *
     * @param service where it is
     * @param characteristic which
     */
    record Endpoint(UUID service, UUID characteristic) {}

    /** The negotiated ATT MTU in bytes, where the transport can tell. */
    OptionalInt mtu();

    /**
     * Whether packets may come long after they arrived at the radio, because they are kept there while the way from it
     * is cut. Their times are those of the radio.
     */
    default boolean keepsPackets() {
        return false;
    }

    /** Whether packets are kept at the radio that have not come here yet. */
    default boolean isBehind() {
        return false;
    }

    /** Disconnects. Idempotent; never throws. */
    @Override
    void close();
}
