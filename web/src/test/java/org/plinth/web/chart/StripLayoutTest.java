package org.plinth.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.plinth.web.chart.StripLayout.Look;
import org.plinth.web.chart.StripLayout.Slot;

class StripLayoutTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Range YEAR = new Range(TimeAxis.at(START), TimeAxis.at(START.plusDays(365)));
    private static final Lettering WORDS = new Lettering(Faces.bundled().plain().deriveFont(12f));

    @Test
    void few_marks_show_their_number_and_label_in_time_order() {
        StripLayout layout = StripLayout.of(
                new Timeline(List.of(event(200, "Race"), event(30, "Injection")), Optional.empty()), YEAR, 800, WORDS);

        assertThat(layout.slots()).extracting(Slot::text).containsExactly("1 Injection", "2 Race");
        assertThat(layout.rows()).isEqualTo(1);
    }

    @Test
    void where_labels_find_no_room_all_show_numbers_and_what_finds_none_is_counted() {
        List<Mark> crowd = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            crowd.add(event(100, "Long label " + i));
        }

        StripLayout layout = StripLayout.of(new Timeline(crowd, Optional.empty()), YEAR, 300, WORDS);

        assertThat(layout.slots()).extracting(Slot::text).containsExactly("1", "2", "3 +6");
    }

    @Test
    void a_running_prescription_reaches_to_the_edge_and_an_ended_one_to_its_last_day() {
        Mark running = new Mark(START, Optional.empty(), MarkKind.PRESCRIPTION, "Heavy", "Heavy");
        Mark ended = new Mark(START, Optional.of(START.plusDays(73)), MarkKind.PRESCRIPTION, "Holds", "Holds");

        StripLayout layout = StripLayout.of(new Timeline(List.of(running, ended), Optional.empty()), YEAR, 500, WORDS);

        assertThat(layout.slots().get(0).until()).hasValue(500);
        assertThat(layout.slots().get(1).until()).hasValue(100);
        assertThat(layout.rows()).isEqualTo(2);
    }

    @Test
    void nothing_takes_no_room() {
        assertThat(StripLayout.of(Timeline.none(), YEAR, 500, WORDS).rows()).isZero();
    }

    @Test
    void what_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> new Mark(START, Optional.of(START.minusDays(1)), MarkKind.EVENT, "", ""))
                .hasMessageContaining("2025-12-31");
        assertThatThrownBy(() -> new Expectation(START, START, START.minusDays(1), "", ""))
                .hasMessageContaining("2025-12-31");
    }

    @Property(tries = 200)
    void no_two_slots_of_a_row_touch_and_no_mark_is_lost(
            @ForAll @Size(max = 40) List<@IntRange(max = 360) Integer> days,
            @ForAll @IntRange(min = 240, max = 900) int width) {
        List<Mark> marks = new ArrayList<>();
        for (int day : days) {
            marks.add(
                    day % 2 == 0
                            ? event(day, "Event")
                            : new Mark(
                                    START.plusDays(day),
                                    day % 3 == 0 ? Optional.empty() : Optional.of(START.plusDays(day + 20)),
                                    MarkKind.PRESCRIPTION,
                                    "Programme",
                                    "Programme"));
        }

        StripLayout layout = StripLayout.of(new Timeline(marks, Optional.of(window())), YEAR, width, WORDS);

        int shown = 0;
        for (Slot slot : layout.slots()) {
            if (slot.look() == Look.EVENT || slot.look() == Look.PRESCRIPTION) {
                String[] parts = slot.text().split(" \\+", -1);
                shown += 1 + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
            }
            assertThat(slot.row()).isBetween(0, layout.rows() - 1);
            assertThat(slot.textX()).isGreaterThanOrEqualTo(0);
        }
        assertThat(shown).isEqualTo(marks.size());
        assertApart(layout);
    }

    private static void assertApart(StripLayout layout) {
        for (int i = 0; i < layout.slots().size(); i++) {
            for (Slot other : layout.slots().subList(i + 1, layout.slots().size())) {
                Slot slot = layout.slots().get(i);
                if (slot.row() == other.row()) {
                    assertThat(slot.textEnd() < other.textX() || other.textEnd() < slot.textX())
                            .as("%s and %s", slot, other)
                            .isTrue();
                }
            }
        }
    }

    @Property(tries = 200)
    void labels_at_the_ends_of_lines_are_pushed_apart_and_keep_their_order(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 100) Integer> ends) {
        double[] wanted = ends.stream().mapToDouble(end -> end).sorted().toArray();

        double[] y = EndLabels.apart(wanted, 6, 97);

        for (int i = 1; i < y.length; i++) {
            assertThat(y[i] - y[i - 1]).isGreaterThanOrEqualTo(EndLabels.APART_PX - 1e-9);
        }
        assertThat(Arrays.stream(y).max().orElse(0)).isLessThanOrEqualTo(97);
        assertThat(y[0]).isGreaterThanOrEqualTo(6);
    }

    private static Expectation window() {
        return new Expectation(
                START.plusDays(28), START.plusDays(84), START.plusDays(119), "first review", "weeks 12 to 17");
    }

    private static Mark event(int day, String label) {
        return new Mark(START.plusDays(day), Optional.empty(), MarkKind.EVENT, label, label);
    }
}
