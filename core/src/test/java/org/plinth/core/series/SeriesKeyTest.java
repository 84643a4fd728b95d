package org.plinth.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.Fixation;
import org.plinth.core.testkit.SampleKeys;
import org.plinth.core.visit.Side;

class SeriesKeyTest {

    @Test
    void has_one_canonical_line() {
        assertThat(SampleKeys.key(Side.LEFT, Fixation.HAND_HELD).canonical())
                .isEqualTo("v1|patient=sample-patient|position=curl-prone-15|protocol=1|side=LEFT|fixation=hand-held"
                        + "|stabilisation=standard|site=shank|sensor=virtual|quantity=peak100_N@1|basis=FORCE"
                        + "|estimator=best|limbWeight=none|provenance=RECORDED");
    }

    @Test
    void separators_in_a_value_cannot_make_two_keys_look_alike() {
        assertThat(key("a|position=b", "c").canonical())
                .contains("patient=a%7Cposition%3Db|")
                .isNotEqualTo(key("a", "b").canonical());
    }

    @Test
    void the_other_side_differs_in_side_only() {
        SeriesKey left = SampleKeys.key(Side.LEFT, Fixation.RIG);

        assertThat(left.onSide(Side.RIGHT)).isEqualTo(SampleKeys.key(Side.RIGHT, Fixation.RIG));
        assertThat(left.onSide(Side.RIGHT).onSide(Side.LEFT)).isEqualTo(left);
    }

    @Property
    void lines_are_equal_exactly_when_keys_are(@ForAll("keys") SeriesKey one, @ForAll("keys") SeriesKey other) {
        assertThat(one.canonical().equals(other.canonical())).isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<SeriesKey> keys() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars('a', '|', '=', '%', '\n', '7', 'C')
                .ofMaxLength(3);
        return Combinators.combine(text, text).as(SeriesKeyTest::key);
    }

    private static SeriesKey key(String patient, String stabilisation) {
        return new SeriesKey(
                patient,
                "curl-prone-15",
                1,
                Side.LEFT,
                Fixation.RIG,
                stabilisation,
                "shank",
                "virtual",
                "peak100_N@1",
                SeriesKey.Basis.FORCE,
                "best",
                "none",
                SeriesKey.Provenance.RECORDED);
    }
}
