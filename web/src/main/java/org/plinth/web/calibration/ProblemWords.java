package org.plinth.web.calibration;

import org.plinth.calibration.problem.CalibrationProblem;
import org.plinth.web.text.Texts;

/** The sentence of a problem: which line, why, and what would mend it. */
public final class ProblemWords {

    private ProblemWords() {}

    /** In these words. */
    public static String of(CalibrationProblem problem, Texts texts) {
        return texts.text(problem.textKey(), problem.arguments().toArray());
    }
}
