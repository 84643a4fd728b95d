package org.plinth.calibration.evaluation;

import java.util.List;
import org.plinth.calibration.problem.CalibrationProblem;

/** What came of evaluating a run. */
public sealed interface EvaluationOutcome {

    /**
     * There is a curve.
     *
     * @param evaluation everything that follows
     */
    record Evaluated(Evaluation evaluation) implements EvaluationOutcome {}

    /**
     * There is none.
     *
     * @param problems all that were found, at least one that stops
     */
    record Refused(List<CalibrationProblem> problems) implements EvaluationOutcome {

        /** Copies the list. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
