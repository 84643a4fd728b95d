package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.core.position.Fixation;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Side;

class SeriesKeyTextTest {

    @Property(tries = 300)
    void key_reads_back_from_its_text(
            @ForAll String patient,
            @ForAll String site,
            @ForAll Side side,
            @ForAll Fixation fixation,
            @ForAll int version) {
        SeriesKey key = new SeriesKey(
                patient,
                "curl-prone-15",
                version,
                side,
                fixation,
                "a|b=c%d",
                site,
                "virtual",
                "peak100_N@1",
                SeriesKey.Basis.NET,
                "best",
                "none",
                SeriesKey.Provenance.TYPED);

        assertThat(SeriesKeyText.parse(key.canonical())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v2|patient=1", "v1|patient", "v1|patient=a%", "v1|patient=%4"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SeriesKeyText.parse(text));
    }
}
