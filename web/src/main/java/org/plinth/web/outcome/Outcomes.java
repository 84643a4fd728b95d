package org.plinth.web.outcome;

import java.util.List;

/**
 * The closed episodes of a question.
 *
 * @param question what was asked
 * @param episodes those that are counted, by pseudonymous order of their ids
 * @param leftOut how many closed episodes are not: refused, not consented, or hidden from who asks
 */
public record Outcomes(OutcomeQuestion question, List<EpisodeOutcome> episodes, int leftOut) {

    /** Copies the list. */
    public Outcomes {
        episodes = List.copyOf(episodes);
    }

    /** All rows, episode by episode. */
    public List<OutcomeRow> rows() {
        return episodes.stream().flatMap(one -> one.rows().stream()).toList();
    }
}
