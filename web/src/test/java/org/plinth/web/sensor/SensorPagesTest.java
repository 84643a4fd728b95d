package org.plinth.web.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.LinearCalibration;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.Browser.Answer;
import org.plinth.web.testkit.ClinicServer;

/** Checks, incidents and calibrations over real HTTP, with the virtual sensor and its stand. */
@Tag("slow")
class SensorPagesTest {

    private static final Random RANDOM = new Random(7);
    private static final double NEWTONS_PER_KGF = 9.80665;
    private static final int MOST_TRIES = 20_000;

    private ClinicServer server;
    private ClinicServer.Sample sample;
    private Browser clinician;
    private Sensor sensor;
    private String href;

    @BeforeEach
    void open() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        clinician = server.as(Role.CLINICIAN, "a");
        sensor = new Sensor(Id.random(RANDOM), sample.clinic().id(), "virtual", "virtual-1", "Sample <b>sensor</b>");
        server.store().write(act("sensor.add"), stores -> {
            stores.sensors().add(sensor);
            return sensor;
        });
        href = "/sensors/" + sensor.id();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Act act(String action) {
        return Act.ofPlinth(sample.clinic().id(), server.clock().instant(), action);
    }

    private void calibrated() {
        Instant now = server.clock().instant();
        Id<StoredCalibration> id = Id.random(RANDOM);
        server.store().write(act("calibration.add"), stores -> {
            stores.sensors()
                    .addCalibration(new StoredCalibration(
                            id,
                            sample.clinic().id(),
                            sensor.id(),
                            new LinearCalibration(
                                    id.toString(),
                                    NEWTONS_PER_KGF,
                                    0,
                                    now.minus(Duration.ofDays(30)),
                                    now.plus(Duration.ofDays(335)))));
            return id;
        });
    }

    /** Now, as the form has it. */
    private String here() {
        return server.clock()
                .instant()
                .atZone(sample.clinic().zone())
                .toLocalDateTime()
                .withNano(0)
                .toString();
    }

    private Answer check(String kind, String object, String newtons) {
        return clinician.postForm(
                href + "/check", Map.of("kind", kind, "object", object, "typed_N", newtons, "step", "CHECK"));
    }

    @Test
    void a_sensor_says_its_state_in_words_and_escapes_what_people_typed() {
        assertThat(clinician.page("/sensors").text())
                .contains("Never calibrated.")
                .contains("Sample &lt;b&gt;sensor")
                .doesNotContain("<b>sensor");
        calibrated();
        assertThat(clinician.page(href).text()).contains("Calibrated until ");
        check("OBJECT", "<script>alert(1)</script>", "98");
        assertThat(clinician.page(href).text())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    void the_weekly_check_needs_no_known_mass_and_a_failed_one_puts_the_sensor_in_doubt() {
        calibrated();

        assertThat(check("OBJECT", "Kettlebell", "98.0").status()).isEqualTo(303);
        server.clock().forward(Duration.ofHours(1));
        clinician = server.as(Role.CLINICIAN, "a");
        check("OBJECT", "kettlebell", "98.9");
        assertThat(clinician.page(href).text()).contains("Passed").contains("Calibrated until ");
        server.clock().forward(Duration.ofHours(1));
        clinician = server.as(Role.CLINICIAN, "a");
        check("OBJECT", "Kettlebell", "100.0");

        String page = clinician.page(href).text();
        assertThat(page).contains("In doubt since ").contains("a check failed").contains("2.00 N");
        assertThat(clinician.page(href + "/chart.svg").text())
                .startsWith("<svg")
                .contains("limit");
        assertThat(clinician
                        .get("/api/sensors")
                        .json()
                        .path("sensors")
                        .get(0)
                        .path("calibration")
                        .path("state")
                        .asText())
                .isEqualTo("SUSPECT");
    }

    @Test
    void nonsense_is_refused_with_the_field_and_nothing_is_stored() {
        calibrated();
        for (String hostile : List.of("NaN", "1e999", "-1e9", "ninety", "98 N")) {
            assertThat(check("OBJECT", "Kettlebell", hostile).status())
                    .as(hostile)
                    .isEqualTo(400);
        }
        assertThat(check("BANANA", "Kettlebell", "98").status()).isEqualTo(400);
        assertThat(clinician
                        .postForm(href + "/check", Map.of("kind", "OBJECT", "typed_N", "98"))
                        .status())
                .isEqualTo(400);
        assertThat(clinician
                        .postForm(href + "/events", Map.of("kind", "FIRMWARE_CHANGED"))
                        .status())
                .isEqualTo(400);
        assertThat(check("MASS", "x", "98").status()).isEqualTo(400);
        assertThat(clinician.postForm(href + "/stand", Map.of("mass_kg", "-5")).status())
                .isEqualTo(400);
        assertThat(clinician.page(href).text()).contains("No check yet.");
    }

    @Test
    void another_clinics_sensor_is_not_there() {
        server.addClinic("b");
        Browser other = server.as(Role.CLINICIAN, "b");

        assertThat(other.page(href).status()).isEqualTo(404);
        assertThat(other.page(href + "/calibrate").status()).isEqualTo(404);
        assertThat(other.postForm(href + "/bench", Map.of()).status()).isEqualTo(404);
        assertThat(other.page("/sensors").text()).doesNotContain(sensor.serial());
    }

    @Test
    void an_auditor_reads_and_does_nothing() {
        Browser auditor = server.as(Role.AUDITOR, "a");

        assertThat(auditor.page(href).text()).doesNotContain("/events").doesNotContain(href + "/check");
        assertThat(auditor.postForm(href + "/events", Map.of("kind", "DROP")).status())
                .isEqualTo(403);
    }

    @Test
    void what_happened_is_told_and_a_check_clears_it() {
        calibrated();
        check("OBJECT", "Kettlebell", "98.0");
        server.clock().forward(Duration.ofHours(1));
        clinician = server.as(Role.CLINICIAN, "a");
        clinician.postForm(href + "/events", Map.of("kind", "DROP", "happened", here(), "detail", "from the couch"));
        assertThat(clinician.page(href).text()).contains("it was dropped").contains("from the couch");
        server.clock().forward(Duration.ofHours(1));
        clinician = server.as(Role.CLINICIAN, "a");
        check("OBJECT", "Kettlebell", "98.1");

        assertThat(clinician.page(href).text()).contains("Calibrated until ");
        clinician.postForm(href + "/events", Map.of("kind", "PUT_ASIDE"));
        assertThat(clinician.page("/sensors").text()).contains("Put aside since ");
    }

    @Test
    void a_run_on_the_bench_becomes_a_calibration_that_the_next_result_uses() {
        BenchRun run = begun(2, 5, 10);
        String runHref = href + "/runs/" + run.id();
        clinician.postForm(href + "/bench", Map.of("run", run.id().toString(), "zero", "YES"));
        RunPlan plan = RunPlan.of(run);
        assertThat(clinician.postForm(runHref + "/points", Map.of()).status()).isIn(303, 409);
        takeAll(run, runHref);

        String page = clinician.page(runHref).text();
        assertThat(page)
                .contains("All points are taken.")
                .contains("What it says")
                .contains("Straight line");
        assertThat(clinician.page(runHref + "/residuals.svg").text()).startsWith("<svg");
        assertThat(clinician
                        .postForm(runHref + "/accept", Map.of("version", "7"))
                        .status())
                .isEqualTo(412);
        Answer accepted = clinician.postForm(runHref + "/accept", Map.of("version", "1"));
        assertThat(accepted.status()).isEqualTo(303);
        assertThat(clinician
                        .postForm(runHref + "/points", Map.of("reading", "1"))
                        .status())
                .isEqualTo(409);

        StoredCalibration made = server.store()
                .read(stores -> stores.sensors().calibrations(sample.clinic().id(), sensor.id()))
                .get(0);
        // the virtual sensor tells kgf, so a newton is 9.80665 of it; its own errors are far below 0.1 %
        assertThat(made.curve().newtons(10) - made.curve().newtons(0))
                .isCloseTo(10 * NEWTONS_PER_KGF, org.assertj.core.api.Assertions.within(0.1));
        String certificate = clinician.page(href + "/calibrations/" + made.id()).text();
        assertThat(certificate)
                .contains("PL-2026-0001")
                .contains("9.81162")
                .contains("Sample laboratory")
                .contains("ISO 7500-1 class 1 limits");
        assertThat(plan.total()).isEqualTo(21);
    }

    @Test
    void the_last_point_is_taken_back_and_a_page_loaded_again_goes_on_there() {
        BenchRun run = begun(5);
        String runHref = href + "/runs/" + run.id();
        for (String reading : List.of("0.001", "5.002")) {
            clinician.postForm(runHref + "/points", Map.of("reading", reading));
        }
        assertThat(clinician.page(runHref).text()).contains("Point 3 of 9").contains("going down");

        clinician.postForm(runHref + "/undo", Map.of());

        assertThat(clinician.page(runHref).text()).contains("Point 2 of 9").contains("add A1");
        assertThat(clinician.page(href + "/calibrate").text()).contains("Go on with the run of");
        assertThat(clinician
                        .postForm(runHref + "/reject", Map.of("version", "1"))
                        .status())
                .isEqualTo(400);
        assertThat(clinician
                        .postForm(runHref + "/reject", Map.of("version", "1", "reason", "the hook slipped"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void gravity_out_of_range_and_no_mass_are_said_where_they_are() {
        Answer answer = clinician.postForm(href + "/calibrate", Map.of("gravity_mps2", "98.1"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Choose 1 to 12 masses.");
        String mass = addMass("A1", 5);
        Answer gravity = clinician.postForm(href + "/calibrate", Map.of("gravity_mps2", "98.1", "mass-" + mass, "1"));
        assertThat(gravity.status()).isEqualTo(400);
        assertThat(gravity.text()).contains("gravity_mps2-problem");
    }

    private String addMass(String label, double kilograms) {
        Answer answer = clinician.postForm(
                href + "/masses",
                Map.of(
                        "label",
                        label,
                        "certificate",
                        "Sample laboratory 17",
                        "nominal_kg",
                        Double.toString(kilograms),
                        "uncertainty_kg",
                        "0.0005"));
        assertThat(answer.status()).isEqualTo(303);
        return server
                .store()
                .read(stores -> stores.bench().masses(sample.clinic().id()))
                .stream()
                .filter(owned -> owned.mass().id().equals(label))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private BenchRun begun(double... kilograms) {
        Map<String, String> fields = new java.util.HashMap<>(
                Map.of("latitude_deg", "51.24", "height_m", "60", "place", "Room 2", "attachments", "hook; strap"));
        for (int i = 0; i < kilograms.length; i++) {
            fields.put("mass-" + addMass("A" + (i + 1), kilograms[i]), "1");
        }
        Answer begun = clinician.postForm(href + "/calibrate", fields);
        assertThat(begun.status()).as(begun.text()).isEqualTo(303);
        Matcher id = Pattern.compile("/runs/([0-9a-f]{32})").matcher(begun.header("Location"));
        assertThat(id.find()).isTrue();
        return run(id.group(1));
    }

    private BenchRun run(String id) {
        return server.store()
                .read(stores -> stores.bench()
                        .find(sample.clinic().id(), Id.<BenchRun>parse(id).orElseThrow()))
                .orElseThrow();
    }

    /** Hangs what the step asks for and presses until the reading has settled, as a person does. */
    private void takeAll(BenchRun begun, String runHref) {
        BenchRun run = run(begun.id().toString());
        for (Optional<RunPlan.Step> step = RunPlan.of(run).next();
                step.isPresent();
                step = RunPlan.of(run).next()) {
            clinician.postForm(
                    href + "/stand",
                    Map.of(
                            "mass_kg",
                            Double.toString(step.get().kilograms()),
                            "run",
                            run.id().toString()));
            int before = run.points().size();
            for (int i = 0; i < MOST_TRIES && run.points().size() == before; i++) {
                clinician.postForm(runHref + "/points", Map.of());
                run = run(begun.id().toString());
            }
            assertThat(run.points()).hasSize(before + 1);
        }
    }
}
