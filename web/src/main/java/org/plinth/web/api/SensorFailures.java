package org.plinth.web.api;

import java.util.Optional;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.web.http.Catalogue;
import org.plinth.web.http.FailureTranslation;
import org.plinth.web.http.Told;
import org.plinth.web.journal.JournalFailure;

/** Tells what a sensor or the journal did: 409 for what the sensor cannot do, 502 when it failed, 503 when nothing can be written. */
public final class SensorFailures implements FailureTranslation {

    private final Catalogue texts;

    /** In these words. */
    public SensorFailures(Catalogue texts) {
        this.texts = texts;
    }

    @Override
    public Optional<Told> translate(Throwable failure) {
        if (failure instanceof SensorException sensor) {
            int status = sensor.fault() == Fault.UNSUPPORTED ? 409 : 502;
            String words = texts.text("http.sensor." + sensor.fault());
            return Optional.of(new Told(status, "SENSOR_" + sensor.fault(), Optional.empty(), words));
        }
        if (failure instanceof JournalFailure) {
            return Optional.of(new Told(503, "JOURNAL", Optional.empty(), texts.text("http.journal")));
        }
        return Optional.empty();
    }
}
