package org.plinth.core.outcome;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plinth.core.outcome.Polarity.Way;

/**
 * What may honestly be said about two values of one instrument. Better and worse are cases of their own: nobody reads them
 * from a sign, because on half of the scales a rise is worse. A difference of exactly the limit is {@link WithinError}, as
 * for strength.
 */
public sealed interface ScoreChange {

    /**
     * Two values and what lies between them.
     *
     * @param first earlier value
     * @param now later value
     * @param difference later − earlier, as the instrument counts it: its sign says up or down, never better or worse
     * @param way which way that is; by itself it says nothing about measurement error
     * @param open which of the two is "at least"; the difference is then the least there can be
     */
    record Figures(double first, double now, double difference, Way way, Open open) {
        /** Of two values that were measured to their end. */
        public Figures(double first, double now, double difference, Way way) {
            this(first, now, difference, way, Open.NONE);
        }
    }

    /** Which of two values is "at least". */
    enum Open {
        /** Neither. */
        NONE,
        /** The first. */
        FIRST,
        /** The later one. */
        NOW
    }

    /** Why two values are not compared. */
    enum Reason {
        /** They are of two instruments. */
        OTHER_INSTRUMENT,
        /** They are of two versions of the instrument. */
        OTHER_VERSION,
        /** They were answered in two languages. */
        OTHER_LANGUAGE,
        /** One was answered by the patient, the other judged by the clinician. */
        OTHER_MODE,
        /** Activity, timing, side or surface differ. */
        OTHER_QUALIFIERS,
        /** The limit is relative and a value is not above 0. */
        NO_RATIO,
        /** One of them is "at least", and what lies between them may be nothing, or more. */
        OPEN_ENDED
    }

    /**
     * Better by more than measurement error.
     *
     * @param figures of the comparison
     * @param limit that was passed, in the instrument's unit
     * @param detectable where the limit comes from
     */
    record Better(Figures figures, double limit, Detectable detectable) implements ScoreChange {}

    /**
     * Worse by more than measurement error.
     *
     * @param figures of the comparison
     * @param limit that was passed, in the instrument's unit
     * @param detectable where the limit comes from
     */
    record Worse(Figures figures, double limit, Detectable detectable) implements ScoreChange {}

    /**
     * Too small to tell from measurement error.
     *
     * @param figures of the comparison
     * @param limit that was not passed, in the instrument's unit
     * @param detectable where the limit comes from
     */
    record WithinError(Figures figures, double limit, Detectable detectable) implements ScoreChange {}

    /**
     * Its measurement error is not known, so nothing is said but the two values.
     *
     * @param figures of the comparison
     */
    record NoErrorKnown(Figures figures) implements ScoreChange {}

    /**
     * There is nothing to compare with yet.
     *
     * @param score the only one
     */
    record OneScore(Score score) implements ScoreChange {}

    /**
     * Not compared.
     *
     * @param reason why
     */
    record NotComparable(Reason reason) implements ScoreChange {}

    /**
     * The newest score against the first that it may be compared with.
     *
     * @param scores in any order; of two on one date the later given is the newer
     * @throws IllegalArgumentException if there is none
     */
    static ScoreChange of(Instrument instrument, List<Score> scores) {
        List<Score> byDate =
                scores.stream().sorted(Comparator.comparing(Score::date)).toList();
        if (byDate.isEmpty()) {
            throw new IllegalArgumentException("a change needs at least one score");
        }
        Score now = byDate.get(byDate.size() - 1);
        List<Score> before = byDate.subList(0, byDate.size() - 1);
        if (before.isEmpty()) {
            return new OneScore(now);
        }
        Score first = before.stream()
                .filter(score -> score.seriesId().equals(now.seriesId()))
                .findFirst()
                .orElse(before.get(before.size() - 1));
        return between(instrument, first, now);
    }

    /** The later score against the earlier. */
    static ScoreChange between(Instrument instrument, Score first, Score now) {
        Optional<Reason> reason = notComparable(instrument, first, now);
        if (reason.isPresent()) {
            return new NotComparable(reason.get());
        }
        if (isUndecided(first, now)) {
            return new NotComparable(Reason.OPEN_ENDED);
        }
        Figures figures = new Figures(
                first.value(),
                now.value(),
                now.value() - first.value(),
                instrument.polarity().way(first.value(), now.value()),
                now.atLeast() ? Open.NOW : first.atLeast() ? Open.FIRST : Open.NONE);
        return instrument
                .detectable()
                .map(detectable -> judge(figures, detectable, instrument.step()))
                .orElseGet(() -> new NoErrorKnown(figures));
    }

    /** At least 60 after 20 is a rise, and 30 after at least 60 a fall; all else may be either. */
    private static boolean isUndecided(Score first, Score now) {
        return (now.atLeast() && (first.atLeast() || now.value() <= first.value()))
                || (first.atLeast() && now.value() >= first.value());
    }

    private static ScoreChange judge(Figures figures, Detectable detectable, double step) {
        if (detectable.relative() && Math.min(figures.first(), figures.now()) <= 0) {
            return new NotComparable(Reason.NO_RATIO);
        }
        double limit = detectable.limit(figures.first(), figures.difference() > 0);
        if (Math.abs(figures.difference()) <= limit + Scale.TINY * step) {
            return figures.open() == Open.NONE
                    ? new WithinError(figures, limit, detectable)
                    : new NotComparable(Reason.OPEN_ENDED);
        }
        return figures.way() == Way.BETTER
                ? new Better(figures, limit, detectable)
                : new Worse(figures, limit, detectable);
    }

    private static Optional<Reason> notComparable(Instrument instrument, Score first, Score now) {
        if (!first.instrument().equals(instrument.id()) || !now.instrument().equals(instrument.id())) {
            return Optional.of(Reason.OTHER_INSTRUMENT);
        }
        if (first.version() != instrument.version() || now.version() != instrument.version()) {
            return Optional.of(Reason.OTHER_VERSION);
        }
        if (!first.qualifiers().language().equals(now.qualifiers().language())) {
            return Optional.of(Reason.OTHER_LANGUAGE);
        }
        if (!first.qualifiers().answeredBy().equals(now.qualifiers().answeredBy())) {
            return Optional.of(Reason.OTHER_MODE);
        }
        return first.seriesId().equals(now.seriesId()) ? Optional.empty() : Optional.of(Reason.OTHER_QUALIFIERS);
    }
}
