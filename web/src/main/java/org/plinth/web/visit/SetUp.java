package org.plinth.web.visit;

import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Side;

/**
 * How a position is set up, as the clinician chose it.
 *
 * @param positionId of the catalogue
 * @param fixation how the sensor is held; chosen, never assumed
 * @param firstSide tested first; empty for the uninjured side, or left where both are injured
 * @param peripheralId which sensor, from {@link SensorChoice}
 * @param stabilisation how the body is held; empty for the protocol's own
 * @param sensorSite where on the body the sensor is; empty for the position's own
 * @param protocolVersion of the position that was read before choosing; another one is refused. Empty for the newest
 * @param newSensor whether somebody says that a sensor which the clinic never used is its own; without that word it is refused
 * @param requestId what the caller chose for this set-up: sent again it gives the same test. Empty: each is another
 */
public record SetUp(
        String positionId,
        Fixation fixation,
        Optional<Side> firstSide,
        String peripheralId,
        Optional<String> stabilisation,
        Optional<String> sensorSite,
        OptionalInt protocolVersion,
        boolean newSensor,
        Optional<String> requestId) {

    /** Most characters of a request's id. */
    public static final int LONGEST_REQUEST_ID = 64;

    /** The position's own set-up with this fixation and sensor. */
    public static SetUp of(String positionId, Fixation fixation, String peripheralId) {
        return new SetUp(
                positionId,
                fixation,
                Optional.empty(),
                peripheralId,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                Optional.empty());
    }

    /** The same, by somebody who says that a sensor which the clinic never used is its own. */
    public SetUp withNewSensor() {
        return new SetUp(
                positionId,
                fixation,
                firstSide,
                peripheralId,
                stabilisation,
                sensorSite,
                protocolVersion,
                true,
                requestId);
    }
}
