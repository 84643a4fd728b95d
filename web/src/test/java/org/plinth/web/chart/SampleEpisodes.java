package org.plinth.web.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.EpisodeSeries.Direction;
import org.plinth.web.chart.EpisodeSeries.Line;
import org.plinth.web.chart.EpisodeSeries.Position;
import org.plinth.web.chart.EpisodeSeries.Track;
import org.plinth.web.chart.EpisodeSeries.Value;
import org.plinth.web.chart.OutcomeSeries.Against;
import org.plinth.web.chart.OutcomeSeries.AgainstPoint;
import org.plinth.web.chart.OutcomeSeries.Band;
import org.plinth.web.chart.OutcomeSeries.Bars;
import org.plinth.web.chart.OutcomeSeries.Panel;
import org.plinth.web.chart.OutcomeSeries.Point;
import org.plinth.web.chart.OutcomeSeries.Segment;
import org.plinth.web.chart.OutcomeSeries.SymmetryPoint;

/** Whole episodes to draw, of any number of visits; made up, the same each time. */
final class SampleEpisodes {

    static final LocalDate START = LocalDate.of(2026, 3, 2);

    private static final List<String> NAMES = List.of(
            "Prone curl, knee 15°",
            "Bridge, single leg, short lever",
            "Prone curl, knee 90°",
            "Seated curl, knee 60°",
            "Hip extension, prone, knee straight, strap above the ankle",
            "Supine bridge hold, long lever",
            "Standing curl");

    private SampleEpisodes() {}

    /** One position: a break after two thirds, every ninth test hollow. */
    static OutcomeSeries course(int visits, Timeline timeline) {
        Random chance = new Random(7);
        List<SymmetryPoint> ratios = new ArrayList<>();
        List<AgainstPoint> against = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            double percent = 70 + 22.0 * i / Math.max(1, visits) + chance.nextGaussian() * 4;
            Bars bars = new Bars(percent * 0.913, percent * 1.095, percent * 0.871, percent * 1.149);
            ratios.add(new SymmetryPoint(day(i), percent, Optional.of(bars), i % 9 == 4));
            against.add(new AgainstPoint(
                    day(i),
                    percent * 0.94,
                    i % 9 == 4,
                    i == visits * 2 / 3 && i > 0 ? Optional.of("other fixation") : Optional.empty()));
        }
        return new OutcomeSeries(
                "Prone curl, knee 15°: sample",
                "A made-up course of " + visits + " visits.",
                ForceUnit.NEWTON,
                sides(visits, 200, 11),
                ratios,
                OptionalDouble.of(90),
                visits == 0 ? Optional.empty() : Optional.of(new Against(visits < 3, against)),
                timeline);
    }

    /** Six tracks with so many values each, and seven positions with so many visits. */
    static EpisodeSeries episode(int visits, Timeline timeline) {
        List<Track> tracks = List.of(
                track("Pain", "points", Direction.LOWER_IS_BETTER, 10, visits, "at rest", "during", "24 h", "48 h"),
                track("Sitting", "minutes", Direction.HIGHER_IS_BETTER, 0, visits, "soft seat"),
                track("Lower extremity score", "points", Direction.HIGHER_IS_BETTER, 80, visits, "score"),
                track("Share of normal", "%", Direction.HIGHER_IS_BETTER, 100, visits, "normal"),
                track("Running", "km a week", Direction.NEITHER, 0, visits, "km"),
                track("Hamstring score", "points", Direction.HIGHER_IS_BETTER, 100, visits, "score"));
        List<Position> positions = IntStream.range(0, NAMES.size())
                .mapToObj(i -> new Position(NAMES.get(i), sides(visits, 110 + 60 * ((i * 3) % 5), i)))
                .toList();
        return new EpisodeSeries(
                "Sample episode",
                "A made-up episode of " + visits + " visits.",
                ForceUnit.NEWTON,
                tracks,
                positions,
                timeline);
    }

    static EpisodeSeries empty() {
        return new EpisodeSeries("Empty", "Nothing.", ForceUnit.NEWTON, List.of(), List.of(), Timeline.none());
    }

    /** An injection, a flare-up of nine days, two prescriptions, and the usual window. */
    static Timeline usual() {
        return new Timeline(
                List.of(
                        event(20, "Injection"),
                        new Mark(
                                START.plusDays(60),
                                Optional.of(START.plusDays(69)),
                                MarkKind.EVENT,
                                "Flare-up",
                                "Flare-up after a long drive"),
                        prescription(0, 55, "Isometric"),
                        prescription(56, -1, "Heavy slow")),
                Optional.of(new Expectation(
                        START.plusDays(28),
                        START.plusDays(84),
                        START.plusDays(119),
                        "first review",
                        "weeks 12 to 17")));
    }

    /** Thirty marks over the time of so many visits, some on one day. */
    static Timeline crowded(int visits) {
        List<Mark> marks = new ArrayList<>();
        int span = 14 * visits;
        for (int i = 0; i < 30; i++) {
            int day = i % 5 == 0 ? span / 3 : span * i / 30;
            marks.add(
                    i % 2 == 0
                            ? event(day, "Event with a long name")
                            : prescription(day, day + span / 12, "Programme of exercises"));
        }
        return new Timeline(marks, usual().expectation());
    }

    private static Mark event(int day, String label) {
        return new Mark(START.plusDays(day), Optional.empty(), MarkKind.EVENT, label, label + ", in full words");
    }

    private static Mark prescription(int from, int to, String label) {
        return new Mark(
                START.plusDays(from),
                to < 0 ? Optional.empty() : Optional.of(START.plusDays(to)),
                MarkKind.PRESCRIPTION,
                label,
                label + ", in full words");
    }

    static LocalDate day(int visit) {
        return START.plusDays(14L * visit);
    }

    private static List<Panel> sides(int visits, double newtons, int seed) {
        return List.of(
                new Panel(Side.LEFT, "Left, the injured leg", segments(visits, newtons * 0.78, 0.2, seed)),
                new Panel(Side.RIGHT, "Right, the uninjured leg", segments(visits, newtons, 0.05, seed + 100)));
    }

    private static List<Segment> segments(int visits, double newtons, double gain, int seed) {
        Random chance = new Random(seed);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            double value = newtons * (1 + gain * i / Math.max(1, visits) + chance.nextGaussian() * 0.04);
            points.add(new Point(day(i), value, i % 9 == 4));
        }
        if (visits == 0) {
            return List.of();
        }
        int seam = visits * 2 / 3;
        if (seam < 1) {
            return List.of(segment(Optional.empty(), points));
        }
        return List.of(
                segment(Optional.empty(), points.subList(0, seam)),
                segment(Optional.of("other fixation"), points.subList(seam, visits)));
    }

    private static Segment segment(Optional<String> reason, List<Point> points) {
        double base = points.get(0).newtons();
        return new Segment(reason, Optional.of(new Band(base, base * 0.87, base * 1.149)), points);
    }

    private static Track track(
            String name, String unit, Direction direction, double high, int values, String... labels) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            lines.add(line(labels[i], direction, high == 0 ? 60 : high, values, i));
        }
        return new Track(
                name, unit, direction, 0, high == 0 ? OptionalDouble.empty() : OptionalDouble.of(high), 0, lines);
    }

    private static Line line(String label, Direction direction, double high, int values, int seed) {
        Random chance = new Random(seed);
        List<Value> points = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            double share = (double) i / Math.max(1, values);
            double way = direction == Direction.LOWER_IS_BETTER ? 0.7 - 0.12 * seed - 0.4 * share : 0.2 + 0.6 * share;
            double value = Math.rint(Math.max(0, Math.min(1, way + chance.nextGaussian() * 0.06)) * high);
            points.add(new Value(day(i), value, i % 7 == 3 ? Optional.of("painkiller taken") : Optional.empty()));
        }
        return new Line(label, points);
    }
}
