package org.plinth.web.fhir;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.core.series.SeriesKey;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.Visit;

/** A value without a raw record: typed from a display, or taken by stopwatch or counter. It says so, and has no device channel. What ended at its greatest value is that or more. */
final class ReadingMapper {

    private final Making making;
    private final Observed observed;

    ReadingMapper(Making making) {
        this.making = making;
        this.observed = new Observed(making);
    }

    /** {@code number} is its place among those of its visit. */
    Resource reading(PatientRecord record, TypedReading reading, int number) {
        Visit visit = record.visit(reading.visit());
        Observation made = making.named(
                new Observation(),
                making.disclosure().of(reading.patient(), "reading", reading.visit()) + "-" + number,
                reading.stands() ? 1 : 2,
                java.util.Optional.of(reading.at()));
        made.setStatus(
                reading.stands()
                        ? visit.closed() ? ObservationStatus.FINAL : ObservationStatus.PRELIMINARY
                        : ObservationStatus.ENTEREDINERROR);
        observed.at(visit, "reading", reading.positionId(), reading.protocolVersion(), made);
        // When it was typed is not when it was measured.
        made.setEffective(making.day(reading.patient(), visit.date()));
        reading.fixation()
                .ifPresent(held -> observed.method(made, held, reading.positionId(), reading.protocolVersion()));
        observed.side(made, reading.side());
        Quantity value = Codes.quantity(reading.value(), unit(reading));
        if (reading.capped()) {
            value.setComparator(QuantityComparator.GREATER_OR_EQUAL);
        }
        made.setValue(value);
        making.codes().part(made, "source", making.codes().constant("source", SeriesKey.Provenance.TYPED));
        if (reading.capped()) {
            making.codes().part(made, "capped", new BooleanType(true));
        }
        if (reading.pain().isPresent()) {
            making.codes().part(made, "pain", Codes.quantity(reading.pain().getAsInt(), "{score}"));
        }
        observed.note(made, reading.withdrawn());
        return made;
    }

    private static String unit(TypedReading reading) {
        return switch (reading.quantity()) {
            case FORCE -> "N";
            case HOLD_TIME -> "s";
            case REPETITIONS -> "{reps}";
        };
    }
}
