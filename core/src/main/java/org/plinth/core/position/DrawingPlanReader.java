package org.plinth.core.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.plinth.core.position.DrawingPlan.Anchor;
import org.plinth.core.position.DrawingPlan.Arms;
import org.plinth.core.position.DrawingPlan.Belt;
import org.plinth.core.position.DrawingPlan.Effort;
import org.plinth.core.position.DrawingPlan.Face;
import org.plinth.core.position.DrawingPlan.Foot;
import org.plinth.core.position.DrawingPlan.Support;
import org.plinth.core.position.DrawingPlan.Under;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.position.TestPosition.Placement;

/**
 * Reads the {@code drawing.*} keys of a position's file and holds them against the rest of it: a picture that shows
 * another set-up than the text is worse than none.
 */
final class DrawingPlanReader {

    private static final String PREFIX = "drawing.";

    private final PositionFile file;
    private final String body;
    private final Placement placement;
    private final Set<Direction> directions;
    private final boolean bilateral;

    private DrawingPlanReader(
            PositionFile file, String body, Placement placement, Set<Direction> directions, boolean bilateral) {
        this.file = file;
        this.body = body;
        this.placement = placement;
        this.directions = directions;
        this.bilateral = bilateral;
    }

    /**
     * The plan; empty where the file has no {@code drawing.*} key at all.
     *
     * @throws IllegalStateException naming file and key if one is missing or contradicts another
     */
    static Optional<DrawingPlan> read(
            PositionFile file, String body, Placement placement, Set<Direction> directions, boolean bilateral) {
        if (!file.hasAny(PREFIX)) {
            return Optional.empty();
        }
        DrawingPlanReader reader = new DrawingPlanReader(file, body, placement, directions, bilateral);
        DrawingPlan plan = reader.plan();
        reader.checkBody(plan);
        reader.checkHips(plan);
        reader.checkSensor(plan);
        reader.checkAngles(plan);
        return Optional.of(plan);
    }

    private DrawingPlan plan() {
        return new DrawingPlan(
                word("support", Support.class),
                file.yesOrNo(PREFIX + "pelvisLifted"),
                file.optionalWhole(PREFIX + "heelHeight.cm"),
                word("under", Under.class),
                word("foot", Foot.class),
                file.optionalWhole(PREFIX + "otherHip.degrees"),
                file.optionalWhole(PREFIX + "otherKnee.degrees"),
                word("arms", Arms.class),
                optional("face", Face.class),
                optional("load", Direction.class),
                optional("effort", Effort.class),
                optional("anchor", Anchor.class),
                belts(),
                file.optionalWhole(PREFIX + "machineHip.degrees"),
                file.optionalWhole(PREFIX + "machineKnee.degrees"));
    }

    private void checkBody(DrawingPlan plan) {
        boolean fits =
                switch (body) {
                    case "prone" -> plan.support() == Support.COUCH || plan.support() == Support.COUCH_END;
                    case "supine" -> plan.support() == Support.COUCH || plan.support() == Support.FLOOR;
                    case "sitting" -> plan.support() == Support.CHAIR || plan.support() == Support.LOW_CHAIR;
                    case "standing" -> plan.support() == Support.BAR;
                    case "kneeling" -> plan.support() == Support.BOARD;
                    case "machine" -> plan.support() == Support.MACHINE;
                    default -> false;
                };
        if (!fits) {
            throw unusable("support", "does not carry a body that is " + body);
        }
    }

    private void checkHips(DrawingPlan plan) {
        if (plan.pelvisLifted() && !body.equals("supine")) {
            throw unusable("pelvisLifted", "is for a body that is supine");
        }
        if (plan.pelvisLifted() != plan.heelHeight().isPresent()) {
            throw unusable("heelHeight.cm", "is given where the pelvis is lifted, and only there");
        }
    }

    private void checkSensor(DrawingPlan plan) {
        boolean sensor = !placement.site().equals("none");
        if (sensor != plan.face().isPresent()) {
            throw unusable("face", "is given where the position has a sensor site, and only there");
        }
        if (sensor != plan.anchor().isPresent()) {
            throw unusable("anchor", "is given where the position has a sensor site, and only there");
        }
        if (sensor != plan.effort().isPresent()) {
            throw unusable("effort", "is given where the position has a sensor site, and only there");
        }
        if (plan.load().isPresent() == directions.isEmpty()) {
            throw unusable("load", "is given where the position has directions, and only there");
        }
        if (plan.load().isPresent() && !directions.contains(plan.load().get())) {
            throw unusable("load", "is not one of the directions " + directions);
        }
    }

    private void checkAngles(DrawingPlan plan) {
        if (bilateral == plan.otherHip().isPresent()) {
            throw unusable("otherHip.degrees", "is given where one leg works alone, and only there");
        }
        if (plan.otherHip().isPresent() != plan.otherKnee().isPresent()) {
            throw unusable("otherKnee.degrees", "and drawing.otherHip.degrees stand together or not at all");
        }
        onlyWithoutOwn("machineHip.degrees", placement.hipDegrees(), plan.machineHip());
        onlyWithoutOwn("machineKnee.degrees", placement.kneeDegrees(), plan.machineKnee());
    }

    private void onlyWithoutOwn(String key, OptionalInt own, OptionalInt drawn) {
        if (own.isPresent() == drawn.isPresent()) {
            throw unusable(key, "is given where the position itself has no such angle, and only there");
        }
    }

    private List<Belt> belts() {
        List<Belt> belts = new ArrayList<>();
        for (String word : file.list(PREFIX + "belts")) {
            belts.add(file.constant(PREFIX + "belts", constant(word), Belt.class));
        }
        return belts;
    }

    private <E extends Enum<E>> E word(String key, Class<E> type) {
        return file.constant(PREFIX + key, constant(file.text(PREFIX + key)), type);
    }

    private <E extends Enum<E>> Optional<E> optional(String key, Class<E> type) {
        return file.optional(PREFIX + key).map(word -> file.constant(PREFIX + key, constant(word), type));
    }

    /** Files are written with dashes: {@code under-forehead}. */
    private static String constant(String word) {
        return word.replace('-', '_');
    }

    private IllegalStateException unusable(String key, String why) {
        return file.unusable(PREFIX + key, why);
    }
}
