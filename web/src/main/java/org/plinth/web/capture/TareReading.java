package org.plinth.web.capture;

import org.plinth.calibration.tare.Stillness;

/**
 * What the sensor showed for half a second after it was zeroed.
 *
 * @param still how still it was
 * @param tare how it was zeroed, as the journal keeps it
 */
public record TareReading(Stillness still, JournalOpening.Tare tare) {}
