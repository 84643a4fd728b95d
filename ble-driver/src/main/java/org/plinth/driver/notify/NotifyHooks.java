package org.plinth.driver.notify;

import java.util.Optional;
import org.plinth.driver.HeldCalibration;
import org.plinth.driver.link.CommandQueue;

/** Where one sensor of this kind differs from the others; one for each connection. */
public interface NotifyHooks {

    /** No difference. */
    NotifyHooks NONE = new NotifyHooks() {};

    /** Turns on what notifies. */
    default void subscribe(CommandQueue queue, NotifyProfile profile) {
        queue.subscribe(profile.service(), profile.characteristic());
    }

    /** A notification came; the listener has it already. On the link's thread. */
    default void heard(byte[] notification) {}

    /** The calibration that the sensor holds, where it can be asked; the stream rests. */
    default Optional<HeldCalibration> heldCalibration(CommandQueue queue) {
        return Optional.empty();
    }
}
