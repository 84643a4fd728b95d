package org.plinth.web.words;

import java.util.List;
import java.util.Optional;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.SensorFacts;

/** What a person must know of a sensor, in sentences. */
public final class SensorWords {

    private final Texts texts;

    /** With its wordings. */
    public SensorWords(Texts texts) {
        this.texts = texts;
    }

    /** Sentences, each with its number and unit where it has one. */
    public List<String> notes(SensorFacts sensor, TestPosition position) {
        return sensor.notes().stream()
                .map(note -> texts.text(
                        "capture.sensor." + note.name(), whole(sensor.shortRange()), whole(position.minimumRange())))
                .toList();
    }

    private static String whole(Optional<Force> force) {
        return force.map(known -> Long.toString(Math.round(known.newtons()))).orElse("");
    }
}
