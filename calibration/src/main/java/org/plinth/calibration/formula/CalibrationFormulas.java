package org.plinth.calibration.formula;

import java.util.List;
import java.util.stream.Stream;

/** Every formula of this module, in the order in which a calibration goes through them. */
public final class CalibrationFormulas {

    private static final String ISO_376 = "ISO 376:2011";
    private static final String GUM = "JCGM 100:2008 (GUM)";
    private static final String ASTM_E74 = "ASTM E74";

    private CalibrationFormulas() {}

    /**
     * One of them.
     *
     * @param id as files carry it, with its unit
     * @param unit as people write it
     * @param text the formula, with what its symbols mean
     * @param source where it comes from
     */
    public record Entry(String id, String unit, String text, String source) {}

    /** All. */
    public static List<Entry> all() {
        return Stream.of(loads(), curve(), characteristics(), uncertainty(), checks())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Entry> loads() {
        return List.of(
                new Entry(
                        "g_mps2",
                        "m/s²",
                        "g = 9.780327 (1 + 0.0053024 sin² φ − 0.0000058 sin² 2φ) − 3.086e-6 h; φ latitude, h height [m]",
                        "Moritz 1980, doi:10.1007/BF02521480"),
                new Entry(
                        "force_N", "N", "F = m g (1 − ρ_air / ρ_mass); m conventional mass [kg]", "OIML R 111-1:2004"),
                new Entry("deflection", "reading", "x = i − i0; i0 first unloaded reading of the same run", ISO_376));
    }

    private static List<Entry> curve() {
        return List.of(
                new Entry(
                        "a0_N, a1_N_per_count, a2_N_per_count2",
                        "N …",
                        "F = a0 + a1 x (+ a2 x²) by least squares on all points of the way up, the unloaded ones among them",
                        ISO_376),
                new Entry("s_N", "N", "s = √(Σ d² / (n − p)); d applied less curve, p coefficients", GUM),
                new Entry("half95_…", "as the coefficient", "t(0.975, n − p) √(s² (XᵀX)⁻¹_ii)", GUM),
                new Entry("sm_N", "N", "as s_N, over the points under load", ASTM_E74),
                new Entry("llf_N", "N", "2.4 s_m", ASTM_E74));
    }

    private static List<Entry> characteristics() {
        return List.of(
                new Entry("maxResidual_N", "N", "max |F − curve(x̄)|; x̄ mean of a load on the way up", ISO_376),
                new Entry(
                        "nonLinearity_pctFS",
                        "%",
                        "max |F − line(x̄)| / F_FS · 100, best-fit line",
                        "best-fit definition"),
                new Entry(
                        "hysteresis_pctFS",
                        "%",
                        "max |curve(x̄ down) − curve(x̄ up)| / F_FS · 100; hysteresis_N before the division",
                        ISO_376),
                new Entry("reversibility_pct", "%", "v = max |x̄ down − x̄ up| / x̄ up · 100", ISO_376),
                new Entry("repeatability_pct", "%", "b′ = max (x_max − x_min) / x̄ · 100, one orientation", ISO_376),
                new Entry("reproducibility_pct", "%", "b: the same over the means of the orientations", ISO_376),
                new Entry("interpolation_pct", "%", "fc = max |x̄ − x_curve(F)| / x_curve(F) · 100", ISO_376),
                new Entry(
                        "zeroReturn_N",
                        "N",
                        "max |slope(0) (i_f − i0)|; zeroReturn_pctFS: (i_f − i0) / x_FS · 100",
                        ISO_376),
                new Entry("creep_pctFS", "%", "max |i_300 − i_30| / x_FS · 100", ISO_376),
                new Entry("r_N", "N", "slope · max(one step, half the fluctuation)", ISO_376));
    }

    private static List<Entry> uncertainty() {
        return List.of(
                new Entry("u_ref", "N", "F · U / k, or F · limits / √3", GUM),
                new Entry("u_g", "N", "F · 5e-5; at an unknown place F · 0.00476 / √3", GUM),
                new Entry("u_rep", "N", "slope · pooled SD of one reading within its load and direction", GUM),
                new Entry("u_res", "N", "r / √12", GUM),
                new Entry("u_hyst", "N", "|curve(x̄ down) − curve(x̄ up)| / √3 at the load", GUM),
                new Entry("u_fit", "N", "|F − curve(x̄)| / √3 at the load", GUM),
                new Entry("u_curve", "N", "s √(xᵀ (XᵀX)⁻¹ x)", GUM),
                new Entry("u_zero", "N", "half-width / √3; the zero return where none is stated", GUM),
                new Entry("u_temp", "N", "F · half-width / √3, where stated", GUM),
                new Entry("u_align", "N", "F (1 − cos α) / √3", GUM),
                new Entry("U_N", "N", "U = 2 √(Σ u_i²)", GUM),
                new Entry("effectiveDegreesOfFreedom", "1", "u_c⁴ / Σ (u_i⁴ / ν_i)", GUM + " G.4.1"),
                new Entry(
                        "decision",
                        "1",
                        "PASS if |e| ≤ limit − U, FAIL if |e| > limit + U, else CANNOT_TELL; limit = max(1 % F, 0.5 N) from 10 N on",
                        "ILAC-G8:09/2019; 1 % from ISO 7500-1:2018 class 1; the rest engineering values"));
    }

    private static List<Entry> checks() {
        return List.of(
                new Entry("zero check", "N", "|F unloaded| ≤ 0.5", "engineering value"),
                new Entry(
                        "change_N",
                        "N",
                        "|indicated − reference| ≤ max(1 % of reference, one resolution step, 0.5)",
                        "decision M19"),
                new Entry(
                        "control chart",
                        "%",
                        "centre = mean of the first 8 checks, σ = mean moving range / 1.128; warning 2 σ, action 3 σ; rules: 1 beyond 3 σ,"
                                + " 2 of 3 beyond 2 σ, 4 of 5 beyond 1 σ, 8 on one side",
                        "ISO 7870-2:2023; Western Electric 1956"),
                new Entry(
                        "drift",
                        "%",
                        "d = a + b t by least squares; due when |d| + t(0.975, n − 2) s √(1/n + (t − t̄)²/Sxx) is beyond the limit",
                        GUM));
    }
}
