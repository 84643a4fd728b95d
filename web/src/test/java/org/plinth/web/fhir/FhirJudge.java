package org.plinth.web.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** HAPI's validator with the definitions of FHIR R4 and ours, and no network. Slow to make. */
final class FhirJudge {

    private static final Set<ResultSeverityEnum> WRONG = Set.of(ResultSeverityEnum.ERROR, ResultSeverityEnum.FATAL);

    /** Where an extension may stand is looked up in a package of a server: every definition of one has this, whatever it says. */
    private static final String NEEDS_A_SERVER = "Unable to resolve package id hl7.fhir.r4.core";

    private final FhirContext context = FhirContext.forR4();
    private final FhirValidator validator;

    /** The class that is to take the old one's place needs SNOMED, LOINC and ICD themselves, which nobody may bundle. */
    @SuppressWarnings("deprecation") // nothing else works without those
    FhirJudge() {
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(context);
        new Definitions(Terminology.bundled()).all().forEach(ours::addResource);
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                ours,
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new SnapshotGeneratingValidationSupport(context),
                new UnknownCodeSystemWarningValidationSupport(context));
        validator = context.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
    }

    /** Errors only, with where they are. */
    List<String> errors(String json) {
        return validator.validateWithResult(json).getMessages().stream()
                .filter(message -> WRONG.contains(message.getSeverity()))
                .filter(message -> !message.getMessage().contains(NEEDS_A_SERVER))
                .map(FhirJudge::words)
                .toList();
    }

    private static String words(SingleValidationMessage message) {
        return message.getSeverity().name().toLowerCase(Locale.ROOT) + " " + message.getLocationString() + ": "
                + message.getMessage();
    }
}
