package org.plinth.web.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plinth.web.capture.RawForce;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.Visit;

/** All resources of one patient, kind by kind. One thread. */
final class PatientResources {

    /** Kinds of resources that belong to a patient, in the order of an export. */
    static final List<String> TYPES = List.of(
            "Patient",
            "EpisodeOfCare",
            "Condition",
            "Encounter",
            "Observation",
            "DiagnosticReport",
            "Goal",
            "CarePlan",
            "Consent",
            "Provenance",
            "DocumentReference",
            "Binary");

    private final Making making;
    private final RawForce raw;
    private final LocalDate today;
    private final PatientRecord record;

    PatientResources(Making making, RawForce raw, LocalDate today, PatientRecord record) {
        this.making = making;
        this.raw = raw;
        this.today = today;
        this.record = record;
    }

    /** Those of one kind. */
    List<Shell> of(String type) {
        return all(type).toList();
    }

    private Stream<Shell> all(String type) {
        EpisodeMapper episodes = new EpisodeMapper(making);
        VisitMapper visits = new VisitMapper(making);
        return switch (type) {
            case "Patient" -> Stream.of(Shell.of(new PatientMapper(making).person(record)));
            case "EpisodeOfCare" -> record.episodes().stream().map(one -> Shell.of(episodes.episode(record, one)));
            case "Condition" ->
                record.episodes().stream()
                        .flatMap(one -> episodes.conditions(record, one).stream())
                        .map(Shell::of);
            case "Encounter" -> record.visits().values().stream().map(one -> Shell.of(visits.encounter(record, one)));
            case "DiagnosticReport" ->
                record.visits().values().stream()
                        .flatMap(one -> visits.report(record, one).stream())
                        .map(Shell::of);
            case "Observation" -> Stream.concat(observations(), curves(type));
            case "Goal", "CarePlan" -> plans(type);
            case "Consent" ->
                record.consents().stream()
                        .map(one -> Shell.of(new ConsentMapper(making).consent(one, record.consents())));
            case "Provenance" ->
                record.results().stream().map(one -> Shell.of(new ProvenanceMapper(making).provenance(record, one)));
            case "DocumentReference", "Binary" -> curves(type);
            default -> Stream.empty();
        };
    }

    private Stream<Shell> observations() {
        TrialMapper trials = new TrialMapper(making);
        ResultMapper results = new ResultMapper(making);
        SymmetryMapper symmetries = new SymmetryMapper(making);
        ScoreMapper scores = new ScoreMapper(making);
        return Stream.of(
                        new PatientMapper(making).bodyMass(record).stream(),
                        record.trials().stream().map(one -> trials.trial(record, one)),
                        record.results().stream().map(one -> results.result(record, one)),
                        record.withdrawn().stream().map(one -> results.withdrawn(record, one)),
                        record.symmetries().stream().map(one -> symmetries.symmetry(record, one)),
                        record.notes().stream().flatMap(one -> scores.scores(record, one.entry()).stream()))
                .flatMap(all -> all)
                .map(Shell::of)
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toList(), found -> Stream.concat(found.stream(), readings())));
    }

    private Stream<Shell> readings() {
        ReadingMapper mapper = new ReadingMapper(making);
        List<Shell> made = new ArrayList<>();
        for (Id<Visit> visit : record.visits().keySet()) {
            int number = 0;
            for (TypedReading one : record.readings()) {
                if (one.visit().equals(visit)) {
                    number++;
                    made.add(Shell.of(mapper.reading(record, one, number)));
                }
            }
        }
        return made.stream();
    }

    private Stream<Shell> plans(String type) {
        PlanMapper plans = new PlanMapper(making, today);
        return record.notes().stream().map(Note::entry).flatMap(entry -> switch (entry.kind()) {
            case "goal" -> type.equals("Goal") ? Stream.of(Shell.of(plans.goal(record, entry))) : Stream.<Shell>empty();
            case "prescription" ->
                type.equals("CarePlan") ? Stream.of(Shell.of(plans.plan(record, entry))) : Stream.<Shell>empty();
            default -> Stream.<Shell>empty();
        });
    }

    /** Curves may give away who somebody is: without names they go along only where that was asked for. */
    private Stream<Shell> curves(String type) {
        if (!making.disclosure().curves()) {
            return Stream.empty();
        }
        CurveMapper mapper = new CurveMapper(making, raw);
        return record.recordings().stream()
                .filter(one -> one.seal().isPresent())
                .flatMap(one -> mapper.of(record, one).stream())
                .filter(shell -> shell.type().equals(type));
    }
}
