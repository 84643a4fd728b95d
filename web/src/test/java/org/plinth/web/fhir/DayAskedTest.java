package org.plinth.web.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of FHIR R4, search, 3.1.1.4.7, and what lies beside them. */
class DayAskedTest {

    @ParameterizedTest
    @CsvSource({
        "eq2013-01-14, 2013-01-14T00:00:00Z, true",
        "eq2013-01-14, 2013-01-14T10:00:00Z, true",
        "eq2013-01-14, 2013-01-15T00:00:00Z, false",
        "ne2013-01-14, 2013-01-15T00:00:00Z, true",
        "ne2013-01-14, 2013-01-14T00:00:00Z, false",
        "lt2013-01-14T10:00:00Z, 2013-01-14, true",
        "gt2013-01-14T10:00:00Z, 2013-01-14, true",
        "ge2013-03-14, 2013-03-14, true",
        "ge2013-03-14, 2013-03-13, false",
        "le2013-03-14, 2013-03-14, true",
        "le2013-03-14, 2013-03-15, false",
        "sa2013-03-14, 2013-03-15T00:00:00Z, true",
        "sa2013-03-14, 2013-03-14T12:00:00Z, false",
        "eb2013-03-14, 2013-03-13T12:00:00Z, true",
        "eb2013-03-14, 2013-03-14T00:00:00Z, false",
        "2013-03, 2013-03-31, true",
        "2013, 2014-01-01, false"
    })
    void a_prefix_means_what_fhir_says(String asked, String moment, boolean holds) {
        assertThat(DayAsked.read(asked).orElseThrow().holds(DaySpan.read(moment)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ap2013", "xx2013-01-01", "ge", "2013-13-01", "yesterday", "eq"})
    void what_is_no_day_is_none(String text) {
        assertThat(DayAsked.read(text)).isEmpty();
    }

    @Test
    void a_cursor_reads_back_and_nonsense_is_none() {
        Cursor cursor = new Cursor("0011aabb", "trial-1");

        assertThat(Cursor.read(cursor.text())).contains(cursor);
        assertThat(Cursor.read("%%%")).isEmpty();
        assertThat(Cursor.read("AAAA")).isEmpty();
    }
}
