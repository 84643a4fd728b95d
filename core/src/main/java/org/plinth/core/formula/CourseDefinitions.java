package org.plinth.core.formula;

import java.util.List;
import org.plinth.core.formula.Formula.Group;

/** Numbers over time: baseline, change, trend, prescription, goal. */
final class CourseDefinitions {

    static final String HOPKINS = "Hopkins 2000, doi:10.2165/00007256-200030010-00001";

    /** Below five visits: least squares, and the interval that the known error gives. */
    static final List<Step> FEW_VISITS =
            List.of(Step.parse("b = slope(t, ln(F))"), Step.parse("h = 1.96 · c / 100 / √(spread(t))"));

    private static final String SEN = "decision M13; Sen 1968, doi:10.1080/01621459.1968.10480934";
    private static final String HALF_WIDTH = "m = 1.96 · √(1 / a + 1 / b) · c / 100";
    private static final String SLOPE = "b = medianSlope(t, ln(F))";
    private static final String SLOPE_HALF =
            "h = max(1.96 · c / 100, t975(count(t) − 2) · scatter(t, ln(F))) / √(spread(t))";
    private static final String FEW = "; below 5 visits b = slope(t, ln(F)) and h = 1.96 · c / 100 / √(spread(t))";

    private CourseDefinitions() {}

    static List<Definition> all() {
        return List.of(
                change("dayValue_N", "N", "decision T10", "F = e^(mean(ln(F_tests)))"),
                change("seriesBaseline_N", "N", "decision M12", "B = e^(mean(ln(F_visits)))"),
                change("change_N", "N", "decision M13", "D = F − B"),
                change("change_pct", "%", "decision M13", "D = 100 · (F / B − 1)"),
                change("detectableChange_N", "N", "decision M12; " + HOPKINS, HALF_WIDTH, "D_rise = B · (e^m − 1)"),
                change("detectableFall_N", "N", "decision M12; " + HOPKINS, HALF_WIDTH, "D_fall = B · (1 − e^(−m))"),
                change("smallestRise_pct", "%", "decision M13; " + HOPKINS, HALF_WIDTH, "D_percent = 100 · (e^m − 1)"),
                change("bandLow_N", "N", "decision M12; " + HOPKINS, HALF_WIDTH, "B_low = B · e^(−m)"),
                change("bandHigh_N", "N", "decision M12; " + HOPKINS, HALF_WIDTH, "B_high = B · e^m"),
                change(
                        "chanceAboveZero",
                        "1",
                        "decision M13",
                        "s = √(1 / a + 1 / b) · c / 100",
                        "P = Φ(ln(F / B) / s)"),
                trend("trend_pctPerWeek", SLOPE, "r = 100 · (e^(7 · b) − 1)"),
                trend("trendLow_pctPerWeek", SLOPE, SLOPE_HALF, "r_low = 100 · (e^(7 · (b − h)) − 1)"),
                trend("trendHigh_pctPerWeek", SLOPE, SLOPE_HALF, "r_high = 100 · (e^(7 · (b + h)) − 1)"),
                change(
                        "chanceOfGain",
                        "1",
                        "decision M14",
                        "d = ln(F) − mean(ln(F_before))",
                        "s = c / 100 · √(1 / count(F_before) + 1)",
                        "P = Φ(d / s)"),
                change("daysToGoal", "d", "decision S10", "n = (ln(G) − y) / b"));
    }

    private static Definition change(String id, String unit, String source, String... steps) {
        return Definition.of(id, Group.CHANGE, unit, source, steps);
    }

    private static Definition trend(String id, String... steps) {
        return Definition.of(id, Group.CHANGE, "%/wk", SEN, steps).saying(String.join("; ", steps) + FEW);
    }
}
