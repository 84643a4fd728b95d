package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** All open episodes at a glance: by the day of the next test, kept right by the audit log, never by outcome. */
@Tag("slow")
class OverviewPageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 6);

    private static ClinicServer server;
    private static ClinicServer.Sample sample;
    private static Browser clinician;
    private static Sensor sensor;
    private static MeKit late;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        server.addClinic("b");
        clinician = server.as(Role.CLINICIAN, "a");
        sensor = server.addCalibratedSensor(sample, "S-1");
        late = kit(11, "Sample Late", Involvement.LEFT).tested(TODAY.minusDays(40), 200, 250);
        put(late);
        put(kit(12, "Sample Waits", Involvement.RIGHT)
                .tested(TODAY.minusDays(60), 250, 220)
                .tested(TODAY.minusDays(53), 250, 220)
                .tested(TODAY.minusDays(16), 250, 180));
        put(kit(13, "Sample Early", Involvement.BILATERAL).tested(TODAY.minusDays(8), 200, 210));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static MeKit kit(int seed, String given, Involvement involvement) {
        return new MeKit(
                seed,
                sample.clinic().id(),
                given,
                involvement,
                sample.accounts().get(Role.CLINICIAN).id());
    }

    private static void put(MeKit kit) {
        kit.into(server.store(), server.clock().instant(), Optional.of(sensor), false);
    }

    private static String page(String path) {
        return clinician.page(path).text();
    }

    @Test
    void the_next_test_comes_first_and_its_reason_is_said() {
        String page = page("/overview");

        // 40 - 28 days; a possible change waits 14 days at most, so 16 - 14; the first test is due today; 28 - 8 days
        assertThat(page)
                .containsSubsequence(
                        "Sample Late Madeup",
                        "Retest overdue by 12 days.",
                        "Sample Waits Madeup",
                        "Retest overdue by 2 days, to confirm a possible change.",
                        "Sample Ada a Madeup",
                        "First test due",
                        "Sample Early Madeup",
                        "Retest in 20 days, on 26 August 2026.")
                .contains("4 open episodes, 3 due for a test", "Only possible so far:", "right leg weaker.");
        assertThat(page("/overview?due=yes")).doesNotContain("Sample Early").contains("Sample Late");
        assertThat(page("/worklist")).contains("Retests due", "Retest overdue by 12 days.", "/overview?due=yes");
    }

    @Test
    void a_test_that_is_made_meanwhile_moves_its_patient_at_once() {
        MeKit again = kit(14, "Sample Moves", Involvement.LEFT).tested(TODAY.minusDays(50), 200, 250);
        put(again);
        assertThat(page("/overview")).contains("Sample Moves", "Retest overdue by 22 days.");

        new MeKit(
                        15,
                        again.patient(),
                        again.episode(),
                        sample.accounts().get(Role.CLINICIAN).id())
                .tested(TODAY.minusDays(1), 210, 250)
                .into(server.store(), server.clock().instant(), Optional.of(sensor), true);

        assertThat(page("/overview")).contains("Retest in 27 days").doesNotContain("overdue by 22 days");
        assertThat(clinician
                        .postForm(
                                "/patients/" + again.patient().id() + "/episodes/"
                                        + again.episode().id() + "/close",
                                Map.of(
                                        "version",
                                        "1",
                                        "closedOn",
                                        TODAY.toString(),
                                        "closeReason",
                                        "Done",
                                        "outcome",
                                        "GOAL_REACHED",
                                        "exitTest",
                                        "NOT_DONE",
                                        "noExitTest",
                                        "moved"))
                        .status())
                .isEqualTo(303);
        assertThat(page("/overview")).doesNotContain("Sample Moves");
    }

    @Test
    void another_clinic_and_who_may_not_see_a_patient_see_nothing_of_her() {
        assertThat(server.as(Role.CLINICIAN, "b").page("/overview").text()).doesNotContain("Sample Late");
        MeKit secret = kit(16, "Sample Secret", Involvement.LEFT).tested(TODAY.minusDays(90), 200, 250);
        put(secret);
        assertThat(page("/overview")).contains("Sample Secret");
        Act act = new Act(
                sample.clinic().id(),
                sample.accounts().get(Role.OWNER).id(),
                server.clock().instant(),
                "access.restrict",
                "test",
                "");
        PatientAccess closed = new PatientAccess(
                secret.patient().id(),
                sample.clinic().id(),
                0,
                true,
                Set.of(sample.accounts().get(Role.OWNER).id()));
        server.store().write(act, stores -> stores.access().change(closed));

        assertThat(page("/overview")).doesNotContain("Sample Secret");
        assertThat(page("/worklist")).doesNotContain("Sample Secret");
    }

    @Test
    void the_small_picture_is_drawn_and_only_for_who_may_see_her() {
        String picture = "/patients/" + late.patient().id() + "/episodes/"
                + late.episode().id() + "/small.svg";

        assertThat(page(picture))
                .startsWith("<svg")
                .contains("Sample Late Madeup")
                .doesNotContain("style=");
        assertThat(clinician.page(picture + "?theme=dark").status()).isEqualTo(200);
        assertThat(server.as(Role.CLINICIAN, "b").page(picture).status()).isEqualTo(404);
        assertThat(server.as(Role.PATIENT, "a").page(picture).status()).isEqualTo(403);
    }

    @Test
    void a_page_that_is_not_there_is_empty_and_a_wrong_one_refused() {
        assertThat(clinician.page("/overview?page=99").status()).isEqualTo(200);
        assertThat(clinician.page("/overview?page=0").status()).isEqualTo(400);
        assertThat(List.of(
                        server.as(Role.OWNER, "a").page("/overview").status(),
                        server.as(Role.PATIENT, "a").page("/overview").status()))
                .containsOnly(403);
    }
}
