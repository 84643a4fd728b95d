package org.plinth.core.programme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.core.outcome.DelayedResponse;
import org.plinth.core.outcome.PainBand;
import org.plinth.core.outcome.Surface;

/**
 * A graded return to sitting on one surface; a harder surface is a ladder of its own and begins at the bottom.
 *
 * <pre>
 *   first 30 s, then every two days     next = t + 30 s  where t &lt; 600 s,   else t + 60 s
 *   one step back                       back = t - 30 s  where t ≤ 600 s,   else t - 60 s;   at least 30 s
 * </pre>
 *
 * <p>Source: Butler, advice to members of a support group for proximal hamstring tendinopathy; no trial. An offer for those
 * who want a plan, never a gate for strength or running.
 *
 * @param surface sat on
 */
public record SittingLadder(Surface surface) {

    /** Where each ladder begins [s]. */
    public static final int FIRST_SECONDS = 30;
    /** From one step to the next [days]. */
    public static final int DAYS_BETWEEN = 2;
    /** Longest step that is believed [s]: 12 hours. */
    public static final int LONGEST_SECONDS = 43_200;

    private static final int MOST_PAIN = 10;
    private static final int TURN_SECONDS = 600;
    private static final int SMALL_SECONDS = 30;
    private static final int LARGE_SECONDS = 60;

    /** What a step's response means for the next. */
    public enum Outcome {
        /** Sat as planned and no worse afterwards: one further. */
        PASS,
        /** The same again. */
        HOLD,
        /** One back. */
        STEP_BACK
    }

    /** Why the next step is what it is. */
    public enum Why {
        /** There was none on this surface yet. */
        FIRST,
        /** Sat as planned, no worse a day or two later. */
        NOT_WORSE,
        /** Worse a day or two later. */
        WORSE_AFTERWARDS,
        /** More than 5 of 10 while sitting or afterwards. */
        TOO_MUCH_PAIN,
        /** 4 or 5 of 10 while sitting or afterwards. */
        MORE_THAN_AGREED,
        /** Got up before the planned time. */
        NOT_REACHED,
        /** How it was afterwards, or how long was sat, was not said. */
        NOT_KNOWN
    }

    /**
     * One step that was tried.
     *
     * @param date local date
     * @param surface sat on
     * @param plannedSeconds that were planned
     * @param satSeconds that were sat; empty where not said
     * @param painDuring most pain while sitting, 0 to 10; empty where not said
     * @param response how it was a day or two later
     */
    public record Step(
            LocalDate date,
            Surface surface,
            int plannedSeconds,
            OptionalInt satSeconds,
            OptionalInt painDuring,
            DelayedResponse response) {

        /** Rejects what cannot be. */
        public Step {
            if (plannedSeconds < 1 || plannedSeconds > LONGEST_SECONDS) {
                throw new IllegalArgumentException("a step is 1 to 43200 s, was " + plannedSeconds);
            }
            if (satSeconds.isPresent() && (satSeconds.getAsInt() < 0 || satSeconds.getAsInt() > LONGEST_SECONDS)) {
                throw new IllegalArgumentException("sitting is 0 to 43200 s, was " + satSeconds.getAsInt());
            }
            if (painDuring.isPresent() && (painDuring.getAsInt() < 0 || painDuring.getAsInt() > MOST_PAIN)) {
                throw new IllegalArgumentException("pain is 0 to 10, was " + painDuring.getAsInt());
            }
        }

        /** Why the one after it is what it is; the weightiest reason. */
        public Why why() {
            PainBand band = PainBand.of(painDuring, response);
            if (band == PainBand.STOP) {
                return Why.TOO_MUCH_PAIN;
            }
            if (response.answer() == DelayedResponse.Answer.WORSE) {
                return Why.WORSE_AFTERWARDS;
            }
            if (satSeconds.isPresent() && satSeconds.getAsInt() < plannedSeconds) {
                return Why.NOT_REACHED;
            }
            if (band == PainBand.MORE_THAN_AGREED) {
                return Why.MORE_THAN_AGREED;
            }
            boolean known = satSeconds.isPresent() && response.answer() == DelayedResponse.Answer.NOT_WORSE;
            return known ? Why.NOT_WORSE : Why.NOT_KNOWN;
        }

        /** What it means for the one after it. */
        public Outcome outcome() {
            return switch (why()) {
                case NOT_WORSE, FIRST -> Outcome.PASS;
                case WORSE_AFTERWARDS, TOO_MUCH_PAIN -> Outcome.STEP_BACK;
                case MORE_THAN_AGREED, NOT_REACHED, NOT_KNOWN -> Outcome.HOLD;
            };
        }
    }

    /**
     * What comes next.
     *
     * @param surface to sit on
     * @param seconds to sit
     * @param earliest first day for it; today where that is past
     * @param why it is this
     * @param outcome of the step before; empty for the first
     */
    public record Next(Surface surface, int seconds, LocalDate earliest, Why why, Optional<Outcome> outcome) {}

    /**
     * The next step on this surface.
     *
     * @param done steps in any order; those on other surfaces and those after today are left out, and of two on one date the
     *     later given counts
     */
    public Next next(List<Step> done, LocalDate today) {
        Optional<Step> last = done.stream()
                .filter(step -> step.surface() == surface && !step.date().isAfter(today))
                .sorted(Comparator.comparing(Step::date))
                .reduce((earlier, later) -> later);
        return last.map(step -> after(step, today))
                .orElseGet(() -> new Next(surface, FIRST_SECONDS, today, Why.FIRST, Optional.empty()));
    }

    private Next after(Step last, LocalDate today) {
        LocalDate due = last.date().plusDays(DAYS_BETWEEN);
        int planned = last.plannedSeconds();
        int seconds =
                switch (last.outcome()) {
                    case PASS -> up(planned);
                    case HOLD -> planned;
                    case STEP_BACK -> down(planned);
                };
        return new Next(surface, seconds, due.isBefore(today) ? today : due, last.why(), Optional.of(last.outcome()));
    }

    /** The step above this one [s]; the longest stays. */
    public static int up(int seconds) {
        return Math.min(LONGEST_SECONDS, seconds + (seconds < TURN_SECONDS ? SMALL_SECONDS : LARGE_SECONDS));
    }

    /** The step below this one [s]; the first stays. */
    public static int down(int seconds) {
        return Math.max(FIRST_SECONDS, seconds - (seconds <= TURN_SECONDS ? SMALL_SECONDS : LARGE_SECONDS));
    }
}
