package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    /** RFC 8785, appendix B: bits of the double and its text. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbers_are_printed_as_the_standard_says(String bits, String text) {
        assertThat(CanonicalJson.number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    @Property
    boolean number_reads_back_as_the_same_double(@ForAll double value) {
        return Double.isNaN(value)
                || Double.isInfinite(value)
                || Double.parseDouble(CanonicalJson.number(value)) == value;
    }

    @Test
    void names_are_sorted_by_utf16_and_control_characters_escaped() {
        // RFC 8785, 3.2.3: carriage return, 1, control 0080, o umlaut, euro, surrogate pair, hebrew dagesh.
        Map<String, String> fields = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.object(fields))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        assertThat(CanonicalJson.object(Map.of("a", "\u000f\n\"\\\u001b/")))
                .isEqualTo("{\"a\":\"\\u000f\\n\\\"\\\\\\u001b/\"}");
    }

    /** RFC 8785, 3.2.2: the string of its sample, as it is to come out. */
    @Test
    void the_string_of_the_standards_sample_comes_out_as_it_says() {
        String sample = "\u20ac$\u000f\nA'B\"\\\\\"/";

        assertThat(CanonicalJson.object(Map.of("string", sample)))
                .isEqualTo("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** RFC 8785, 3.2.2.2: half a surrogate pair ends with an error; two texts would have one hash otherwise. */
    @Test
    void half_a_surrogate_pair_is_refused_and_a_whole_one_stands_as_it_is() {
        for (String half : List.of("\ud83d", "a\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00")) {
            assertThatThrownBy(() -> CanonicalJson.object(Map.of("a", half))).isInstanceOf(StoreFailure.class);
        }
        assertThat(CanonicalJson.object(Map.of("a", "\ud83d\ude00\ud83d\ude00")))
                .isEqualTo("{\"a\":\"\ud83d\ude00\ud83d\ude00\"}");
    }

    @Test
    void missing_is_null_and_booleans_are_bare() {
        assertThat(CanonicalJson.object(Map.of("b", Optional.empty(), "a", true, "c", 7L)))
                .isEqualTo("{\"a\":true,\"b\":null,\"c\":7}");
    }

    @Test
    void no_number_has_no_text() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.number(Double.NaN));
    }
}
