package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * A run on the bench.
 *
 * @param href its page
 * @param version of its set-up
 * @param open whether points may be taken
 * @param state in words
 * @param bench on which it is read
 * @param step what is to be done next; empty when all points are taken
 * @param hold the next reading of creep, once all points are taken; empty when both are
 * @param first whether no point is taken yet, so that it can be said whether the sensor will be turned
 * @param problem what was refused just now
 * @param points taken so far
 * @param evaluation what they say; empty before the first up and down is done
 * @param models curves to choose from
 * @param model the one that is fitted
 * @param calibration what it became
 * @param mayAct whether the reader may do something here
 */
public record RunView(
        String href,
        String version,
        boolean open,
        String state,
        BenchView bench,
        Optional<Step> step,
        Optional<Step> hold,
        boolean first,
        Optional<String> problem,
        TableView points,
        Optional<EvaluationView> evaluation,
        List<Option> models,
        String model,
        Optional<String> calibration,
        boolean mayAct) {

    /** Copies the list. */
    public RunView {
        models = List.copyOf(models);
    }

    /**
     * What is to be done next.
     *
     * @param progress "Point 4 of 33: run 1 of 3, going up"
     * @param what "Hang 15 kg in all: add 10 kg (B1)."
     * @param kilograms for the virtual stand
     */
    public record Step(String progress, String what, String kilograms) {}
}
