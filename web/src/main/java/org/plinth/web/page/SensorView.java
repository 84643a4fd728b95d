package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.web.words.Linked;

/**
 * One sensor.
 *
 * @param href its page
 * @param state in words
 * @param trusted whether that is good
 * @param facts about it
 * @param chart of its weekly checks
 * @param drift what they say about the future
 * @param checks newest first
 * @param calibrations newest first
 * @param runs on the bench, newest first
 * @param incidents newest first
 * @param mayAct whether the reader may do something here
 * @param kinds of incidents that can be told
 * @param form for one
 */
public record SensorView(
        String href,
        String state,
        boolean trusted,
        List<Fact> facts,
        Optional<ChartView> chart,
        List<Linked> drift,
        TableView checks,
        TableView calibrations,
        TableView runs,
        TableView incidents,
        boolean mayAct,
        List<Option> kinds,
        Form form) {

    /** Copies the lists. */
    public SensorView {
        facts = List.copyOf(facts);
        drift = List.copyOf(drift);
        kinds = List.copyOf(kinds);
    }
}
