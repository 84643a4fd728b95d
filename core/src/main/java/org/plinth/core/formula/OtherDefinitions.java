package org.plinth.core.formula;

import java.util.List;
import org.plinth.core.formula.Formula.Group;

/** Numbers set against the body, of the error of a measurement, and of the samples themselves. */
final class OtherDefinitions {

    private static final String WEIR = "Weir 2005, doi:10.1519/15184.1";
    private static final String JARIC = "Jaric 2002, doi:10.2165/00007256-200232100-00002";

    private OtherDefinitions() {}

    static List<Definition> scaling() {
        return List.of(
                scaling("torque_Nm", "N.m", JARIC, "τ = F · r · sin(θ)"),
                scaling("forcePerMass_Npkg", "N/kg", "decision M18; " + JARIC, "F_m = F / m"),
                scaling("torquePerMass_Nmpkg", "N.m/kg", "decision M18; " + JARIC, "τ_m = τ / m"),
                scaling("bodyWeight_pct", "%", JARIC, "W = 100 · F / (m · 9.80665)"),
                scaling("allometric_Npkg067", "N/kg^0.67", JARIC, "F_a = F / m^0.67"),
                scaling(
                        "limbWeight_N",
                        "N",
                        "decision M8; Winter, Biomechanics and Motor Control of Human Movement",
                        "F_g = 0.061 · m · 9.80665 · 0.606 · L · cos(α) / r"),
                scaling("strengthRatio", "1", "decision M8", "R = F_first / F_second"));
    }

    static List<Definition> reliability() {
        return List.of(
                reliability("semInUse_pct", "%", "decision M3", "c = c_position · f"),
                reliability(
                        "ownSiteSem_pct", "%", "decision M4", "c = √((10 · c_prior² + (n − 1) · c_own²) / (9 + n))"),
                reliability("typicalError_N", "N", CourseDefinitions.HOPKINS, "TE = sd(d) / √2"),
                reliability(
                        "typicalError_pct",
                        "%",
                        CourseDefinitions.HOPKINS,
                        "s = sd(ln(F_second / F_first)) / √2",
                        "TE = 100 · (e^s − 1)"),
                reliability("sem_N", "N", WEIR, "SEM = SD · √(1 − ICC)"),
                reliability("mdc95_N", "N", WEIR, "MDC = 1.96 · √2 · SEM"),
                reliability("mdc90_N", "N", WEIR, "MDC = 1.645 · √2 · SEM"),
                reliability(
                        "reliableChangeIndex",
                        "1",
                        "Jacobson and Truax 1991, doi:10.1037/0022-006X.59.1.12",
                        "RCI = (F_second − F_first) / (√2 · SEM)"));
    }

    static List<Definition> signal() {
        return List.of(
                signal("calibratedForce_N", "N", "decision M1", "F = a · x + b − F_tare"),
                signal("forceFromKgf_N", "N", "3rd CGPM 1901: standard gravity", "F = 9.80665 · x"),
                signal("duration_s", "s", "decision M10", "T = t_last − t_first"),
                signal("sampleRate_Hz", "Hz", "decision M10", "f = 1 / median(Δt)"),
                signal("effectiveRate_Hz", "Hz", "decision M10", "f = (n − 1) / (t_last − t_first)"),
                signal("lost", "1", "decision M11", "n_lost = n_expected − n_received"));
    }

    private static Definition scaling(String id, String unit, String source, String step) {
        return Definition.of(id, Group.SCALING, unit, source, step);
    }

    private static Definition reliability(String id, String unit, String source, String... steps) {
        return Definition.of(id, Group.RELIABILITY, unit, source, steps);
    }

    private static Definition signal(String id, String unit, String source, String step) {
        return Definition.of(id, Group.SIGNAL, unit, source, step);
    }
}
