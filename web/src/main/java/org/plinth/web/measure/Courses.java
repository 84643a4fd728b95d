package org.plinth.web.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.PositionChange;
import org.plinth.core.position.TestPosition;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;

/** Builds the courses of an episode from its stored results. Pure; any thread. */
public final class Courses {

    private final PositionCatalogue catalogue;
    private final Trusting trusting;

    /** With the positions that results name. */
    public Courses(PositionCatalogue catalogue) {
        this(catalogue, Trusting.AS_STORED);
    }

    /** With the positions of this catalogue and what is known of the calibrations. */
    public Courses(PositionCatalogue catalogue, Trusting trusting) {
        this.catalogue = catalogue;
        this.trusting = trusting;
    }

    /**
     * One course for each position that was tested, in the order of the catalogue.
     *
     * @param episode whose
     * @param results newest version of each side result of the episode, in any order
     * @param symmetries newest version of each symmetry of the episode, in any order
     */
    public List<Course> of(Episode episode, List<SideResult> results, List<TestSymmetry> symmetries) {
        return of(episode, results, symmetries, List.of());
    }

    /**
     * The same where a leg has a new baseline from a day on.
     *
     * @param restarts in any order
     */
    public List<Course> of(
            Episode episode, List<SideResult> results, List<TestSymmetry> symmetries, List<Restart> restarts) {
        return positions(results, symmetries).stream()
                .map(position -> course(position, episode, results, symmetries, restarts))
                .toList();
    }

    private List<TestPosition> positions(List<SideResult> results, List<TestSymmetry> symmetries) {
        Set<String> tested = new LinkedHashSet<>();
        Stream.concat(
                        results.stream().map(result -> result.key().position()),
                        symmetries.stream().map(TestSymmetry::positionId))
                .forEach(tested::add);
        return catalogue.all().stream()
                .filter(position -> tested.contains(position.id()))
                .toList();
    }

    private Course course(
            TestPosition position,
            Episode episode,
            List<SideResult> results,
            List<TestSymmetry> symmetries,
            List<Restart> restarts) {
        List<SideResult> here = results.stream()
                .filter(result -> result.key().position().equals(position.id()))
                .sorted(Comparator.comparing(SideResult::date).thenComparing(SideResult::testedAt))
                .toList();
        return new Course(
                madeWith(here).orElse(position),
                side(Side.LEFT, here, episode, restarts),
                side(Side.RIGHT, here, episode, restarts),
                episode.involvement().injured(),
                symmetryPoints(position, here, symmetries, restarts));
    }

    private Optional<TestPosition> madeWith(List<SideResult> inOrder) {
        return inOrder.stream()
                .reduce((a, b) -> b)
                .map(SideResult::key)
                .flatMap(key -> catalogue.find(key.position(), key.protocolVersion()));
    }

    private SideCourse side(Side side, List<SideResult> results, Episode episode, List<Restart> restarts) {
        List<SideResult> ofSide =
                results.stream().filter(result -> result.key().side() == side).toList();
        List<Restart> here =
                restarts.stream().filter(restart -> restart.side() == side).toList();
        List<Segment> segments = new ArrayList<>();
        Optional<SideResult> before = Optional.empty();
        for (List<SideResult> stretch : stretches(ofSide, here)) {
            SideResult first = stretch.get(0);
            Set<SeriesBreak> because =
                    before.map(last -> because(last, first, here)).orElse(Set.of());
            segments.add(segment(stretch, because, before, episode));
            before = Optional.of(stretch.get(stretch.size() - 1));
        }
        return new SideCourse(side, segments);
    }

    private static Set<SeriesBreak> because(SideResult last, SideResult first, List<Restart> restarts) {
        Set<SeriesBreak> because = SeriesBreaks.between(last.key(), first.key());
        restarts.stream()
                .filter(restart -> restart.isBetween(last.date(), first.date()))
                .map(Restart::because)
                .forEach(because::add);
        return because;
    }

    /** Judged by the version that it was made with: its measurement error is not that of a later one. */
    private Segment segment(
            List<SideResult> stretch, Set<SeriesBreak> because, Optional<SideResult> before, Episode episode) {
        SeriesKey key = stretch.get(0).key();
        Optional<TestPosition> made = catalogue.find(key.position(), key.protocolVersion());
        List<PositionChange> changes = before.map(
                        last -> catalogue.changes(key.position(), last.key().protocolVersion(), key.protocolVersion()))
                .orElse(List.of());
        return new SegmentBuilder(trusting).build(stretch, because, changes, made, episode);
    }

    private static List<List<SideResult>> stretches(List<SideResult> inOrder, List<Restart> restarts) {
        List<List<SideResult>> stretches = new ArrayList<>();
        for (SideResult result : inOrder) {
            List<SideResult> current = stretches.isEmpty() ? List.of() : stretches.get(stretches.size() - 1);
            if (!goesOn(current, result, restarts)) {
                current = new ArrayList<>();
                stretches.add(current);
            }
            current.add(result);
        }
        return stretches;
    }

    private static boolean goesOn(List<SideResult> stretch, SideResult next, List<Restart> restarts) {
        if (stretch.isEmpty() || !stretch.get(0).key().equals(next.key())) {
            return false;
        }
        LocalDate last = stretch.get(stretch.size() - 1).date();
        return restarts.stream().noneMatch(restart -> restart.isBetween(last, next.date()));
    }

    private List<SymmetryPoint> symmetryPoints(
            TestPosition position, List<SideResult> results, List<TestSymmetry> symmetries, List<Restart> restarts) {
        Map<Id<PositionTest>, String> setUps = new LinkedHashMap<>();
        results.forEach(result ->
                setUps.putIfAbsent(result.test(), result.key().onSide(Side.LEFT).canonical()));
        List<SymmetryPoint> points = new ArrayList<>();
        Optional<String> before = Optional.empty();
        List<TestSymmetry> here = symmetries.stream()
                .filter(symmetry -> symmetry.positionId().equals(position.id()))
                .sorted(Comparator.comparing(TestSymmetry::date).thenComparing(TestSymmetry::test))
                .toList();
        for (TestSymmetry symmetry : here) {
            long begun = restarts.stream()
                    .filter(restart -> symmetry.date().isAfter(restart.after()))
                    .count();
            Optional<String> setUp =
                    Optional.ofNullable(setUps.get(symmetry.test())).map(canonical -> canonical + " " + begun);
            points.add(new SymmetryPoint(symmetry.date(), trusting.seen(symmetry, results), !setUp.equals(before)));
            before = setUp;
        }
        return points;
    }
}
