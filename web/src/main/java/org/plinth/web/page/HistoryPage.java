package org.plinth.web.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.HistoryStore;
import org.plinth.web.store.HistoryStore.Kind;

/**
 * {@code GET /patients/:id/history}, {@code /visits/:id/history}, {@code /sensors/:id/runs/:run/history}: who changed what, when and
 * why, field by field, newest first. An own position has its history on its own page. 404 for what is not this clinic's.
 */
final class HistoryPage implements WebModule {

    private final PageParts parts;

    HistoryPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/history", this::ofPatient);
        routes.get("/visits/:id/history", this::ofVisit);
        routes.get("/sensors/:id/runs/:run/history", this::ofRun);
    }

    private Reply ofPatient(Request request) {
        Who who = request.who();
        Id<Patient> id = request.id("id");
        PatientCourses found = PatientCourses.find(parts, who.clinicId(), id, PatientCourses.Visits.ALL);
        Frame frame = parts.frames()
                .about(
                        who,
                        parts.texts().text("privacy.history.title.patient"),
                        found.patient(),
                        found.episode(),
                        parts.frames().toPatient(found.patient()));
        return parts.page("history", frame, view(who, id, Kind.PATIENT, Kind.EPISODE, Kind.ENTRY));
    }

    private Reply ofVisit(Request request) {
        Who who = request.who();
        VisitFile file = VisitFile.find(parts.store(), who.clinicId(), request.id("id"));
        String date = PageParts.numbers(who.clinic()).date(file.visit().date());
        List<Frame.Crumb> crumbs = new ArrayList<>(parts.frames().toPatient(file.patient()));
        crumbs.add(new Frame.Crumb(
                parts.texts().text("page.visit.title", date),
                "/visits/" + file.visit().id()));
        Frame frame = parts.frames()
                .about(
                        who,
                        parts.texts().text("privacy.history.title.visit", date),
                        file.patient(),
                        file.forBanner(),
                        crumbs);
        return parts.page(
                "history",
                frame,
                view(who, file.visit().id(), Kind.VISIT, Kind.RESULT, Kind.SYMMETRY, Kind.RECORDING, Kind.TRIAL));
    }

    private Reply ofRun(Request request) {
        Who who = request.who();
        Id<BenchRun> run = request.id("run");
        BenchRun found = parts.store()
                .read(stores -> stores.bench().find(who.clinicId(), run))
                .filter(one -> one.sensor().equals(request.id("id")))
                .orElseThrow(HttpFailure::notFound);
        String href = "/sensors/" + found.sensor() + "/runs/" + run;
        Frame frame = parts.frames()
                .under(
                        who,
                        parts.texts().text("privacy.history.title.run"),
                        "/sensors",
                        List.of(new Frame.Crumb(parts.texts().text("privacy.history.run"), href)));
        return parts.page("history", frame, view(who, run, Kind.CALIBRATION_RUN));
    }

    private HistoryView view(Who who, Id<?> of, Kind... kinds) {
        List<HistoryStore.Version> versions = parts.store().read(stores -> List.of(kinds).stream()
                .flatMap(kind -> stores.history().of(who.clinicId(), kind, of).stream())
                .toList());
        Map<String, String> people = parts
                .store()
                .read(stores -> stores.accounts().all(who.clinicId()))
                .stream()
                .filter(account -> account.role() != Role.PATIENT)
                .collect(Collectors.toMap(account -> account.id().toString(), account -> account.displayName()));
        HistoryWords words = new HistoryWords(parts.texts(), PageParts.numbers(who.clinic()), people);
        Map<String, String> positions = new LinkedHashMap<>();
        parts.positions(who.clinicId()).all().forEach(position -> positions.put(position.id(), position.name()));
        Map<String, List<HistoryStore.Version>> records = new LinkedHashMap<>();
        versions.forEach(
                version -> records.computeIfAbsent(version.kind() + "-" + version.record(), id -> new ArrayList<>())
                        .add(version));
        List<HistoryView.Of> shown = new ArrayList<>();
        records.forEach((id, all) -> shown.add(record(id, all, words, positions)));
        return new HistoryView(shown);
    }

    private HistoryView.Of record(
            String id, List<HistoryStore.Version> oldestFirst, HistoryWords words, Map<String, String> positions) {
        List<HistoryView.Version> shown = new ArrayList<>();
        Optional<HistoryStore.Version> before = Optional.empty();
        for (HistoryStore.Version version : oldestFirst) {
            shown.add(version(before, version, words));
            before = Optional.of(version);
        }
        Collections.reverse(shown);
        return new HistoryView.Of(id, words.title(oldestFirst.get(oldestFirst.size() - 1), positions), shown);
    }

    private HistoryView.Version version(
            Optional<HistoryStore.Version> before, HistoryStore.Version version, HistoryWords words) {
        Map<String, Object> was = before.map(HistoryStore.Version::fields).orElse(Map.of());
        return new HistoryView.Version(
                parts.texts().text("privacy.history.version", version.version()),
                words.by(version),
                words.reason(version),
                before.isEmpty(),
                HistoryStore.changed(was, version.fields()).stream()
                        .map(field -> new HistoryView.Change(
                                words.field(version, field),
                                words.value(version, field, was.get(field)),
                                words.value(version, field, version.fields().get(field))))
                        .toList());
    }
}
