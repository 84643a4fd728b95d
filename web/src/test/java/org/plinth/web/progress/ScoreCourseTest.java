package org.plinth.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryWords;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** Outcomes beside strength in the clinician's words: every sentence by hand. */
class ScoreCourseTest {

    private final ProgressWords words =
            new ProgressWords(Texts.bundled(), new Numbers(ForceUnit.NEWTON, ZoneOffset.UTC));

    private static EpisodeKit answered(EpisodeKit kit, int day, Object... answers) {
        for (int i = 0; i < answers.length; i += 2) {
            kit.noted(day, "score-psfs-activity", "activity", (String) answers[i], "value", "" + answers[i + 1]);
        }
        return kit;
    }

    private List<String> said(EpisodeKit kit, String instrument) {
        return ScoreCourse.of(kit.entries()).stream()
                .filter(course -> course.instrument().id().equals(instrument))
                .map(course -> words.name(course) + " = " + words.newest(course) + ". " + words.change(course))
                .toList();
    }

    // (2+3+4)/3 = 3.0; (5+6+6)/3 = 5.67
    @Test
    void the_mean_of_her_activities_is_compared_over_those_of_the_baseline_alone() {
        EpisodeKit kit = answered(new EpisodeKit(), 0, "Run 5 km", 2, "Sit", 3, "Bend", 4);
        answered(kit, 28, "run 5 km", 5, "Sit", 6, "Bend", 6, "Drive", 0);

        assertThat(said(kit, "psfs"))
                .containsExactly(
                        "Mean of the patient's own activities (as in the PSFS): of Run 5 km; Sit; Bend = 5.7 on 2 February"
                                + " 2026. Better by 2.7 than at first (3), more than the detectable change (2). The limit is provisional.");
        assertThat(said(kit, "psfs-activity")).hasSize(4);
        assertThat(ScoreCourse.withheld(kit.entries())).isEmpty();
    }

    @Test
    void other_activities_are_a_series_of_their_own_and_named() {
        EpisodeKit kit = answered(new EpisodeKit(), 0, "Run", 2, "Sit", 3, "Bend", 4);
        answered(kit, 28, "Run", 8, "Sit", 8, "Drive", 8);

        assertThat(said(kit, "psfs"))
                .containsExactly(
                        "Mean of the patient's own activities (as in the PSFS): of Run; Sit; Bend = 3 on 5 January 2026. Cannot tell a"
                                + " change: one value.",
                        "Mean of the patient's own activities (as in the PSFS): of Run; Sit; Drive (not the activities of the first"
                                + " mean: a series of its own) = 8 on 2 February 2026. Cannot tell a change: one value.");
    }

    @Test
    void a_day_with_too_few_answers_has_no_mean_and_says_so_until_there_is_one_again() {
        EpisodeKit kit = answered(new EpisodeKit(), 0, "Run", 2, "Sit", 3, "Bend", 4);
        answered(kit, 28, "Run", 8, "Sit", 8);

        assertThat(ScoreCourse.withheld(kit.entries()).map(words::withheld))
                .contains(
                        "No mean of her own activities on 2 February 2026: 2 activities were answered, and a mean needs 3 to 5.");
        assertThat(said(kit, "psfs").get(0)).contains("= 3 on 5 January 2026");
        answered(kit, 35, "Run", 8, "Sit", 8, "Bend", 8);
        assertThat(ScoreCourse.withheld(kit.entries())).isEmpty();
        EpisodeKit many = answered(new EpisodeKit(), 0, "a", 1, "b", 1, "c", 1, "d", 1, "e", 1, "f", 1);
        assertThat(ScoreCourse.withheld(many.entries()).map(words::withheld))
                .contains(
                        "No mean of her own activities on 5 January 2026: 6 activities were answered, and a mean is of 3 to 5."
                                + " Choose those that matter most to her.");
    }

    private static EpisodeKit sat(EpisodeKit kit, int day, String minutes, boolean atLeast) {
        return atLeast
                ? kit.noted(day, "sitting", "surface", "MEDIUM", "onset", minutes, "onsetAtLeast", "YES")
                : kit.noted(day, "sitting", "surface", "MEDIUM", "onset", minutes);
    }

    @Test
    void who_sat_without_pain_until_the_clock_is_never_said_to_have_sat_so_long() {
        EpisodeKit kit = sat(sat(new EpisodeKit(), 0, "20", false), 28, "60", true);

        assertThat(said(kit, "sitting-onset"))
                .containsExactly(
                        "Sitting until it begins to hurt: medium seat = \u2265 60 min on 2 February 2026. From 20 min to at"
                                + " least 60 min. Cannot tell whether that is a change: no detectable change is known for it.");
        sat(kit, 56, "90", true);
        assertThat(said(kit, "sitting-onset").get(0)).contains("\u2265 90 min", "From 20 min to at least 90 min.");
        assertThat(said(sat(sat(new EpisodeKit(), 0, "60", true), 28, "30", false), "sitting-onset")
                        .get(0))
                .contains("From at least 60 min to 30 min.");
        assertThat(said(sat(sat(new EpisodeKit(), 0, "60", true), 28, "90", false), "sitting-onset")
                        .get(0))
                .endsWith(
                        "Cannot tell a change: one of the two values is \"at least\", and what lies between them is not known.");
    }

    @Test
    void an_entry_says_at_least_beside_its_minutes() {
        EpisodeKit kit = sat(new EpisodeKit(), 0, "60", true);
        EntryWords entries = new EntryWords(Texts.bundled(), new Numbers(ForceUnit.NEWTON, ZoneOffset.UTC));

        assertThat(entries.line(
                        EntryKinds.find("sitting").orElseThrow(), kit.entries().get(0)))
                .isEqualTo(
                        "Seat: Medium: an upholstered chair \u00b7 Time to first pain: \u2265 60 min \u00b7 It did not hurt by then: at"
                                + " least so long");
    }

    private List<String> sources(EpisodeKit kit) {
        return ScoreCourse.of(kit.entries()).stream()
                .flatMap(course -> words.source(course).stream())
                .toList();
    }

    @Test
    void a_change_that_was_judged_says_by_whose_figure_and_how_well_it_is_known() {
        EpisodeKit kit = new EpisodeKit().noted(0, "score-lefs", "value", "40").noted(28, "score-lefs", "value", "45");

        assertThat(sources(kit))
                .containsExactly(
                        "Lower Extremity Functional Scale (LEFS): of 100 people who did not change, about 90 differ by 9"
                                + " points or less from one answer to the next. From a study of it in people with complaints of the leg in"
                                + " outpatient physiotherapy, not of this tendon alone; the figure was read in its source: Binkley et al."
                                + " 1999, Physical Therapy 79:371.");
        assertThat(sources(answered(answered(new EpisodeKit(), 0, "Run", 2), 28, "Run", 6)))
                .containsExactly(
                        "Activity of the patient's own choice (as in the PSFS): of 100 people who did not change, about 90"
                                + " differ by 3 or less from one answer to the next. From a study of it in people with low back pain; the"
                                + " figure is general knowledge, not read in its source: Stratford et al. 1995, Physiotherapy Canada 47:258,"
                                + " a single activity.");
    }

    @Test
    void what_was_not_judged_names_no_source() {
        assertThat(sources(new EpisodeKit().noted(0, "score-lefs", "value", "40")))
                .isEmpty();
        assertThat(sources(new EpisodeKit()
                        .noted(0, "score-percent-normal", "value", "40")
                        .noted(28, "score-percent-normal", "value", "80")))
                .isEmpty();
    }
}
