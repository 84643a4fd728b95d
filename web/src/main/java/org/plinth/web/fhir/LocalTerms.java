package org.plinth.web.fhir;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.plinth.core.effort.EffortFlag;
import org.plinth.core.effort.Rejection;
import org.plinth.core.metric.Metrics;
import org.plinth.core.metric.Withholding;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.TestPosition;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Trial;
import org.plinth.web.diary.Scores;

/** Codes of our own that follow from the catalogues of the house, with how they read. */
final class LocalTerms {

    /** Stands for the positions that a clinic wrote for itself: theirs are no codes of ours. */
    static final String OWN = "own";

    /** Stands for the position of what is no value of this patient any more. */
    static final String TAKEN_BACK = "taken-back";

    private static final Map<String, String> OBSERVED = Map.of(
            "trial", "One effort",
            "curve", "Force over time",
            "result", "Strength of a side",
            "symmetry", "Limb symmetry, injured as percent of uninjured",
            "reading", "Reading without a raw record");

    private LocalTerms() {}

    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (TestPosition position : PositionCatalogue.bundled().all()) {
            OBSERVED.forEach((what, words) -> all.put(what + "-" + position.id(), words + ": " + position.name()));
        }
        OBSERVED.forEach((what, words) -> all.put(what + "-" + OWN, words + ": a position of the clinic's own"));
        all.put("result-" + TAKEN_BACK, OBSERVED.get("result") + ": taken back");
        Scores.instruments().all().forEach(one -> all.put("score-" + one.id(), one.name()));
        Metrics.ALL.forEach(metric -> all.put(metric.id(), metric.id() + " [" + metric.unit() + "]"));
        for (Fixation fixation : Fixation.values()) {
            all.put("fixation-" + fixation.id(), "Sensor held by: " + fixation.id());
        }
        constants(all, "state", ThresholdState.values());
        constants(all, "flag", ResultFlag.values());
        constants(all, "effort", EffortFlag.values());
        constants(all, "refused", SymmetryRefusal.values());
        constants(all, "withheld", Withholding.values());
        constants(all, "rejected", Rejection.values());
        constants(all, "validity", Trial.State.values());
        constants(all, "basis", SeriesKey.Basis.values());
        constants(all, "source", SeriesKey.Provenance.values());
        constants(all, "consent", Consent.Kind.values());
        return all;
    }

    private static void constants(Map<String, String> all, String kind, Enum<?>[] values) {
        Arrays.stream(values).forEach(value -> all.put(code(kind, value), words(value)));
    }

    /** The code of one constant. */
    static String code(String kind, Enum<?> value) {
        return kind + "-" + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Enum<?> value) {
        String words = value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
