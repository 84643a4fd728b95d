package org.plinth.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is prescribed on a day: the same on the patient's page and on paper. */
class PrescribedTest {

    private static List<String> sets(EpisodeKit kit, int day) {
        return Prescribed.on(EpisodeKit.day(day), kit.entries()).stream()
                .map(entry -> entry.values().get("sets"))
                .toList();
    }

    private static EpisodeKit bridge(EpisodeKit kit, int day, String exercise, String side, String sets) {
        return kit.noted(day, Prescribed.KIND, "exercise", exercise, "side", side, "sets", sets);
    }

    @Test
    void a_new_dose_takes_the_place_of_the_one_before_from_its_day_on() {
        EpisodeKit kit = new EpisodeKit();
        bridge(kit, 0, "Long bridge", "LEFT", "3");
        bridge(kit, 10, " long Bridge", "LEFT", "4");

        assertThat(sets(kit, 9)).containsExactly("3");
        assertThat(sets(kit, 10)).containsExactly("4");
    }

    @Test
    void the_other_leg_and_another_exercise_hold_beside_it() {
        EpisodeKit kit = new EpisodeKit();
        bridge(kit, 0, "Long bridge", "LEFT", "1");
        bridge(kit, 1, "Long bridge", "RIGHT", "2");
        bridge(kit, 2, "Curl", "LEFT", "3");

        assertThat(sets(kit, 5)).containsExactly("1", "2", "3");
    }

    @Test
    void the_last_day_counts_and_a_dose_that_ended_does_not_bring_the_one_before_back() {
        EpisodeKit kit = new EpisodeKit();
        bridge(kit, 0, "Curl", "BOTH", "3");
        kit.noted(
                5,
                Prescribed.KIND,
                "exercise",
                "Curl",
                "side",
                "BOTH",
                "sets",
                "4",
                "until",
                EpisodeKit.day(8).toString());

        assertThat(sets(kit, 8)).containsExactly("4");
        assertThat(sets(kit, 9)).isEmpty();
    }
}
