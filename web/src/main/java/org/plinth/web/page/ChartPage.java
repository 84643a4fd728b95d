package org.plinth.web.page;

import java.util.List;
import java.util.OptionalDouble;
import org.plinth.web.chart.OutcomeSeries;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.measure.Course;
import org.plinth.web.page.PatientCourses.Visits;

/**
 * {@code GET /patients/:id/charts/:position/:kind}: an outcome chart, {@code kind} being {@code strength.svg}, {@code symmetry.svg} or {@code against.svg};
 * {@code theme=dark}, {@code size=narrow}. A patient sees closed visits, and no symmetry chart: it has a reference line.
 */
final class ChartPage implements WebModule {

    private static final String SUFFIX = ".svg";
    private static final String STRENGTH = "strength";
    private static final String AGAINST = "against";

    private final PageParts parts;
    private final CourseSeries series;
    private final ChartTags tags;

    ChartPage(PageParts parts) {
        this.parts = parts;
        this.tags = new ChartTags(parts);
        this.series = new CourseSeries(parts.texts());
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/charts/:position/:kind", this::answer);
    }

    private Reply answer(Request request) {
        String kind = kind(request.path("kind"));
        if (request.who().role() == Role.PATIENT && !kind.equals(STRENGTH)) {
            throw HttpFailure.notFound();
        }
        Fields query = request.query();
        boolean dark = is(query, "theme", "dark");
        boolean narrow = is(query, "size", "narrow");
        return tags.answer(
                request,
                request.id("id"),
                List.of("position", request.path("position"), kind, dark, narrow),
                () -> draw(request, kind, dark, narrow));
    }

    private Reply draw(Request request, String kind, boolean dark, boolean narrow) {
        Who who = request.who();
        boolean patient = who.role() == Role.PATIENT;
        PatientCourses found =
                PatientCourses.find(parts, who.clinicId(), request.id("id"), patient ? Visits.CLOSED : Visits.ALL);
        Course course = found.courses().stream()
                .filter(one -> one.position().id().equals(request.path("position")))
                .findFirst()
                .orElseThrow(HttpFailure::notFound);
        OutcomeSeries shown = series.of(
                        course,
                        found.episode().orElseThrow().involvement(),
                        who.clinic().displayUnit(),
                        patient
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(who.clinic().thresholdPercent()),
                        parts.texts().text(caption(kind, course, patient)))
                .titled(parts.texts().text(title(kind), course.position().name()));
        return parts.charts().svg(kind, shown, dark, narrow).map(Reply::svg).orElseThrow(HttpFailure::notFound);
    }

    private static String kind(String file) {
        if (!file.endsWith(SUFFIX)) {
            throw HttpFailure.notFound();
        }
        return file.substring(0, file.length() - SUFFIX.length());
    }

    static String title(String kind) {
        return switch (kind) {
            case AGAINST -> "chart.against.title";
            case STRENGTH -> "page.patient.chart.title";
            default -> "page.patient.chart.symmetry.title";
        };
    }

    static String caption(String kind, Course course, boolean patient) {
        String band = CourseSeries.hasBand(course) ? "" : ".noband";
        if (patient) {
            return "page.me.chart" + band;
        }
        return switch (kind) {
            case STRENGTH -> "page.patient.chart.strength" + band;
            case AGAINST -> "chart.against.caption";
            default -> "page.patient.chart.symmetry";
        };
    }

    static boolean is(Fields query, String name, String value) {
        return query.optionalText(name, 20).filter(value::equals).isPresent();
    }
}
