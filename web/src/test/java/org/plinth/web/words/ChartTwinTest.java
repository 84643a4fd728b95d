package org.plinth.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.EpisodeSeries;
import org.plinth.web.chart.EpisodeSeries.Direction;
import org.plinth.web.chart.EpisodeSeries.Line;
import org.plinth.web.chart.EpisodeSeries.Position;
import org.plinth.web.chart.EpisodeSeries.Track;
import org.plinth.web.chart.EpisodeSeries.Value;
import org.plinth.web.chart.Expectation;
import org.plinth.web.chart.Mark;
import org.plinth.web.chart.MarkKind;
import org.plinth.web.chart.OutcomeSeries.Panel;
import org.plinth.web.chart.OutcomeSeries.Point;
import org.plinth.web.chart.OutcomeSeries.Segment;
import org.plinth.web.chart.Timeline;
import org.plinth.web.text.Texts;

/** Every sentence and cell read line by line. */
class ChartTwinTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 13);
    private final Texts texts = Texts.bundled();
    private final Numbers numbers = new Numbers(ForceUnit.NEWTON, ZoneId.of("UTC"));

    @Test
    void tracks_are_said_each_with_unit_newest_and_first_and_never_as_one_score() {
        ChartTwin twin = new TrackWords(texts, numbers).of(tracks());

        assertThat(twin.sentence())
                .isEqualTo(
                        "2 measures, each on a scale of its own: Pain, at rest 2 points on 13 April 2026, at first 6 points"
                                + " on 2 March 2026; Pain, after 24 h 5 points on 13 April 2026, the only value; Sitting not measured."
                                + " 1 mark is hollow; the table says why.");
    }

    @Test
    void what_is_not_drawn_stands_in_the_table_and_the_sentence_says_so() {
        EpisodeSeries all = tracks();
        EpisodeSeries drawn = new EpisodeSeries(
                all.title(),
                all.description(),
                all.unit(),
                all.tracks().subList(0, 1),
                all.positions(),
                all.timeline());

        ChartTwin twin = new TrackWords(texts, numbers).of(drawn, all.tracks());

        assertThat(twin.heads()).containsExactly("Date", "Pain, at rest", "Pain, after 24 h", "Sitting", "Notes");
        assertThat(twin.rows()).isEqualTo(new TrackWords(texts, numbers).of(all).rows());
        assertThat(twin.sentence())
                .startsWith("1 measure: Pain, at rest")
                .doesNotContain("Sitting")
                .endsWith("2 of 3 lines are drawn; all are in the table.");
    }

    @Test
    void the_table_of_tracks_is_newest_first_and_says_not_measured_and_why_a_mark_is_hollow() {
        ChartTwin twin = new TrackWords(texts, numbers).of(tracks());

        assertThat(twin.heads()).containsExactly("Date", "Pain, at rest", "Pain, after 24 h", "Sitting", "Notes");
        assertThat(twin.rows())
                .containsExactly(
                        List.of(
                                "13 April 2026",
                                "2 points",
                                "5 points",
                                "Not measured",
                                "Pain, at rest: painkiller taken"),
                        List.of(
                                "2 March 2026",
                                "6 points",
                                "Not measured",
                                "Not measured",
                                texts.text("page.table.notes.none")));
    }

    @Test
    void positions_are_said_with_both_legs_and_the_dates_of_their_newest_tests() {
        ChartTwin twin = new MultiplesWords(texts, numbers).of(positions());

        assertThat(twin.sentence())
                .isEqualTo("2 positions on one scale of force and one time, each with the error round its baselines:"
                        + " Prone curl, knee 15°: left 221 N on 13 April 2026, right 270 N on 2 March 2026;"
                        + " Bridge: left 46.3 N on 2 March 2026, right not measured.");
    }

    @Test
    void the_table_of_positions_has_gaps_hollow_marks_and_breaks_in_words() {
        ChartTwin twin = new MultiplesWords(texts, numbers).of(positions());

        assertThat(twin.heads()).containsExactly("Position", "Date", "Left", "Right", "Notes");
        assertThat(twin.rows())
                .containsExactly(
                        List.of(
                                "Prone curl, knee 15°",
                                "13 April 2026",
                                "221 N",
                                "Not measured",
                                "Left: new series, other fixation; Left: hollow, not judged"),
                        List.of(
                                "Prone curl, knee 15°",
                                "2 March 2026",
                                "180 N",
                                "270 N",
                                texts.text("page.table.notes.none")),
                        List.of(
                                "Bridge",
                                "2 March 2026",
                                "46.3 N",
                                "Not measured",
                                texts.text("page.table.notes.none")));
    }

    @Test
    void an_episode_of_nothing_says_so() {
        EpisodeSeries none = new EpisodeSeries("", "", ForceUnit.NEWTON, List.of(), List.of(), Timeline.none());

        assertThat(new TrackWords(texts, numbers).of(none).sentence())
                .isEqualTo("Nothing beside strength was noted in this episode.");
        assertThat(new MultiplesWords(texts, numbers).of(none).sentence())
                .isEqualTo("No position was tested in this episode.");
    }

    @Test
    void marks_are_listed_in_the_order_of_their_numbers_with_their_days() {
        Timeline timeline = new Timeline(
                List.of(
                        mark(APRIL, Optional.empty(), MarkKind.EVENT, "Injection, 2 ml"),
                        mark(MARCH, Optional.of(APRIL), MarkKind.PRESCRIPTION, "Bridges 3 × 15"),
                        mark(APRIL, Optional.empty(), MarkKind.PRESCRIPTION, "Curls 3 × 8")),
                Optional.of(new Expectation(MARCH, MARCH, APRIL, "review", "window")));

        assertThat(new MarkWords(texts, numbers).list(timeline))
                .containsExactly(
                        "2 March 2026 to 13 April 2026: Bridges 3 × 15",
                        "13 April 2026: Injection, 2 ml",
                        "Since 13 April 2026: Curls 3 × 8");
        assertThat(new MarkWords(texts, numbers).expectation(timeline))
                .containsExactly(
                        "First review from 2 March 2026. The bracket from 2 March 2026 to 13 April 2026 is when a"
                                + " change may usually be looked for; it says nothing of what will be found.");
    }

    private static Mark mark(LocalDate date, Optional<LocalDate> end, MarkKind kind, String words) {
        return new Mark(date, end, kind, "label", words);
    }

    private static EpisodeSeries tracks() {
        Track pain = new Track(
                "Pain",
                "points",
                Direction.LOWER_IS_BETTER,
                0,
                OptionalDouble.of(10),
                0,
                List.of(
                        new Line(
                                "at rest",
                                List.of(
                                        new Value(MARCH, 6, Optional.empty()),
                                        new Value(APRIL, 2, Optional.of("painkiller taken")))),
                        new Line("after 24 h", List.of(new Value(APRIL, 5, Optional.empty())))));
        Track sitting = new Track(
                "Sitting",
                "minutes",
                Direction.HIGHER_IS_BETTER,
                0,
                OptionalDouble.empty(),
                0,
                List.of(new Line("soft seat", List.of())));
        return new EpisodeSeries("", "", ForceUnit.NEWTON, List.of(pain, sitting), List.of(), Timeline.none());
    }

    private static EpisodeSeries positions() {
        Panel left = new Panel(
                Side.LEFT,
                "Left, the injured leg",
                List.of(
                        segment(Optional.empty(), new Point(MARCH, 180, false)),
                        segment(Optional.of("other fixation"), new Point(APRIL, 220.6, true))));
        Panel right = new Panel(
                Side.RIGHT,
                "Right, the uninjured leg",
                List.of(segment(Optional.empty(), new Point(MARCH, 270, false))));
        Position bridge = new Position(
                "Bridge",
                List.of(
                        new Panel(
                                Side.LEFT, "Left", List.of(segment(Optional.empty(), new Point(MARCH, 46.25, false)))),
                        new Panel(Side.RIGHT, "Right", List.of())));
        return new EpisodeSeries(
                "",
                "",
                ForceUnit.NEWTON,
                List.of(),
                List.of(new Position("Prone curl, knee 15°", List.of(left, right)), bridge),
                Timeline.none());
    }

    private static Segment segment(Optional<String> reason, Point point) {
        return new Segment(reason, Optional.empty(), List.of(point));
    }
}
