package org.plinth.web.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.plinth.core.outcome.ActivityMean;
import org.plinth.core.outcome.Score;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.diary.Scores;

/**
 * What was noted round a day: of each outcome the value nearest to it, at most {@link #DAYS} days away. What was taken after a
 * painkiller is left out.
 */
public final class ScoresAt {

    /** So near [d]; assumed, half of the shortest time between two tests of a course. */
    public static final long DAYS = 14;

    private static final long AFTER_TEST_DAYS = 3;
    private static final int ONE_DAY = 1;

    private final List<EpisodeEntry> entries;
    private final LocalDate day;

    /** Round this day of this episode. */
    public ScoresAt(EpisodeOutcome episode, LocalDate day) {
        this.day = day;
        this.entries = episode.entries().stream()
                .filter(entry -> !entry.values().containsKey("painkiller"))
                .toList();
    }

    private long away(LocalDate date) {
        return Math.abs(ChronoUnit.DAYS.between(date, day));
    }

    private Stream<Score> near(String instrument) {
        return entries.stream()
                .filter(entry -> away(entry.date()) <= DAYS)
                .flatMap(entry -> Scores.of(entry).stream())
                .filter(score -> score.instrument().equals(instrument));
    }

    /** The nearest value; of two as near the later. */
    public Optional<Score> nearest(String instrument) {
        return near(instrument)
                .min(Comparator.comparingLong((Score score) -> away(score.date()))
                        .thenComparing(Score::date, Comparator.reverseOrder()));
    }

    /** The same as a number; empty where all that is known is a lower bound. */
    public OptionalDouble value(String instrument) {
        return nearest(instrument)
                .filter(score -> !score.atLeast())
                .map(score -> OptionalDouble.of(score.value()))
                .orElse(OptionalDouble.empty());
    }

    /** The same where all that is known is that the true value is this or more. */
    public OptionalDouble atLeast(String instrument) {
        return nearest(instrument)
                .filter(Score::atLeast)
                .map(score -> OptionalDouble.of(score.value()))
                .orElse(OptionalDouble.empty());
    }

    /**
     * The mean of the activities that were fixed at the first assessment, three to five of them answered on one day; the day nearest to
     * this. A mean of other activities is no value of the same scale.
     */
    public OptionalDouble activityMean() {
        return means().series().stream()
                .limit(1)
                .flatMap(series -> near(series).stream())
                .mapToDouble(Score::value)
                .findFirst();
    }

    /** Why there is no such mean. */
    public String whyNoActivityMean() {
        ActivityMean means = means();
        if (means.series().stream().anyMatch(series -> near(series).isPresent())) {
            return "OTHER_ACTIVITIES";
        }
        return means.withheld().stream()
                .filter(one -> away(one.date()) <= DAYS)
                .min(Comparator.comparingLong(one -> away(one.date())))
                .map(one -> one.reason().name())
                .orElse("NOT_NOTED");
    }

    private ActivityMean means() {
        return Scores.activityMean(entries);
    }

    private Optional<Score> near(ActivityMean.Series series) {
        return series.scores().stream()
                .filter(score -> away(score.date()) <= DAYS)
                .min(Comparator.comparingLong((Score score) -> away(score.date()))
                        .thenComparing(Score::date, Comparator.reverseOrder()));
    }

    /** The worst pain noted, 0 to 10. */
    public OptionalDouble worstPain() {
        return near("nrs-pain").mapToDouble(Score::value).max();
    }

    /** Pain a day after the test, of exercises or the test itself, or as she said at home; the worst of them. */
    public OptionalInt painAfter24Hours() {
        return entries.stream()
                .filter(entry -> entry.kind().equals("pain") || entry.kind().equals("answer"))
                .filter(entry -> "AFTER_24_H".equals(entry.values().get("timing")))
                .filter(entry -> ChronoUnit.DAYS.between(day, entry.date()) >= ONE_DAY
                        && ChronoUnit.DAYS.between(day, entry.date()) <= AFTER_TEST_DAYS)
                .flatMap(entry -> Optional.ofNullable(entry.values().get("pain")).stream())
                .mapToInt(text -> (int) Double.parseDouble(text))
                .max();
    }
}
