package org.plinth.web.fhir;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.plinth.core.visit.Side;

/** Makes codes and quantities; every code out of the terminology table, every quantity with its UCUM unit. */
final class Codes {

    private final Terminology terms;

    Codes(Terminology terms) {
        this.terms = terms;
    }

    /** The code of this local name. */
    Coding coding(String local) {
        Term term = terms.required(local);
        return new Coding(term.system(), term.code(), term.display());
    }

    /** A concept of one code, reading as it does. */
    CodeableConcept concept(String local) {
        Coding coding = coding(local);
        return new CodeableConcept(coding).setText(coding.getDisplay());
    }

    /** The same in other words. */
    CodeableConcept concept(String local, String words) {
        return new CodeableConcept(coding(local)).setText(words);
    }

    /** A concept of a constant of the house. */
    CodeableConcept constant(String kind, Enum<?> value) {
        return concept(LocalTerms.code(kind, value));
    }

    /** What is observed in a position: one code for each that ships, one for all of a clinic's own. */
    CodeableConcept observed(String what, String position, String name) {
        String local = what + "-" + position;
        Optional<Term> known = terms.sent(local);
        return known.map(term -> concept(local)).orElseGet(() -> concept(what + "-" + LocalTerms.OWN, name));
    }

    /** The side as a code and in a word. */
    CodeableConcept side(Side side) {
        return concept(side == Side.LEFT ? "side-left" : "side-right");
    }

    /** Whether this name may be sent. */
    boolean has(String local) {
        return terms.sent(local).isPresent();
    }

    /** A number with its unit; as exact as it is stored. */
    static Quantity quantity(double value, String ucum) {
        return new Quantity()
                .setValue(BigDecimal.valueOf(value))
                .setUnit(ucum)
                .setSystem(FhirNames.UCUM)
                .setCode(ucum);
    }

    /** Adds a part of an observation. */
    ObservationComponentComponent part(Observation to, String local, Type value) {
        ObservationComponentComponent part = to.addComponent().setCode(concept(local));
        part.setValue(value);
        return part;
    }

    /** Adds a number, where there is one. */
    void part(Observation to, String local, OptionalDouble value, String ucum) {
        if (value.isPresent()) {
            part(to, local, quantity(value.getAsDouble(), ucum));
        }
    }
}
