package org.plinth.web.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.core.quantity.Force;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.words.SymmetryWords;

/** A visit, and what was found there in the words of the product. */
final class VisitMapper {

    private final Making making;

    VisitMapper(Making making) {
        this.making = making;
    }

    Resource encounter(PatientRecord record, Visit visit) {
        Encounter made = making.named(
                new Encounter(),
                making.disclosure().of(visit.patient(), "visit", visit.id()),
                visit.version(),
                record.stamps().of(Kind.VISIT, visit.id()));
        made.setStatus(visit.closed() ? EncounterStatus.FINISHED : EncounterStatus.INPROGRESS);
        made.setClass_(making.codes().coding("hl7-ambulatory"));
        made.setSubject(making.patient(visit.patient()));
        made.addEpisodeOfCare(making.of("EpisodeOfCare", visit.patient(), "episode", visit.episode()));
        made.setServiceProvider(making.clinic());
        made.setPeriod(
                new Period().setStartElement(Making.moment(making.disclosure().moment(visit, visit.startedAt()))));
        tester(visit).ifPresent(who -> made.addParticipant().setIndividual(who));
        return made;
    }

    /** Who tested; nobody without names, so that no clinician can be ranked (decision S12). */
    Optional<Reference> tester(Visit visit) {
        return making.disclosure().isNamed()
                ? Optional.of(new Reference("Practitioner/" + visit.clinician()))
                : Optional.empty();
    }

    /** The report of a visit at which something was tested. */
    List<Resource> report(PatientRecord record, Visit visit) {
        List<PositionTest> tests = record.tests().values().stream()
                .filter(test -> test.visit().equals(visit.id()))
                .toList();
        List<SideResult> results = record.results().stream()
                .filter(one -> one.visit().equals(visit.id()))
                .toList();
        if (results.isEmpty()) {
            return List.of();
        }
        DiagnosticReport made = making.named(
                new DiagnosticReport(),
                making.disclosure().of(visit.patient(), "visit", visit.id()),
                visit.version(),
                record.stamps().of(Kind.VISIT, visit.id()));
        made.setStatus(status(record, visit, results));
        made.setCode(making.codes().concept("strength-report"));
        made.setSubject(making.patient(visit.patient()));
        made.setEncounter(making.of("Encounter", visit.patient(), "visit", visit.id()));
        made.setEffective(Making.moment(making.disclosure().moment(visit, visit.startedAt())));
        made.addPerformer(making.clinic());
        ResultMapper names = new ResultMapper(making);
        results.forEach(result -> made.addResult(
                names.reference(result.patient(), result.test(), result.key().side())));
        record.symmetries().stream()
                .filter(one -> one.visit().equals(visit.id()))
                .forEach(one -> made.addResult(making.of("Observation", visit.patient(), "symmetry", one.test())));
        made.setConclusion(tests.stream()
                .map(test -> words(record, test))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("\n")));
        return List.of(made);
    }

    private static DiagnosticReportStatus status(PatientRecord record, Visit visit, List<SideResult> results) {
        if (results.stream().anyMatch(one -> record.stamps().isAmended(visit.id(), Kind.RESULT, one.id()))) {
            return DiagnosticReportStatus.AMENDED;
        }
        return visit.closed() ? DiagnosticReportStatus.FINAL : DiagnosticReportStatus.PRELIMINARY;
    }

    /** "Prone curl, knee 15°: Left 221 N, right 270 N. Left is 82 % of right …" */
    private String words(PatientRecord record, PositionTest test) {
        Optional<TestSymmetry> symmetry = record.symmetries().stream()
                .filter(one -> one.test().equals(test.id()))
                .findFirst();
        if (symmetry.isEmpty()) {
            return "";
        }
        SymmetryWords words = new SymmetryWords(making.texts(), making.numbers());
        List<String> said = new ArrayList<>();
        said.add(making.position(test.positionId(), test.protocolVersion()) + ":");
        said.add(words.sentence(
                        best(record, test, Side.LEFT),
                        best(record, test, Side.RIGHT),
                        symmetry.get().outcome())
                .text());
        Optional<Symmetry> known = symmetry.get().outcome().symmetry();
        known.ifPresent(one -> said.add(words.state(one).text()));
        known.flatMap(words::basis).ifPresent(basis -> said.add(basis.text()));
        known.flatMap(words::pretension).ifPresent(note -> said.add(note.text()));
        return String.join(" ", said);
    }

    private static Optional<Force> best(PatientRecord record, PositionTest test, Side side) {
        return record.results().stream()
                .filter(one -> one.test().equals(test.id()) && one.key().side() == side)
                .map(one -> one.value().best())
                .findFirst();
    }
}
