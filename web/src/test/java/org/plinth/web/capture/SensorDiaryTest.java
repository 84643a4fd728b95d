package org.plinth.web.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.clinic.SensorIncident.Kind;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

/** Firmware, a calibration of its own and overloads come into a sensor's history by themselves. */
@Tag("slow")
class SensorDiaryTest {

    private final SensorDiary diary = new SensorDiary(new SplittableRandom(3));

    @TempDir
    private Path folder;

    private VisitFloorKit kit;
    private VisitFloorKit.People people;
    private Sensor sensor;

    @BeforeEach
    void connect() {
        kit = VisitFloorKit.open(folder);
        people = kit.addPeople(Involvement.LEFT);
        VisitDeskScript script = new VisitDeskScript(kit, people);
        PositionTest test = script.setUp(script.openVisit());
        sensor = kit.database().read(stores -> stores.sensors()
                .find(people.clinic().id(), test.sensor())
                .orElseThrow());
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void a_sensor_that_is_connected_at_a_visit_tells_its_firmware_once() {
        assertThat(incidents()).extracting(SensorIncident::kind).containsExactly(Kind.FIRMWARE_SEEN);
        String version = incidents().get(0).detail();

        tell(Optional.of(version), Optional.empty());

        assertThat(incidents()).hasSize(1);
    }

    @Test
    void another_firmware_is_noted_as_a_change() {
        tell(Optional.of("99.0"), Optional.empty());
        tell(Optional.of("99.0"), Optional.empty());

        assertThat(incidents())
                .extracting(SensorIncident::kind)
                .containsExactlyInAnyOrder(Kind.FIRMWARE_SEEN, Kind.FIRMWARE_CHANGED);
    }

    @Test
    void a_calibration_that_it_holds_is_noted_when_it_is_new() {
        tell(Optional.empty(), Optional.of("op 72 00aa"));
        tell(Optional.empty(), Optional.of("op 72 00aa"));
        tell(Optional.empty(), Optional.of("op 72 00ab"));

        assertThat(incidents())
                .filteredOn(incident -> incident.kind() == Kind.OWN_CALIBRATION)
                .extracting(SensorIncident::detail)
                .containsExactlyInAnyOrder("op 72 00aa", "op 72 00ab");
    }

    @Test
    void more_than_a_fifth_above_its_capacity_is_an_overload_and_less_is_none() {
        assertThat(SensorDiary.overload(List.of(trace(119.9, true)))).isEmpty();
        assertThat(SensorDiary.overload(List.of(trace(-120.1, true)))).hasValue("120 N; made for 100 N");
        assertThat(SensorDiary.overload(List.of(trace(20, true), trace(300, true))))
                .hasValue("300 N; made for 100 N");
        assertThat(SensorDiary.overload(List.of(trace(5000, false)))).isEmpty();
    }

    private static ForceTrace trace(double newtons, boolean known) {
        ForceTrace.Builder builder = ForceTrace.builder();
        if (known) {
            builder.capacity(Force.ofNewtons(100));
        }
        builder.sample(0, 1);
        builder.sample(12_500, newtons);
        return builder.build();
    }

    private void tell(Optional<String> firmware, Optional<String> calibration) {
        diary.told(
                kit.database(),
                kit.act(people, "test.connect", ""),
                sensor,
                new SensorDiary.Told(firmware, calibration));
    }

    private List<SensorIncident> incidents() {
        return kit.database()
                .read(stores -> stores.trust().incidents(people.clinic().id(), sensor.id(), 10));
    }
}
