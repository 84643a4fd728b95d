package org.plinth.core.series;

import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Side;

/**
 * What must be equal for two results to be compared (decision M21). Its canonical text is stored with each result.
 *
 * @param patient opaque id
 * @param position position id
 * @param protocolVersion of the position's protocol
 * @param side which side
 * @param fixation how the sensor was held
 * @param stabilisation how the body was held, by id; {@code standard} where the protocol's own
 * @param sensorSite where on the body the sensor was: {@code shank}, {@code heel}, {@code pelvis} …
 * @param sensorModel driver id of the sensor
 * @param quantity metric id and version: {@code peak100_N@1}
 * @param basis force, torque or net
 * @param estimator {@code best}
 * @param limbWeight {@code none}, {@code measured}, {@code anthropometric}
 * @param provenance {@code RECORDED} or {@code TYPED}; the two never mix (decision M20)
 */
public record SeriesKey(
        String patient,
        String position,
        int protocolVersion,
        Side side,
        Fixation fixation,
        String stabilisation,
        String sensorSite,
        String sensorModel,
        String quantity,
        Basis basis,
        String estimator,
        String limbWeight,
        Provenance provenance) {

    /** What the value is. */
    public enum Basis {
        /** Force [N]. */
        FORCE,
        /** Torque [N·m]. */
        TORQUE,
        /** Force less its baseline [N]. */
        NET
    }

    /** Where the value comes from. */
    public enum Provenance {
        /** From a recording. */
        RECORDED,
        /** Typed from a display. */
        TYPED
    }

    /**
     * One line that is equal exactly when the keys are: {@code v1|name=value|…} in the order above, with {@code |},
     * {@code =}, {@code %} and control characters percent-encoded.
     */
    public String canonical() {
        return String.join(
                "|",
                "v1",
                field("patient", patient),
                field("position", position),
                field("protocol", Integer.toString(protocolVersion)),
                field("side", side.name()),
                field("fixation", fixation.id()),
                field("stabilisation", stabilisation),
                field("site", sensorSite),
                field("sensor", sensorModel),
                field("quantity", quantity),
                field("basis", basis.name()),
                field("estimator", estimator),
                field("limbWeight", limbWeight),
                field("provenance", provenance.name()));
    }

    private static String field(String name, String value) {
        StringBuilder out = new StringBuilder(name).append('=');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '|' || c == '=' || c == '%' || Character.isISOControl(c)) {
                out.append(String.format("%%%02X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** The same key for the other side: what limb symmetry compares. */
    public SeriesKey onSide(Side other) {
        return new SeriesKey(
                patient,
                position,
                protocolVersion,
                other,
                fixation,
                stabilisation,
                sensorSite,
                sensorModel,
                quantity,
                basis,
                estimator,
                limbWeight,
                provenance);
    }
}
