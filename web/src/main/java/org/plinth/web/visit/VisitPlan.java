package org.plinth.web.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plinth.core.position.BatteryAdvice;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideSetUp;
import org.plinth.web.clinic.Visit;

/**
 * How a visit may go on: what is suggested, and how each position was set up the last time. Suggestions, never locks.
 *
 * @param visit which
 * @param patient whose
 * @param advice what is suggested, on what ground
 * @param lastVisit date of the visit that it repeats
 * @param positions every position that can be measured with a sensor
 */
public record VisitPlan(
        Visit visit, Patient patient, BatteryAdvice advice, Optional<LocalDate> lastVisit, List<Planned> positions) {

    /** Copies the list. */
    public VisitPlan {
        positions = List.copyOf(positions);
    }

    /**
     * One position.
     *
     * @param position as it is offered now
     * @param testedHere whether it was set up at this visit
     * @param needed range that a sensor needs for this patient [N]
     * @param tooSmall sensors in reach whose range is known and less than that
     * @param recalled how it was set up the last time
     */
    public record Planned(
            TestPosition position,
            boolean testedHere,
            Optional<Force> needed,
            List<SensorChoice> tooSmall,
            Optional<Recalled> recalled) {

        /** Copies the list. */
        public Planned {
            tooSmall = List.copyOf(tooSmall);
        }
    }

    /**
     * How a position was set up the last time.
     *
     * @param test with fixation, stabilisation and first side
     * @param on date of that visit
     * @param peripheralId of the sensor
     * @param sensorName as people know it
     * @param sides how each leg was set up, where that was written down
     */
    public record Recalled(
            PositionTest test, LocalDate on, String peripheralId, String sensorName, List<SideSetUp> sides) {

        /** Copies the list. */
        public Recalled {
            sides = List.copyOf(sides);
        }
    }
}
