package org.plinth.web.fhir;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.HistoryStore.Kind;

/** The person tested, and what she last weighed. Without names nothing of her but a keyed name: no birth date, no age. */
final class PatientMapper {

    private final Making making;

    PatientMapper(Making making) {
        this.making = making;
    }

    Resource person(PatientRecord record) {
        Patient who = record.patient();
        Disclosure disclosure = making.disclosure();
        var patient = making.named(
                new org.hl7.fhir.r4.model.Patient(),
                disclosure.patient(who.id()),
                who.version(),
                record.stamps().of(Kind.PATIENT, who.id()));
        patient.addIdentifier()
                .setSystem(FhirNames.IDENTIFIER + (disclosure.isNamed() ? "patient" : "pseudonym"))
                .setValue(disclosure.patient(who.id()));
        patient.setManagingOrganization(making.clinic());
        // Never asked, which is not the same as not known to her.
        patient.setGender(AdministrativeGender.UNKNOWN);
        if (disclosure.isNamed()) {
            patient.addName().setFamily(who.familyName()).addGiven(who.givenName());
            patient.setBirthDateElement(new DateType(who.birthDate().toString()));
        }
        return patient;
    }

    /** Body mass, where it was weighed. */
    List<Resource> bodyMass(PatientRecord record) {
        Patient who = record.patient();
        List<Resource> made = new ArrayList<>();
        if (who.bodyMass().isPresent() && who.bodyMassOn().isPresent()) {
            Observation mass = making.named(
                    new Observation(),
                    making.disclosure().of(who.id(), "mass", who.id()),
                    who.version(),
                    record.stamps().of(Kind.PATIENT, who.id()));
            mass.setStatus(ObservationStatus.FINAL);
            mass.addCategory(making.codes().concept("hl7-vital-signs"));
            mass.setCode(making.codes().concept("body-weight"));
            mass.setSubject(making.patient(who.id()));
            mass.setEffective(making.day(who.id(), who.bodyMassOn().get()));
            mass.setValue(Codes.quantity(who.bodyMass().get().kilograms(), "kg"));
            made.add(mass);
        }
        return made;
    }
}
