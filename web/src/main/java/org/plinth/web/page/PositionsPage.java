package org.plinth.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.norm.NormTable;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;
import org.plinth.web.drawing.Palette;
import org.plinth.web.drawing.PositionDrawings;
import org.plinth.web.drawing.PositionDrawings.Role;
import org.plinth.web.drawing.PositionDrawings.View;
import org.plinth.web.drawing.PositionDrawings.Wanted;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;

/**
 * {@code GET /positions}: all test positions with a drawing. {@code GET /positions/:id?side=left}: how one is set up, for
 * that side. 404 for a position that is not in the catalogue.
 */
final class PositionsPage implements WebModule {

    private static final String HERE = "/positions";

    private final PageParts parts;
    private final PositionDrawings drawings;
    private final PositionPages views;

    PositionsPage(PageParts parts) {
        this.parts = parts;
        this.drawings = new PositionDrawings(parts.texts());
        this.views = new PositionPages(parts.texts(), NormTable.bundled());
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/positions", this::all);
        routes.get("/positions/:id", this::one);
    }

    private Reply all(Request request) {
        Map<String, List<PositionsView.Card>> families = new LinkedHashMap<>();
        for (TestPosition position : parts.positions().all()) {
            families.computeIfAbsent(position.family(), family -> new ArrayList<>())
                    .add(card(position));
        }
        List<PositionsView.Family> view = families.entrySet().stream()
                .map(entry -> new PositionsView.Family(entry.getKey(), views.family(entry.getKey()), entry.getValue()))
                .toList();
        Frame frame = parts.frames().of(request.who(), parts.texts().text("positions.title"), HERE);
        return parts.page("positions", frame, new PositionsView(view));
    }

    private PositionsView.Card card(TestPosition position) {
        String href = HERE + "/" + position.id();
        return new PositionsView.Card(
                position.name(),
                href,
                position.drawing().map(plan -> href + "/" + DrawingPage.file(Side.LEFT, View.SIDE)),
                drawings.inWords(position, View.SIDE, Side.LEFT).orElse(""));
    }

    private Reply one(Request request) {
        TestPosition position = parts.positions().find(request.path("id")).orElseThrow(HttpFailure::notFound);
        Side side = request.query().optionalOneOf("side", Side.class).orElse(Side.LEFT);
        PositionPageView view =
                views.of(position, side, drawing(position, side, View.SIDE), drawing(position, side, View.FOOT_END));
        Frame frame = parts.frames()
                .under(
                        request.who(),
                        position.name(),
                        HERE,
                        List.of(new Frame.Crumb(parts.texts().text("positions.title"), HERE)));
        return parts.page("position", frame, view);
    }

    private Optional<String> drawing(TestPosition position, Side side, View view) {
        return drawings.svg(position, new Wanted(view, side, Role.NONE, Palette.PAGE));
    }
}
