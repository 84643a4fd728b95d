package org.plinth.web.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plinth.core.position.DrawingPlan;
import org.plinth.core.position.DrawingPlan.Anchor;
import org.plinth.core.position.TestPosition;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.visit.Side;
import org.plinth.web.drawing.PositionDrawings.Role;
import org.plinth.web.drawing.PositionDrawings.View;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Sides;

/** The words in and about a drawing. */
final class DrawingWords {

    private final Texts texts;
    private final Sides sides;

    DrawingWords(Texts texts) {
        this.texts = texts;
        this.sides = new Sides(texts);
    }

    String hip(int degrees) {
        return texts.text("drawing.hip", degrees);
    }

    String knee(int degrees) {
        return texts.text("drawing.knee", degrees);
    }

    String tester() {
        return texts.text("drawing.tester");
    }

    /** What stands at the arrow. */
    String force(DrawingPlan plan) {
        String key = plan.load()
                .map(load -> load == Direction.PULL ? "pull" : "push")
                .orElse("force");
        return texts.text("drawing.force." + key);
    }

    /** The name of a leg: what it is called, then what it is. */
    List<String> leg(Side side, boolean tested, boolean bilateral, Role role) {
        List<String> lines = new ArrayList<>();
        lines.add(sides.name(side));
        if (tested && role != Role.NONE && !bilateral) {
            lines.add(texts.text("drawing.role." + role.name().toLowerCase(Locale.ROOT)));
        } else if (tested) {
            lines.add(texts.text("drawing.tested"));
        }
        return lines;
    }

    String title(TestPosition position, View view, Side side, Role role) {
        String leg = role == Role.NONE || position.bilateral()
                ? sides.name(side)
                : texts.text(
                        "drawing.leg.role",
                        sides.name(side),
                        texts.text("drawing.role." + role.name().toLowerCase(Locale.ROOT)));
        String key = position.bilateral() ? "drawing.title.both" : "drawing.title";
        return texts.text(key, position.name(), leg, texts.text("drawing.view." + view.id()));
    }

    /** Posture, angles, place of the sensor, side under test: for who cannot see the picture. */
    String description(TestPosition position, DrawingPlan plan, View view, Side side) {
        List<String> said = new ArrayList<>();
        said.add(texts.text("drawing.body." + position.body() + "." + view.id()));
        said.add(texts.text("drawing.support." + key(plan.support())));
        if (plan.pelvisLifted()) {
            said.add(texts.text("drawing.lifted"));
        }
        said.add(angles(position, side));
        sensor(position, plan).ifPresent(said::add);
        if (!plan.belts().isEmpty()) {
            List<String> belts = plan.belts().stream()
                    .map(belt -> texts.text("drawing.belt." + key(belt)))
                    .toList();
            said.add(texts.text("drawing.belts", String.join(", ", belts)));
        }
        return String.join(" ", said);
    }

    private String angles(TestPosition position, Side side) {
        TestPosition.Placement placement = position.placement();
        if (placement.hipDegrees().isEmpty() || placement.kneeDegrees().isEmpty()) {
            return texts.text("drawing.angles.machine", sides.name(side));
        }
        String key = position.bilateral() ? "drawing.angles.both" : "drawing.angles";
        return texts.text(
                key,
                sides.name(side),
                placement.hipDegrees().getAsInt(),
                placement.kneeDegrees().getAsInt());
    }

    private Optional<String> sensor(TestPosition position, DrawingPlan plan) {
        if (plan.anchor().isEmpty() || plan.face().isEmpty()) {
            return Optional.of(texts.text("drawing.nosensor"));
        }
        Anchor anchor = plan.anchor().get();
        String where = texts.text("drawing.site." + position.placement().site());
        String face = texts.text("drawing.face." + key(plan.face().get()), where);
        return Optional.of(texts.text("drawing.sensor", face, texts.text("drawing.anchor." + key(anchor))));
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
