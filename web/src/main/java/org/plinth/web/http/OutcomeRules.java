package org.plinth.web.http;

import java.util.List;

/** Lines of the access table: the clinic's outcomes as figures. */
final class OutcomeRules {

    static final List<AccessTable.Rule> ALL = List.of();

    private OutcomeRules() {}
}
