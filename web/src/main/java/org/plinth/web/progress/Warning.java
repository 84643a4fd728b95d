package org.plinth.web.progress;

import java.time.LocalDate;
import java.util.Optional;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;

/**
 * What must be known before anything is concluded. The text catalogue has the sentence under {@code progress.warning.<KIND>}.
 *
 * @param kind what
 * @param position where; empty where it is about the patient
 * @param side which leg
 * @param date when
 * @param words of a person, such as a goal
 */
public record Warning(
        Kind kind,
        Optional<TestPosition> position,
        Optional<Side> side,
        Optional<LocalDate> date,
        Optional<String> words) {

    /** In the order in which they matter. */
    public enum Kind {
        /** She said at home that a leg feels numb or weak. */
        HOME_NUMB,
        /** She said at home that it hurts more than agreed. */
        HOME_PAIN,
        /** She said at home that it is still worse after 48 hours. */
        HOME_WORSE,
        /** Running hurt more than 5 of 10, during or a day or two after. */
        RUN_PAIN,
        /** It hurt more a day or two after the run than before it. */
        RUN_WORSE,
        /** Stage 4 is asked for more often than every third day. */
        SPACING_STAGE,
        /** Days a week or times a day do not go with the days between that the prescription itself says. */
        SPACING,
        /** Surgery, an injection or a flare-up between the baseline and the newest test. */
        UPSET_BETWEEN,
        /** Weaker by more than measurement error, twice. */
        WEAKER,
        /** The uninjured leg got weaker, which flatters the symmetry. */
        UNINJURED_WEAKER,
        /** The same at one visit, to be confirmed. */
        UNINJURED_MAYBE_WEAKER,
        /** The newest test was limited by pain. */
        PAIN_LIMITED,
        /** The calibration behind the newest test is in doubt, or there is none. */
        CALIBRATION,
        /** Another model of sensor than before: a new series. */
        SENSOR_CHANGED,
        /** Surgery on this leg: a new baseline since. */
        SURGERY_BETWEEN,
        /** A clinician began a new baseline after an event. */
        NEW_BASELINE,
        /** Set-up or protocol changed: a new series. */
        SET_UP_CHANGED,
        /** The newest test has one leg only. */
        ONE_SIDED,
        /** Nothing was measured before treatment began. */
        NO_BASELINE,
        /** The baseline is one visit. */
        SINGLE_BASELINE,
        /** No measurement error is known: no change can be told. */
        NO_ERROR,
        /** A goal's day has passed. */
        GOAL_PAST
    }

    static Warning of(Kind kind, TestPosition position, Side side, LocalDate date) {
        return new Warning(kind, Optional.of(position), Optional.of(side), Optional.of(date), Optional.empty());
    }

    static Warning said(Kind kind, LocalDate date, String words) {
        return new Warning(kind, Optional.empty(), Optional.empty(), Optional.of(date), Optional.of(words));
    }
}
