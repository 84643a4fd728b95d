package org.plinth.web.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.audit.PairedShift;
import org.plinth.core.audit.Quantiles;
import org.plinth.core.outcome.Instrument;
import org.plinth.core.outcome.Polarity;
import org.plinth.core.outcome.Score;
import org.plinth.core.outcome.ScoreChange;
import org.plinth.core.statistics.Sample;
import org.plinth.web.diary.Scores;

/**
 * What one score came to over the closed episodes of a clinic. A pair is the value nearest to the first test and the one nearest to the
 * exit, where the instrument allows the two to be compared.
 *
 * @param instrument which
 * @param eligible episodes that were asked about
 * @param baseline of them, those with a value near the first test
 * @param exit those with one near the exit
 * @param paired those with both that may be compared, and neither a mere lower bound
 * @param missing how many lack a pair although both are there, by why
 * @param first of the paired, in the instrument's unit
 * @param last of the paired
 * @param change last less first; its sign says up or down
 * @param meanChange mean of that
 * @param sdChange its standard deviation; empty for a single pair
 * @param responders of the paired, those better by what is worthwhile, or by more than error where that is not known
 * @param rule which of the two; {@code NONE} where neither is known
 */
public record ScoreSummary(
        Instrument instrument,
        int eligible,
        int baseline,
        int exit,
        int paired,
        Map<String, Integer> missing,
        Optional<Quantiles> first,
        Optional<Quantiles> last,
        Optional<PairedShift> change,
        Optional<Double> meanChange,
        Optional<Double> sdChange,
        Share responders,
        Rule rule) {

    /** Copies the map. */
    public ScoreSummary {
        missing = Map.copyOf(missing);
    }

    /** The scores that are summed up: of those with one value near a day. */
    public static final List<String> INSTRUMENTS = List.of("visa-h", "lefs", "sitting-stop", "percent-normal");

    /** What counts as a response. */
    public enum Rule {
        /** Better by at least the smallest change that people found worthwhile. */
        WORTHWHILE,
        /** Better by more than measurement error; what is worthwhile is not known. */
        DETECTABLE,
        /** Neither is known: nobody is counted. */
        NONE
    }

    private record Found(Optional<Score> first, Optional<Score> last) {

        /** One day may be near to both ends of a short episode: a value is no pair with itself. */
        private boolean isOneSeries() {
            return first.isPresent()
                    && last.isPresent()
                    && last.get().date().isAfter(first.get().date())
                    && first.get().seriesId().equals(last.get().seriesId());
        }

        /** A difference from or to a lower bound is not known. */
        boolean isBound() {
            return isOneSeries()
                    && (first.filter(Score::atLeast).isPresent()
                            || last.filter(Score::atLeast).isPresent());
        }

        Optional<ScoreChange.Figures> figures(Instrument instrument) {
            if (!isOneSeries() || isBound()) {
                return Optional.empty();
            }
            double before = first.orElseThrow().value();
            double now = last.orElseThrow().value();
            return Optional.of(new ScoreChange.Figures(
                    before, now, now - before, instrument.polarity().way(before, now)));
        }
    }

    static List<ScoreSummary> all(List<EpisodeOutcome> episodes) {
        return INSTRUMENTS.stream()
                .flatMap(id -> Scores.instruments().find(id).stream())
                .map(instrument -> of(instrument, episodes))
                .toList();
    }

    static LocalDate startOf(EpisodeOutcome episode) {
        return episode.positions().stream()
                .flatMap(position -> position.at(Stage.BASELINE).stream())
                .map(StageTest::date)
                .min(LocalDate::compareTo)
                .orElse(episode.episode().openedOn());
    }

    static LocalDate endOf(EpisodeOutcome episode) {
        return episode.positions().stream()
                .flatMap(position -> position.at(Stage.EXIT).stream())
                .map(StageTest::date)
                .max(LocalDate::compareTo)
                .orElse(episode.closedOn());
    }

    private static ScoreSummary of(Instrument instrument, List<EpisodeOutcome> episodes) {
        List<Found> found = episodes.stream()
                .map(one -> new Found(
                        new ScoresAt(one, startOf(one)).nearest(instrument.id()),
                        new ScoresAt(one, endOf(one)).nearest(instrument.id())))
                .toList();
        List<ScoreChange.Figures> pairs =
                found.stream().flatMap(one -> one.figures(instrument).stream()).toList();
        Rule rule = rule(instrument);
        double[] differences =
                pairs.stream().mapToDouble(ScoreChange.Figures::difference).toArray();
        Optional<Sample> sample = differences.length == 0 ? Optional.empty() : Optional.of(Sample.of(differences));
        return new ScoreSummary(
                instrument,
                episodes.size(),
                (int) found.stream().filter(one -> one.first().isPresent()).count(),
                (int) found.stream().filter(one -> one.last().isPresent()).count(),
                pairs.size(),
                missing(found),
                PositionSummary.quantiles(pairs.stream().map(ScoreChange.Figures::first)),
                PositionSummary.quantiles(pairs.stream().map(ScoreChange.Figures::now)),
                PositionSummary.shift(pairs.stream().map(ScoreChange.Figures::difference)),
                sample.map(Sample::mean),
                sample.filter(of -> pairs.size() > 1).map(Sample::sd),
                rule == Rule.NONE ? new Share(0, 0) : Share.of(pairs, pair -> responds(instrument, pair)),
                rule);
    }

    private static Map<String, Integer> missing(List<Found> found) {
        int bounds = (int) found.stream().filter(Found::isBound).count();
        return bounds == 0 ? Map.of() : Map.of("ONLY_AT_LEAST", bounds);
    }

    private static Rule rule(Instrument instrument) {
        if (instrument.worthwhile().isPresent()) {
            return Rule.WORTHWHILE;
        }
        return instrument.detectable().isPresent() ? Rule.DETECTABLE : Rule.NONE;
    }

    private static boolean responds(Instrument instrument, ScoreChange.Figures pair) {
        if (pair.way() != Polarity.Way.BETTER) {
            return false;
        }
        return instrument
                .worthwhile()
                .map(worthwhile -> worthwhile.isReached(pair))
                .orElseGet(() -> instrument
                        .detectable()
                        .filter(limit -> Math.abs(pair.difference()) > limit.limit(pair.first(), pair.difference() > 0))
                        .isPresent());
    }
}
