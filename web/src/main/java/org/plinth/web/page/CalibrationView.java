package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * One calibration.
 *
 * @param state whether it is in date now, in words
 * @param facts who, when, where, with what
 * @param masses that hung
 * @param evaluation of the run behind it; empty where none is
 * @param points raw readings
 * @param certificateNote what the figures claim
 * @param certificate where its certificate is; empty where no run is behind it
 */
public record CalibrationView(
        String state,
        List<Fact> facts,
        Optional<TableView> masses,
        Optional<EvaluationView> evaluation,
        Optional<TableView> points,
        String certificateNote,
        Optional<String> certificate) {

    /** Copies the list. */
    public CalibrationView {
        facts = List.copyOf(facts);
    }
}
