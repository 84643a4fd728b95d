package org.plinth.web.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** What our resources are to be understood by: profiles, extensions, our codes, value sets, the measure. The same for everybody. */
final class Definitions {

    private final Terminology terms;
    private final Codes codes;

    Definitions(Terminology terms) {
        this.terms = terms;
        this.codes = new Codes(terms);
    }

    /** All of them. */
    List<Resource> all() {
        List<Resource> all = new ArrayList<>(Profiles.all());
        all.add(codeSystem());
        all.add(values(
                "plinth-fixation", "How a sensor was held", term -> term.local().startsWith("fixation-")));
        all.add(values(
                "plinth-state", "State of a symmetry", term -> term.local().startsWith("state-")));
        all.add(values("plinth-refusal", "Why there is no symmetry", term -> term.local()
                .startsWith("refused-")));
        all.add(values(
                "plinth-laterality", "Side of the body", term -> term.local().startsWith("side-")));
        all.add(measure());
        return all;
    }

    private CodeSystem codeSystem() {
        CodeSystem made = new CodeSystem();
        made.setId("plinth");
        made.setUrl(FhirNames.CODES).setVersion("1").setName("PlinthCodes").setTitle("Codes of Plinth");
        made.setStatus(PublicationStatus.ACTIVE).setCaseSensitive(true).setContent(CodeSystemContentMode.COMPLETE);
        made.setDescription("Strength outcomes of handheld dynamometry, their parts and their states");
        terms.rows().stream()
                .filter(term -> term.system().equals(FhirNames.CODES))
                .forEach(term -> made.addConcept().setCode(term.code()).setDisplay(term.display()));
        made.setCount(made.getConcept().size());
        return made;
    }

    private ValueSet values(String id, String title, Predicate<Term> which) {
        ValueSet made = new ValueSet();
        made.setId(id);
        made.setUrl(FhirNames.VALUES + id);
        made.setVersion("1").setTitle(title).setStatus(PublicationStatus.ACTIVE);
        made.setName("Plinth" + id.substring(7, 8).toUpperCase(Locale.ROOT) + id.substring(8));
        made.setDescription(title);
        ConceptSetComponent include = made.getCompose().addInclude();
        terms.rows().stream().filter(which).filter(Term::mayBeSent).forEach(term -> {
            include.setSystem(term.system());
            include.addConcept().setCode(term.code()).setDisplay(term.display());
        });
        return made;
    }

    /** Closed episodes that are counted; of these with a pair of tests to compare, as on the page of outcomes. */
    private Measure measure() {
        Measure made = new Measure();
        made.setId("plinth-completeness");
        made.setUrl(FhirNames.MEASURE).setVersion("1").setName("PlinthCompleteness");
        made.setTitle("Completeness of outcomes").setStatus(PublicationStatus.ACTIVE);
        made.setDescription(
                "Of the episodes closed in the period, without those of patients who refused that they be counted:"
                        + " those with a strength test at the beginning and one at the end that can be compared");
        made.setScoring(codes.concept("hl7-proportion"));
        var group = made.addGroup();
        group.addPopulation().setCode(codes.concept("hl7-initial")).setCriteria(criteria("closed episodes"));
        group.addPopulation().setCode(codes.concept("hl7-denominator")).setCriteria(criteria("the same episodes"));
        group.addPopulation()
                .setCode(codes.concept("hl7-numerator"))
                .setCriteria(criteria("of these, with a pair in at least one position"));
        return made;
    }

    private static org.hl7.fhir.r4.model.Expression criteria(String words) {
        return new org.hl7.fhir.r4.model.Expression()
                .setLanguage("text/fhirpath")
                .setExpression("true")
                .setDescription(words);
    }
}
