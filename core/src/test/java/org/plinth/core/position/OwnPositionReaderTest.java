package org.plinth.core.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plinth.core.position.OwnPositionReader.Origin;
import org.plinth.core.position.PositionProblem.Rule;

class OwnPositionReaderTest {

    private static final PositionCatalogue CATALOGUE = PositionCatalogue.bundled();
    private static final TestPosition CURL = CATALOGUE.find("curl-prone-15").orElseThrow();
    private static final String ID = "own-0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @MethodSource("copyable")
    void a_copy_of_every_bundled_position_keeps_to_the_rules(String id) {
        TestPosition original = CATALOGUE.find(id).orElseThrow();

        PositionReading reading = OwnPositionReader.check(copyOf(id), ID, 1, original);

        assertThat(reading).isInstanceOfSatisfying(PositionReading.Usable.class, usable -> {
            TestPosition copy = usable.position();
            assertThat(copy.id()).isEqualTo(ID);
            assertThat(copy.setUp()).isEqualTo(original.setUp());
            assertThat(copy.placement()).isEqualTo(original.placement());
            assertThat(copy.outcome()).isEqualTo(original.outcome());
            assertThat(copy.errors().keySet()).isEqualTo(original.errors().keySet());
            assertThat(copy.errors().values()).allMatch(MeasurementError::provisional);
        });
    }

    static Stream<String> copyable() {
        return CATALOGUE.all().stream().filter(PositionCopy::isPossible).map(TestPosition::id);
    }

    @Test
    void what_comes_from_another_makers_machine_is_not_copied() {
        assertThat(CATALOGUE.all())
                .filteredOn(position -> !PositionCopy.isPossible(position))
                .extracting(TestPosition::id)
                .containsExactlyInAnyOrder("nordic-ecc", "isok-knee-flex", "isok-knee-ext");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_in_the_order_of_the_fields() {
        PositionContent wrong = copyOf("curl-prone-15")
                .with("name", "x".repeat(121))
                .with("hip.degrees", "far")
                .with("knee.degrees", "151")
                .withLines("setUp", List.of())
                .with("instruction", "Push as hard as you can.")
                .with("repetitions", "13")
                .with("unit", "kg")
                .with("error.rig.percent", "0.4")
                .with("error.belt.evidence", "")
                .with("colour", "red");

        assertThat(problems(wrong))
                .extracting(problem -> problem.key() + " " + problem.rule())
                .containsExactly(
                        "name TOO_LONG",
                        "hip.degrees NOT_WHOLE",
                        "knee.degrees NOT_WHOLE",
                        "setUp MISSING",
                        "repetitions NOT_WHOLE",
                        "unit NOT_ONE_OF",
                        "error.rig.percent NOT_NUMBER",
                        "colour UNKNOWN_KEY",
                        "error.belt.evidence ERROR_WITHOUT_THIS",
                        "instruction BREATHE");
    }

    @ParameterizedTest
    @CsvSource({
        "hip, 25° flexed, hip, ANGLE_DIFFERS",
        "hip, flexed 0°, hip, ANGLE_DIFFERS",
        "knee.degrees, 20, knee, ANGLE_DIFFERS",
        "knee.degrees, -11, knee.degrees, NOT_WHOLE",
        "hip.degrees, 131, hip.degrees, NOT_WHOLE",
        "repetitions, 0, repetitions, NOT_WHOLE",
        "repetitions, 2.5, repetitions, NOT_WHOLE",
        "hold.seconds, 0, hold.seconds, HOLD_OR_CAP",
        "hold.seconds, 61, hold.seconds, NOT_WHOLE",
        "rest.seconds, 301, rest.seconds, NOT_WHOLE",
        "rest.seconds, -1, rest.seconds, NOT_WHOLE",
        "directions, '', directions, SENSOR_NEEDED",
        "minimumRange.newtons, '', minimumRange.newtons, SENSOR_NEEDED",
        "site, none, site, SENSOR_NEEDED",
        "symmetry, bai, symmetry, SYMMETRY_ONE_LEG",
        "limbs, both, limbs, LIMBS_DIFFER",
        "lever.to, '', lever.to, TOGETHER",
        "norm.value, 5.4 N/kg, norm.population, TOGETHER",
        "norm.source, Somebody 2020, norm.value, TOGETHER",
        "error.rig.percent, 41, error.rig.percent, NOT_NUMBER",
        "error.rig.percent, '7,5', error.rig.percent, NOT_NUMBER",
        "error.rig.percent, NaN, error.rig.percent, NOT_NUMBER",
        "error.rig.percent, 1e1, error.rig.percent, NOT_NUMBER",
        "error.rig.basis, not_applicable, error.rig.percent, ERROR_NOT_APPLICABLE",
        "error.rig.basis, measured-here, error.rig.pairs, PAIRS_MISSING",
        "error.rig.pairs, 9, error.rig.pairs, NOT_WHOLE",
        "error.belt.percent, 8.9, error.belt.percent, ASSUMED_TOO_LOW",
        "tare, LOADED, tare, NOT_ONE_OF",
    })
    void each_law_names_its_field(String key, String value, String field, Rule rule) {
        PositionContent changed = copyOf("curl-prone-15").with(key, value);

        assertThat(problems(changed))
                .extracting(problem -> problem.key() + " " + problem.rule())
                .contains(field + " " + rule);
    }

    @Test
    void an_own_error_is_sure_only_when_measured_here_and_may_be_lowered_only_from_thirty_pairs() {
        PositionContent measured = copyOf("curl-prone-15").with("error.rig.basis", "measured-here");

        assertThat(problems(measured.with("error.rig.percent", "4.9").with("error.rig.pairs", "29")))
                .extracting(PositionProblem::rule)
                .containsExactly(Rule.LOWER_NEEDS_PAIRS);
        assertThat(error(measured.with("error.rig.percent", "4.9").with("error.rig.pairs", "30")))
                .isEqualTo(new MeasurementError(4.9, "Prone curl, knee 15° rig, own site, 30 pairs", false));
        assertThat(error(measured.with("error.rig.percent", "6").with("error.rig.pairs", "10"))
                        .provisional())
                .isFalse();
        assertThat(error(copyOf("curl-prone-15").with("error.rig.basis", "literature"))
                        .provisional())
                .isTrue();
    }

    @Test
    void a_line_beyond_a_missing_number_is_not_lost_in_silence() {
        assertThat(problems(copyOf("curl-prone-15").with("setUp.12", "Late.").with("mistake.01", "Odd.")))
                .extracting(problem -> problem.key() + " " + problem.rule())
                .containsExactly("mistake.01 UNKNOWN_KEY", "setUp.12 UNKNOWN_KEY");
    }

    @Test
    void without_any_fixation_class_nothing_could_be_said_of_its_error() {
        PositionContent none = copyOf("curl-prone-15");
        for (Fixation fixation : Fixation.values()) {
            none = none.with("error." + fixation.id() + ".basis", "not_applicable")
                    .with("error." + fixation.id() + ".percent", "")
                    .with("error." + fixation.id() + ".evidence", "");
        }

        assertThat(problems(none)).extracting(PositionProblem::rule).containsExactly(Rule.NO_FIXATION);
    }

    @Test
    void a_position_without_a_force_sensor_has_none_of_its_fields() {
        PositionContent hold = copyOf("bridge-hold-sl-short")
                .with("directions", "PUSH")
                .with("minimumRange.newtons", "500")
                .with("site", "heel");

        assertThat(problems(hold))
                .extracting(PositionProblem::rule)
                .containsOnly(Rule.NO_SENSOR)
                .hasSize(3);
    }

    @Test
    void both_legs_at_once_have_no_limb_symmetry() {
        PositionContent both = copyOf("curl-prone-15").with("bilateral", "yes").with("limbs", "both");

        assertThat(problems(both)).extracting(PositionProblem::rule).containsExactly(Rule.SYMMETRY_BILATERAL);
    }

    @Property(tries = 200)
    void any_whole_number_in_its_range_is_taken_and_any_other_refused(
            @ForAll @IntRange(min = -400, max = 400) int number, @ForAll("wholeKeys") String key) {
        PositionField field = PositionFields.find(key).orElseThrow();
        PositionContent content = copyOf("curl-prone-15").with(key, Integer.toString(number));

        boolean refused = problems(content).stream()
                .anyMatch(problem -> problem.key().equals(key) && problem.rule() == Rule.NOT_WHOLE);

        assertThat(refused).isEqualTo(number < field.least() || number > field.most());
    }

    @Provide
    Arbitrary<String> wholeKeys() {
        return Arbitraries.of(PositionFields.ALL.stream()
                .filter(field -> field.kind() == PositionField.Kind.WHOLE)
                .map(PositionField::key)
                .toList());
    }

    /** Whatever is typed: problems with keys, or a position. Never an exception. */
    @Property(tries = 200)
    void nothing_that_is_typed_makes_it_fall(@ForAll("typed") Map<String, String> typed) {
        Map<String, String> values = new TreeMap<>(copyOf("curl-prone-15").values());
        values.putAll(typed);

        PositionReading reading = OwnPositionReader.check(PositionContent.of(values), ID, 3, CURL);

        if (reading instanceof PositionReading.Unusable unusable) {
            assertThat(unusable.problems()).isNotEmpty().allMatch(problem -> !problem.key()
                    .isEmpty());
        } else {
            assertThat(reading).isInstanceOf(PositionReading.Usable.class);
        }
    }

    @Provide
    Arbitrary<Map<String, String>> typed() {
        Arbitrary<String> keys = Arbitraries.of(Stream.concat(
                        PositionFields.ALL.stream().map(PositionField::key),
                        Stream.of("setUp.1", "setUp.2", "mistake.1", "id", "version", "else"))
                .toList());
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of("", " ", "0", "-1", "NaN", "yes", "measured-here", "<script>", "5\u0000", "1e9", "N"),
                Arbitraries.of(PositionFields.ALL.stream()
                        .flatMap(field -> field.options().stream())
                        .toList()));
        return Arbitraries.maps(keys, values).ofMaxSize(8);
    }

    @Property(tries = 200)
    void what_was_written_reads_back_the_same(@ForAll("values") Map<String, String> values) {
        PositionContent content = PositionContent.of(values);

        assertThat(PositionContent.parse(content.text())).isEqualTo(content);
    }

    @Provide
    Arbitrary<Map<String, String>> values() {
        return Arbitraries.maps(
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .withChars('.', '1')
                        .ofMinLength(1)
                        .ofMaxLength(12),
                Arbitraries.strings().ofMaxLength(30));
    }

    @Test
    void stored_text_is_one_sorted_line_a_key() {
        PositionContent content = PositionContent.of(Map.of("b", "  C:\\temp # no comment ", "a", "1°", "c", " "));

        assertThat(content.text()).isEqualTo("a = 1°\nb = C:\\\\temp # no comment\n");
    }

    @Test
    void two_versions_are_compared_field_by_field() {
        PositionContent before = copyOf("curl-prone-15");
        PositionContent after = before.with("hold.seconds", "3")
                .with("instruction", "Push. Breathe out as you push.")
                .withLines("mistake", List.of("One.", "", "Two."));

        assertThat(PositionChange.between(before, after))
                .extracting(change -> change.field().key())
                .containsExactly("instruction", "mistake", "hold.seconds");
        assertThat(PositionChange.between(before, after).get(2))
                .extracting(PositionChange::before, PositionChange::after)
                .containsExactly("5", "3");
        assertThat(PositionChange.between(before, before)).isEmpty();
    }

    @Test
    void the_catalogue_keeps_every_version_beside_the_bundled_ones() {
        PositionContent first = copyOf("curl-prone-15");
        PositionContent second = first.with("hold.seconds", "3");
        PositionCatalogue both = CATALOGUE.and(List.of(version(second, 2), version(first, 1)), Set.of());

        assertThat(both.all()).hasSize(36);
        assertThat(both.find(ID).orElseThrow().version()).isEqualTo(2);
        assertThat(both.find(ID, 1).orElseThrow().holdSeconds()).isEqualTo(5);
        assertThat(both.find(ID, 2).orElseThrow().holdSeconds()).isEqualTo(3);
        assertThat(both.find(ID, 3)).isEmpty();
        assertThat(both.find("curl-prone-15", 1)).contains(CURL);
        assertThat(both.changes(ID, 1, 2)).hasSize(1);
        assertThat(both.changes(ID, 1, 9)).isEmpty();
        assertThat(both.batteries()).isEqualTo(CATALOGUE.batteries());
        assertThat(CATALOGUE.and(List.of(version(first, 1)), Set.of(ID)).offered())
                .hasSize(35);
        assertThat(CATALOGUE.and(List.of(version(first, 1)), Set.of(ID)).find(ID))
                .isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CATALOGUE.and(
                        List.of(CATALOGUE.findVersion("curl-prone-15", 1).orElseThrow()), Set.of()));
    }

    @Test
    void an_origin_is_an_id_with_a_version() {
        assertThat(Origin.parse("curl-prone-15@1")).contains(new Origin("curl-prone-15", 1));
        assertThat(Origin.parse(new Origin(ID, 12).toString())).contains(new Origin(ID, 12));
        assertThat(List.of("", "@1", "curl", "curl@", "curl@0", "curl@1x", "curl@9999999"))
                .allMatch(text -> Origin.parse(text).isEmpty());
    }

    /** Until bundled files of older versions are kept beside the newest, a bundled protocol may not be changed. */
    @Test
    void every_bundled_position_is_still_in_its_first_version() {
        assertThat(CATALOGUE.all()).extracting(TestPosition::version).containsOnly(1);
    }

    private static PositionVersion version(PositionContent content, int version) {
        return new PositionVersion(OwnPositionReader.stored(content, ID, version), content);
    }

    private static PositionContent copyOf(String id) {
        return PositionCopy.of(CATALOGUE.findVersion(id, 1).orElseThrow().content(), new Origin(id, 1));
    }

    private static List<PositionProblem> problems(PositionContent content) {
        return OwnPositionReader.check(content, ID, 1, CURL) instanceof PositionReading.Unusable unusable
                ? unusable.problems()
                : List.of();
    }

    private static MeasurementError error(PositionContent content) {
        assertThat(problems(content)).isEmpty();
        return OwnPositionReader.stored(content, ID, 1).error(Fixation.RIG).orElseThrow();
    }
}
