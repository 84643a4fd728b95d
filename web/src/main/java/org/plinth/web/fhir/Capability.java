package org.plinth.web.fhir;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.plinth.web.text.Texts;

/** What can be asked: reading and searching, nothing else. */
final class Capability {

    private Capability() {}

    static CapabilityStatement of(Texts texts, List<String> types, java.time.Instant at) {
        CapabilityStatement made = new CapabilityStatement();
        made.setId("plinth");
        made.setUrl(FhirNames.BASE + "CapabilityStatement/plinth");
        made.setName("PlinthFhir").setTitle(texts.text("fhir.capability"));
        made.setStatus(PublicationStatus.ACTIVE).setKind(CapabilityStatementKind.INSTANCE);
        made.setDate(Date.from(at));
        made.setFhirVersion(FHIRVersion._4_0_1);
        made.addFormat("json").addFormat(FhirNames.CONTENT_TYPE);
        made.getSoftware().setName("Plinth");
        made.getImplementation().setDescription(texts.text("fhir.capability"));
        CapabilityStatementRestComponent rest = made.addRest().setMode(RestfulCapabilityMode.SERVER);
        types.forEach(type -> resource(rest, type));
        return made;
    }

    private static void resource(CapabilityStatementRestComponent rest, String type) {
        CapabilityStatementRestResourceComponent made = rest.addResource().setType(type);
        made.addInteraction().setCode(TypeRestfulInteraction.READ);
        made.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        made.setVersioning(ResourceVersionPolicy.VERSIONED).setReadHistory(false);
        made.addSearchParam().setName("_id").setType(SearchParamType.TOKEN);
        made.addSearchParam().setName("_lastUpdated").setType(SearchParamType.DATE);
        if (PatientResources.TYPES.contains(type) && !type.equals("Patient")) {
            made.addSearchParam().setName("patient").setType(SearchParamType.REFERENCE);
            made.addSearchParam().setName("subject").setType(SearchParamType.REFERENCE);
        }
        if (Index.CODED.contains(type)) {
            made.addSearchParam().setName("code").setType(SearchParamType.TOKEN);
        }
        if (Index.DATED.contains(type)) {
            made.addSearchParam().setName("date").setType(SearchParamType.DATE);
        }
        if (type.equals("Patient")) {
            made.addOperation()
                    .setName("everything")
                    .setDefinition("http://hl7.org/fhir/OperationDefinition/Patient-everything");
        }
    }
}
