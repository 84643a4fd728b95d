package org.plinth.core.outcome;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The mean of the activities that a patient chose, as the Patient-Specific Functional Scale has it: the sum of what was answered on one
 * day ÷ how many, to one decimal. Three to five activities make a mean, and only means of the same activities are compared; an answer
 * about one more beside them is left out of it. Rounding moves no verdict: means of as many answers differ by whole thirds, quarters or
 * fifths.
 *
 * @param series means of the same activities, the first one's those of the baseline
 * @param withheld days with answers and without a mean, oldest first
 * @see <a href="https://doi.org/10.3138/ptc.47.4.258">Stratford, Gill, Westaway, Binkley (1995), Physiotherapy Canada 47(4):258-263</a>:
 *     three to five activities, fixed at the first assessment
 */
public record ActivityMean(List<Series> series, List<Withheld> withheld) {

    /** Fewest activities of a mean. */
    public static final int FEWEST = 3;
    /** Most activities of a mean. */
    public static final int MOST = 5;

    /**
     * Means of the same activities.
     *
     * @param activities in the patient's words, in the order in which they were first answered
     * @param scores oldest first; at least one
     */
    public record Series(List<String> activities, List<Score> scores) {
        /** Copies the lists. */
        public Series {
            activities = List.copyOf(activities);
            scores = List.copyOf(scores);
        }
    }

    /**
     * A day without a mean.
     *
     * @param date which
     * @param answered how many activities
     * @param reason why
     */
    public record Withheld(LocalDate date, int answered, Reason reason) {}

    /** Why there is no mean. */
    public enum Reason {
        /** Fewer than {@link ActivityMean#FEWEST}. */
        TOO_FEW,
        /** More than {@link ActivityMean#MOST}, and no earlier day says which of them count. */
        TOO_MANY
    }

    /** Copies the lists. */
    public ActivityMean {
        series = List.copyOf(series);
        withheld = List.copyOf(withheld);
    }

    /**
     * Of all answers about single activities.
     *
     * @param mean the instrument that the means are of
     * @param answers in any order; of two about one activity on one day the later given counts
     * @throws IllegalArgumentException for an answer that names no activity
     */
    public static ActivityMean of(Instrument mean, List<Score> answers) {
        Map<LocalDate, Map<String, Score>> days = new TreeMap<>();
        for (Score answer : answers) {
            days.computeIfAbsent(answer.date(), day -> new LinkedHashMap<>()).put(key(answer), answer);
        }
        Map<List<String>, List<Score>> scores = new LinkedHashMap<>();
        Map<List<String>, List<String>> words = new LinkedHashMap<>();
        List<Withheld> withheld = new ArrayList<>();
        days.forEach((date, round) -> {
            Optional<List<String>> same = scores.keySet().stream()
                    .filter(keys -> round.keySet().containsAll(keys))
                    .findFirst();
            Optional<Reason> reason = same.isPresent() ? Optional.empty() : reason(round.size());
            if (reason.isPresent()) {
                withheld.add(new Withheld(date, round.size(), reason.get()));
                return;
            }
            List<String> keys = same.orElseGet(() -> List.copyOf(round.keySet()));
            words.computeIfAbsent(
                    keys, all -> all.stream().map(key -> words(round, key)).toList());
            scores.computeIfAbsent(keys, all -> new ArrayList<>()).add(mean(mean, date, keys, round));
        });
        return new ActivityMean(
                scores.keySet().stream()
                        .map(keys -> new Series(words.getOrDefault(keys, keys), scores.getOrDefault(keys, List.of())))
                        .toList(),
                withheld);
    }

    private static Optional<Reason> reason(int answered) {
        if (answered < FEWEST) {
            return Optional.of(Reason.TOO_FEW);
        }
        return answered > MOST ? Optional.of(Reason.TOO_MANY) : Optional.empty();
    }

    private static String words(Map<String, Score> round, String key) {
        return Optional.ofNullable(round.get(key))
                .flatMap(score -> score.qualifiers().activity())
                .orElse(key);
    }

    /** Two activities are the same in capitals too, as in a series of one of them. */
    private static String key(Score answer) {
        return answer.qualifiers()
                .activity()
                .map(words -> words.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("an answer about an activity names it"));
    }

    private static Score mean(Instrument mean, LocalDate date, List<String> keys, Map<String, Score> round) {
        BigDecimal sum = keys.stream()
                .flatMap(key -> Optional.ofNullable(round.get(key)).stream())
                .map(score -> BigDecimal.valueOf(score.value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        double value = sum.divide(BigDecimal.valueOf(keys.size()), MathContext.DECIMAL64)
                .setScale(1, RoundingMode.HALF_UP)
                .doubleValue();
        ScoreReading reading = Score.read(mean, date, value, Qualifiers.NONE);
        if (reading instanceof ScoreReading.Usable usable) {
            return usable.score();
        }
        throw new IllegalArgumentException("answers of another range than the mean's: " + reading);
    }
}
