package org.plinth.web.api;

import java.util.List;
import org.plinth.core.position.PositionProblem;

/** A position that breaks rules, with all of them. */
final class PositionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PositionProblem> problems;

    PositionRefused(List<PositionProblem> problems) {
        super("a position with " + problems.size() + " problems", null, false, false);
        this.problems = List.copyOf(problems);
    }

    List<PositionProblem> problems() {
        return problems;
    }
}
