package org.plinth.core.outcome;

import java.util.Locale;
import java.util.Optional;
import org.plinth.core.outcome.Instrument.Mode;
import org.plinth.core.visit.Side;

/**
 * What a value says beside itself: doing what, when, of which leg, on which surface, answered by whom, in which language.
 * Start at {@link #NONE} and add.
 *
 * @param activity in the patient's words
 * @param timing when it was felt
 * @param side of which leg
 * @param surface sat on what
 * @param answeredBy PATIENT or CLINICIAN; needs to be said only where the instrument leaves it open
 * @param language BCP 47 tag of the form that was answered; empty for the instrument's own
 */
public record Qualifiers(
        Optional<String> activity,
        Optional<Timing> timing,
        Optional<Side> side,
        Optional<Surface> surface,
        Optional<Mode> answeredBy,
        Optional<String> language) {

    /** Nothing said. */
    public static final Qualifiers NONE = new Qualifiers(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** White space is made single, and a blank activity is none. */
    public Qualifiers {
        activity = activity.map(words -> words.strip().replaceAll("\\s+", " ")).filter(words -> !words.isEmpty());
        language = language.map(tag -> tag.strip().toLowerCase(Locale.ROOT));
    }

    /** The same, doing this. */
    public Qualifiers doing(String words) {
        return new Qualifiers(Optional.of(words), timing, side, surface, answeredBy, language);
    }

    /** The same, felt then. */
    public Qualifiers at(Timing when) {
        return new Qualifiers(activity, Optional.of(when), side, surface, answeredBy, language);
    }

    /** The same, of this leg. */
    public Qualifiers of(Side leg) {
        return new Qualifiers(activity, timing, Optional.of(leg), surface, answeredBy, language);
    }

    /** The same, sat on this. */
    public Qualifiers on(Surface seat) {
        return new Qualifiers(activity, timing, side, Optional.of(seat), answeredBy, language);
    }

    /** The same, answered by them. */
    public Qualifiers answeredBy(Mode who) {
        return new Qualifiers(activity, timing, side, surface, Optional.of(who), language);
    }

    /** The same, in this language. */
    public Qualifiers in(String tag) {
        return new Qualifiers(activity, timing, side, surface, answeredBy, Optional.of(tag));
    }

    /** Canonical text of all but language and who answered; an activity counts the same in capitals. */
    String text() {
        return "timing=" + timing.map(Enum::name).orElse("")
                + "|side=" + side.map(Enum::name).orElse("")
                + "|surface=" + surface.map(Enum::name).orElse("")
                + "|activity="
                + activity.map(words -> words.toLowerCase(Locale.ROOT)).orElse("");
    }
}
