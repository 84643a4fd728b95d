package org.plinth.core.position;

import static org.plinth.core.position.PositionField.choice;
import static org.plinth.core.position.PositionField.decimal;
import static org.plinth.core.position.PositionField.lines;
import static org.plinth.core.position.PositionField.sentence;
import static org.plinth.core.position.PositionField.text;
import static org.plinth.core.position.PositionField.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a clinic's own position, in the order in which people meet them: the one list behind the check, the
 * form, the comparison of two versions and the API.
 *
 * <p>Angles stay within what a joint can do: hip −30 to 130°, knee −10 to 150° (American Academy of Orthopaedic
 * Surgeons, Joint Motion: Method of Measuring and Recording, 1965, with room for hypermobile knees). The other limits
 * are engineering values.
 */
public final class PositionFields {

    /** Pairs of tests from which a clinic's own error may stand above what was assumed before (decision M4). */
    public static final int LEAST_PAIRS = 10;

    /** Pairs from which it may stand below (decision M4). */
    public static final int PAIRS_TO_LOWER = 30;

    /** Where a copy comes from: {@code curl-prone-15@1}. Not a field of the form: it never changes. */
    public static final String BASED_ON = "basedOn";

    /** What the ids of own positions begin with. */
    public static final String OWN = "own-";

    /** All. */
    public static final List<PositionField> ALL = all();

    private PositionFields() {}

    /** The one with this key. */
    public static Optional<PositionField> find(String key) {
        return ALL.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** Whether an id names a clinic's own position. */
    public static boolean isOwn(String positionId) {
        return positionId.startsWith(OWN);
    }

    private static List<PositionField> all() {
        List<PositionField> all = new ArrayList<>(setUp());
        all.addAll(protocol());
        for (Fixation fixation : Fixation.values()) {
            all.addAll(error("error." + fixation.id()));
        }
        all.addAll(gate());
        return List.copyOf(all);
    }

    private static List<PositionField> setUp() {
        return List.of(
                text("name", 120),
                choice("family", "curl", "bridge-force", "bridge-noforce", "comparator"),
                choice("body", "prone", "supine", "sitting", "standing", "kneeling"),
                text("hip", 100),
                whole("hip.degrees", -30, 130, "°"),
                text("knee", 100),
                whole("knee.degrees", -10, 150, "°"),
                text("ankle", 120).optional(),
                lines("setUp", 12),
                sentence("placement", 300),
                choice("site", "shank", "heel", "forefoot", "thigh", "pelvis", "none"),
                sentence("stabilisation", 200),
                text("lever.from", 120).optional(),
                text("lever.to", 120).optional(),
                sentence("instruction", 500),
                lines("mistake", 12));
    }

    private static List<PositionField> protocol() {
        return List.of(
                choice("contraction", "make", "break", "sustained", "reps", "eccentric"),
                whole("repetitions", 1, 12, ""),
                whole("hold.seconds", 0, 60, "s"),
                whole("rest.seconds", 0, 300, "s"),
                whole("cap", 1, 600, "").optional(),
                choice("unit", "N", "s", "{reps}", "N.m"),
                sentence("quantity", 120),
                choice("limbs", "one", "both", "both at once, measured per leg"),
                choice("bilateral", "no", "yes"),
                choice("symmetry", "lsi", "bai", "none"),
                sentence("symmetry.note", 200).optional(),
                choice("directions", "PUSH", "PULL", "PUSH, PULL").optional(),
                whole("minimumRange.newtons", 50, 5000, "N").optional(),
                choice("tare", "UNLOADED", "LIMB_RESTING"));
    }

    private static List<PositionField> error(String key) {
        return List.of(
                choice(key + ".basis", "not_applicable", "assumed", "literature", "measured-here"),
                decimal(key + ".percent", 0.5, 40, "%").optional(),
                sentence(key + ".evidence", 300).optional(),
                whole(key + ".pairs", LEAST_PAIRS, 10_000, "").optional());
    }

    private static List<PositionField> gate() {
        return List.of(
                whole("gate.stage", 0, 4, ""),
                choice("gate.compression", "C0", "C1", "C2", "C3", "C4"),
                whole("gate.sittingPainMost", 0, 10, "").optional(),
                sentence("gate.condition", 200).optional(),
                sentence("norm.value", 200).optional(),
                sentence("norm.population", 200).optional(),
                sentence("norm.source", 200).optional());
    }
}
