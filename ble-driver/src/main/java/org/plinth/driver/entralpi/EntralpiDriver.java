package org.plinth.driver.entralpi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.driver.Capability;
import org.plinth.driver.Certainty;
import org.plinth.driver.Fault;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.SensorException;
import org.plinth.driver.Support;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.CommandQueue;
import org.plinth.driver.notify.BatteryQuestion;
import org.plinth.driver.notify.NotifyDriver;
import org.plinth.driver.notify.NotifyHooks;
import org.plinth.driver.notify.NotifyProfile;

/**
 * Entralpi plate: streams on subscription, no clock; its rate is not published, the one here is assumed. Descriptions
 * disagree where its force comes from, FFF4 or FFF1: both are turned on where they are there, and the first that tells a
 * force is the one of that recording.
 */
public final class EntralpiDriver extends NotifyDriver {

    private static final UUID SERVICE = NotifyProfile.shortId(0xFFF0);
    static final UUID DATA = NotifyProfile.shortId(0xFFF4);
    static final UUID OTHER_DATA = NotifyProfile.shortId(0xFFF1);
    private static final List<BleLink.Endpoint> ENDPOINTS = List.of(
            new BleLink.Endpoint(SERVICE, DATA),
            new BleLink.Endpoint(SERVICE, OTHER_DATA),
            new BleLink.Endpoint(NotifyProfile.shortId(0x181D), OTHER_DATA));
    private static final double NOMINAL_RATE_HZ = 10;

    private static final NotifyProfile PROFILE = new NotifyProfile(
                    "entralpi",
                    "Entralpi",
                    Support.DECODE_ONLY,
                    NotifyProfile.evenSpec(
                            SampleUnit.KILOGRAM_FORCE,
                            NOMINAL_RATE_HZ,
                            Optional.empty(),
                            Set.of(Direction.PUSH),
                            Certainty.MEDIUM),
                    Set.of(Capability.BATTERY),
                    "ENTRALPI"::equals,
                    SERVICE,
                    DATA,
                    List.of(),
                    List.of(),
                    List.of())
            .with(BatteryQuestion.STANDARD);

    private static final NotifyHooks WHICHEVER_NOTIFIES = new NotifyHooks() {

        /** All that are there; the first one's reason where none is. */
        @Override
        public void subscribe(CommandQueue queue, NotifyProfile profile) {
            Optional<SensorException> why = Optional.empty();
            int there = 0;
            for (BleLink.Endpoint endpoint : ENDPOINTS) {
                try {
                    queue.subscribe(endpoint.service(), endpoint.characteristic());
                    there++;
                } catch (SensorException failed) {
                    if (failed.fault() != Fault.UNSUPPORTED) {
                        throw failed;
                    }
                    why = why.or(() -> Optional.of(failed));
                }
            }
            if (there == 0 && why.isPresent()) {
                throw why.get();
            }
        }
    };

    /** For {@link java.util.ServiceLoader}. */
    public EntralpiDriver() {
        super(PROFILE);
    }

    @Override
    protected NotifyHooks newHooks() {
        return WHICHEVER_NOTIFIES;
    }

    @Override
    public SampleDecoder newDecoder() {
        return new EntralpiDecoder(NOMINAL_RATE_HZ);
    }

    @Override
    public Set<UUID> services() {
        return Stream.concat(super.services().stream(), ENDPOINTS.stream().map(BleLink.Endpoint::service))
                .collect(Collectors.toUnmodifiableSet());
    }
}
