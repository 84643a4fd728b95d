package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.page.EpisodePage.Known;

/**
 * {@code GET /patients/:id/episodes/:episode/charts/:kind}: a chart of a whole episode, {@code kind} being {@code multiples.svg} or {@code
 * tracks.svg}, or of one position with what was prescribed and what happened on its time axis: {@code strength.<position>.svg}, {@code
 * against.<position>.svg}; {@code theme=dark}, {@code size=narrow}.
 */
final class EpisodeChartPage implements WebModule {

    private static final String SUFFIX = ".svg";

    private final PageParts parts;
    private final ChartTags tags;

    EpisodeChartPage(PageParts parts) {
        this.parts = parts;
        this.tags = new ChartTags(parts);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/episodes/:episode/charts/:kind", this::draw);
    }

    private Reply draw(Request request) {
        String file = request.path("kind");
        if (!file.endsWith(SUFFIX)) {
            throw HttpFailure.notFound();
        }
        String kind = file.substring(0, file.length() - SUFFIX.length());
        Fields query = request.query();
        boolean dark = ChartPage.is(query, "theme", "dark");
        boolean narrow = ChartPage.is(query, "size", "narrow");
        return tags.answer(
                request,
                request.id("id"),
                List.of("episode", request.path("episode"), kind, dark, narrow),
                () -> svg(request, EpisodePage.known(parts, request, PatientCourses.Visits.ALL), kind, dark, narrow)
                        .map(Reply::svg)
                        .orElseThrow(HttpFailure::notFound));
    }

    private Optional<String> svg(Request request, Known known, String kind, boolean dark, boolean narrow) {
        ForceUnit unit = request.who().clinic().displayUnit();
        EpisodeCharts shown =
                new EpisodeCharts(parts.texts(), PageParts.numbers(request.who().clinic()), parts.charts());
        if (parts.charts().episodeKinds().contains(kind)) {
            return parts.charts().svg(kind, shown.series(known, kind, unit), dark, narrow);
        }
        int dot = kind.indexOf('.');
        String position = kind.substring(dot + 1);
        return known.found().courses().stream()
                .filter(course -> dot > 0 && course.position().id().equals(position))
                .findFirst()
                .flatMap(course -> parts.charts()
                        .svg(
                                kind.substring(0, dot),
                                shown.series(known, course, kind.substring(0, dot), unit),
                                dark,
                                narrow));
    }
}
