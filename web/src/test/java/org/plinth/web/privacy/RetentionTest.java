package org.plinth.web.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.RetentionRule;
import org.plinth.web.store.RetentionStore.LastSeen;

class RetentionTest {

    private static final LocalDate LAST = LocalDate.of(2016, 8, 6);

    private static RetentionRule rule(OptionalInt years, OptionalInt untilAge) {
        return new RetentionRule(new Id<>(new UUID(0, 1)), 1, years, untilAge, "Sample law");
    }

    private static LastSeen born(int year, Optional<LocalDate> last) {
        return new LastSeen(new Id<>(new UUID(0, 2)), LocalDate.of(year, 3, 2), last);
    }

    @Test
    void years_count_from_the_last_visit() {
        RetentionRule ten = rule(OptionalInt.of(10), OptionalInt.empty());
        assertThat(Retention.until(ten, born(1980, Optional.of(LAST)))).contains(LocalDate.of(2026, 8, 6));
        assertThat(Retention.until(ten, born(2005, Optional.of(LAST)))).contains(LocalDate.of(2026, 8, 6));
    }

    @Test
    void who_was_a_minor_is_kept_to_the_later_of_both_days() {
        RetentionRule both = rule(OptionalInt.of(8), OptionalInt.of(25));
        assertThat(Retention.until(both, born(2005, Optional.of(LAST)))).contains(LocalDate.of(2030, 3, 2));
        assertThat(Retention.until(both, born(1998, Optional.of(LAST)))).contains(LocalDate.of(2024, 8, 6));
        assertThat(Retention.until(rule(OptionalInt.of(20), OptionalInt.of(25)), born(2005, Optional.of(LAST))))
                .contains(LocalDate.of(2036, 8, 6));
    }

    @Test
    void without_a_rule_or_a_last_day_nothing_is_ever_due() {
        assertThat(Retention.until(rule(OptionalInt.empty(), OptionalInt.empty()), born(1980, Optional.of(LAST))))
                .isEmpty();
        assertThat(Retention.until(rule(OptionalInt.of(10), OptionalInt.empty()), born(1980, Optional.empty())))
                .isEmpty();
    }
}
