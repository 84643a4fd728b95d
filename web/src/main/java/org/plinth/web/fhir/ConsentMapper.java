package org.plinth.web.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.web.clinic.Consent;

/** What she said about one use of her data; a later word of the same kind makes an earlier one inactive. */
final class ConsentMapper {

    private final Making making;

    ConsentMapper(Making making) {
        this.making = making;
    }

    Resource consent(Consent said, List<Consent> all) {
        boolean newest = all.stream()
                .filter(other -> other.kind() == said.kind())
                .allMatch(other -> other.number() <= said.number());
        var made = making.named(
                new org.hl7.fhir.r4.model.Consent(),
                making.disclosure().of(said.patient(), "consent", said.patient()) + "-" + said.number(),
                newest ? 1 : 2,
                Optional.empty());
        made.setStatus(!newest ? ConsentState.INACTIVE : said.given() ? ConsentState.ACTIVE : ConsentState.REJECTED);
        made.setScope(making.codes().concept(scope(said.kind())));
        made.addCategory(making.codes().constant("consent", said.kind()));
        made.setPatient(making.patient(said.patient()));
        made.setDateTimeElement(making.day(said.patient(), said.on()));
        made.setPolicyRule(making.codes().concept("policy", making.text("fhir.consent.text", said.textVersion())));
        made.setProvision(new ProvisionComponent()
                .setType(said.given() ? ConsentProvisionType.PERMIT : ConsentProvisionType.DENY));
        // Who spoke for her is named nowhere else, and needs no name here.
        if (said.by() == Consent.By.GUARDIAN) {
            made.addExtension(
                    FhirNames.PROFILE + "plinth-spoken-by",
                    new CodeableConcept().setText(making.text("fhir.consent.guardian")));
        }
        return made;
    }

    private static String scope(Consent.Kind kind) {
        return switch (kind) {
            case TESTING, ASSENT -> "hl7-scope-treatment";
            case RESEARCH -> "hl7-scope-research";
            case PHOTO, AUDIT -> "hl7-scope-privacy";
        };
    }
}
