package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.web.words.Linked;

/**
 * What a run says.
 *
 * @param decision in words; empty where there is no curve
 * @param problems sentences, those that stop first
 * @param facts of the fit
 * @param chart of what the curve leaves over
 * @param points errors, U and limits by load
 * @param budget what U is made of, by load
 */
public record EvaluationView(
        Optional<String> decision,
        List<Linked> problems,
        List<Fact> facts,
        Optional<ChartView> chart,
        Optional<TableView> points,
        Optional<TableView> budget) {

    /** Copies the lists. */
    public EvaluationView {
        problems = List.copyOf(problems);
        facts = List.copyOf(facts);
    }
}
