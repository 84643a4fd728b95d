package org.plinth.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** Runs that hurt, and training days that lie too close together. */
class LoadWarningsTest {

    private final ProgressWords words =
            new ProgressWords(Texts.bundled(), new Numbers(ForceUnit.NEWTON, ZoneOffset.UTC));

    private List<String> said(EpisodeKit kit, int today) {
        return kit.reading(today).warnings().stream().map(words::warning).toList();
    }

    private static EpisodeKit run(int day, String before, String during, String after24, String after48) {
        EpisodeKit kit = new EpisodeKit();
        List<String> values = new ArrayList<>(List.of("minutes", "20", "during", during));
        String[][] others = {{"before", before}, {"after24", after24}, {"after48", after48}};
        for (String[] other : others) {
            if (!other[1].equals("-")) {
                values.addAll(List.of(other));
            }
        }
        return kit.noted(day, "run", values.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        // before, during, after 24 h, after 48 h, what is warned of
        "-, 5, -, -, ''",
        "-, 6, -, -, RUN_PAIN",
        "2, 3, 2, 2, ''",
        "2, 3, 3, 2, RUN_WORSE",
        "2, 3, 2, 3, RUN_WORSE",
        "2, 3, -, 6, 'RUN_PAIN RUN_WORSE'",
        "-, 3, 4, 4, ''",
        "6, 5, 6, 6, RUN_PAIN"
    })
    void above_5_and_worse_than_before_are_warned_of_and_the_limits_are_not(
            String before, String during, String after24, String after48, String expected) {
        List<String> kinds = run(1, before, during, after24, after48).reading(3).warnings().stream()
                .map(warning -> warning.kind().name())
                .toList();

        assertThat(String.join(" ", kinds)).isEqualTo(expected);
    }

    @Test
    void a_run_warning_names_its_source_and_ends_with_the_next_run_or_after_four_weeks() {
        EpisodeKit kit = run(1, "2", "7", "-", "4");

        assertThat(said(kit, 3))
                .containsExactly(
                        "Running hurt 7 of 10 on 6 January 2026, or a day or two after. Above 5 a guide for runners says not to"
                                + " run; no study of this tendon stands behind that limit.",
                        "It hurt more a day or two after the run of 6 January 2026 than before it, by 2 of 10. Not worse after 24"
                                + " hours is what is asked of a load (Goom et al. 2016); some feel it only after 48.");
        assertThat(kit.reading(29).warnings()).hasSize(2);
        assertThat(kit.reading(30).warnings()).isEmpty();
        kit.noted(5, "run", "minutes", "20", "during", "2");
        assertThat(kit.reading(6).warnings()).isEmpty();
        assertThat(kit.reading(4).warnings()).as("the later run was not yet").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        // stage, days a week, times a day, days between, what is warned of
        "4, 2, -, -, ''",
        "4, 3, -, -, SPACING_STAGE",
        "4, 2, 2, -, SPACING_STAGE",
        "4, -, -, -, ''",
        "4, 2, -, 2, SPACING_STAGE",
        "4, 2, -, 3, ''",
        "4, 2, -, 4, SPACING",
        "3, 7, 2, -, ''",
        "3, 3, -, 2, ''",
        "3, 4, -, 2, SPACING",
        "-, 7, 3, 1, ''"
    })
    void days_a_week_go_with_the_days_between(
            String stage, String daysAWeek, String timesADay, String daysBetween, String expected) {
        List<String> values = new ArrayList<>(List.of("exercise", "Hops", "side", "BOTH"));
        String[][] others = {
            {"stage", stage}, {"daysAWeek", daysAWeek}, {"timesADay", timesADay}, {"daysBetween", daysBetween}
        };
        for (String[] other : others) {
            if (!other[1].equals("-")) {
                values.addAll(List.of(other));
            }
        }
        EpisodeKit kit = new EpisodeKit().noted(1, "prescription", values.toArray(String[]::new));

        assertThat(String.join(
                        " ",
                        kit.reading(3).warnings().stream()
                                .map(warning -> warning.kind().name())
                                .toList()))
                .isEqualTo(expected);
    }

    @Test
    void the_third_day_stands_in_the_prescription_and_in_its_warning_with_the_source() {
        EpisodeKit kit = new EpisodeKit()
                .noted(1, "prescription", "exercise", "Hops", "side", "LEFT", "stage", "4", "daysAWeek", "5");

        assertThat(words.prescription(kit.entries().get(0)))
                .isEqualTo("Hops: left leg, 5 days a week, 3 days from one training day to the next.");
        assertThat(said(kit, 3))
                .containsExactly(
                        "Hops: stage 4 is asked for more often than every third day, which the patients' guide to the four"
                                + " stages says (72 hours apart). Look at days between, days a week and times a day.");
        kit.noted(2, "prescription", "exercise", "Hops", "side", "LEFT", "stage", "4", "daysAWeek", "2");
        assertThat(kit.reading(3).warnings()).as("the newest dose holds").isEmpty();
    }
}
