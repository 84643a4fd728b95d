package org.plinth.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Involvement;
import org.plinth.web.imports.FoundRow.Newcomer;
import org.plinth.web.text.Texts;

/** Patients of a FHIR R4 Bundle. Everybody in it is made up. */
class PatientBundleTest {

    private static final String ADA =
            """
            {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p1",
             "identifier":[{"system":"urn:sample","value":"S-1"}],"gender":"female",
             "name":[{"use":"nickname","family":"Nick","given":["Nick"]},
                     {"use":"official","family":"Madeup","given":["Sample","Ada"]}],"birthDate":"1985-03-02"}}""";

    private static final String BOTH_CODES =
            "\"code\":\"7771000\"},{\"system\":\"http://snomed.info/sct\",\"code\":\"24028007\"}";

    private static Found read(String... entries) {
        String bundle =
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + String.join(",", entries) + "]}";
        return ImportKinds.find("patients-fhir")
                .orElseThrow()
                .read(
                        new ImportFile(bundle.getBytes(StandardCharsets.UTF_8)),
                        Answers.none(),
                        LocalDate.of(2026, 8, 6));
    }

    private static String condition(String reference, String side) {
        return "{\"resource\":{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"" + reference
                + "\"},\"code\":{\"text\":\"Sample tendon\"},\"bodySite\":[{\"coding\":[{\"system\":\"http://snomed.info/sct\","
                + "\"code\":\"" + side + "\"}]}]}}";
    }

    @Test
    void a_patient_with_her_condition_and_side() {
        Found found = read(
                ADA,
                condition("Patient/p1", "7771000"),
                "{\"resource\":{\"resourceType\":\"Observation\"}}",
                "{\"resource\":{\"resourceType\":\"Observation\"}}");

        assertThat(found.wrong()).isEmpty();
        FoundRow row = found.rows().get(0);
        assertThat(row.person())
                .isEqualTo(
                        new Person("Madeup", "Sample Ada", Optional.of(LocalDate.of(1985, 3, 2)), Optional.of("S-1")));
        assertThat(row.content())
                .isEqualTo(new Newcomer("Sample tendon", Optional.of(Involvement.LEFT), Optional.empty()));
        assertThat(found.notices()).singleElement().satisfies(notice -> assertThat(notice.what(Texts.bundled()))
                .startsWith("2 \u00d7 Observation"));
        assertThat(((Newcomer) read(ADA, condition("urn:uuid:1", "24028007"))
                                .rows()
                                .get(0)
                                .content())
                        .involvement())
                .contains(Involvement.RIGHT);
        assertThat(((Newcomer) read(ADA, condition("urn:uuid:1", "12345"))
                                .rows()
                                .get(0)
                                .content())
                        .involvement())
                .as("a code that names no side")
                .isEmpty();
    }

    private static String status(String condition, String words, String element, String code) {
        return condition
                .replace("Sample tendon", words)
                .replace("\"subject\":", "\"" + element + "\":{\"coding\":[{\"code\":\"" + code + "\"}]},\"subject\":");
    }

    @Test
    void words_and_side_are_of_the_same_condition() {
        String cough = condition("Patient/p1", "12345").replace("Sample tendon", "Sample cough");

        assertThat(read(ADA, cough, condition("Patient/p1", "24028007"))
                        .good()
                        .get(0)
                        .content())
                .isEqualTo(new Newcomer("Sample tendon", Optional.of(Involvement.RIGHT), Optional.empty()));
    }

    @Test
    void what_was_never_so_or_is_over_is_left_out_and_said() {
        String left = condition("Patient/p1", "7771000");
        Found found = read(
                ADA,
                status(left, "Sample mistake", "verificationStatus", "entered-in-error"),
                status(left, "Sample doubt", "verificationStatus", "refuted"),
                status(left, "Sample past", "clinicalStatus", "resolved"),
                status(condition("Patient/p1", "24028007"), "Sample tear", "clinicalStatus", "active"));

        assertThat(found.wrong()).isEmpty();
        assertThat(found.rows().get(0).content())
                .isEqualTo(new Newcomer("Sample tear", Optional.of(Involvement.RIGHT), Optional.empty()));
        assertThat(found.notices()).singleElement().satisfies(notice -> assertThat(notice.what(Texts.bundled()))
                .startsWith("3 \u00d7 Condition"));
    }

    @Test
    void two_conditions_of_one_side_are_not_chosen_between() {
        Found found = read(
                ADA,
                condition("Patient/p1", "7771000"),
                condition("Patient/p1", "7771000").replace("Sample tendon", "Sample knee"));

        assertThat(found.good()).isEmpty();
        assertThat(found.wrong()).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("bundle.conditions");
            assertThat(fault.column()).contains("Bundle.entry[2].resource.bodySite");
            assertThat(fault.what(Texts.bundled())).contains("2 conditions");
        });
    }

    @Test
    void one_problem_told_for_each_leg_is_one_of_both() {
        String left = condition("Patient/p1", "7771000");
        String right = condition("Patient/p1", "24028007");

        assertThat(((Newcomer) read(ADA, left, right).rows().get(0).content()))
                .isEqualTo(new Newcomer("Sample tendon", Optional.of(Involvement.BILATERAL), Optional.empty()));
        for (String third : List.of(
                right.replace("Sample tendon", "Sample knee"),
                right.replace("Sample tendon", ""),
                right.replace("24028007", "51440002"))) {
            assertThat(read(ADA, left, third).wrong())
                    .as(third)
                    .extracting(ImportFault::key)
                    .containsExactly("bundle.conditions");
        }
        assertThat(read(ADA, left, right, right).wrong())
                .extracting(ImportFault::key)
                .containsExactly("bundle.conditions");
    }

    @Test
    void what_points_to_nothing_is_told_by_its_path() {
        Found found = read(ADA, condition("Patient/p9", "7771000"));

        assertThat(found.isBlocked()).isTrue();
        assertThat(found.wrong()).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("bundle.reference");
            assertThat(fault.column()).contains("Bundle.entry[1].resource.subject.reference");
            assertThat(fault.found()).isEqualTo("Patient/p9");
        });
    }

    @Test
    void what_cannot_be_is_told_by_its_path() {
        assertThat(read(ADA, condition("Patient/p1", "7771000").replace("\"code\":\"7771000\"}", BOTH_CODES))
                        .wrong())
                .extracting(ImportFault::key)
                .containsExactly("bundle.sides");
        assertThat(read(ADA, ADA).wrong()).extracting(ImportFault::key).contains("bundle.twice");
        assertThat(read(ADA.replace("1985-03-02", "1985")).wrong())
                .extracting(ImportFault::key)
                .containsExactly("bundle.birthDate");
        assertThat(read(ADA.replace("1985-03-02", "2026-08-07")).wrong())
                .extracting(ImportFault::key)
                .containsExactly("future");
        assertThat(read(ADA.replace("Madeup", "=1+1")).wrong())
                .extracting(ImportFault::key)
                .containsExactly("formula");
        assertThat(read("{\"resource\":{\"resourceType\":\"Patient\"}}").bad()).hasSize(1);
        assertThat(read().wrong()).extracting(ImportFault::key).containsExactly("bundle.nobody");
        String deep = "[".repeat(100_000);
        assertThat(read(deep).wrong()).extracting(ImportFault::key).containsExactly("noJson");
    }
}
