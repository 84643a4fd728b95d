package org.plinth.web.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Who;
import org.plinth.web.store.Stores;
import org.plinth.web.visit.SideSheet;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/** Where a wrong side or a wrong patient is put right, test by test. */
final class Corrections {

    private final PageParts parts;
    private final Numbers numbers;
    private final Sides sides;

    Corrections(PageParts parts, Numbers numbers) {
        this.parts = parts;
        this.numbers = numbers;
        this.sides = new Sides(parts.texts());
    }

    /** Where a test can go stands there only for who asked for it: it names other patients, and this page is often looked at together. */
    List<VisitView.Correction> of(
            Who who, VisitFile file, List<TestSheet> sheets, String href, Instant now, boolean others) {
        return parts.store().read(stores -> {
            List<Option> targets =
                    others && who.role() == Role.CLINICIAN ? targets(stores, who, file.visit(), now) : List.of();
            return sheets.stream()
                    .filter(sheet -> hasRecordings(sheet))
                    .map(sheet -> of(stores, who, sheet, targets, href, others))
                    .toList();
        });
    }

    private static boolean hasRecordings(TestSheet sheet) {
        return sheet.inOrder().stream().anyMatch(side -> !side.recordings().isEmpty());
    }

    private VisitView.Correction of(
            Stores stores, Who who, TestSheet sheet, List<Option> targets, String href, boolean others) {
        String test = href + "/tests/" + sheet.test().id();
        boolean stands =
                sheet.inOrder().stream().flatMap(side -> side.trials().stream()).anyMatch(trial -> !trial.isMoved());
        boolean mayMove = who.role() == Role.CLINICIAN && stands;
        return new VisitView.Correction(
                sheet.position().name(),
                swaps(sheet, href),
                mayMove ? Optional.of(test + "/move") : Optional.empty(),
                targets,
                others ? Optional.empty() : Optional.of(href + "?correct=patient#correct"),
                mayMove && cameFromAnother(stores, who, sheet) ? Optional.of(test + "/move-back") : Optional.empty());
    }

    private static boolean cameFromAnother(Stores stores, Who who, TestSheet sheet) {
        return sheet.inOrder().stream()
                .flatMap(side -> side.recordings().stream())
                .anyMatch(recording -> stores.recordings()
                        .movedFrom(who.clinicId(), recording.id())
                        .isPresent());
    }

    private List<VisitView.Swap> swaps(TestSheet sheet, String href) {
        List<VisitView.Swap> swaps = new ArrayList<>();
        for (Side side : Side.values()) {
            SideSheet one = sheet.side(side);
            for (int i = 0; i < one.recordings().size(); i++) {
                Recording recording = one.recordings().get(i);
                swaps.add(new VisitView.Swap(
                        parts.texts().text("flow.correct.swap", Integer.toString(i + 1), sides.inSentence(side)),
                        href + "/recordings/" + recording.id() + "/swap",
                        Integer.toString(recording.version())));
            }
        }
        return swaps;
    }

    /** Other patients' open visits of the same date, with both identifiers; none that is hidden from her. */
    private List<Option> targets(Stores stores, Who who, Visit visit, Instant now) {
        var hidden = stores.access().hidden(who.clinicId(), who.id(), now);
        List<Option> targets = new ArrayList<>();
        for (Visit open : stores.visits().open(who.clinicId())) {
            Id<Patient> patient = open.patient();
            if (open.date().equals(visit.date()) && !patient.equals(visit.patient()) && !hidden.contains(patient)) {
                stores.patients()
                        .find(who.clinicId(), patient)
                        .ifPresent(found -> targets.add(new Option(
                                open.id().toString(), found.name() + ", " + numbers.date(found.birthDate()))));
            }
        }
        return targets;
    }
}
