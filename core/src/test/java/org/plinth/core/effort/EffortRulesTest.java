package org.plinth.core.effort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffortRulesTest {

    @Test
    void the_table_holds_every_rejection_and_flag_that_the_finder_gives() {
        List<String> given = new ArrayList<>();
        for (Rejection rejection : Rejection.values()) {
            if (rejection != Rejection.BY_CLINICIAN) {
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
