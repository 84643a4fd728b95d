package org.plinth.web.page;

import java.util.Optional;
import org.plinth.web.chart.Charts;
import org.plinth.web.chart.EpisodeSeries;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.page.EpisodePage.Known;

/**
 * {@code GET /patients/:id/episodes/:episode/charts/:kind}: a chart of a whole episode, {@code kind} being {@code multiples.svg} or {@code
 * tracks.svg}; {@code theme=dark}, {@code size=narrow}.
 */
final class EpisodeChartPage implements WebModule {

    private static final String SUFFIX = ".svg";

    private final PageParts parts;

    EpisodeChartPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/episodes/:episode/charts/:kind", this::draw);
    }

    private Reply draw(Request request) {
        String file = request.path("kind");
        Charts charts = parts.charts();
        String kind = Optional.of(file)
                .filter(name -> name.endsWith(SUFFIX))
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .filter(charts.episodeKinds()::contains)
                .orElseThrow(HttpFailure::notFound);
        Known known = EpisodePage.known(parts, request, PatientCourses.Visits.ALL);
        EpisodeCharts shown =
                new EpisodeCharts(parts.texts(), PageParts.numbers(request.who().clinic()), charts);
        EpisodeSeries series =
                shown.series(known, kind, request.who().clinic().displayUnit());
        Fields query = request.query();
        return charts.svg(kind, series, is(query, "theme", "dark"), is(query, "size", "narrow"))
                .map(Reply::svg)
                .orElseThrow(HttpFailure::notFound);
    }

    private static boolean is(Fields query, String name, String value) {
        return query.optionalText(name, 20).filter(value::equals).isPresent();
    }
}
