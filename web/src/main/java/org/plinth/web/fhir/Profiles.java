package org.plinth.web.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionBindingComponent;
import org.hl7.fhir.r4.model.ElementDefinition.TypeRefComponent;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.ExtensionContextType;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.hl7.fhir.r4.model.UriType;

/** Our profiles of Observation and our extensions. Force is in UCUM newtons and symmetry in percent, with no upper limit. */
final class Profiles {

    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    private Profiles() {}

    static List<StructureDefinition> all() {
        return List.of(
                strength("plinth-trial", "PlinthTrial", "One effort", "N"),
                strength("plinth-limb-result", "PlinthLimbResult", "Strength of one side at one visit", "N"),
                symmetry(),
                extension("plinth-laterality", "PlinthLaterality", "CodeableConcept", "CodeableConcept"),
                extension("plinth-sha256", "PlinthSha256", "string", "Attachment"),
                extension("plinth-spoken-by", "PlinthSpokenBy", "CodeableConcept", "Consent"));
    }

    private static StructureDefinition strength(String id, String name, String title, String unit) {
        StructureDefinition made = observation(id, name, title, unit);
        element(made, "Observation.device").setMin(0).setShort("The channel of the sensor");
        element(made, "Observation.component").setMin(1).setShort("Side and what else was measured");
        return made;
    }

    private static StructureDefinition symmetry() {
        StructureDefinition made = observation("plinth-limb-symmetry", "PlinthLimbSymmetry", "Limb symmetry", "%");
        element(made, "Observation.value[x]")
                .setComment(
                        "Injured as percent of uninjured; may be above 100. Absent with a reason where it is refused.");
        return made;
    }

    private static StructureDefinition observation(String id, String name, String title, String unit) {
        StructureDefinition made = definition(id, name, title, "Observation");
        // in the order of the resource, which a differential has to keep
        element(made, "Observation.category").setMin(1).setShort("exam");
        element(made, "Observation.code").setMin(1);
        element(made, "Observation.subject").setMin(1);
        element(made, "Observation.encounter").setMin(1);
        element(made, "Observation.effective[x]").setMin(1).addType(new TypeRefComponent(new UriType("dateTime")));
        element(made, "Observation.value[x]").addType(new TypeRefComponent(new UriType("Quantity")));
        element(made, "Observation.method").setMin(0).setBinding(binding("plinth-fixation"));
        fixed(made, unit);
        return made;
    }

    /** Whatever is the value has this unit. */
    private static void fixed(StructureDefinition made, String unit) {
        ElementDefinition value = element(made, "Observation.value[x]");
        value.addConstraint()
                .setKey("plinth-unit-" + (unit.equals("%") ? "percent" : "newton"))
                .setSeverity(ElementDefinition.ConstraintSeverity.ERROR)
                .setHuman("The unit is UCUM " + unit)
                .setExpression("system = '" + FhirNames.UCUM + "' and code = '" + unit + "'");
    }

    private static ElementDefinitionBindingComponent binding(String valueSet) {
        return new ElementDefinitionBindingComponent()
                .setStrength(BindingStrength.REQUIRED)
                .setValueSet(FhirNames.VALUES + valueSet);
    }

    private static StructureDefinition extension(String id, String name, String type, String on) {
        StructureDefinition made = definition(id, name, name, "Extension");
        made.addContext().setType(ExtensionContextType.ELEMENT).setExpression(on);
        element(made, "Extension.extension").setMax("0");
        element(made, "Extension.url").setFixed(new UriType(FhirNames.PROFILE + id));
        element(made, "Extension.value[x]").setMin(1).addType(new TypeRefComponent(new UriType(type)));
        return made;
    }

    private static StructureDefinition definition(String id, String name, String title, String type) {
        StructureDefinition made = new StructureDefinition();
        made.setId(id);
        made.setUrl(FhirNames.PROFILE + id);
        made.setVersion("1").setName(name).setTitle(title).setStatus(PublicationStatus.ACTIVE);
        made.setDescription(title);
        made.setFhirVersion(FHIRVersion._4_0_1);
        made.setKind(type.equals("Extension") ? StructureDefinitionKind.COMPLEXTYPE : StructureDefinitionKind.RESOURCE);
        made.setAbstract(false);
        made.setType(type);
        made.setBaseDefinition(CORE + type);
        made.setDerivation(TypeDerivationRule.CONSTRAINT);
        element(made, type).setShort(title);
        return made;
    }

    /** The element of this path; made where there is none yet. */
    private static ElementDefinition element(StructureDefinition of, String path) {
        return of.getDifferential().getElement().stream()
                .filter(one -> one.getPath().equals(path))
                .findFirst()
                .orElseGet(() -> {
                    ElementDefinition made = of.getDifferential().addElement();
                    made.setId(path);
                    made.setPath(path);
                    return made;
                });
    }
}
