package org.plinth.web.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plinth.core.effort.EffortFlag;
import org.plinth.core.effort.Rejection;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.Metrics;
import org.plinth.core.metric.Withholding;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.web.integrity.Findings;
import org.plinth.web.integrity.Unreadable;
import org.plinth.web.recordingfile.FileFault;
import org.plinth.web.store.AuditVerifier;

class TextsTest {

    private final Texts texts = Texts.bundled();

    @Test
    void places_are_filled_and_apostrophes_and_other_braces_stand_for_themselves() {
        assertThat(texts.text("recordingfile.where-line", "Anna's {file}.csv", 7))
                .isEqualTo("Anna's {file}.csv, line 7");
    }

    @Test
    void no_text_doubles_its_apostrophes_for_there_is_nothing_to_escape() {
        assertThat(texts.keys())
                .filteredOn(key -> texts.bundle().getString(key).contains("''"))
                .isEmpty();
    }

    @Test
    void an_argument_that_looks_like_a_place_is_not_filled_again() {
        assertThat(texts.text("recordingfile.problem", "{1}", "{0}")).isEqualTo("{1}: {0}");
    }

    @Test
    void one_and_many_are_told_apart() {
        assertThat(texts.count("analyse.duplicates", 1)).startsWith("1 row repeats");
        assertThat(texts.count("analyse.duplicates", 2)).startsWith("2 rows repeat");
        assertThat(texts.count("analyse.duplicates", 0)).startsWith("0 rows repeat");
    }

    @Test
    void a_key_that_is_not_there_is_an_error_that_names_it() {
        assertThatThrownBy(() -> texts.text("no.such")).hasMessageContaining("no.such");
    }

    @Test
    void a_place_without_an_argument_is_an_error_that_names_the_key() {
        assertThatThrownBy(() -> texts.text("recordingfile.where-line", "a.csv"))
                .hasMessageContaining("recordingfile.where-line")
                .hasMessageContaining("{1}");
    }

    @Test
    void the_catalogue_is_read_as_utf_8() {
        assertThat(texts.text("command.help", "plinth")).startsWith("“plinth");
    }

    @Test
    void every_text_says_something() {
        assertThat(texts.keys())
                .allSatisfy(key -> assertThat(texts.bundle().getString(key)).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("constants")
    void every_constant_that_people_meet_has_words(String key) {
        assertThat(texts.has(key)).as(key).isTrue();
    }

    static Stream<String> constants() {
        return Stream.of(
                        Arrays.stream(FileFault.values()).map(FileFault::textKey),
                        names("rejection", Rejection.values()),
                        names("flag", EffortFlag.values()),
                        names("withholding", Withholding.values()),
                        names("resultflag", ResultFlag.values()),
                        names("refusal", SymmetryRefusal.values()),
                        names("state", ThresholdState.values()),
                        names("integrity.reason", Unreadable.Reason.values()),
                        names("integrity.not-written", Findings.NotWritten.values()),
                        names("integrity.verify.why", AuditVerifier.Why.values()),
                        Metrics.ALL.stream().map(Metric::id).map(id -> "metric." + id))
                .flatMap(keys -> keys);
    }

    private static Stream<String> names(String area, Enum<?>... constants) {
        return Arrays.stream(constants).map(constant -> area + "." + constant.name());
    }
}
