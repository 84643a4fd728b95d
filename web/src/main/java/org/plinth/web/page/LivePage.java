package org.plinth.web.page;

import java.util.Arrays;
import java.util.List;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;

/** {@code GET /visits/:id/live}: where a visit is recorded. 404 for a visit of another clinic. */
final class LivePage implements WebModule {

    private final PageParts parts;

    LivePage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/visits/:id/live", this::show);
    }

    private Reply show(Request request) {
        VisitFile file = VisitFile.find(parts.store(), request.who().clinicId(), request.id("id"));
        Frame frame = parts.frames()
                .about(
                        request.who(),
                        parts.texts()
                                .text(
                                        "page.visit.title",
                                        PageParts.numbers(request.who().clinic())
                                                .date(file.visit().date())),
                        file.patient(),
                        file.forBanner(),
                        parts.frames().toPatient(file.patient()));
        return parts.page("live", frame, view(file, request.who().clinic()));
    }

    private LiveView view(VisitFile file, Clinic clinic) {
        Involvement involvement = file.episode().involvement();
        Side first = involvement.injured().map(Side::other).orElse(Side.LEFT);
        return new LiveView(
                file.visit().id().toString(),
                file.patient().id().toString(),
                file.visit().version(),
                file.visit().closed(),
                involvement.name(),
                first.name(),
                parts.sides().withRole(Side.LEFT, involvement),
                parts.sides().withRole(Side.RIGHT, involvement),
                clinic.displayUnit().symbol(),
                clinic.displayUnit().newtonsPerUnit(),
                clinic.thresholdPercent(),
                parts.positions().all().stream()
                        .filter(TestPosition::usesForce)
                        .map(this::position)
                        .toList(),
                fixations(),
                file.tests().stream().map(LivePage::test).toList(),
                "/visits/" + file.visit().id(),
                "/patients/" + file.patient().id());
    }

    private List<Option> fixations() {
        return Arrays.stream(Fixation.values())
                .map(fixation -> new Option(fixation.id(), parts.texts().text("page.fixation." + fixation.id())))
                .toList();
    }

    private static LiveView.Test test(PositionTest test) {
        return new LiveView.Test(
                test.id().toString(), test.positionId(), test.fixation().id());
    }

    private LiveView.Position position(TestPosition position) {
        return new LiveView.Position(
                position.id(),
                position.name(),
                position.body(),
                parts.texts().text("page.body." + position.body()),
                position.tareState().name(),
                parts.texts().text("page.tare." + position.tareState().name()),
                position.setUp(),
                position.instruction(),
                position.repetitions(),
                position.holdSeconds(),
                position.restSeconds(),
                position.bilateral(),
                position.symmetryAllowed(),
                Arrays.stream(Fixation.values())
                        .filter(fixation -> position.error(fixation).isPresent())
                        .map(Fixation::id)
                        .toList());
    }
}
