package org.plinth.web.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TerminologyTest {

    private static final Set<String> LOOKED_UP = Set.of(FhirNames.SNOMED, FhirNames.LOINC, FhirNames.ICD_10_CM);

    private final Terminology terms = Terminology.bundled();

    @Test
    void no_code_of_others_is_sent_without_the_day_and_place_of_its_verification() {
        List<Term> sent = terms.rows().stream()
                .filter(Term::mayBeSent)
                .filter(term -> LOOKED_UP.contains(term.system()))
                .toList();

        assertThat(sent).isNotEmpty().allSatisfy(term -> {
            assertThat(term.verifiedOn()).isPresent();
            assertThat(term.verifiedAgainst()).isNotBlank();
            assertThat(term.edition()).isNotBlank();
            assertThat(term.tag()).isEqualTo("V");
        });
    }

    @Test
    void what_was_not_verified_cannot_be_sent() {
        Term noDay = new Term("x", FhirNames.SNOMED, "1", "X", Optional.empty(), "", "", "V");
        Term notVerified = new Term("x", FhirNames.LOINC, "1-1", "X", Optional.of(LocalDate.EPOCH), "a", "b", "M-h");
        Term noCode = new Term("x", FhirNames.SNOMED, "", "X", Optional.of(LocalDate.EPOCH), "a", "b", "V");

        assertThat(List.of(noDay, notVerified, noCode)).noneMatch(Term::mayBeSent);
        assertThatThrownBy(() -> terms.required("icd-pht-left")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms.required("hamstring")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_plant_that_is_taken_for_a_hamstring_is_in_no_row() {
        assertThat(terms.rows()).noneMatch(term -> term.code().equals("81022004"));
    }

    @Test
    void every_position_instrument_and_state_has_a_code_of_ours() {
        assertThat(terms.sent("symmetry-curl-prone-15")).isPresent();
        assertThat(terms.sent("symmetry-own")).isPresent();
        assertThat(terms.sent("score-visa-h")).isPresent();
        assertThat(terms.sent("state-cannot-tell")).isPresent();
        assertThat(terms.rows().stream().filter(Term::mayBeSent).map(term -> term.system() + "|" + term.code()))
                .doesNotHaveDuplicates();
    }
}
