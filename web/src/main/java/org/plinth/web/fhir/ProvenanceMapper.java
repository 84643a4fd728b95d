package org.plinth.web.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityComponent;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.HistoryStore.Kind;

/** What a result rests on: the hash over its recordings and decisions, each sealed recording, the calibration, the engine. */
final class ProvenanceMapper {

    private final Making making;

    ProvenanceMapper(Making making) {
        this.making = making;
    }

    Resource provenance(PatientRecord record, SideResult result) {
        Visit visit = record.visit(result.visit());
        ResultMapper names = new ResultMapper(making);
        Optional<Instant> written = record.stamps().of(Kind.RESULT, result.id());
        Provenance made = making.named(
                new Provenance(),
                names.id(result.patient(), result.test(), result.key().side()),
                result.version(),
                written);
        made.addTarget(
                names.reference(result.patient(), result.test(), result.key().side()));
        made.setRecordedElement(Making.instant(making.disclosure()
                .moment(visit, making.disclosure().isNamed() ? written.orElse(result.testedAt()) : result.testedAt())));
        made.addAgent()
                .setType(making.codes().concept("hl7-assembler"))
                .setWho(new Reference(
                        "Device/" + SharedMapper.engineId(result.provenance().engineVersion())));
        if (making.disclosure().isNamed()) {
            made.addAgent()
                    .setType(making.codes().concept("hl7-author"))
                    .setWho(new Reference("Practitioner/" + visit.clinician()));
        }
        entities(record, result, made);
        return made;
    }

    private void entities(PatientRecord record, SideResult result, Provenance made) {
        if (!making.disclosure().isNamed()) {
            // Seals and ids stand in the audit log beside true days: without names they would give both away.
            return;
        }
        made.addEntity(source("input-sha256", result.provenance().inputHash()));
        for (String calibration : List.of(result.provenance().calibrationId().split(",", -1))) {
            made.addEntity(source("calibration", calibration));
        }
        Side side = result.key().side();
        record.recordings().stream()
                .filter(one -> one.test().equals(result.test()) && one.side() == side)
                .forEach(one -> sealed(one).ifPresent(made::addEntity));
    }

    private Optional<ProvenanceEntityComponent> sealed(Recording recording) {
        return recording.seal().map(seal -> source("recording-sha256", seal.sha256()));
    }

    private static ProvenanceEntityComponent source(String system, String value) {
        return new ProvenanceEntityComponent()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem(FhirNames.IDENTIFIER + system)
                                .setValue(value)));
    }
}
