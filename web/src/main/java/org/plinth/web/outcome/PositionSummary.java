package org.plinth.web.outcome;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plinth.core.audit.KaplanMeier;
import org.plinth.core.audit.PairedShift;
import org.plinth.core.audit.Quantiles;
import org.plinth.core.position.TestPosition;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.measure.SeriesChange;
import org.plinth.web.outcome.PositionOutcome.Pair;
import org.plinth.web.outcome.StageTest.SideTest;

/**
 * What a clinic's closed episodes came to in one position. Force and change are those of the injured leg; where both are injured there
 * is none, and the episode stands in the counts alone.
 *
 * @param position which
 * @param eligible episodes that were asked about
 * @param baseline of them, those with a first test of the injured leg
 * @param exit those with an exit test of it
 * @param paired those with both, in one series, and nothing against either
 * @param forceBaseline of the paired [N]
 * @param forceExit of the paired [N]
 * @param forceChange exit less baseline of the paired [N]
 * @param symmetryBaseline of the first tests [%]
 * @param symmetryExit of the exit tests [%]
 * @param symmetryChange exit less baseline where both legs are paired and nothing about either symmetry is doubtful [points]
 * @param notJudged of the paired, those whose change could not be judged; they are in none of the three shares that follow
 * @param stronger of the judged, those beyond the detectable change upwards, once or confirmed
 * @param strongerConfirmed of the judged, those of whom it was confirmed
 * @param weaker of the judged, those beyond it downwards, once or confirmed
 * @param point90 of the exit symmetries, those of at least 90 by their value
 * @param states of the exit symmetries, by what may be said about 90
 * @param toSymmetry90 days from the first test to a confirmed symmetry of 90
 * @param testsPerEpisode on how many days each was tested
 * @param quality of the tests that stand for a stage
 * @param missing how many episodes lack a pair, by why
 * @param completers baseline symmetry of those who are paired [%]
 * @param others the same of those who are not
 */
public record PositionSummary(
        TestPosition position,
        int eligible,
        int baseline,
        int exit,
        int paired,
        Optional<Quantiles> forceBaseline,
        Optional<Quantiles> forceExit,
        Optional<PairedShift> forceChange,
        Optional<Quantiles> symmetryBaseline,
        Optional<Quantiles> symmetryExit,
        Optional<PairedShift> symmetryChange,
        int notJudged,
        Share stronger,
        Share strongerConfirmed,
        Share weaker,
        Share point90,
        Map<ThresholdState, Share> states,
        KaplanMeier toSymmetry90,
        Optional<Quantiles> testsPerEpisode,
        Quality quality,
        Map<String, Integer> missing,
        Optional<Quantiles> completers,
        Optional<Quantiles> others) {

    private static final double UNSTEADY_PERCENT = 10;

    /**
     * How good the tests were.
     *
     * @param inDate tests with a calibration in date
     * @param unsteady tests of a side whose efforts vary by more than 10 %
     * @param painLimited tests that pain limited
     * @param sameRater pairs by one clinician
     * @param sameDevice pairs by one device
     */
    public record Quality(Share inDate, Share unsteady, Share painLimited, Share sameRater, Share sameDevice) {}

    private record Case(EpisodeOutcome episode, Optional<PositionOutcome> position) {

        Optional<Side> injured() {
            return episode.episode().involvement().injured();
        }

        Optional<StageTest> at(Stage stage) {
            return position.flatMap(known -> known.at(stage));
        }

        Optional<SideTest> side(Stage stage) {
            return injured().flatMap(side -> at(stage).flatMap(test -> test.side(side)));
        }

        Optional<Symmetry> symmetry(Stage stage) {
            return at(stage).flatMap(StageTest::known);
        }

        Optional<Pair> pair() {
            return injured().flatMap(side -> position.flatMap(known -> known.pair(side)));
        }

        boolean isPairedInBothLegs() {
            return position.filter(known -> Stream.of(Side.values())
                            .allMatch(side -> known.pair(side).isPresent()))
                    .isPresent();
        }

        boolean isRestarted(SideTest first, SideTest last) {
            return position.flatMap(known -> injured()
                            .filter(side -> known.isRestarted(
                                    side, first.point().date(), last.point().date())))
                    .isPresent();
        }
    }

    static PositionSummary of(TestPosition position, List<EpisodeOutcome> episodes) {
        List<Case> cases = episodes.stream()
                .map(one -> new Case(one, one.position(position.id())))
                .toList();
        List<Pair> pairs = cases.stream().flatMap(one -> one.pair().stream()).toList();
        List<Pair> judged = pairs.stream().filter(pair -> isJudged(pair.exit())).toList();
        List<Symmetry> exits =
                cases.stream().flatMap(one -> one.symmetry(Stage.EXIT).stream()).toList();
        return new PositionSummary(
                position,
                episodes.size(),
                count(cases, one -> one.side(Stage.BASELINE).isPresent()),
                count(cases, one -> one.side(Stage.EXIT).isPresent()),
                pairs.size(),
                quantiles(pairs.stream().map(pair -> newtons(pair.baseline()))),
                quantiles(pairs.stream().map(pair -> newtons(pair.exit()))),
                shift(pairs.stream().map(Pair::differenceNewtons)),
                symmetries(cases, one -> true),
                quantiles(exits.stream().map(Symmetry::percent)),
                symmetryShift(cases),
                pairs.size() - judged.size(),
                change(judged, SeriesChange.Kind.STRONGER, SeriesChange.Kind.POSSIBLY_STRONGER),
                change(judged, SeriesChange.Kind.STRONGER),
                change(judged, SeriesChange.Kind.WEAKER, SeriesChange.Kind.POSSIBLY_WEAKER),
                Share.of(exits, Symmetry90::isPoint),
                states(exits),
                waiting(cases),
                testDays(cases),
                quality(cases, pairs),
                missing(cases),
                symmetries(cases, one -> one.pair().isPresent()),
                symmetries(cases, one -> one.pair().isEmpty()));
    }

    private static Map<ThresholdState, Share> states(List<Symmetry> exits) {
        Map<ThresholdState, Share> states = new EnumMap<>(ThresholdState.class);
        for (ThresholdState state : ThresholdState.values()) {
            states.put(state, Share.of(exits, one -> Symmetry90.state(one) == state));
        }
        return states;
    }

    private static Optional<Quantiles> symmetries(List<Case> cases, Predicate<Case> which) {
        return quantiles(cases.stream().filter(which).flatMap(one -> percent(one, Stage.BASELINE).stream()));
    }

    private static Optional<PairedShift> symmetryShift(List<Case> cases) {
        return shift(cases.stream()
                .filter(Case::isPairedInBothLegs)
                .flatMap(one ->
                        sure(one, Stage.EXIT)
                                .flatMap(exit -> sure(one, Stage.BASELINE).map(base -> exit - base))
                                .stream()));
    }

    private static Optional<Double> sure(Case one, Stage stage) {
        return one.symmetry(stage)
                .filter(known -> !StageTest.isDoubtful(known.flags()))
                .map(Symmetry::percent);
    }

    private static KaplanMeier waiting(List<Case> cases) {
        return KaplanMeier.of(cases.stream()
                .filter(one -> one.injured().isPresent())
                .flatMap(one -> one.position().flatMap(PositionOutcome::toSymmetry90).stream())
                .toList());
    }

    private static Optional<Quantiles> testDays(List<Case> cases) {
        return quantiles(
                cases.stream().flatMap(one -> one.position().map(known -> (double) known.testDays()).stream()));
    }

    private static int count(List<Case> cases, Predicate<Case> which) {
        return (int) cases.stream().filter(which).count();
    }

    private static double newtons(SideTest side) {
        return side.point().value().newtons();
    }

    private static Optional<Double> percent(Case one, Stage stage) {
        return one.symmetry(stage).map(Symmetry::percent);
    }

    static Optional<Quantiles> quantiles(Stream<Double> values) {
        double[] all = values.mapToDouble(value -> value).toArray();
        return all.length == 0 ? Optional.empty() : Optional.of(Quantiles.of(all));
    }

    static Optional<PairedShift> shift(Stream<Double> differences) {
        double[] all = differences.mapToDouble(value -> value).toArray();
        return all.length == 0 ? Optional.empty() : Optional.of(PairedShift.of(all));
    }

    private static boolean isJudged(SideTest exit) {
        return switch (exit.change().kind()) {
            case ONE_VISIT, BASELINE_ONLY, NO_MEASUREMENT_ERROR, NOT_JUDGED -> false;
            case WITHIN_ERROR, POSSIBLY_STRONGER, POSSIBLY_WEAKER, STRONGER, WEAKER -> true;
        };
    }

    private static Share change(List<Pair> pairs, SeriesChange.Kind... kinds) {
        List<SeriesChange.Kind> wanted = List.of(kinds);
        return Share.of(pairs, pair -> wanted.contains(pair.exit().change().kind()));
    }

    private static Quality quality(List<Case> cases, List<Pair> pairs) {
        List<StageTest> tests = new ArrayList<>();
        cases.forEach(one ->
                one.position().ifPresent(known -> tests.addAll(known.stages().values())));
        List<SideTest> sides =
                tests.stream().flatMap(test -> test.sides().values().stream()).toList();
        return new Quality(
                Share.of(tests, test -> test.sides().values().stream().allMatch(SideTest::calibrationInDate)),
                Share.of(
                        sides.stream()
                                .filter(side -> side.variationPercent().isPresent())
                                .toList(),
                        side -> side.variationPercent().getAsDouble() > UNSTEADY_PERCENT),
                Share.of(tests, test -> test.sides().values().stream().anyMatch(SideTest::painLimited)),
                Share.of(pairs, pair -> same(pair, result -> result.provenance().clinician())),
                Share.of(pairs, pair -> same(pair, result -> result.provenance().sensor())));
    }

    private static boolean same(Pair pair, Function<SideResult, String> what) {
        return what.apply(pair.baseline().point().results().get(0))
                .equals(what.apply(pair.exit().point().results().get(0)));
    }

    /** One reason for each episode without a pair: the first that holds. */
    private static Map<String, Integer> missing(List<Case> cases) {
        Map<String, Integer> missing = new TreeMap<>();
        for (Case one : cases) {
            if (one.pair().isEmpty()) {
                missing.merge(why(one), 1, Integer::sum);
            }
        }
        return missing;
    }

    private static String why(Case one) {
        if (one.position().isEmpty()) {
            return "NOT_TESTED";
        }
        if (one.injured().isEmpty()) {
            return "BILATERAL";
        }
        if (one.at(Stage.EXIT).isEmpty()) {
            return "NO_EXIT_TEST";
        }
        Optional<SideTest> first = one.side(Stage.BASELINE);
        Optional<SideTest> last = one.side(Stage.EXIT);
        if (first.isEmpty() || last.isEmpty()) {
            return "MISSING_SIDE";
        }
        if (one.isRestarted(first.get(), last.get())) {
            return "NEW_BASELINE";
        }
        return first.get().counts() && last.get().counts() ? "NOT_COMPARABLE" : "NOT_JUDGED";
    }
}
