package org.plinth.core.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.core.outcome.DelayedResponse;

/**
 * Whether the next stage may be tried: a suggestion with its reasons and with what is not known. It changes nothing; a
 * clinician confirms. The next stage is suggested only where pain in daily activity is small, the last session was no worse
 * a day or two later, and, from stage 2 on, lunge and single-leg deadlift were tolerated; all of it known.
 *
 * @param kind what is suggested
 * @param next stage that is suggested; empty unless {@code ADVANCE}
 * @param reasons what speaks against it
 * @param notKnown what would have to be asked
 */
public record StageSuggestion(Kind kind, Optional<Stage> next, List<Reason> reasons, List<Unknown> notKnown) {

    /** Most pain that is small, 0 to 10, unless the clinic sets another. */
    public static final int MOST_PAIN = 3;

    /** What is suggested. */
    public enum Kind {
        /** Try the next stage. */
        ADVANCE,
        /** Stay. */
        STAY,
        /** Stay, and take some load away: it was worse a day or two later. */
        REDUCE,
        /** Ask first. */
        CANNOT_TELL
    }

    /** What speaks against the next stage. */
    public enum Reason {
        /** Pain in daily activity is more than the limit. */
        DAILY_PAIN,
        /** A load test hurt more than the limit. */
        LOAD_TEST_PAIN,
        /** Worse than before a day or two after the last session. */
        WORSE_AFTERWARDS,
        /** There is no stage after this one. */
        LAST_STAGE
    }

    /** What is not known. */
    public enum Unknown {
        /** Pain in daily activity. */
        DAILY_PAIN,
        /** Pain in the forward lunge. */
        LUNGE,
        /** Pain in the single-leg deadlift. */
        SINGLE_LEG_DEADLIFT,
        /** How it was a day or two after the last session. */
        RESPONSE
    }

    /**
     * What is known today.
     *
     * @param stage now
     * @param dailyPain in daily activity, 0 to 10; empty where not asked
     * @param lunge pain in the forward lunge, 0 to 10; empty where not tested
     * @param deadlift pain in the single-leg deadlift, 0 to 10; empty where not tested
     * @param response to the last session
     * @param mostPain that is small, 0 to 10; {@link #MOST_PAIN} unless the clinic sets another
     */
    public record Today(
            Stage stage,
            OptionalInt dailyPain,
            OptionalInt lunge,
            OptionalInt deadlift,
            DelayedResponse response,
            int mostPain) {

        private static final int GREATEST = 10;

        /** Rejects pain that is not 0 to 10. */
        public Today {
            dailyPain.ifPresent(Today::check);
            lunge.ifPresent(Today::check);
            deadlift.ifPresent(Today::check);
            check(mostPain);
        }

        private static void check(int pain) {
            if (pain < 0 || pain > GREATEST) {
                throw new IllegalArgumentException("pain is 0 to 10, was " + pain);
            }
        }
    }

    /** Copies the lists. */
    public StageSuggestion {
        reasons = List.copyOf(reasons);
        notKnown = List.copyOf(notKnown);
    }

    /** What is suggested today. */
    public static StageSuggestion of(Today today) {
        List<Reason> reasons = reasons(today);
        List<Unknown> notKnown = notKnown(today);
        Kind kind = kind(reasons, notKnown);
        Optional<Stage> next = kind == Kind.ADVANCE ? today.stage().following() : Optional.empty();
        return new StageSuggestion(kind, next, reasons, notKnown);
    }

    private static Kind kind(List<Reason> reasons, List<Unknown> notKnown) {
        if (reasons.contains(Reason.WORSE_AFTERWARDS)) {
            return Kind.REDUCE;
        }
        if (!reasons.isEmpty()) {
            return Kind.STAY;
        }
        return notKnown.isEmpty() ? Kind.ADVANCE : Kind.CANNOT_TELL;
    }

    private static List<Reason> reasons(Today today) {
        List<Reason> reasons = new ArrayList<>();
        if (today.response().answer() == DelayedResponse.Answer.WORSE) {
            reasons.add(Reason.WORSE_AFTERWARDS);
        }
        if (today.dailyPain().orElse(0) > today.mostPain()) {
            reasons.add(Reason.DAILY_PAIN);
        }
        if (Math.max(today.lunge().orElse(0), today.deadlift().orElse(0)) > today.mostPain()) {
            reasons.add(Reason.LOAD_TEST_PAIN);
        }
        if (today.stage().following().isEmpty()) {
            reasons.add(Reason.LAST_STAGE);
        }
        return reasons;
    }

    private static List<Unknown> notKnown(Today today) {
        List<Unknown> notKnown = new ArrayList<>();
        if (today.dailyPain().isEmpty()) {
            notKnown.add(Unknown.DAILY_PAIN);
        }
        boolean loadTests = today.stage() != Stage.ISOMETRIC;
        if (loadTests && today.lunge().isEmpty()) {
            notKnown.add(Unknown.LUNGE);
        }
        if (loadTests && today.deadlift().isEmpty()) {
            notKnown.add(Unknown.SINGLE_LEG_DEADLIFT);
        }
        if (today.response().answer() == DelayedResponse.Answer.NOT_KNOWN) {
            notKnown.add(Unknown.RESPONSE);
        }
        return notKnown;
    }
}
