package org.plinth.web.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;
import org.plinth.web.drawing.Palette;
import org.plinth.web.drawing.PositionDrawings;
import org.plinth.web.drawing.PositionDrawings.Role;
import org.plinth.web.drawing.PositionDrawings.View;
import org.plinth.web.drawing.PositionDrawings.Wanted;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;

/**
 * {@code GET /positions/:id/:drawing}: a drawing as SVG, {@code drawing} being {@code drawing-left-side.svg} or
 * {@code drawing-right-foot-end.svg}; {@code theme=dark} or {@code theme=page}, {@code role=injured} or
 * {@code role=uninjured}. A browser keeps it and asks each time whether it is still the same. 404 for what there is not.
 */
final class DrawingPage implements WebModule {

    private final PageParts parts;
    private final PositionDrawings drawings;

    DrawingPage(PageParts parts) {
        this.parts = parts;
        this.drawings = new PositionDrawings(parts.texts());
    }

    /** The last part of a drawing's address. */
    static String file(Side side, View view) {
        return "drawing-" + (side == Side.LEFT ? "left" : "right") + "-" + view.id() + ".svg";
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/positions/:id/:drawing", this::draw);
    }

    private Reply draw(Request request) {
        Fields query = request.query();
        Palette palette = query.optionalOneOf("theme", Palette.class).orElse(Palette.LIGHT);
        Role role = query.optionalOneOf("role", Role.class).orElse(Role.NONE);
        TestPosition position = parts.positions().find(request.path("id")).orElseThrow(HttpFailure::notFound);
        String svg = wanted(request.path("drawing"), role, palette)
                .flatMap(wanted -> drawings.svg(position, wanted))
                .orElseThrow(HttpFailure::notFound);
        String tag =
                UUID.nameUUIDFromBytes(svg.getBytes(StandardCharsets.UTF_8)).toString();
        return Reply.svg(svg).withHeader("Cache-Control", "private, no-cache").withEtag(tag);
    }

    private static Optional<Wanted> wanted(String file, Role role, Palette palette) {
        for (Side side : Side.values()) {
            for (View view : View.values()) {
                if (file.equals(file(side, view))) {
                    return Optional.of(new Wanted(view, side, role, palette));
                }
            }
        }
        return Optional.empty();
    }
}
