package org.plinth.web.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plinth.core.position.Fixation;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Side;

/** Hazards H11 and H22: whatever differs between two tests, they are not compared, and the course says what differs. */
class CourseBreaksTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    /** Whose, where and which leg: another one is another course, no break within one. */
    private static final Set<String> OTHER_COURSE = Set.of("patient", "position", "side");

    private static final Map<String, SeriesBreak> WORDS = Map.ofEntries(
            Map.entry("protocolVersion", SeriesBreak.PROTOCOL),
            Map.entry("fixation", SeriesBreak.FIXATION),
            Map.entry("stabilisation", SeriesBreak.STABILISATION),
            Map.entry("sensorSite", SeriesBreak.SENSOR_SITE),
            Map.entry("sensorModel", SeriesBreak.SENSOR_MODEL),
            Map.entry("quantity", SeriesBreak.QUANTITY),
            Map.entry("basis", SeriesBreak.QUANTITY),
            Map.entry("estimator", SeriesBreak.QUANTITY),
            Map.entry("limbWeight", SeriesBreak.LIMB_WEIGHT),
            Map.entry("provenance", SeriesBreak.PROVENANCE));

    static Stream<String> parts() {
        return Arrays.stream(SeriesKey.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(part -> !OTHER_COURSE.contains(part));
    }

    @Test
    void every_part_of_the_key_is_looked_at() {
        assertThat(parts().toList()).containsExactlyInAnyOrderElementsOf(WORDS.keySet());
    }

    @ParameterizedTest
    @MethodSource("parts")
    void another_one_begins_another_stretch_and_nothing_is_compared_across_it(String part) {
        SampleResults results = new SampleResults();
        add(results, 0, 200, SampleResults.KEY);
        add(results, 7, 200, SampleResults.KEY);
        add(results, 60, 300, changed(part));
        add(results, 90, 300, SampleResults.KEY);

        List<Segment> segments = results.left().segments();

        assertThat(segments).hasSize(3);
        assertThat(segments.get(1).breakBecause()).containsExactly(WORDS.get(part));
        assertThat(segments.get(2).breakBecause()).containsExactly(WORDS.get(part));
        for (Segment later : segments.subList(1, 3)) {
            assertThat(later.change().kind()).isEqualTo(SeriesChange.Kind.ONE_VISIT);
            assertThat(later.change().difference()).isEmpty();
        }
    }

    @Test
    void the_same_key_is_one_stretch_and_is_compared() {
        SampleResults results = new SampleResults();
        add(results, 0, 200, SampleResults.KEY);
        add(results, 7, 200, SampleResults.KEY);
        add(results, 60, 300, SampleResults.KEY);

        assertThat(results.left().segments())
                .singleElement()
                .satisfies(all -> assertThat(all.change().difference()).isPresent());
    }

    private static void add(SampleResults results, int day, double newtons, SeriesKey key) {
        LocalDate date = FIRST.plusDays(day);
        results.add(date, date.atTime(10, 0).toInstant(ZoneOffset.UTC), newtons, key);
    }

    /** The key with that one part another. */
    private static SeriesKey changed(String part) {
        SeriesKey key = SampleResults.KEY;
        return new SeriesKey(
                key.patient(),
                key.position(),
                part.equals("protocolVersion") ? 2 : key.protocolVersion(),
                Side.LEFT,
                part.equals("fixation") ? Fixation.HAND_HELD : key.fixation(),
                other(part, "stabilisation", key.stabilisation()),
                other(part, "sensorSite", key.sensorSite()),
                other(part, "sensorModel", key.sensorModel()),
                other(part, "quantity", key.quantity()),
                part.equals("basis") ? SeriesKey.Basis.TORQUE : key.basis(),
                other(part, "estimator", key.estimator()),
                other(part, "limbWeight", key.limbWeight()),
                part.equals("provenance") ? SeriesKey.Provenance.TYPED : key.provenance());
    }

    private static String other(String part, String name, String value) {
        return part.equals(name) ? "another" : value;
    }
}
