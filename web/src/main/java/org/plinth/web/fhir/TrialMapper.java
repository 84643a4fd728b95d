package org.plinth.web.fhir;

import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFlag;
import org.plinth.core.effort.Rejection;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.metric.Metrics;
import org.plinth.core.metric.Peak100;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.store.RecordingStore.TrialOf;

/** One effort: its 100 ms peak as the value [N], everything else that was measured as parts, what was decided, and pain. */
final class TrialMapper {

    private static final long NANOS_PER_MICRO = 1_000;
    private static final String PEAK = new Peak100().id();

    private final Making making;
    private final Observed observed;

    TrialMapper(Making making) {
        this.making = making;
        this.observed = new Observed(making);
    }

    Resource trial(PatientRecord record, TrialOf of) {
        Recording recording = of.recording();
        Trial trial = of.trial();
        PositionTest test = record.test(recording.test());
        Visit visit = record.visit(recording.visit());
        Observation made = Making.follows(
                making.named(
                        new Observation(),
                        making.disclosure().of(recording.patient(), "trial", trial.id()),
                        trial.version(),
                        record.stamps().of(Kind.TRIAL, trial.id())),
                "plinth-trial");
        made.setStatus(status(record, visit, trial));
        observed.at(visit, "trial", test.positionId(), test.protocolVersion(), made);
        made.setEffective(Making.moment(making.disclosure()
                .moment(visit, recording.startedAt().plusNanos(trial.effort().onsetMicros() * NANOS_PER_MICRO))));
        observed.method(made, test.fixation(), test.positionId(), test.protocolVersion());
        observed.device(made, test);
        observed.side(made, recording.side());
        decision(made, trial);
        measured(made, trial);
        return made;
    }

    private static ObservationStatus status(PatientRecord record, Visit visit, Trial trial) {
        if (trial.isMoved()) {
            return ObservationStatus.ENTEREDINERROR;
        }
        if (record.stamps().isAmended(visit.id(), Kind.TRIAL, trial.id())) {
            return ObservationStatus.AMENDED;
        }
        return visit.closed() ? ObservationStatus.FINAL : ObservationStatus.PRELIMINARY;
    }

    private void decision(Observation made, Trial trial) {
        making.codes().part(made, "validity", making.codes().constant("validity", trial.state()));
        Effort effort = trial.effort();
        for (Rejection rejection : effort.rejection().stream().toList()) {
            making.codes().part(made, "rejection", making.codes().constant("rejected", rejection));
        }
        // What a finder says is a code; what a clinician typed is words.
        boolean ofFinder = trial.exclusionReason()
                .filter(reason -> effort.rejection()
                        .map(Enum::name)
                        .filter(reason::equals)
                        .isPresent())
                .isPresent();
        observed.note(made, ofFinder ? java.util.Optional.empty() : trial.exclusionReason());
        effort.flags().stream().sorted().forEach((EffortFlag flag) -> making.codes()
                .part(made, "effort-flag", making.codes().constant("effort", flag)));
        if (trial.pain().isPresent()) {
            making.codes().part(made, "pain", Codes.quantity(trial.pain().getAsInt(), "{score}"));
        }
    }

    private void measured(Observation made, Trial trial) {
        for (Metric metric : Metrics.ALL) {
            MetricResult result = trial.measurements().get(metric.id());
            if (result != null) {
                measured(made, metric, result);
            }
        }
        if (!trial.measurements().containsKey(PEAK)) {
            observed.absent(made, "hl7-not-performed", "", making.text("fhir.notmeasured"));
        }
    }

    private void measured(Observation made, Metric metric, MetricResult result) {
        if (metric.id().equals(PEAK)) {
            result.value().ifPresent(value -> made.setValue(Codes.quantity(value, metric.unit())));
            result.withholding()
                    .ifPresent(why -> observed.absent(
                            made,
                            "hl7-not-performed",
                            LocalTerms.code("withheld", why),
                            making.codes().constant("withheld", why).getText()));
            return;
        }
        ObservationComponentComponent part =
                made.addComponent().setCode(making.codes().concept(metric.id()));
        result.value().ifPresent(value -> part.setValue(Codes.quantity(value, metric.unit())));
        result.withholding()
                .ifPresent(why -> part.setDataAbsentReason(making.codes()
                        .concept("hl7-not-performed")
                        .addCoding(making.codes().constant("withheld", why).getCodingFirstRep())));
    }
}
