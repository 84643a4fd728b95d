package org.plinth.web.recordingfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCellTest {

    private static final long SEED = 20_240_217;
    private static final int CASES = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1",
                "+1",
                "7.4525",
                "-0.3708",
                ".5",
                "5.",
                "1e3",
                "1.25E-3",
                "2e+2",
                "123456789012345",
                "1234567890123456789",
                "0.1",
                "0.30000000000000004",
                "9007199254740993",
                "1.7976931348623157e308",
                "4.9e-324",
                "00012.50",
                "0.000000000000000000000000000001",
                "179769313486231570000000000000"
            })
    void a_number_is_what_the_platform_reads(String text) {
        assertThat(read(text).kind()).isEqualTo(NumberCell.Kind.NUMBER);
        assertThat(read(text).value()).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void any_decimal_is_what_the_platform_reads() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            long digits = random.nextLong() >> random.nextInt(64);
            String text = BigDecimal.valueOf(digits, random.nextInt(61) - 30).toPlainString();

            assertThat(read(text).value()).as(text).isEqualTo(Double.parseDouble(text));
            assertThat(read(text.replace('.', ',')).value()).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void any_double_survives() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(read(Double.toString(value)).value()).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "NaN", "nan", "-nan", "NA", "n/a", "#N/A", "null", "None", "\u00a0"})
    void blank_cells_are_blank(String text) {
        assertThat(read(text).kind()).isEqualTo(NumberCell.Kind.BLANK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "+",
                ".",
                ",",
                "abc",
                "1.2.3",
                "1,2,3",
                "1.234,5",
                "12 N",
                "1e",
                "1e+",
                "0x10",
                "1d",
                "1f",
                "inf",
                "Infinity",
                "1e999",
                "--1",
                "1-",
                "١"
            })
    void anything_else_is_text(String text) {
        assertThat(read(text).kind()).isEqualTo(NumberCell.Kind.TEXT);
    }

    @Test
    void the_decimal_mark_is_told() {
        assertThat(read("1,5").decimalMark()).isEqualTo(',');
        assertThat(read("1.5").decimalMark()).isEqualTo('.');
        assertThat(read("15").decimalMark()).isEqualTo('\0');
    }

    @Test
    void a_long_or_odd_cell_is_quoted_short_and_without_control_characters() {
        assertThat(read("a\u0007b" + "x".repeat(100)).text()).isEqualTo("a?b" + "x".repeat(21) + "…");
    }

    @Test
    void a_cell_is_read_from_the_middle_of_a_buffer() {
        NumberCell cell = new NumberCell();
        cell.read("99;12.5;99".toCharArray(), 3, 4);

        assertThat(cell.value()).isEqualTo(12.5);
    }

    private static NumberCell read(String text) {
        NumberCell cell = new NumberCell();
        cell.read(text.toCharArray(), 0, text.length());
        return cell;
    }
}
