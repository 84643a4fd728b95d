package org.plinth.core.formula;

import java.util.List;
import org.plinth.core.formula.Formula.Group;

/** Numbers of one side of a test, and of two sides. */
final class ComparisonDefinitions {

    private static final String SPREAD = "s = √((c_injured / 100)² + (c_uninjured / 100)²)";
    private static final String FIELLER = "decision M15; Fieller 1954, J R Stat Soc B 16:175-185";

    private ComparisonDefinitions() {}

    static List<Definition> results() {
        return List.of(
                Definition.of("value_N", Group.RESULT, "N", "decision M2", "F_best = max(F_efforts)"),
                Definition.of("mean_N", Group.RESULT, "N", "decision M2", "F_mean = mean(F_efforts)"),
                Definition.of("cv_pct", Group.RESULT, "%", "decision M2", "CV = 100 · sd(F_efforts) / mean(F_efforts)"),
                Definition.of("baseline_N", Group.EFFORT, "N", "decision M9", "F_0 = mean(F_rest)")
                        .saying("F_0 = mean of the quietest 500 ms in the 1.5 s before the rise;"
                                + " where none was quiet, of the lowest tenth of what stands before it"),
                Definition.of("pretension_pct", Group.EFFORT, "%", "decision M7", "p = 100 · F_0 / F_100"));
    }

    static List<Definition> symmetry() {
        return List.of(
                Definition.of("lsi_pct", Group.SYMMETRY, "%", "decision M5", "LSI = 100 · F_injured / F_uninjured"),
                Definition.of("lsiMean_pct", Group.SYMMETRY, "%", "decision M2", "LSI = 100 · M_injured / M_uninjured"),
                Definition.of(
                        "lsiNet_pct",
                        Group.SYMMETRY,
                        "%",
                        "decision M7",
                        "LSI = 100 · (F_injured − B_injured) / (F_uninjured − B_uninjured)"),
                Definition.of(
                        "lsiLow_pct", Group.SYMMETRY, "%", "decision M5", SPREAD, "LSI_low = LSI · e^(−1.96 · s)"),
                Definition.of(
                        "lsiHigh_pct", Group.SYMMETRY, "%", "decision M5", SPREAD, "LSI_high = LSI · e^(1.96 · s)"),
                within("withinVisitLow_pct", "R_low = 100 · x / y · e^(−h)"),
                within("withinVisitHigh_pct", "R_high = 100 · x / y · e^h"),
                Definition.of(
                        "lsiPooled_pct", Group.SYMMETRY, "%", "decision M6", "LSI_pooled = √(LSI_first · LSI_second)"),
                Definition.of(
                        "lsiAgainstFirst_pct", Group.SYMMETRY, "%", "decision M15", "LSI = 100 · F_now / F_first"),
                Definition.of("legDifference_N", Group.SYMMETRY, "N", "decision M6", "D = F_right − F_left"),
                Definition.of(
                        "legDifference_pct",
                        Group.SYMMETRY,
                        "%",
                        "decision M6",
                        "D = 100 · abs(F_right − F_left) / max(F_right, F_left)"),
                Definition.of(
                        "legDifferenceHalf_N",
                        Group.SYMMETRY,
                        "N",
                        "decision M6",
                        "h = 1.96 · c / 100 · √(F_left² + F_right²)"));
    }

    static List<Definition> referenceLine() {
        return List.of(
                Definition.of(
                                "decisionLow_pct",
                                Group.REFERENCE_LINE,
                                "%",
                                "decision M5",
                                SPREAD,
                                "LSI_low = LSI · e^(−1.2816 · s)")
                        .saying(SPREAD + "; LSI_low = LSI · e^(−1.2816 · s); met if LSI_low is at or above the line"),
                Definition.of(
                                "decisionHigh_pct",
                                Group.REFERENCE_LINE,
                                "%",
                                "decision M5",
                                SPREAD,
                                "LSI_high = LSI · e^(1.2816 · s)")
                        .saying(SPREAD + "; LSI_high = LSI · e^(1.2816 · s); not met if LSI_high is below the line"),
                Definition.of(
                        "chanceAtLeastThreshold",
                        Group.REFERENCE_LINE,
                        "1",
                        "decision M5",
                        SPREAD,
                        "P = Φ(ln(LSI / L) / s)"));
    }

    private static Definition within(String id, String last) {
        return Definition.of(
                id,
                Group.SYMMETRY,
                "%",
                FIELLER,
                "x = mean(F_injured)",
                "y = mean(F_uninjured)",
                "s_x = sd(F_injured) / √(count(F_injured))",
                "s_y = sd(F_uninjured) / √(count(F_uninjured))",
                "h = t975(count(F_injured) + count(F_uninjured) − 2) · √((s_x / x)² + (s_y / y)²)",
                last);
    }
}
