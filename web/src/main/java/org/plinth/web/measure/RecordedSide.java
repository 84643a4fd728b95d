package org.plinth.web.measure;

import java.util.List;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;

/**
 * One recording with its efforts as decided: what a test is measured from.
 *
 * @param recording with its side and seal
 * @param trials its efforts, in the order they were made
 */
public record RecordedSide(Recording recording, List<Trial> trials) {

    /** Copies the list. */
    public RecordedSide {
        trials = List.copyOf(trials);
    }
}
