package org.plinth.core.outcome;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * One way to score something other than strength: what its values are and what may be said of two of them. Only its total
 * or its single answer is kept; the items of a questionnaire are never part of Plinth.
 *
 * @param id lower-case, dashed, for ever
 * @param version from 1; values of two versions are not compared
 * @param name as the clinician reads it
 * @param use what it is for
 * @param scale its values
 * @param recall which time an answer is about
 * @param mode who may answer
 * @param language BCP 47 tag of the form that these figures are about, unless a score says another
 * @param asks what a value must say beside itself
 * @param detectable smallest change that is more than error; empty where none is known well enough
 * @param worthwhile smallest change that people found worthwhile; empty where none is known well enough
 * @param numberOfItems of the form; empty where it has none or it is not stated
 * @param licence what its owner asks, in words
 * @param itemTextBundled always false
 */
public record Instrument(
        String id,
        int version,
        String name,
        Use use,
        Scale scale,
        Recall recall,
        Mode mode,
        String language,
        Set<Ask> asks,
        Optional<Detectable> detectable,
        Optional<Worthwhile> worthwhile,
        OptionalInt numberOfItems,
        String licence,
        boolean itemTextBundled) {

    /** What it is for. */
    public enum Use {
        /** How the patient does. */
        OUTCOME,
        /** What else was going on: a note beside the others, which never corrects them. */
        CONTEXT
    }

    /** Which time an answer is about. */
    public enum Recall {
        /** This moment, or today. */
        NOW,
        /** The last 24 hours. */
        LAST_24_H,
        /** The last seven days. */
        LAST_WEEK,
        /** The last fourteen days. */
        LAST_2_WEEKS,
        /** Since the treatment began. */
        SINCE_START,
        /** None: the form does not say, or the value's timing does. */
        NONE
    }

    /** Who answered, or may. */
    public enum Mode {
        /** The patient, whoever wrote it down. */
        PATIENT,
        /** The clinician judged. */
        CLINICIAN,
        /** Either, and a value says which: the two are not compared. */
        EITHER
    }

    /** What a value must say beside itself. */
    public enum Ask {
        /** Doing what, in the patient's words. */
        ACTIVITY,
        /** When it was felt. */
        TIMING,
        /** Of which leg. */
        SIDE,
        /** Sitting on what. */
        SURFACE
    }

    /** Rejects what cannot be and copies the set. */
    public Instrument {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("an id is lower-case and dashed, was " + id);
        }
        if (version < 1) {
            throw new IllegalArgumentException("a version is 1 or more, was " + version);
        }
        if (itemTextBundled) {
            throw new IllegalArgumentException(id + " must not bring the text of its items");
        }
        if (detectable
                .filter(one -> !one.relative() && one.value() >= scale.max() - scale.min())
                .isPresent()) {
            throw new IllegalArgumentException(id + " could never show its detectable change");
        }
        asks = Collections.unmodifiableSortedSet(new TreeSet<>(asks));
    }

    /** Least value. */
    public double min() {
        return scale.min();
    }

    /** Greatest value. */
    public double max() {
        return scale.max();
    }

    /** Between neighbouring values. */
    public double step() {
        return scale.step();
    }

    /** One of {@link Scale#UNITS}; empty for a bare number. */
    public String unit() {
        return scale.unit();
    }

    /** Which end is the good one. */
    public Polarity polarity() {
        return scale.polarity();
    }

    /** Whether a value must say this. */
    public boolean asks(Ask what) {
        return asks.contains(what);
    }
}
