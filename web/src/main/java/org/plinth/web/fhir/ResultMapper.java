package org.plinth.web.fhir;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.store.ResultStore.Withdrawn;

/** The value of one side of one position at one visit [N], with what it rests on and how sure it is. */
final class ResultMapper {

    private final Making making;
    private final Observed observed;

    ResultMapper(Making making) {
        this.making = making;
        this.observed = new Observed(making);
    }

    Reference reference(Id<Patient> patient, Id<PositionTest> test, Side side) {
        return new Reference("Observation/" + id(patient, test, side));
    }

    String id(Id<Patient> patient, Id<PositionTest> test, Side side) {
        return making.disclosure().of(patient, "result", test) + (side == Side.LEFT ? "-left" : "-right");
    }

    Resource result(PatientRecord record, SideResult result) {
        Visit visit = record.visit(result.visit());
        SeriesKey key = result.key();
        Observation made = Making.follows(
                making.named(
                        new Observation(),
                        id(result.patient(), result.test(), key.side()),
                        result.version(),
                        record.stamps().of(Kind.RESULT, result.id())),
                "plinth-limb-result");
        boolean amended = record.stamps().isAmended(visit.id(), Kind.RESULT, result.id());
        made.setStatus(
                amended
                        ? ObservationStatus.AMENDED
                        : visit.closed() ? ObservationStatus.FINAL : ObservationStatus.PRELIMINARY);
        observed.at(visit, "result", key.position(), key.protocolVersion(), made);
        made.setEffective(Making.moment(making.disclosure().moment(visit, result.testedAt())));
        observed.method(made, key.fixation(), key.position(), key.protocolVersion());
        Optional.ofNullable(record.tests().get(result.test())).ifPresent(test -> observed.device(made, test));
        observed.side(made, key.side());
        made.setValue(Codes.quantity(result.value().best().newtons(), "N"));
        value(made, result, record.trust().flags(result));
        key(made, key);
        error(record, result).ifPresent(error -> error(made, error));
        derived(record, result, made);
        return made;
    }

    /**
     * What is left of a result that was taken back: whoever has it by its id learns that it never should have been. Nothing of what was
     * measured, when, or where: it may have been another patient's.
     */
    Resource withdrawn(PatientRecord record, Withdrawn result) {
        Observation made = making.named(
                new Observation(),
                id(record.patient().id(), result.test(), result.side()),
                result.version(),
                record.stamps().of(Kind.RESULT, result.id()));
        made.setStatus(ObservationStatus.ENTEREDINERROR);
        made.setCode(making.codes().concept("result-" + LocalTerms.TAKEN_BACK));
        made.setSubject(making.patient(record.patient().id()));
        return made;
    }

    /** With the flags that trust in the sensor gives it today, which may be more than when it was stored. */
    private void value(Observation made, SideResult result, Set<ResultFlag> flags) {
        Codes codes = making.codes();
        TestValue value = result.value();
        codes.part(made, "mean", Codes.quantity(value.mean().newtons(), "N"));
        codes.part(made, "efforts-used", Codes.quantity(value.k(), "{reps}"));
        codes.part(made, "efforts-kept", Codes.quantity(result.effortsKept(), "{reps}"));
        codes.part(made, "efforts-made", Codes.quantity(result.effortsMade(), "{reps}"));
        codes.part(made, "cv", value.cvPercent(), "%");
        codes.part(made, "estimator", codes.concept("best", result.key().estimator()));
        flags.stream()
                .sorted()
                .forEach((ResultFlag flag) -> codes.part(made, "result-flag", codes.constant("flag", flag)));
    }

    private void key(Observation made, SeriesKey key) {
        making.codes().part(made, "quantity", new StringType(key.quantity()));
        making.codes().part(made, "basis", making.codes().constant("basis", key.basis()));
        making.codes().part(made, "source", making.codes().constant("source", key.provenance()));
    }

    static void error(Making making, Observation made, MeasurementError error) {
        making.codes().part(made, "sem", OptionalDouble.of(error.semPercent()), "%");
        making.codes().part(made, "sem-source", new StringType(error.source()));
    }

    private void error(Observation made, MeasurementError error) {
        error(making, made, error);
    }

    private Optional<MeasurementError> error(PatientRecord record, SideResult result) {
        return record.symmetries().stream()
                .filter(one -> one.test().equals(result.test()))
                .flatMap(one -> one.outcome().symmetry().stream())
                .flatMap((SymmetryOutcome.Symmetry one) -> one.error().stream())
                .findFirst()
                .or(() -> making.positions()
                        .find(result.key().position(), result.key().protocolVersion())
                        .flatMap(position -> position.error(result.key().fixation())));
    }

    private void derived(PatientRecord record, SideResult result, Observation made) {
        record.trials().stream()
                .filter(one -> one.recording().test().equals(result.test())
                        && one.recording().side() == result.key().side()
                        && one.trial().state() == Trial.State.ACCEPTED)
                .forEach(one -> made.addDerivedFrom(making.of(
                        "Observation", result.patient(), "trial", one.trial().id())));
    }
}
