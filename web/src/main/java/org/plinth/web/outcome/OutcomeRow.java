package org.plinth.web.outcome;

import java.time.LocalDate;
import java.util.Optional;
import org.plinth.core.visit.Side;

/**
 * One episode, one position, one stage.
 *
 * @param of the episode
 * @param position which; empty for an episode in which nothing was ever tested
 * @param stage which
 */
public record OutcomeRow(EpisodeOutcome of, Optional<PositionOutcome> position, Stage stage) {

    /** Its test; empty where there was none. */
    public Optional<StageTest> test() {
        return position.flatMap(known -> known.at(stage));
    }

    /** The day that it is about: of the test, or the first or last of the episode where none was made. */
    public LocalDate date() {
        return test().map(StageTest::date)
                .orElse(stage == Stage.BASELINE ? of.episode().openedOn() : of.closedOn());
    }

    /** The injured side; empty where both are. */
    public Optional<Side> injured() {
        return of.episode().involvement().injured();
    }
}
