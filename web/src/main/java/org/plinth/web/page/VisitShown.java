package org.plinth.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Who;
import org.plinth.web.pdf.Paper;
import org.plinth.web.pdf.PdfDocuments;
import org.plinth.web.reading.ReadingSeries;
import org.plinth.web.trust.TrustBook;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.words.Numbers;

/** A visit as it is shown and printed. */
final class VisitShown {

    private final PageParts parts;
    private final PdfDocuments documents = new PdfDocuments();

    VisitShown(PageParts parts) {
        this.parts = parts;
    }

    /** A page before it is drawn. */
    record Page(Frame frame, VisitView view) {}

    /** As this reader sees it; 404 if there is none in her clinic. */
    Page of(Who who, Id<Visit> id, Instant now, boolean others) {
        return of(who, id, Optional.of(now), others, (numbers, sheets) -> new ArrivalViews(
                        parts.texts(), numbers, parts.raw())
                .of(sheets));
    }

    private Page of(
            Who who,
            Id<Visit> id,
            Optional<Instant> now,
            boolean others,
            BiFunction<Numbers, List<TestSheet>, List<ArrivalRow>> arrivals) {
        VisitFile file = VisitFile.find(parts.store(), who.clinicId(), id);
        Visit visit = file.visit();
        List<TestSheet> sheets = parts.desk().sheets(who.clinicId(), visit.id());
        Numbers numbers = PageParts.numbers(who.clinic());
        String href = "/visits/" + visit.id();
        TrustBook trust = parts.store().read(stores -> TrustBook.ofPatient(stores, who.clinicId(), visit.patient()));
        SheetViews views = new SheetViews(
                parts.texts(), numbers, file.episode().involvement(), href, trust, names(who.clinicId()));
        TesterNotes testers = new TesterNotes(parts.store(), parts.texts(), names(who.clinicId()));
        CueNotes cues = new CueNotes(parts.store(), parts.texts());
        VisitView view = new VisitView(
                state(file),
                !visit.closed() && !who.isGuest(),
                Integer.toString(visit.version()),
                sheets.stream()
                        .map(sheet -> views.of(sheet)
                                .with(testers.of(visit.clinic(), sheet.test().id()))
                                .with(cues.of(visit.clinic(), sheet.test().id())))
                        .toList(),
                typed(who, file, numbers),
                href + "/live",
                href + "/visit.pdf",
                href + "/close",
                arrivals.apply(numbers, who.isGuest() ? List.of() : sheets),
                who.isGuest() ? Optional.empty() : Optional.of(href + "/note"),
                now.filter(at -> !who.isGuest())
                        .map(at -> new Corrections(parts, numbers).of(who, file, sheets, href, at, others))
                        .orElse(List.of()),
                href + "/history");
        Frame frame = parts.frames()
                .about(
                        who,
                        parts.texts().text("page.visit.title", numbers.date(visit.date())),
                        file.patient(),
                        file.forBanner(),
                        parts.frames().toPatient(file.patient()));
        return new Page(frame, view);
    }

    /** What was typed or taken by the clock: part of what was done, and marked as having no raw record. */
    private List<ReadingsView.Series> typed(Who who, VisitFile file, Numbers numbers) {
        ReadingViews words =
                new ReadingViews(parts.texts(), numbers, file.episode().involvement(), names(who.clinicId()));
        return series(who, file).stream()
                .map(series -> words.of(series, who.clinic().thresholdPercent()))
                .toList();
    }

    private List<ReadingSeries> series(Who who, VisitFile file) {
        PositionCatalogue catalogue = parts.positions(who.clinicId());
        List<TypedReading> readings = parts.store().read(stores -> stores.readings()
                .ofVisit(who.clinicId(), file.visit().id()));
        return ReadingSeries.of(readings, one -> catalogue.find(one.positionId(), one.protocolVersion()));
    }

    /** The visit as plain text for the practice system. */
    String note(Who who, Id<Visit> id) {
        VisitFile file = VisitFile.find(parts.store(), who.clinicId(), id);
        Page page = of(who, id, Optional.empty(), false, (numbers, sheets) -> List.of());
        PatientCourses found =
                PatientCourses.find(parts, who.clinicId(), file.patient().id(), PatientCourses.Visits.ALL);
        return new VisitNote(parts.texts(), PageParts.numbers(who.clinic()))
                .of(
                        file,
                        page.view(),
                        parts.desk().sheets(who.clinicId(), id),
                        found.courses(),
                        found.trust(),
                        parts.store().read(stores -> stores.preparations().screening(who.clinicId(), id)),
                        series(who, file));
    }

    /** The same to print, but for what sensors delivered: that is read from the journals and stands on the page alone. */
    byte[] pdf(Who who, Id<Visit> id) {
        Page page = of(who, id, Optional.empty(), false, (numbers, sheets) -> List.of());
        return documents.render(
                Paper.TEMPLATE,
                new VisitPaper(parts.texts(), parts.audit().checkpoints().latest()).of(page.frame(), page.view()),
                Map.of());
    }

    private Function<Id<Account>, String> names(Id<Clinic> clinic) {
        List<Account> known = parts.store().read(stores -> stores.accounts().all(clinic));
        return id -> known.stream()
                .filter(account -> account.id().equals(id))
                .map(Account::displayName)
                .findFirst()
                .orElseGet(() -> parts.texts().text("page.unknown.notknown"));
    }

    private String state(VisitFile file) {
        String tester = file.clinician().map(Account::displayName).orElseGet(() -> parts.texts()
                .text("page.unknown.notknown"));
        return parts.texts().text(file.visit().closed() ? "page.visit.state.closed" : "page.visit.state.open", tester);
    }
}
