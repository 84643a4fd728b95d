package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.web.capture.RecoveryReport;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.http.Who;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** What was cut off the last time, for the clinicians of its clinic. */
final class RecoveryNote {

    private final PageParts parts;
    private final Texts texts;

    RecoveryNote(PageParts parts) {
        this.parts = parts;
        this.texts = parts.texts();
    }

    /**
     * Empty where there is nothing to tell this clinic.
     *
     * @param hidden patients whom the caller may not see
     */
    Optional<WorklistView.Recovery> of(Who who, Set<Id<Patient>> hidden) {
        RecoveryReport report = parts.recovered();
        List<RecoveryReport.Recovered> recovered = report.recovered().stream()
                .filter(one -> one.recording().clinic().equals(who.clinicId()))
                .filter(one -> !hidden.contains(one.patient()))
                .toList();
        List<RecoveryReport.Missing> missing = report.missing().stream()
                .filter(one -> one.recording().clinic().equals(who.clinicId()))
                .filter(one -> !hidden.contains(one.recording().patient()))
                .toList();
        if (recovered.isEmpty() && missing.isEmpty() && report.orphans().isEmpty()) {
            return Optional.empty();
        }
        Numbers numbers = PageParts.numbers(who.clinic());
        Map<Id<Patient>, Patient> people = people(who.clinicId(), recovered);
        List<WorklistView.Line> lines = new ArrayList<>();
        recovered.forEach(one -> lines.add(line(one, people, numbers)));
        missing.forEach(one -> lines.add(new WorklistView.Line(
                texts.text(
                        "page.recovery.missing", numbers.moment(one.recording().startedAt())),
                Optional.of(visit(one.recording())))));
        report.orphans()
                .forEach(one -> lines.add(new WorklistView.Line(
                        texts.text("page.recovery.orphan", Long.toString(one.bytes())), Optional.empty())));
        return Optional.of(new WorklistView.Recovery(summary(recovered.size()), lines));
    }

    private String summary(int recovered) {
        return recovered == 0
                ? texts.text("page.recovery.summary.other")
                : recovered == 1
                        ? texts.text("page.recovery.summary.one")
                        : texts.text("page.recovery.summary", recovered);
    }

    private WorklistView.Line line(RecoveryReport.Recovered one, Map<Id<Patient>, Patient> people, Numbers numbers) {
        String name = Optional.ofNullable(people.get(one.patient()))
                .map(Patient::name)
                .orElseGet(() -> texts.text("page.unknown.notknown"));
        return new WorklistView.Line(
                texts.text(
                        one.tornBytes() > 0 ? "page.recovery.line.torn" : "page.recovery.line",
                        name,
                        parts.sides().inSentence(one.recording().side()),
                        numbers.moment(one.recording().startedAt()),
                        Integer.toString(one.efforts()),
                        Long.toString(one.tornBytes())),
                Optional.of(visit(one.recording())));
    }

    /** There are as many as sensors were in use when the power went: a few. */
    private Map<Id<Patient>, Patient> people(Id<Clinic> clinic, List<RecoveryReport.Recovered> recovered) {
        Set<Id<Patient>> ids =
                recovered.stream().map(RecoveryReport.Recovered::patient).collect(Collectors.toSet());
        return parts.store().read(stores -> ids.stream()
                .flatMap(id -> stores.patients().find(clinic, id).stream())
                .collect(Collectors.toMap(Patient::id, Function.identity())));
    }

    private static String visit(Recording recording) {
        return "/visits/" + recording.visit();
    }
}
