package org.plinth.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.change.DetectableChange;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Side;
import org.plinth.web.measure.BaselineBand;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SeriesChange;
import org.plinth.web.measure.SeriesChange.Kind;
import org.plinth.web.text.Texts;

/** Golden sentences about change: never two bare numbers, neutral inside the noise. */
class ChangeWordsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final MeasurementError ERROR = new MeasurementError(5, "sample, provisional", true);

    private final ChangeWords words = new ChangeWords(Texts.bundled(), new Numbers(ForceUnit.NEWTON, ZoneId.of("UTC")));

    @Test
    void a_change_says_by_how_much_and_against_which_error() {
        assertThat(sentences(segment(Kind.STRONGER, 46, 31)))
                .startsWith("Stronger by 46 N, more than measurement error (31 N), at two visits in a row.");
    }

    @Test
    void the_first_excursion_asks_for_another_visit() {
        assertThat(sentences(segment(Kind.POSSIBLY_WEAKER, -80, 62)))
                .startsWith("Possibly weaker by 80 N, more than measurement error (62 N). Confirm at the next visit.");
    }

    @Test
    void inside_the_error_the_words_are_neutral_in_either_direction() {
        assertThat(sentences(segment(Kind.WITHIN_ERROR, 61, 62)).get(0))
                .isEqualTo(
                        "No change beyond measurement error: 61 N more than at baseline, and a change must be more than 62 N.");
        assertThat(plain(Side.LEFT, segment(Kind.WITHIN_ERROR, -61, 62)))
                .containsExactly(
                        "Your left leg: 221 N at your newest test.",
                        "That is about the same as your first tests. A difference this small could be chance.");
    }

    @Test
    void one_newton_either_side_of_the_limit_reads_differently() {
        assertThat(sentences(segment(Kind.POSSIBLY_STRONGER, 63, 62)).get(0))
                .isEqualTo("Possibly stronger by 63 N, more than measurement error (62 N). Confirm at the next visit.");
    }

    @Test
    void two_forces_that_round_alike_show_a_decimal() {
        assertThat(sentences(segment(Kind.POSSIBLY_STRONGER, 62.3, 61.8)).get(0))
                .contains("62.3 N")
                .contains("61.8 N");
    }

    @Test
    void baseline_says_what_can_be_seen_and_that_the_error_is_provisional() {
        assertThat(sentences(segment(Kind.WITHIN_ERROR, 10, 62)))
                .contains(
                        "Baseline 211 N, from one visit. With this set-up a change of about 15 % or more can be seen"
                                + " (measurement error 5 %, provisional).",
                        "Chance that the true change is above zero: about 9 in 10.");
    }

    @Test
    void every_kind_has_words_for_clinician_and_patient() {
        for (Kind kind : Kind.values()) {
            assertThat(sentences(segment(kind, 46, 31)).get(0)).isNotBlank().endsWith(".");
            assertThat(plain(Side.RIGHT, segment(kind, 46, 31)))
                    .allSatisfy(sentence -> assertThat(sentence.split(" ")).hasSizeLessThanOrEqualTo(24));
        }
    }

    private List<String> sentences(Segment segment) {
        return words.sentences(segment).stream().map(Said::text).toList();
    }

    private List<String> plain(Side side, Segment segment) {
        return words.plain(side, segment).stream().map(Said::text).toList();
    }

    private static Segment segment(Kind kind, double difference, double limit) {
        Force base = new Force(211);
        return new Segment(
                key(),
                List.of(new CoursePoint(FIRST, new Force(221), new Force(219), 3, Set.of(), false, List.of())),
                Set.of(),
                List.of(),
                Optional.of(ERROR),
                Optional.of(
                        new BaselineBand(base, List.of(FIRST), Optional.of(DetectableChange.around(base, 1, ERROR)))),
                new SeriesChange(
                        kind,
                        Optional.of(new Force(difference)),
                        Optional.of(new Force(limit)),
                        OptionalDouble.of(0.91),
                        false));
    }

    private static SeriesKey key() {
        return new SeriesKey(
                Instant.EPOCH.toString(),
                "curl-prone-15",
                1,
                Side.LEFT,
                Fixation.RIG,
                "standard",
                "shank",
                "virtual",
                "peak100_N@1",
                SeriesKey.Basis.FORCE,
                "best",
                "none",
                SeriesKey.Provenance.RECORDED);
    }
}
