package org.plinth.driver.notify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.IntervalModel;
import org.plinth.driver.Capability;
import org.plinth.driver.Certainty;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.SensorSpec;
import org.plinth.driver.Support;

/**
 * What a driver of this kind is, as data.
 *
 * @param id stable id
 * @param displayName as people read it
 * @param support how far it has been taken
 * @param spec what it delivers
 * @param capabilities what it can do
 * @param name whether an advertised name is one of its own
 * @param service holds the notifying characteristic
 * @param characteristic notifies
 * @param start writes that start the stream; none where it streams on subscription
 * @param stop writes that stop it; none where only the end of the link does
 * @param tare writes that zero it; none where it cannot
 * @param battery how its battery is asked; never where it cannot be
 * @param pace how fast it may be spoken to
 */
public record NotifyProfile(
        String id,
        String displayName,
        Support support,
        SensorSpec spec,
        Set<Capability> capabilities,
        Predicate<String> name,
        UUID service,
        UUID characteristic,
        List<Write> start,
        List<Write> stop,
        List<Write> tare,
        BatteryQuestion battery,
        Pace pace) {

    /** Copies the collections. */
    public NotifyProfile {
        capabilities = Set.copyOf(capabilities);
        start = List.copyOf(start);
        stop = List.copyOf(stop);
        tare = List.copyOf(tare);
    }

    /**
     * Bytes for one characteristic.
     *
     * @param service where it is
     * @param characteristic which
     * @param bytes what
     */
    @SuppressWarnings("ArrayRecordComponent") // constants of a driver; nobody changes them
    public record Write(UUID service, UUID characteristic, byte[] bytes) {}

    /** One whose battery cannot be asked and that may be spoken to as fast as the link. */
    public NotifyProfile(
            String id,
            String displayName,
            Support support,
            SensorSpec spec,
            Set<Capability> capabilities,
            Predicate<String> name,
            UUID service,
            UUID characteristic,
            List<Write> start,
            List<Write> stop,
            List<Write> tare) {
        this(
                id,
                displayName,
                support,
                spec,
                capabilities,
                name,
                service,
                characteristic,
                start,
                stop,
                tare,
                BatteryQuestion.NEVER,
                Pace.FREE);
    }

    /** The same whose battery is asked like this. */
    public NotifyProfile with(BatteryQuestion question) {
        return new NotifyProfile(
                id,
                displayName,
                support,
                spec,
                capabilities,
                name,
                service,
                characteristic,
                start,
                stop,
                tare,
                question,
                pace);
    }

    /** The same that is spoken to like this. */
    public NotifyProfile with(Pace other) {
        return new NotifyProfile(
                id,
                displayName,
                support,
                spec,
                capabilities,
                name,
                service,
                characteristic,
                start,
                stop,
                tare,
                battery,
                other);
    }

    /** The full form of an id that the Bluetooth SIG assigned, such as {@code FFE0}. */
    public static UUID shortId(int id) {
        return UUID.fromString(String.format("%08x-0000-1000-8000-00805f9b34fb", id));
    }

    /** A spec of an evenly spaced stream whose capacity is not known. */
    public static SensorSpec evenSpec(
            SampleUnit unit,
            double rateHz,
            Optional<Force> resolution,
            Set<Direction> directions,
            Certainty certainty) {
        return new SensorSpec(unit, rateHz, IntervalModel.EVEN, Optional.empty(), resolution, directions, certainty);
    }
}
