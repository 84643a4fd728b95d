package org.plinth.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.plinth.web.imports.FoundRow.Measured;

/** What a spreadsheet of a country writes comes back as the same number and the same day. */
class ImportLocalesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 6);

    @Provide
    Arbitrary<Locale> countries() {
        return Arbitraries.of(
                Locale.forLanguageTag("de-DE"),
                Locale.forLanguageTag("fr-FR"),
                Locale.forLanguageTag("ar-EG"),
                Locale.forLanguageTag("ar"),
                Locale.forLanguageTag("ar-u-nu-arab"),
                Locale.forLanguageTag("fa-IR"),
                Locale.UK);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(LocalDate.of(1990, 1, 1).toEpochDay(), TODAY.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property(tries = 400)
    void numbers_and_days_survive_the_way_through_a_file(
            @ForAll("countries") Locale country,
            @ForAll("days") LocalDate day,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 10, max = 19_999) int leftTenths,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 10, max = 19_999) int rightTenths) {
        NumberFormat format = NumberFormat.getNumberInstance(country);
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(1);
        ((DecimalFormat) format).setMaximumFractionDigits(1);
        NumberFormat digits = NumberFormat.getIntegerInstance(country);
        digits.setGroupingUsed(false);
        digits.setMinimumIntegerDigits(2);
        String date = String.join(
                "/",
                digits.format(day.getDayOfMonth()),
                digits.format(day.getMonthValue()),
                digits.format(day.getYear()));
        String file = "Date;Test;L max force (N);R max force (N)\n" + date + ";Nordic;"
                + format.format(leftTenths / 10.0) + ";" + format.format(rightTenths / 10.0) + "\n";

        Found found = ImportKinds.find("nordic")
                .orElseThrow()
                .read(
                        new ImportFile(file.getBytes(StandardCharsets.UTF_8)),
                        Answers.of(Map.of("dateOrder", "DAY_FIRST")),
                        TODAY);

        assertThat(found.wrong()).isEmpty();
        assertThat(found.isBlocked()).isFalse();
        Measured row = (Measured) found.rows().get(0).content();
        assertThat(row.date()).contains(day);
        assertThat(Double.parseDouble(row.values().get("leftForce"))).isEqualTo(leftTenths / 10.0);
        assertThat(Double.parseDouble(row.values().get("rightForce"))).isEqualTo(rightTenths / 10.0);
    }
}
