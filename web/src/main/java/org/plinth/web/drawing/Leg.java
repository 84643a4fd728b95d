package org.plinth.web.drawing;

import java.util.Comparator;
import java.util.List;

/**
 * A leg in the plane that divides left from right [cm].
 *
 * @param hip joint centre
 * @param knee joint centre
 * @param ankle joint centre
 * @param thighFront where the front of the thigh faces
 * @param shankFront where the shin faces
 * @param toes where the toes point
 * @param footUp from the sole to the ankle
 */
record Leg(Vec hip, Vec knee, Vec ankle, Vec thighFront, Vec shankFront, Vec toes, Vec footUp) {

    /** The foot from the side: forward and up from the ankle, as shares of body height. */
    private static final double[][] FOOT = {
        {-0.019, 0.020}, {-0.031, -0.004}, {-0.037, -0.022}, {-0.033, -0.036}, {-0.018, -0.039}, {0.018, -0.036},
        {0.055, -0.039}, {0.088, -0.039}, {0.108, -0.035}, {0.113, -0.026}, {0.102, -0.017}, {0.070, -0.009},
        {0.040, 0.004}, {0.020, 0.022},
    };

    /** Along the thigh, from hip to knee. */
    Vec thigh() {
        return knee.minus(hip).unit();
    }

    /** Along the shank, from knee to ankle. */
    Vec shank() {
        return ankle.minus(knee).unit();
    }

    List<Vec> foot() {
        return List.of(FOOT).stream().map(this::onFoot).toList();
    }

    Vec onFoot(double... shares) {
        return ankle.along(toes, Proportions.share(shares[0])).along(footUp, Proportions.share(shares[1]));
    }

    Vec heel() {
        return onFoot(-0.022, -0.036);
    }

    Vec ball() {
        return onFoot(0.085, -0.039);
    }

    /** The lowest point of the foot. */
    double lowest() {
        return foot().stream()
                .min(Comparator.comparingDouble(Vec::y))
                .orElse(ankle)
                .y();
    }

    Leg moved(Vec by) {
        return new Leg(hip.plus(by), knee.plus(by), ankle.plus(by), thighFront, shankFront, toes, footUp);
    }
}
