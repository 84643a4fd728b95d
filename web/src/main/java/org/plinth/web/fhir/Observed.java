package org.plinth.web.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.Visit;

/** What all observations of a visit have in common. */
final class Observed {

    private final Making making;

    Observed(Making making) {
        this.making = making;
    }

    /** Category, code, subject, visit and who tested. */
    void at(Visit visit, String what, String position, int protocol, Observation made) {
        made.addCategory(making.codes().concept("hl7-exam"));
        made.setCode(making.codes().observed(what, position, making.position(position, protocol)));
        made.setSubject(making.patient(visit.patient()));
        made.setEncounter(making.of("Encounter", visit.patient(), "visit", visit.id()));
        new VisitMapper(making).tester(visit).ifPresent(made::addPerformer);
    }

    /** The side, for people in the body site and for programs in a part. */
    void side(Observation made, Side side) {
        made.setBodySite(new CodeableConcept().setText(EpisodeMapper.siteWords(making, side)));
        making.codes().part(made, "side", making.codes().side(side));
    }

    /** How the sensor was held, with the protocol in words. */
    void method(Observation made, Fixation fixation, String position, int protocol) {
        made.setMethod(making.codes()
                .concept(
                        "fixation-" + fixation.id(),
                        making.text(
                                "fhir.method",
                                making.position(position, protocol),
                                Integer.toString(protocol),
                                fixation.id())));
    }

    /** The channel of the sensor. */
    void device(Observation made, PositionTest test) {
        made.setDevice(metric(making, test.sensor()));
    }

    static Reference metric(Making making, Id<Sensor> sensor) {
        return new Reference("DeviceMetric/" + making.disclosure().shared("S", sensor));
    }

    /** There is no value, with the reason as HL7 has it and in our words. */
    void absent(Observation made, String hl7, String local, String words) {
        CodeableConcept why = making.codes().concept(hl7, words);
        if (making.codes().has(local)) {
            why.addCoding(making.codes().coding(local));
        }
        made.setDataAbsentReason(why);
    }

    /** Adds what somebody typed, where it may be said. */
    void note(Observation made, Optional<String> typed) {
        typed.flatMap(making.disclosure()::words)
                .ifPresent(words -> made.addNote().setText(words));
    }
}
