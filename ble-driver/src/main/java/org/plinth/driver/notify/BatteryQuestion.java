package org.plinth.driver.notify;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.plinth.driver.BatteryReading;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.CommandQueue;

/** How a sensor is asked for its battery, between recordings. A sensor that stays silent is unknown, no fault. */
public interface BatteryQuestion {

    /** It cannot be asked. */
    BatteryQuestion NEVER = (queue, profile) -> Optional.empty();

    /** Reads the standard characteristic 2A19 of the service 180F, whole percent. */
    BatteryQuestion STANDARD = new BatteryQuestion() {
        private static final UUID SERVICE = NotifyProfile.shortId(0x180F);
        private static final UUID LEVEL = NotifyProfile.shortId(0x2A19);
        private static final int FULL_PERCENT = 100;

        @Override
        public Set<UUID> services() {
            return Set.of(SERVICE);
        }

        @Override
        public Optional<BatteryReading> ask(CommandQueue queue, NotifyProfile profile) {
            return quietly(() -> queue.read(SERVICE, LEVEL))
                    .filter(bytes -> bytes.length == 1 && (bytes[0] & 0xFF) <= FULL_PERCENT)
                    .map(bytes -> BatteryReading.ofPercent(bytes[0]));
        }
    };

    /** Asks, and waits at most a few seconds. */
    Optional<BatteryReading> ask(CommandQueue queue, NotifyProfile profile);

    /** The services that it is asked at, beside those of the profile. */
    default Set<UUID> services() {
        return Set.of();
    }

    /** The answer that a notification holds, if it holds one. */
    default Optional<byte[]> replyIn(byte[] notification) {
        return Optional.empty();
    }

    /**
     * A command whose answer comes as a notification.
     *
     * @param command what is written
     * @param replyIn finds the answer
     * @param reading what it means
     */
    record ByCommand(
            NotifyProfile.Write command,
            Function<byte[], Optional<byte[]>> replyIn,
            Function<byte[], Optional<BatteryReading>> reading)
            implements BatteryQuestion {

        private static final Duration LIMIT = Duration.ofSeconds(2);

        @Override
        public Optional<BatteryReading> ask(CommandQueue queue, NotifyProfile profile) {
            return quietly(() -> {
                        queue.subscribe(profile.service(), profile.characteristic());
                        return queue.ask(command.service(), command.characteristic(), command.bytes(), LIMIT);
                    })
                    .flatMap(reading);
        }

        @Override
        public Optional<byte[]> replyIn(byte[] notification) {
            return replyIn.apply(notification);
        }
    }

    private static Optional<byte[]> quietly(java.util.function.Supplier<byte[]> question) {
        try {
            return Optional.of(question.get());
        } catch (SensorException silent) {
            if (silent.fault() == Fault.TIMEOUT || silent.fault() == Fault.UNSUPPORTED) {
                return Optional.empty();
            }
            throw silent;
        }
    }
}
