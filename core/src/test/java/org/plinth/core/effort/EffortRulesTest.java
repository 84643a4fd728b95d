package org.plinth.core.effort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffortRulesTest {

    /** Given by the clinician, or for the whole recording of a sensor whose zero did not hold. */
    private static final Set<Rejection> OF_OTHERS =
            EnumSet.of(Rejection.BY_CLINICIAN, Rejection.ZERO_SHIFT, Rejection.ZERO_NOT_CHECKED);

    @Test
    void the_table_holds_every_rejection_and_flag_that_the_finder_gives() {
        List<String> given = new ArrayList<>();
        for (Rejection rejection : Rejection.values()) {
            if (!OF_OTHERS.contains(rejection)) {
                given.add(rejection.name());
            }
        }
        for (EffortFlag flag : EffortFlag.values()) {
            if (flag != EffortFlag.PAIN_LIMITED) {
                given.add(flag.name());
            }
        }

        assertThat(EffortRules.table()).extracting(EffortRules.Rule::name).containsExactlyInAnyOrderElementsOf(given);
    }
}
