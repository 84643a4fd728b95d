package org.plinth.web.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.web.store.AuditEvent;

/**
 * A row of the audit chain for an auditor. Who acted stands under a keyed name; what it was done to stands with its kind alone: beside
 * the true time of an act the moved days of a patient would be given away.
 */
final class AuditMapper {

    private final Making making;

    AuditMapper(Making making) {
        this.making = making;
    }

    static String id(long number) {
        return "audit-" + number;
    }

    Resource event(AuditEvent row) {
        var made = making.named(new org.hl7.fhir.r4.model.AuditEvent(), id(row.seq()), 1, Optional.empty());
        made.getMeta().getTag().clear();
        made.setType(making.codes().coding("house-act"));
        made.setAction(action(row));
        made.setRecordedElement(Making.instant(row.at()));
        made.setOutcome(row.action().startsWith("access.refused") ? AuditEventOutcome._4 : AuditEventOutcome._0);
        made.setOutcomeDesc(row.action());
        String who = making.disclosure().keyed().of("A", row.actor());
        made.addAgent()
                .setRequestor(true)
                .setWho(new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem(FhirNames.IDENTIFIER + "pseudonym")
                                .setValue(who)));
        made.getSource().setObserver(making.clinic());
        String kind = row.subject().contains(":")
                ? row.subject().substring(0, row.subject().indexOf(':'))
                : "house";
        made.addEntity()
                .setName(kind)
                .addDetail()
                .setType("sha256")
                .setValue(new org.hl7.fhir.r4.model.StringType(row.hash()));
        return made;
    }

    private static AuditEventAction action(AuditEvent row) {
        if (row.before().isPresent()) {
            return row.after().isPresent() ? AuditEventAction.U : AuditEventAction.D;
        }
        boolean read = row.action().startsWith("record.")
                || row.action().startsWith("export.")
                || row.action().startsWith("fhir.");
        return read ? AuditEventAction.R : AuditEventAction.E;
    }
}
