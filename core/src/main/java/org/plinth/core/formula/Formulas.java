package org.plinth.core.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.Metrics;

/** Every formula there is: those of the metrics, as they declare them, and those of comparisons. */
public final class Formulas {

    private static final String HOPKINS = "Hopkins 2000, doi:10.2165/00007256-200030010-00001";

    private Formulas() {}

    /** All, metrics first, in the order in which they are shown. */
    public static List<Formula> all() {
        List<Formula> all = new ArrayList<>();
        for (Metric metric : Metrics.ALL) {
            all.add(new Formula(metric.id(), metric.version(), metric.unit(), metric.formula(), metric.source()));
        }
        all.addAll(results());
        all.addAll(symmetry());
        all.addAll(changes());
        return List.copyOf(all);
    }

    /** The one with this id. */
    public static Optional<Formula> find(String id) {
        return all().stream().filter(formula -> formula.id().equals(id)).findFirst();
    }

    private static List<Formula> results() {
        return List.of(
                new Formula(
                        "value_N",
                        1,
                        "N",
                        "best = max of the first k valid efforts; k = the smaller count",
                        "decision M2"),
                new Formula("mean_N", 1, "N", "mean = sum of the first k valid efforts / k", "decision M2"),
                new Formula(
                        "cv_pct",
                        1,
                        "%",
                        "CV = 100 * SD / mean of the first k valid efforts; SD with k - 1",
                        "decision M2"),
                new Formula(
                        "baseline_N",
                        1,
                        "N",
                        "F0 = mean of the quietest 500 ms in the 1.5 s before the rise",
                        "decision M9"));
    }

    private static List<Formula> symmetry() {
        return List.of(
                new Formula(
                        "lsi_pct",
                        1,
                        "%",
                        "LSI = 100 * injured / uninjured, of the test values, not capped",
                        "decision M5"),
                new Formula(
                        "lsiMean_pct",
                        1,
                        "%",
                        "LSI = 100 * injured / uninjured, of the means of the first k",
                        "decision M2"),
                new Formula(
                        "lsiNet_pct",
                        1,
                        "%",
                        "LSI = 100 * (Xi - Bi) / (Xu - Bu); best effort of each side less its own baseline B",
                        "decision M7"),
                new Formula(
                        "lsiLow_pct",
                        1,
                        "%",
                        "low, high = LSI * exp(-/+ 1.96 * s); s = sqrt(ci^2 + cu^2), c = relative SEM of a side",
                        "decision M5"),
                new Formula(
                        "decisionLow_pct",
                        1,
                        "%",
                        "low, high = LSI * exp(-/+ 1.2816 * s); met if low >= threshold, not met if high < threshold",
                        "decision M5"),
                new Formula(
                        "chanceAtLeastThreshold",
                        1,
                        "1",
                        "P = Phi(ln(LSI / threshold) / s); Phi = normal distribution",
                        "decision M5"));
    }

    private static List<Formula> changes() {
        return List.of(
                new Formula(
                        "detectableChange_N",
                        1,
                        "N",
                        "limits = B * exp(-/+ m); m = 1.96 * sqrt(1/a + 1/b) * c; a, b = visits in baseline and follow-up",
                        "decision M12; " + HOPKINS),
                new Formula(
                        "chanceAboveZero",
                        1,
                        "1",
                        "P = Phi(ln(F / B) / (c * sqrt(1/a + 1/b))); B = baseline, c = relative SEM",
                        "decision M13"),
                new Formula(
                        "trend_pctPerWeek",
                        1,
                        "%/wk",
                        "100 * (exp(7 b) - 1); b = slope of ln F per day, Theil-Sen from 5 visits, else least squares",
                        "decision M13; Sen 1968, doi:10.1080/01621459.1968.10480934"),
                new Formula("typicalError_N", 1, "N", "TE = SD(second - first) / sqrt(2), of pairs of tests", HOPKINS),
                new Formula(
                        "ownSiteSem_pct",
                        1,
                        "%",
                        "SEM = sqrt((10 c0^2 + (n - 1) v) / (9 + n)); c0 = literature, v = variance of ln ratios / 2",
                        "decision M4"));
    }
}
