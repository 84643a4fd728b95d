package org.plinth.web.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.clinic.Patient;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/**
 * What every mapper needs: what may be said, codes, words, positions.
 *
 * @param disclosure what may be said
 * @param codes out of the table
 * @param texts the catalogue
 * @param positions of the clinic, in every version
 */
record Making(Disclosure disclosure, Codes codes, Texts texts, PositionCatalogue positions) {

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    /** Gives a resource its id, marks and version. */
    <R extends Resource> R named(R resource, String id, int version, Optional<Instant> writtenAt) {
        resource.setId(id);
        resource.getMeta().setVersionId(Integer.toString(version));
        writtenAt.flatMap(disclosure::clock).ifPresent(at -> resource.getMeta().setLastUpdated(Date.from(at)));
        marks(resource);
        return resource;
    }

    /** Says that it is made up, or that names and days were taken out. */
    private void marks(Resource resource) {
        if (disclosure.clinic().sample()) {
            resource.getMeta().addSecurity(codes.coding("hl7-test-data"));
        }
        if (!disclosure.isNamed()) {
            resource.getMeta().addSecurity(codes.coding("hl7-pseudonymized"));
            resource.getMeta().addTag(codes.coding("dates-shifted"));
        }
    }

    /** Says which profile of ours it follows. */
    static <R extends Resource> R follows(R resource, String profile) {
        resource.getMeta().addProfile(FhirNames.PROFILE + profile);
        return resource;
    }

    Reference patient(Id<Patient> patient) {
        return new Reference("Patient/" + disclosure.patient(patient));
    }

    /** A reference to a thing of hers. */
    Reference of(String type, Id<Patient> patient, String kind, Id<?> id) {
        return new Reference(type + "/" + disclosure.of(patient, kind, id));
    }

    Reference clinic() {
        return new Reference(
                "Organization/" + disclosure.shared("C", disclosure.clinic().id()));
    }

    static DateTimeType moment(Instant at) {
        return new DateTimeType(Date.from(at), TemporalPrecisionEnum.MILLI, UTC);
    }

    static InstantType instant(Instant at) {
        return new InstantType(Date.from(at), TemporalPrecisionEnum.MILLI, UTC);
    }

    /** A day of hers. */
    DateTimeType day(Id<Patient> patient, LocalDate day) {
        return new DateTimeType(disclosure.day(patient, day).toString());
    }

    /** How a position reads. */
    String position(String id, int version) {
        if (!disclosure.isNamed() && OwnPosition.idOf(id).isPresent()) {
            // Its name was typed by somebody.
            return text("fhir.position.own");
        }
        return positions
                .findVersion(id, version)
                .map(found -> found.position().name())
                .or(() -> positions.find(id).map(found -> found.name()))
                .orElse(id);
    }

    Numbers numbers() {
        return new Numbers(disclosure.clinic().displayUnit(), disclosure.zone());
    }

    String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }
}
