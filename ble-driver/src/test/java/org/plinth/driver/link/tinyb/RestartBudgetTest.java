package org.plinth.driver.link.tinyb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final RestartBudget budget = new RestartBudget();

    @Test
    void the_first_start_and_the_first_restart_do_not_wait() {
        assertThat(budget.pauseNanos(0)).hasValue(0);
        budget.died(0);
        assertThat(budget.pauseNanos(0)).hasValue(0);
    }

    @Test
    void the_pause_doubles_and_after_five_restarts_in_a_minute_there_is_none() {
        budget.died(0);
        long[] pauses = {250, 500, 1000, 2000};
        for (long pause : pauses) {
            budget.died(0);
            assertThat(budget.pauseNanos(0)).hasValue(pause * MILLI);
            assertThat(budget.pauseNanos(100 * MILLI)).hasValue((pause - 100) * MILLI);
        }
        budget.died(0);
        assertThat(budget.pauseNanos(0)).isEmpty();
        assertThat(budget.pauseNanos(59_999 * MILLI)).isEmpty();
        assertThat(budget.pauseNanos(60_000 * MILLI)).hasValue(0);
    }
}
