package org.plinth.core.outcome;

import java.time.LocalDate;
import java.util.Optional;
import org.plinth.core.outcome.Instrument.Ask;
import org.plinth.core.outcome.Instrument.Mode;
import org.plinth.core.outcome.ScoreReading.Field;
import org.plinth.core.outcome.ScoreReading.Reason;
import org.plinth.core.outcome.ScoreReading.Refused;

/**
 * One value of one instrument. Made by {@link #read}, which holds it to its instrument.
 *
 * @param instrument id
 * @param version of the instrument
 * @param date local date on which it was answered, not typed in
 * @param value in the instrument's unit; finite
 * @param qualifiers what it says beside itself; language and who answered are always said
 * @param atLeast whether it ended for another reason than what it measures, so that the true value is this or more: never reckoned with
 *     as if it were this
 */
public record Score(
        String instrument, int version, LocalDate date, double value, Qualifiers qualifiers, boolean atLeast) {

    /** Most characters of an activity. */
    public static final int LONGEST_ACTIVITY = 80;

    /** One that was measured to its end. */
    public Score(String instrument, int version, LocalDate date, double value, Qualifiers qualifiers) {
        this(instrument, version, date, value, qualifiers, false);
    }

    /** Rejects what no instrument could have. */
    public Score {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a score must be a number, was " + value);
        }
        if (qualifiers.language().isEmpty() || qualifiers.answeredBy().isEmpty()) {
            throw new IllegalArgumentException("a score says its language and who answered");
        }
    }

    /**
     * A score of this instrument, or the first thing that is wrong with it.
     *
     * @param value may be anything
     */
    public static ScoreReading read(Instrument instrument, LocalDate date, double value, Qualifiers qualifiers) {
        Optional<Refused> refused = number(instrument, value)
                .or(() -> activity(instrument, qualifiers))
                .or(() -> asked(instrument, Ask.TIMING, Field.TIMING, qualifiers.timing()))
                .or(() -> asked(instrument, Ask.SIDE, Field.SIDE, qualifiers.side()))
                .or(() -> asked(instrument, Ask.SURFACE, Field.SURFACE, qualifiers.surface()))
                .or(() -> answeredBy(instrument, qualifiers))
                .or(() -> language(instrument, qualifiers));
        return refused.<ScoreReading>map(one -> one)
                .orElseGet(() -> new ScoreReading.Usable(of(instrument, date, value, qualifiers)));
    }

    /**
     * The same for a value of a file or another system that says which end of its scale is the good one.
     *
     * @param stated what it says; refused where the instrument says the contrary, never turned round
     */
    public static ScoreReading read(
            Instrument instrument, LocalDate date, double value, Qualifiers qualifiers, Polarity stated) {
        return stated == instrument.polarity()
                ? read(instrument, date, value, qualifiers)
                : refusal(instrument, Field.POLARITY, Reason.CONTRARY);
    }

    /** The same, and the true value is this or more. */
    public Score orMore() {
        return new Score(instrument, version, date, value, qualifiers, true);
    }

    /**
     * Two scores may be compared where this is the same: instrument, version, language, who answered and all else that a
     * value says beside itself.
     */
    public String seriesId() {
        return instrument + "@" + version
                + "|language=" + qualifiers.language().orElseThrow()
                + "|by=" + qualifiers.answeredBy().orElseThrow()
                + "|" + qualifiers.text();
    }

    private static Score of(Instrument instrument, LocalDate date, double value, Qualifiers said) {
        Qualifiers whole = said.in(said.language().orElse(instrument.language()))
                .answeredBy(said.answeredBy().orElse(instrument.mode()));
        // -0.0 would be another value than 0 to a record.
        return new Score(instrument.id(), instrument.version(), date, value + 0.0, whole);
    }

    private static Optional<Refused> number(Instrument instrument, double value) {
        if (!Double.isFinite(value)) {
            return Optional.of(refusal(instrument, Field.VALUE, Reason.NOT_A_NUMBER));
        }
        if (value < instrument.min()) {
            return Optional.of(refusal(instrument, Field.VALUE, Reason.BELOW_RANGE));
        }
        if (value > instrument.max()) {
            return Optional.of(refusal(instrument, Field.VALUE, Reason.ABOVE_RANGE));
        }
        return instrument.scale().isOnStep(value)
                ? Optional.empty()
                : Optional.of(refusal(instrument, Field.VALUE, Reason.OFF_STEP));
    }

    /** Pain at rest, the worst and the average are of no single activity; one may be said all the same. */
    private static Optional<Refused> activity(Instrument instrument, Qualifiers said) {
        boolean needless = said.activity().isEmpty()
                && instrument.asks(Ask.TIMING)
                && said.timing().filter(when -> !when.ofActivity()).isPresent();
        if (needless) {
            return Optional.empty();
        }
        return asked(instrument, Ask.ACTIVITY, Field.ACTIVITY, said.activity()).or(() -> said.activity()
                .flatMap(Score::wordsFault)
                .map(why -> refusal(instrument, Field.ACTIVITY, why)));
    }

    private static Optional<Reason> wordsFault(String words) {
        if (words.length() > LONGEST_ACTIVITY) {
            return Optional.of(Reason.TOO_LONG);
        }
        boolean text =
                words.codePoints().noneMatch(c -> Character.isISOControl(c) || !Character.isDefined(c) || c == 0xFFFD);
        return text ? Optional.empty() : Optional.of(Reason.NOT_TEXT);
    }

    private static Optional<Refused> asked(Instrument instrument, Ask ask, Field field, Optional<?> said) {
        if (instrument.asks(ask) == said.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(refusal(instrument, field, said.isPresent() ? Reason.NOT_ASKED : Reason.MISSING));
    }

    private static Optional<Refused> answeredBy(Instrument instrument, Qualifiers said) {
        if (instrument.mode() == Mode.EITHER) {
            return said.answeredBy().filter(who -> who != Mode.EITHER).isPresent()
                    ? Optional.empty()
                    : Optional.of(refusal(instrument, Field.ANSWERED_BY, Reason.MISSING));
        }
        return said.answeredBy().filter(who -> who != instrument.mode()).isPresent()
                ? Optional.of(refusal(instrument, Field.ANSWERED_BY, Reason.CONTRARY))
                : Optional.empty();
    }

    private static Optional<Refused> language(Instrument instrument, Qualifiers said) {
        return said.language()
                .filter(tag -> !tag.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*"))
                .map(tag -> refusal(instrument, Field.LANGUAGE, Reason.NOT_TEXT));
    }

    private static Refused refusal(Instrument instrument, Field field, Reason reason) {
        return new Refused(field, reason, instrument.min(), instrument.max());
    }
}
