package org.plinth.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.effort.Rejection;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.visit.Side;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.capture.HostTime;
import org.plinth.web.capture.PretendPatient;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Act;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.PretendDynaMo;

/** A visit with a kind of sensor that was never seen on hardware: offered only when switched on, and said wherever its numbers stand. */
@Tag("slow")
class DecodeOnlyVisitTest {

    private static final String SEEN_NOT = "not seen on hardware";

    private final ClinicServer server = ClinicServer.withPages();
    private final ClinicServer.Sample clinic = server.addClinic("a");
    private final Journals journals = Journals.open(server.data().resolve("journals"));

    @AfterEach
    void close() {
        journals.close();
        server.close();
    }

    private VisitFloor floor(SensorDrivers drivers, PretendDynaMo sensor) {
        return VisitFloor.on(
                new VisitFloor.Ground(
                        server.store(),
                        journals,
                        drivers,
                        PositionCatalogue.bundled(),
                        HostTime.of(server.clock()),
                        new SecureRandom()),
                List.of(sensor),
                PretendPatient.NONE);
    }

    private Act act(String action) {
        return new Act(
                clinic.clinic().id(),
                clinic.accounts().get(Role.CLINICIAN).id(),
                server.clock().instant(),
                action,
                "",
                "");
    }

    private PositionTest setUp(VisitDesk desk) {
        PositionTest test = desk.setUp(
                act("test.set-up"),
                clinic.visit().id(),
                SetUp.of("curl-prone-15", Fixation.BELT, PretendDynaMo.ID).withNewSensor());
        desk.connect(act("test.connect"), test.id());
        return test;
    }

    private TestSheet record(VisitDesk desk, PositionTest test, Side side) {
        assertThat(desk.tare(act("test.tare"), test.id(), side).accepted()).isTrue();
        Recording recording = desk.start(act("recording.start"), test.id(), side, "start-" + side);
        return desk.stop(act("recording.stop"), recording.id());
    }

    private TestSheet keep(VisitDesk desk, TestSheet sheet, Side side) {
        Trial trial = sheet.side(side).trials().get(0);
        return desk.decide(act("trial.decide"), trial.id(), trial.version(), Decision.keep(0));
    }

    @Test
    void it_is_not_offered_unless_an_administrator_switches_it_on() {
        try (VisitFloor off = floor(SensorDrivers.load(), new PretendDynaMo());
                VisitFloor on = floor(SensorDrivers.load().withDecodeOnly(), new PretendDynaMo())) {
            assertThat(off.desk().sensors(clinic.clinic().id())).isEmpty();
            assertThat(on.desk().sensors(clinic.clinic().id())).singleElement().satisfies(sensor -> {
                assertThat(sensor.driverId()).isEqualTo("vald-dynamo");
                assertThat(sensor.seenOnHardware()).isFalse();
            });
        }
    }

    /** Hazard H30. */
    @Test
    void a_sensor_that_the_clinic_never_used_is_refused_until_somebody_says_that_it_is_theirs() {
        try (VisitFloor floor = floor(SensorDrivers.load().withDecodeOnly(), new PretendDynaMo())) {
            VisitDesk desk = floor.desk();
            Id<Visit> visit = clinic.visit().id();
            SetUp unseen = SetUp.of("curl-prone-15", Fixation.BELT, PretendDynaMo.ID);

            assertThatThrownBy(() -> desk.setUp(act("test.set-up"), visit, unseen))
                    .hasMessageEndingWith("capture.refused.SENSOR_UNKNOWN");
            assertThat(desk.sheets(clinic.clinic().id(), visit)).isEmpty();

            desk.setUp(act("test.set-up"), visit, unseen.withNewSensor());
            desk.setUp(act("test.set-up"), visit, unseen);
            assertThat(desk.sheets(clinic.clinic().id(), visit))
                    .as("known from then on")
                    .hasSize(2);
        }
    }

    @Test
    void every_result_of_it_says_so_wherever_it_is_shown() {
        PretendDynaMo sensor = new PretendDynaMo()
                .stream(1, rest -> 0).stream(8, PretendDynaMo.effort(220)).stream(1, rest -> 0).stream(
                        8, PretendDynaMo.effort(180));
        PositionTest test;
        try (VisitFloor floor = floor(SensorDrivers.load().withDecodeOnly(), sensor)) {
            test = setUp(floor.desk());
            assertThat(floor.desk()
                            .sheet(clinic.clinic().id(), test.id())
                            .sensor()
                            .notes())
                    .containsExactly(SensorFacts.Note.NOT_SEEN_ON_HARDWARE, SensorFacts.Note.NEEDS_ZERO_CHECK);
            for (Side side : List.of(test.firstSide(), test.firstSide().other())) {
                keep(floor.desk(), record(floor.desk(), test, side), side);
            }
            TestSheet sheet = floor.desk().sheet(clinic.clinic().id(), test.id());
            assertThat(flagged(sheet)).isTrue();
            floor.desk()
                    .close(
                            act("visit.close"),
                            clinic.visit().id(),
                            sheet.visit().version());
        }
        everyPlaceSaysSo(test);
    }

    private static boolean flagged(TestSheet sheet) {
        boolean sides = Set.of(sheet.left(), sheet.right()).stream()
                .map(side -> side.result().map(SideResult::value).orElseThrow())
                .allMatch(value -> value.flags().contains(ResultFlag.NOT_SEEN_ON_HARDWARE));
        return sides
                && sheet.symmetry()
                        .flatMap(stored -> stored.outcome().symmetry())
                        .orElseThrow()
                        .flags()
                        .contains(ResultFlag.NOT_SEEN_ON_HARDWARE);
    }

    private void everyPlaceSaysSo(PositionTest test) {
        var clinician = server.as(Role.CLINICIAN, "a");
        assertThat(clinician.page("/visits/" + test.visit()).text())
                .containsIgnoringCase(SEEN_NOT)
                .contains("Cannot be counted: the sensor has no clock and no counter")
                .contains("None: time by arrival, to");
        assertThat(clinician.page("/patients/" + test.patient()).text()).containsIgnoringCase(SEEN_NOT);
        assertThat(server.as(Role.PATIENT, "a").page("/me").text()).containsIgnoringCase(SEEN_NOT);
        JsonNode json = clinician.get("/api/tests/" + test.id()).json();
        assertThat(json.at("/left/result/flags").toString()).contains("NOT_SEEN_ON_HARDWARE");
        assertThat(json.at("/right/result/flags").toString()).contains("NOT_SEEN_ON_HARDWARE");
        assertThat(json.at("/symmetry/flags").toString()).contains("NOT_SEEN_ON_HARDWARE");
        // What the live page shows for as long as this sensor measures.
        assertThat(json.at("/sensor/notSeenOnHardware").asBoolean()).isTrue();
        assertThat(json.at("/sensor/notes/0").asText()).containsIgnoringCase("not been seen on hardware");
        for (Role role : List.of(Role.CLINICIAN, Role.AUDITOR)) {
            String[] lines = server.as(role, "a")
                    .get("/api/export/results.csv")
                    .text()
                    .strip()
                    .split("\\R");
            assertThat(lines).hasSize(3);
            assertThat(List.of(lines).subList(1, 3)).allMatch(line -> line.contains("NOT_SEEN_ON_HARDWARE"));
        }
        String recording = json.at("/left/recordings/0/id").asText();
        assertThat(clinician.get("/api/recordings/" + recording + "/capture").text())
                .contains("\n# support decode-only, not seen on hardware\n");
    }

    @Test
    void a_zero_that_moved_excludes_the_efforts_and_nobody_may_keep_them() {
        PretendDynaMo sensor = new PretendDynaMo()
                .stream(1, rest -> 0)
                        // Three packets of the rise are lost, 220 N over half a second at 225 Hz: some 6 N.
                        .streamLosing(8, PretendDynaMo.effort(220), Set.of(380, 381, 382));
        try (VisitFloor floor = floor(SensorDrivers.load().withDecodeOnly(), sensor)) {
            VisitDesk desk = floor.desk();
            PositionTest test = setUp(desk);
            TestSheet sheet = record(desk, test, Side.LEFT);
            Trial trial = sheet.left().trials().get(0);
            assertThat(trial.state()).isEqualTo(Trial.State.EXCLUDED);
            assertThat(trial.exclusionReason()).hasValue("ZERO_SHIFT");
            assertThat(trial.effort().rejection()).isEqualTo(Optional.of(Rejection.ZERO_SHIFT));
            assertThatThrownBy(() -> keep(desk, sheet, Side.LEFT))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("REJECTED_EFFORT");
            assertThat(server.as(Role.CLINICIAN, "a")
                            .page("/visits/" + test.visit())
                            .text())
                    .contains("zero moved while recording")
                    .containsIgnoringCase(SEEN_NOT);
        }
    }

    @Test
    void a_recording_without_rest_at_both_ends_is_not_taken_for_one_whose_zero_held() {
        PretendDynaMo sensor = new PretendDynaMo()
                .stream(1, rest -> 0)
                        // Ends in mid-effort: what is seen there is no rest, and differs by the whole force.
                        .stream(4, PretendDynaMo.effort(220));
        try (VisitFloor floor = floor(SensorDrivers.load().withDecodeOnly(), sensor)) {
            TestSheet sheet = record(floor.desk(), setUp(floor.desk()), Side.LEFT);
            assertThat(sheet.left().trials()).isNotEmpty().allSatisfy(trial -> assertThat(trial.exclusionReason())
                    .hasValue("ZERO_SHIFT"));
        }
    }
}
