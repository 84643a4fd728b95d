package org.plinth.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.EpisodeSeries.Direction;
import org.plinth.web.chart.EpisodeSeries.Line;
import org.plinth.web.chart.EpisodeSeries.Position;
import org.plinth.web.chart.EpisodeSeries.Track;
import org.plinth.web.chart.EpisodeSeries.Value;
import org.plinth.web.chart.OutcomeSeries.Panel;
import org.plinth.web.chart.OutcomeSeries.Point;
import org.plinth.web.chart.OutcomeSeries.Segment;
import org.plinth.web.text.Texts;

/** Measures the pictures of a whole episode, and the marks on a time axis. */
class EpisodeChartsTest {

    private static final LocalDate START = SampleEpisodes.START;
    private static final String INK = "#16211f";
    private static final String PAPER = "#ffffff";
    private static final String MUTED = "#51605d";

    private final Charts charts = new Charts(Texts.bundled());

    @Test
    void a_track_has_equal_steps_of_its_measure_and_of_time() throws Exception {
        List<Rectangle2D> marks = new SvgReading(tracks(pain(0, 5, 10, 2.5))).marks(INK);

        assertThat(marks).hasSize(4);
        double perPoint = (marks.get(0).getCenterY() - marks.get(2).getCenterY()) / 10;
        assertThat(perPoint).isPositive();
        assertThat(marks.get(0).getCenterY() - marks.get(1).getCenterY()).isCloseTo(5 * perPoint, within(0.1));
        assertThat(marks.get(0).getCenterY() - marks.get(3).getCenterY()).isCloseTo(2.5 * perPoint, within(0.1));
        double fortnight = marks.get(1).getCenterX() - marks.get(0).getCenterX();
        assertThat(marks.get(3).getCenterX() - marks.get(2).getCenterX()).isCloseTo(fortnight, within(0.1));
    }

    @Test
    void a_track_says_its_range_unit_and_direction_and_its_newest_value() throws Exception {
        assertThat(new SvgReading(tracks(pain(4, 3))).texts())
                .contains("Pain", "0 to 10 points, lower is better", "3 points", "0", "5", "10");
    }

    @Test
    void a_value_of_which_something_must_be_known_is_hollow() throws Exception {
        Value flagged = new Value(START.plusDays(14), 6, Optional.of("painkiller taken"));
        Track track = track(new Line("at rest", List.of(new Value(START, 4, Optional.empty()), flagged)));

        SvgReading read = new SvgReading(tracks(track));

        assertThat(read.marks(INK)).hasSize(1);
        assertThat(read.marks(PAPER)).hasSize(1);
    }

    @Test
    void a_value_that_is_at_least_is_hollow_with_an_arrow_upwards_and_says_so() throws Exception {
        Value open = new Value(START.plusDays(14), 60, Optional.of("ended by the clock"), true);
        Track sitting = new Track(
                "Sitting",
                "min",
                Direction.HIGHER_IS_BETTER,
                0,
                OptionalDouble.empty(),
                0,
                List.of(new Line("", List.of(new Value(START, 20, Optional.empty()), open))));

        SvgReading read = new SvgReading(tracks(sitting));

        assertThat(read.texts()).contains("\u2265 60 min");
        assertThat(read.marks(PAPER)).hasSize(1);
        assertThat(read.marks(INK))
                .as("the first value, and the arrow over the second")
                .hasSize(2);
    }

    @Test
    void lines_of_a_track_differ_in_shape_and_words_and_never_in_the_colours_of_the_sides() {
        String svg = charts.svg("tracks", SampleEpisodes.episode(12, SampleEpisodes.usual()), false, false)
                .orElseThrow();

        assertThat(svg)
                .contains(">at rest ", ">during ", ">24 h ", ">48 h ")
                .doesNotContain("rgb(0,114,178)")
                .doesNotContain("rgb(213,94,0)");
        List<List<Boolean>> seen = IntStream.range(0, 4)
                .mapToObj(i -> TrackLooks.of(i, 100, style()).mark())
                .map(shape -> List.of(
                        shape.contains(25, 25),
                        shape.contains(0, -45),
                        shape.contains(40, 40),
                        shape.contains(40, -40)))
                .toList();
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void a_track_without_values_says_so() throws Exception {
        assertThat(new SvgReading(tracks(track(new Line("at rest", List.of())))).texts())
                .contains("Not measured", "Pain");
    }

    @Test
    void an_axis_without_a_greatest_value_grows_and_one_with_it_does_not() throws Exception {
        Track sitting = new Track(
                "Sitting",
                "minutes",
                Direction.HIGHER_IS_BETTER,
                0,
                OptionalDouble.empty(),
                0,
                List.of(new Line("", List.of(new Value(START, 240, Optional.empty())))));

        assertThat(new SvgReading(tracks(sitting)).texts()).contains("0", "100", "200", "300");
        assertThat(new SvgReading(tracks(pain(1))).texts()).contains("10");
    }

    @Test
    void more_than_six_tracks_are_refused() {
        List<Track> seven = Collections.nCopies(7, pain(1));

        assertThatThrownBy(() -> new EpisodeSeries("", "", ForceUnit.NEWTON, seven, List.of(), Timeline.none()))
                .hasMessageContaining("7 tracks");
    }

    /** 100 and 200 N in two positions: the second stands twice as high over its zero, which its tick label shows. */
    @Test
    void equal_forces_are_equal_heights_in_all_positions() throws Exception {
        EpisodeSeries two = new EpisodeSeries(
                "",
                "",
                ForceUnit.NEWTON,
                List.of(),
                List.of(position("Weak", 100), position("Strong", 200)),
                Timeline.none());
        SvgReading read =
                new SvgReading(charts.svg("multiples", two, false, false).orElseThrow());
        List<Rectangle2D> marks = read.marks("#0072b2").stream()
                .filter(mark -> mark.getWidth() < 9)
                .toList();
        double zero = read.words().stream()
                .filter(one -> one.text().equals("0"))
                .findFirst()
                .orElseThrow()
                .box()
                .getCenterY();

        double weak = zero - marks.get(0).getCenterY();
        double strong = zero - marks.get(marks.size() - 1).getCenterY();

        assertThat(strong).isCloseTo(2 * weak, within(2.0));
        assertThat(read.texts()).contains("Weak", "Strong", "Left 100 N", "Left 200 N", "Right: not measured");
    }

    @Test
    void a_mark_stands_above_its_day_and_its_line_leads_through_the_values() throws Exception {
        for (String kind : charts.kinds()) {
            SvgReading read =
                    new SvgReading(charts.svg(kind, SampleEpisodes.course(12, SampleEpisodes.usual()), false, false)
                            .orElseThrow());
            List<Rectangle2D> wedges = read.marks(MUTED).stream()
                    .filter(box -> Math.abs(box.getWidth() - 8) < 0.2 && Math.abs(box.getHeight() - 8) < 0.2)
                    .toList();

            assertThat(wedges).hasSize(kind.equals("strength") ? 4 : 2);
            for (Rectangle2D wedge : wedges) {
                assertThat(read.upright().stream().filter(x -> Math.abs(x - wedge.getCenterX()) < 0.6))
                        .as(kind)
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void the_time_axis_covers_what_happened_before_the_first_test() throws Exception {
        Mark before = new Mark(START.minusDays(200), Optional.empty(), MarkKind.EVENT, "Surgery", "Surgery");
        SvgReading read = new SvgReading(charts.svg(
                        "symmetry",
                        SampleEpisodes.course(3, new Timeline(List.of(before), Optional.empty())),
                        false,
                        false)
                .orElseThrow());

        assertThat(read.texts()).contains("1 Surgery");
        assertThat(read.marks(MUTED))
                .allSatisfy(box -> assertThat(box.getMinX()).isGreaterThan(Plots.AXIS_PX));
    }

    @Test
    void the_other_legs_first_test_is_named_on_the_picture_which_has_no_reference_line() throws Exception {
        List<String> texts = new SvgReading(
                        charts.svg("against", SampleEpisodes.course(12, Timeline.none()), false, false)
                                .orElseThrow())
                .texts();

        assertThat(texts)
                .contains(
                        "Injured leg now, against the other leg's first test",
                        "% of the other leg's first test",
                        "60",
                        "120",
                        "82 %")
                .doesNotContain("Provisional: that first test is a single visit.")
                .noneMatch(text -> text.startsWith("Reference line"));
        assertThat(new SvgReading(charts.svg("against", SampleEpisodes.course(1, Timeline.none()), false, false)
                                .orElseThrow())
                        .texts())
                .contains("Provisional: that first test is a single visit.");
    }

    @Test
    void both_charts_of_ratios_have_the_same_axes() throws Exception {
        OutcomeSeries course = SampleEpisodes.course(12, SampleEpisodes.usual());

        List<String> symmetry = ticks(charts.svg("symmetry", course, false, false));

        assertThat(symmetry).contains("60", "120", "Jul 2026");
        assertThat(ticks(charts.svg("against", course, false, false))).isEqualTo(symmetry);
    }

    private static List<String> ticks(Optional<String> svg) throws Exception {
        return new SvgReading(svg.orElseThrow())
                .texts().stream()
                        .filter(text -> text.matches("\\d+|[A-Z][a-z]{2} 2026"))
                        .toList();
    }

    @Test
    void a_small_picture_has_both_legs_and_few_bytes_and_says_when_there_is_nothing() {
        String svg = charts.small(SampleEpisodes.course(80, Timeline.none()), false);

        assertThat(svg).contains("#0072b2", "#d55e00", "<circle", "width=\"160\" height=\"48\"");
        assertThat(svg).hasSizeLessThan(4000);
        assertThat(charts.small(SampleEpisodes.course(0, Timeline.none()), true))
                .contains(">Not measured<");
    }

    @Test
    void the_room_of_a_picture_is_that_of_its_drawing() {
        EpisodeSeries episode = SampleEpisodes.episode(12, SampleEpisodes.usual());
        for (String kind : charts.episodeKinds()) {
            ChartRoom room = charts.room(kind, episode).orElseThrow();

            assertThat(charts.svg(kind, episode, false, false).orElseThrow())
                    .contains("viewBox=\"0 0 " + room.width() + " " + room.height() + "\"");
        }
        assertThat(charts.room("pie", episode)).isEmpty();
    }

    private static ChartStyle style() {
        return new ChartStyle(ChartStyle.Theme.LIGHT, ChartStyle.Size.WIDE, Faces.bundled());
    }

    private String tracks(Track track) {
        EpisodeSeries one = new EpisodeSeries("", "", ForceUnit.NEWTON, List.of(track), List.of(), Timeline.none());
        return charts.svg("tracks", one, false, false).orElseThrow();
    }

    private static Track pain(double... values) {
        return track(new Line(
                "at rest",
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Value(START.plusDays(14L * i), values[i], Optional.empty()))
                        .toList()));
    }

    private static Track track(Line line) {
        return new Track("Pain", "points", Direction.LOWER_IS_BETTER, 0, OptionalDouble.of(10), 0, List.of(line));
    }

    private static Position position(String name, double newtons) {
        Point point = new Point(START, newtons, false);
        return new Position(
                name,
                List.of(
                        new Panel(
                                Side.LEFT,
                                "Left",
                                List.of(new Segment(Optional.empty(), Optional.empty(), List.of(point)))),
                        new Panel(Side.RIGHT, "Right", List.of())));
    }
}
