package org.plinth.calibration.validity;

import java.time.Instant;
import java.util.Set;

/** Whether a sensor may be trusted at a moment. */
public sealed interface SensorState {

    /** Whether results of now may go into change and symmetry states without more. */
    boolean isTrusted();

    /**
     * Calibrated, checked, in time.
     *
     * @param until first moment after its time
     */
    record InDate(Instant until) implements SensorState {
        @Override
        public boolean isTrusted() {
            return true;
        }
    }

    /**
     * In time, but not for long.
     *
     * @param until first moment after its time
     */
    record Due(Instant until) implements SensorState {
        @Override
        public boolean isTrusted() {
            return true;
        }
    }

    /**
     * Its time is over.
     *
     * @param since when it ended
     */
    record Expired(Instant since) implements SensorState {
        @Override
        public boolean isTrusted() {
            return false;
        }
    }

    /**
     * In doubt.
     *
     * @param since first event that put it there
     * @param causes all that stand
     */
    record Suspect(Instant since, Set<SuspectCause> causes) implements SensorState {

        /** Copies the set. */
        public Suspect {
            causes = Set.copyOf(causes);
        }

        @Override
        public boolean isTrusted() {
            return false;
        }
    }

    /** There is no calibration. */
    record NeverCalibrated() implements SensorState {
        @Override
        public boolean isTrusted() {
            return false;
        }
    }
}
