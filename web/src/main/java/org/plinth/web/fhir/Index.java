package org.plinth.web.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DeviceMetric;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** By what a resource is found: its code and its time. */
final class Index {

    /** Kinds that can be asked for by code. */
    static final Set<String> CODED =
            Set.of("Observation", "Condition", "DiagnosticReport", "Device", "DeviceMetric", "DocumentReference");

    /** Kinds that can be asked for by date. */
    static final Set<String> DATED = Set.of(
            "Observation",
            "Condition",
            "DiagnosticReport",
            "DocumentReference",
            "Encounter",
            "EpisodeOfCare",
            "CarePlan",
            "Goal",
            "Consent");

    private Index() {}

    /** Whether it has this code: {@code code}, {@code system|code} or {@code |code}. */
    static boolean has(Resource resource, String asked) {
        int bar = asked.indexOf('|');
        String system = bar < 0 ? "" : asked.substring(0, bar);
        String code = asked.substring(bar + 1);
        return codings(resource).stream()
                .anyMatch(coding -> coding.getCode().equals(code)
                        && (bar < 0 || coding.getSystem().equals(system)));
    }

    private static List<Coding> codings(Resource resource) {
        CodeableConcept concept = new CodeableConcept();
        if (resource instanceof Observation one) {
            concept = one.getCode();
        } else if (resource instanceof Condition one) {
            concept = one.getCode();
        } else if (resource instanceof DiagnosticReport one) {
            concept = one.getCode();
        } else if (resource instanceof Device one) {
            concept = one.getType();
        } else if (resource instanceof DeviceMetric one) {
            concept = one.getType();
        } else if (resource instanceof DocumentReference one) {
            concept = one.getType();
        }
        return concept.getCoding();
    }

    /** When it was. */
    static Optional<DaySpan> time(Resource resource) {
        if (resource instanceof Observation one && one.hasEffectiveDateTimeType()) {
            return Optional.of(DaySpan.of(one.getEffectiveDateTimeType()));
        }
        if (resource instanceof DiagnosticReport one && one.hasEffectiveDateTimeType()) {
            return Optional.of(DaySpan.of(one.getEffectiveDateTimeType()));
        }
        if (resource instanceof Condition one && one.hasOnsetDateTimeType()) {
            return Optional.of(DaySpan.of(one.getOnsetDateTimeType()));
        }
        if (resource instanceof DocumentReference one && one.hasDate()) {
            return Optional.of(DaySpan.of(one.getDateElement()));
        }
        if (resource instanceof Goal one && one.hasStartDateType()) {
            return Optional.of(DaySpan.of(one.getStartDateType()));
        }
        if (resource instanceof Consent one && one.hasDateTime()) {
            return Optional.of(DaySpan.of(one.getDateTimeElement()));
        }
        return period(resource);
    }

    private static Optional<DaySpan> period(Resource resource) {
        if (resource instanceof Encounter one && one.hasPeriod()) {
            return Optional.of(DaySpan.of(one.getPeriod()));
        }
        if (resource instanceof EpisodeOfCare one && one.hasPeriod()) {
            return Optional.of(DaySpan.of(one.getPeriod()));
        }
        return resource instanceof CarePlan one && one.hasPeriod()
                ? Optional.of(DaySpan.of(one.getPeriod()))
                : Optional.empty();
    }

    /** When it was last written; nobody without names is told. */
    static Optional<DaySpan> written(Resource resource) {
        return resource.getMeta().hasLastUpdated()
                ? Optional.of(DaySpan.of(resource.getMeta().getLastUpdatedElement()))
                : Optional.empty();
    }
}
