package org.plinth.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.analyse.Analysis;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;

/** {@code GET|POST /analyse}: recordings from files, nothing stored. 400 with the form and what is wrong with file or field. */
final class AnalysePage implements WebModule {

    private static final String[] NAMES = {"injured", "position", "fixation", "unit", "rate", "column", "sem"};

    private final PageParts parts;
    private final UploadedRecordings uploaded;
    private final AnalysisViews views;

    AnalysePage(PageParts parts) {
        this.parts = parts;
        this.uploaded = new UploadedRecordings(parts.positions(), parts.texts());
        this.views = new AnalysisViews(parts.texts());
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/analyse", request -> show(request, Form.empty(), Optional.empty()));
        routes.post("/analyse", this::read);
    }

    private Reply read(Request request) {
        Fields fields = request.fields(NAMES);
        try {
            Analysis analysis = uploaded.analyse(
                    fields, request.uploads(), request.who().clinic().thresholdPercent());
            return show(request, Typed.of(fields, NAMES), Optional.of(views.of(analysis)));
        } catch (BadRequest wrong) {
            return show(request, new Typed(parts.texts()).again(fields, wrong, NAMES), Optional.empty())
                    .withStatus(400);
        }
    }

    private Reply show(Request request, Form form, Optional<AnalyseView.Account> account) {
        AnalyseView view = new AnalyseView(form, positions(), fixations(), units(), account);
        Frame frame = parts.frames().of(request.who(), parts.texts().text("page.analyse.title"), "/analyse");
        return parts.page("analyse", frame, view);
    }

    private List<Option> positions() {
        return parts.positions().all().stream()
                .filter(TestPosition::usesForce)
                .map(position -> new Option(position.id(), position.name()))
                .toList();
    }

    private List<Option> fixations() {
        return Arrays.stream(Fixation.values())
                .map(fixation -> new Option(fixation.id(), parts.texts().text("page.fixation." + fixation.id())))
                .toList();
    }

    private List<Option> units() {
        List<Option> units = new ArrayList<>();
        for (ForceUnit unit : ForceUnit.values()) {
            units.add(new Option(unit.symbol(), parts.texts().text("page.unit." + unit.symbol())));
        }
        return units;
    }
}
