package org.plinth.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.calibration.Calibration;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.SensorSpec;
import org.plinth.driver.virtual.VirtualDriver;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.text.Texts;
import org.plinth.web.words.SensorWords;

/** Which sensor may measure which position. */
class SensorFitTest {

    private static SensorDriver driver(String id) {
        return SensorDrivers.load().find(id).orElseThrow();
    }

    private static TestPosition position(String id) {
        return PositionCatalogue.bundled().find(id).orElseThrow();
    }

    private static void require(String driver, String position) {
        SensorFit.require(
                driver(driver),
                position(position),
                Calibration.uncalibrated(driver(driver).spec().unit().force()),
                Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "tindeq-progressor, hip-abd-short, SENSOR_CANNOT_PUSH, a push",
        "linescale-3, curl-prone-15-break, SENSOR_CANNOT_PUSH, a push",
        "vernier-gdx-hd, curl-standing-45, SENSOR_CANNOT_PULL, a pull",
        "frez-dyno, curl-prone-15, SENSOR_COUNTS, bare counts"
    })
    void what_a_sensor_cannot_measure_is_refused_in_one_sentence(
            String driver, String position, String reason, String words) {
        assertThatThrownBy(() -> require(driver, position))
                .isInstanceOfSatisfying(StoreFailure.class, refused -> assertThat(refused.reason())
                        .isEqualTo(StoreFailure.Reason.WRONG_STATE))
                .hasMessageContaining("capture.refused." + reason);
        assertThat(Texts.bundled().text("capture.refused." + reason)).contains(words, "Nothing was set up.");
    }

    @ParameterizedTest
    @CsvSource({
        "tindeq-progressor, curl-prone-15",
        "tindeq-progressor, curl-standing-45",
        "vernier-gdx-hd, hip-abd-short",
        "vernier-gdx-hd, curl-prone-15",
        "virtual, hip-abd-short",
        "vald-dynamo, curl-standing-45"
    })
    void what_it_can_measure_is_taken(String driver, String position) {
        assertThatCode(() -> require(driver, position)).doesNotThrowAnyException();
    }

    @Test
    void a_range_that_may_not_do_is_said_with_both_numbers_and_one_that_does_is_not() {
        SensorSpec spec = new VirtualDriver().spec();
        double greatest = spec.capacity().orElseThrow().newtons();
        TestPosition modest = position("hip-abd-short");
        assertThat(modest.minimumRange().orElseThrow().newtons()).isLessThan(greatest);
        assertThat(SensorFacts.of(new VirtualDriver(), "virtual-1", modest).notes())
                .isEmpty();
        SensorFacts weak = new SensorFacts(
                "virtual", "virtual-1", "Virtual", true, false, Optional.of(Force.ofNewtons(200)), Optional.empty());
        assertThat(new SensorWords(Texts.bundled()).notes(weak, modest))
                .singleElement()
                .asString()
                .contains(
                        "200 N", Math.round(modest.minimumRange().orElseThrow().newtons()) + " N");
    }

    @Test
    void a_position_that_needs_more_than_a_sensor_takes_is_told_so_at_set_up() {
        PositionCatalogue.bundled().offered().stream()
                .filter(position -> position.minimumRange().isPresent())
                .forEach(position -> {
                    double needed = position.minimumRange().orElseThrow().newtons();
                    double takes =
                            new VirtualDriver().spec().capacity().orElseThrow().newtons();
                    assertThat(SensorFacts.of(new VirtualDriver(), "virtual-1", position)
                                    .notes()
                                    .contains(SensorFacts.Note.RANGE_SHORT))
                            .as(position.id())
                            .isEqualTo(takes < needed);
                });
    }
}
