package org.plinth.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.plinth.core.audit.Generalisation.Column;
import org.plinth.core.audit.Generalisation.Level;
import org.plinth.core.audit.Generalisation.Outcome;
import org.plinth.core.audit.Generalisation.Row;

class GeneralisationTest {

    private static final Column AGE = new Column(
            "age",
            1,
            List.of(
                    new Level("10 years", v -> v),
                    new Level("20 years", v -> Integer.toString(Integer.parseInt(v) / 20 * 20)),
                    new Level("any", v -> "*")));
    private static final Column SIDE =
            new Column("side", 1, List.of(new Level("as it is", v -> v), new Level("any", v -> "*")));

    private static List<Row> rows(String... ageAndSide) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ageAndSide.length; i++) {
            rows.add(new Row(i, List.of(ageAndSide[i].split(" "))));
        }
        return rows;
    }

    @Test
    void a_table_in_which_nobody_stands_out_stays_as_it_is() {
        Outcome outcome = Generalisation.of(List.of(AGE, SIDE), rows("30 L", "30 L", "40 R", "40 R"), 2);

        assertThat(outcome.levels()).containsExactly(0, 0);
        assertThat(outcome.loss()).isZero();
        assertThat(outcome.reached()).isEqualTo(2);
        assertThat(outcome.rowsKept()).isEqualTo(4);
    }

    @Test
    void age_is_made_coarser_before_a_side_is_lost_and_before_anybody_is_left_out() {
        Outcome outcome = Generalisation.of(List.of(AGE, SIDE), rows("20 L", "30 L", "40 R", "50 R"), 2);

        assertThat(outcome.levels()).containsExactly(1, 0);
        assertThat(outcome.values())
                .containsExactly(List.of("20", "L"), List.of("20", "L"), List.of("40", "R"), List.of("40", "R"));
        assertThat(outcome.rowsKept()).isEqualTo(4);
    }

    @Test
    void one_in_twenty_is_left_out_rather_than_everything_made_coarse() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(i < 10 ? "20 L" : "40 R");
        }
        all.set(19, "90 L");

        Outcome outcome = Generalisation.of(List.of(AGE, SIDE), rows(all.toArray(String[]::new)), 5);

        assertThat(outcome.levels()).containsExactly(0, 0);
        assertThat(outcome.rowsKept()).isEqualTo(19);
        assertThat(outcome.kept().get(19)).isFalse();
    }

    @Test
    void one_person_with_many_rows_is_still_one_person() {
        List<Row> hers =
                List.of(new Row(0, List.of("30", "L")), new Row(0, List.of("30", "L")), new Row(0, List.of("30", "L")));

        Outcome outcome = Generalisation.of(List.of(AGE, SIDE), hers, 2);

        assertThat(outcome.rowsKept()).isZero();
        assertThat(outcome.reached()).isZero();
    }

    @Property(tries = 100)
    void whatever_stays_looks_like_at_least_k_people_by_a_naive_count(@ForAll long seed) {
        Random random = new Random(seed);
        int k = 2 + random.nextInt(5);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            rows.add(new Row(
                    random.nextInt(50),
                    List.of(Integer.toString(10 * random.nextInt(9)), random.nextBoolean() ? "L" : "R")));
        }

        Outcome outcome = Generalisation.of(List.of(AGE, SIDE), rows, k);

        Map<List<String>, Set<Integer>> people = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (outcome.kept().get(i)) {
                people.computeIfAbsent(outcome.values().get(i), v -> new HashSet<>())
                        .add(rows.get(i).person());
            }
        }
        assertThat(people.values()).allSatisfy(alike -> assertThat(alike).hasSizeGreaterThanOrEqualTo(k));
        assertThat(outcome.reached())
                .isEqualTo(people.values().stream().mapToInt(Set::size).min().orElse(0));
    }
}
