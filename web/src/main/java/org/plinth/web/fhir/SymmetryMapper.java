package org.plinth.web.fhir;

import java.util.List;
import java.util.OptionalDouble;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.words.SymmetryWords;

/** Limb symmetry [%], never capped, with its interval, bounds and state; or why there is none. */
final class SymmetryMapper {

    private final Making making;
    private final Observed observed;

    SymmetryMapper(Making making) {
        this.making = making;
        this.observed = new Observed(making);
    }

    Resource symmetry(PatientRecord record, TestSymmetry symmetry) {
        PositionTest test = record.test(symmetry.test());
        Visit visit = record.visit(symmetry.visit());
        Observation made = Making.follows(
                making.named(
                        new Observation(),
                        making.disclosure().of(test.patient(), "symmetry", test.id()),
                        symmetry.version(),
                        record.stamps().of(Kind.SYMMETRY, test.id())),
                "plinth-limb-symmetry");
        boolean amended = record.stamps().isAmended(visit.id(), Kind.SYMMETRY, test.id());
        made.setStatus(
                amended
                        ? ObservationStatus.AMENDED
                        : visit.closed() ? ObservationStatus.FINAL : ObservationStatus.PRELIMINARY);
        observed.at(visit, "symmetry", test.positionId(), test.protocolVersion(), made);
        made.setEffective(Making.moment(making.disclosure().moment(visit, visit.startedAt())));
        observed.method(made, test.fixation(), test.positionId(), test.protocolVersion());
        List<SideResult> sides = record.results().stream()
                .filter(one -> one.test().equals(test.id()))
                .toList();
        ResultMapper names = new ResultMapper(making);
        sides.forEach(one -> made.addDerivedFrom(
                names.reference(one.patient(), one.test(), one.key().side())));
        symmetry.outcome().symmetry().ifPresent(known -> known(made, known));
        if (symmetry.outcome() instanceof SymmetryOutcome.Refused refused) {
            refused(made, refused);
        }
        return made;
    }

    private void refused(Observation made, SymmetryOutcome.Refused refused) {
        boolean never = refused.reason() == SymmetryRefusal.BILATERAL
                || refused.reason() == SymmetryRefusal.BRIDGE_BILATERAL_TEST
                || refused.reason() == SymmetryRefusal.NO_INJURED_SIDE;
        observed.absent(
                made,
                never ? "hl7-not-applicable" : "hl7-error",
                LocalTerms.code("refused", refused.reason()),
                new SymmetryWords(making.texts(), making.numbers()).refusal(refused));
    }

    private void known(Observation made, Symmetry symmetry) {
        Codes codes = making.codes();
        made.setValue(Codes.quantity(symmetry.percent(), "%"));
        observed.side(made, symmetry.injured());
        symmetry.interval().ifPresent(interval -> interval(made, interval));
        codes.part(made, "threshold", Codes.quantity(symmetry.thresholdPercent(), "%"));
        codes.part(made, "state", codes.constant("state", symmetry.state()));
        codes.part(made, "efforts-used", Codes.quantity(symmetry.k(), "{reps}"));
        codes.part(made, "of-means", OptionalDouble.of(symmetry.percentOfMeans()), "%");
        codes.part(made, "of-net", symmetry.percentNet(), "%");
        symmetry.error().ifPresent(error -> ResultMapper.error(making, made, error));
        symmetry.flags().stream()
                .sorted()
                .forEach((ResultFlag flag) -> codes.part(made, "result-flag", codes.constant("flag", flag)));
        made.addNote()
                .setText(new SymmetryWords(making.texts(), making.numbers())
                        .ratio(symmetry)
                        .text());
    }

    private void interval(Observation made, SymmetryInterval interval) {
        Codes codes = making.codes();
        codes.part(made, "low95", Codes.quantity(interval.low95(), "%"));
        codes.part(made, "high95", Codes.quantity(interval.high95(), "%"));
        codes.part(made, "decision-low", Codes.quantity(interval.low80(), "%"));
        codes.part(made, "decision-high", Codes.quantity(interval.high80(), "%"));
        codes.part(made, "chance", Codes.quantity(interval.chanceAtLeastThreshold(), "1"));
    }
}
