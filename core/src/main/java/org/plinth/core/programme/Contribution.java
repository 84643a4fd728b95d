package org.plinth.core.programme;

import java.util.Optional;
import org.plinth.core.change.DetectableChange;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;
import org.plinth.core.symmetry.SymmetryChange;

/**
 * How much each leg gave to the change of limb symmetry, and whether that part is more than the leg's own measurement error.
 *
 * <pre>
 *   Δln LSI = Δln X - Δln Y          X injured, Y uninjured
 * </pre>
 *
 * <p>Example: 180 and 240 N become 198 and 276 N. Symmetry falls from 75.0 to 71.7 %, though the injured leg gained 10 %: it
 * gave +0.0953, the other leg's gain took 0.1398.
 *
 * @param change of symmetry
 * @param injured the injured leg's part
 * @param uninjured the other leg's part
 */
public record Contribution(SymmetryChange change, Part injured, Part uninjured) {

    /** What a leg did. */
    public enum Own {
        /** Stronger by more than its measurement error. */
        STRONGER,
        /** Weaker by more than its measurement error. */
        WEAKER,
        /** Too little to tell from measurement error. */
        WITHIN_ERROR,
        /** Its measurement error is not known. */
        NO_ERROR_KNOWN
    }

    /** Which leg moved symmetry more. */
    public enum Mover {
        /** The injured one. */
        INJURED,
        /** The other one. */
        UNINJURED,
        /** Both alike, or neither. */
        NEITHER_MORE
    }

    /**
     * One leg's two values.
     *
     * @param first at its baseline
     * @param baselineVisits averaged into it, 1 or 2
     * @param now at the visit judged
     * @param error its measurement error; empty where not known
     */
    public record Leg(Force first, int baselineVisits, Force now, Optional<MeasurementError> error) {}

    /**
     * One leg's part.
     *
     * @param difference now less first [N]
     * @param percent 100 · (now / first − 1)
     * @param symmetryLog what it gave to Δln LSI: Δln X of the injured leg, −Δln Y of the other
     * @param own what the leg did
     * @param limits beyond which it is more than measurement error; empty where not known
     */
    public record Part(
            Force difference, double percent, double symmetryLog, Own own, Optional<DetectableChange> limits) {

        /** Whether it is more than the leg's own measurement error. */
        public boolean isBeyondError() {
            return own == Own.STRONGER || own == Own.WEAKER;
        }
    }

    /** The parts of both legs; empty where a value is not above 0 N. */
    public static Optional<Contribution> of(Leg injured, Leg uninjured) {
        return SymmetryChange.between(injured.first(), uninjured.first(), injured.now(), uninjured.now())
                .map(change -> new Contribution(
                        change, part(injured, change.injuredLog()), part(uninjured, -change.uninjuredLog())));
    }

    private static Part part(Leg leg, double symmetryLog) {
        Optional<DetectableChange> limits =
                leg.error().map(error -> DetectableChange.around(leg.first(), leg.baselineVisits(), error));
        double percent = 100 * (leg.now().newtons() / leg.first().newtons() - 1);
        Own own = limits.map(known -> own(known, leg.now())).orElse(Own.NO_ERROR_KNOWN);
        return new Part(leg.now().minus(leg.first()), percent, symmetryLog, own, limits);
    }

    private static Own own(DetectableChange limits, Force now) {
        if (now.compareTo(limits.high()) > 0) {
            return Own.STRONGER;
        }
        return now.compareTo(limits.low()) < 0 ? Own.WEAKER : Own.WITHIN_ERROR;
    }

    /** Which leg moved symmetry more, up or down; by itself it says nothing about measurement error. */
    public Mover mover() {
        int more = Double.compare(Math.abs(injured.symmetryLog()), Math.abs(uninjured.symmetryLog()));
        if (more == 0) {
            return Mover.NEITHER_MORE;
        }
        return more > 0 ? Mover.INJURED : Mover.UNINJURED;
    }
}
