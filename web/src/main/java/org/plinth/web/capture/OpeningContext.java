package org.plinth.web.capture;

import org.plinth.calibration.Calibration;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;

/**
 * What a recording is made with.
 *
 * @param test in which position test
 * @param sensor its row
 * @param calibration what makes newtons
 * @param side under test
 * @param tare how the sensor was zeroed for this side
 */
public record OpeningContext(
        PositionTest test, Sensor sensor, Calibration calibration, Side side, JournalOpening.Tare tare) {}
