package org.plinth.web.outcome;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.plinth.core.audit.Quantiles;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;

/**
 * What a clinic's closed episodes came to, completeness first. Nobody is ranked, and nothing is said of one person.
 *
 * @param eligible closed episodes that are counted
 * @param leftOut closed episodes that are not, because of what patients said or who may see them
 * @param bilateral of the eligible, those with both legs injured
 * @param tested of the eligible, those with any test
 * @param paired of the eligible, those with a pair in at least one position
 * @param complete of the paired, those with a pair of at least one score too
 * @param sites how many there are to compare
 * @param ages of the eligible when they began [years]
 * @param visits of the eligible
 * @param endings why episodes were closed; {@code NOT_NOTED} where it was not said
 * @param positions in the order of the catalogue
 * @param scores one for each instrument that was asked for
 */
public record OutcomeSummary(
        int eligible,
        int leftOut,
        int bilateral,
        int tested,
        int paired,
        int complete,
        int sites,
        Optional<Quantiles> ages,
        Optional<Quantiles> visits,
        Map<String, Integer> endings,
        List<PositionSummary> positions,
        List<ScoreSummary> scores) {

    /** Copies the list. */
    public OutcomeSummary {
        positions = List.copyOf(positions);
        scores = List.copyOf(scores);
    }

    /** Of these episodes. */
    public static OutcomeSummary of(Outcomes outcomes) {
        List<EpisodeOutcome> episodes = outcomes.episodes();
        Map<String, TestPosition> positions = new LinkedHashMap<>();
        episodes.forEach(one -> one.positions()
                .forEach(known -> positions.putIfAbsent(known.position().id(), known.position())));
        Map<String, Integer> endings = new TreeMap<>();
        episodes.forEach(one -> endings.merge(one.said("closing", "outcome").orElse("NOT_NOTED"), 1, Integer::sum));
        return new OutcomeSummary(
                episodes.size(),
                outcomes.leftOut(),
                count(episodes, one -> one.episode().involvement().injured().isEmpty()),
                count(episodes, one -> !one.positions().isEmpty()),
                count(episodes, OutcomeSummary::isPaired),
                count(episodes, one -> isPaired(one) && hasScorePair(one)),
                (int) episodes.stream()
                        .map(one -> one.episode().clinic())
                        .distinct()
                        .count(),
                PositionSummary.quantiles(episodes.stream().map(one -> (double) one.ageYears())),
                PositionSummary.quantiles(episodes.stream().map(one -> (double) one.visits())),
                endings,
                positions.values().stream()
                        .sorted(Comparator.comparing(TestPosition::id))
                        .map(position -> PositionSummary.of(position, episodes))
                        .toList(),
                ScoreSummary.all(episodes));
    }

    private static int count(List<EpisodeOutcome> episodes, Predicate<EpisodeOutcome> which) {
        return (int) episodes.stream().filter(which).count();
    }

    /** Both legs injured: a pair of either of them. */
    private static boolean isPaired(EpisodeOutcome one) {
        Optional<Side> injured = one.episode().involvement().injured();
        return one.positions().stream()
                .anyMatch(position -> injured.map(side -> position.pair(side).isPresent())
                        .orElseGet(() -> position.pair(Side.LEFT).isPresent()
                                || position.pair(Side.RIGHT).isPresent()));
    }

    private static boolean hasScorePair(EpisodeOutcome one) {
        return ScoreSummary.all(List.of(one)).stream().anyMatch(score -> score.paired() > 0);
    }
}
