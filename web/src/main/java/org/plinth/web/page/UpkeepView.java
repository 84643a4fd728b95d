package org.plinth.web.page;

import java.util.List;

/**
 * How the house is kept.
 *
 * @param problems what somebody has to see to, in sentences
 * @param facts backups and space
 */
public record UpkeepView(List<String> problems, List<Fact> facts) {

    /** Copies the lists. */
    public UpkeepView {
        problems = List.copyOf(problems);
        facts = List.copyOf(facts);
    }
}
