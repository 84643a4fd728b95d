package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.Act;

class RefusalBudgetTest {

    private static final Instant NOW = Instant.parse("2026-08-06T09:00:10Z");
    private static final RandomGenerator IDS = new SplittableRandom(1);

    private final RefusalBudget budget = new RefusalBudget();

    private static Who somebody() {
        Clinic clinic = new Clinic(Id.random(IDS), "Sample", ZoneId.of("UTC"), ForceUnit.NEWTON, 90, true);
        Account account =
                new Account(Id.random(IDS), clinic.id(), "sample", "Sample", Role.CLINICIAN, Optional.empty(), false);
        return new Who(account, clinic, "token");
    }

    private static ReadLog.Refusal refusal(Optional<Who> who, String address) {
        AccessTable.Rule rule = AccessTable.find("GET", "/patients/:id").orElseThrow();
        return new ReadLog.Refusal(rule, 403, "FORBIDDEN", who, true, Optional.empty(), address, "other", NOW);
    }

    private long taken(int tries, Optional<Who> who, String prefix) {
        return IntStream.range(0, tries)
                .filter(i -> budget.take(refusal(who, who.isPresent() ? prefix : prefix + i)))
                .count();
    }

    @Test
    void one_login_has_ten_rows_a_minute_and_the_rest_is_one_row_when_the_minute_is_over() {
        Who who = somebody();
        budget.over(NOW);

        assertThat(taken(500, Optional.of(who), "10.0.0.7")).isEqualTo(RefusalBudget.EACH);
        assertThat(budget.over(NOW.plusSeconds(20))).isEmpty();
        assertThat(budget.over(NOW.plusSeconds(60)))
                .containsExactly(new RefusalBudget.Over(
                        who.clinicId(), who.id(), 490, 1, Instant.parse("2026-08-06T09:00:00Z")));
        assertThat(taken(1, Optional.of(who), "10.0.0.7")).isEqualTo(1);
        assertThat(budget.over(NOW.plusSeconds(120))).isEmpty();
    }

    @Test
    void strangers_from_a_hundred_thousand_addresses_have_sixty_rows_a_minute_together() {
        budget.over(NOW);

        assertThat(taken(100_000, Optional.empty(), "2001:db8::")).isEqualTo(RefusalBudget.STRANGERS);

        List<RefusalBudget.Over> over = budget.over(NOW.plusSeconds(60));
        assertThat(over).hasSize(1);
        assertThat(over.get(0).count()).isEqualTo(100_000 - RefusalBudget.STRANGERS);
        assertThat(over.get(0).actor()).isEqualTo(Act.NOBODY);
        assertThat(over.get(0).addresses()).isLessThanOrEqualTo(2_000);
    }

    @Test
    void strangers_take_nothing_from_those_who_are_known() {
        budget.over(NOW);
        taken(100_000, Optional.empty(), "2001:db8::");

        assertThat(taken(50, Optional.of(somebody()), "10.0.0.7")).isEqualTo(RefusalBudget.EACH);
    }

    @Test
    void a_clock_that_is_set_back_does_not_stop_the_counting() {
        budget.over(NOW);
        taken(100, Optional.of(somebody()), "10.0.0.7");

        assertThat(budget.over(NOW.minusSeconds(3_600))).hasSize(1);
        assertThat(taken(100, Optional.of(somebody()), "10.0.0.7")).isEqualTo(RefusalBudget.EACH);
    }
}
