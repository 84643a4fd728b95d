package org.plinth.web.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.problem.CalibrationProblem;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.Browser.Answer;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.text.Texts;

/** The wizard over real HTTP: a sensor that is turned, a load that is held, and what it says of readings that cannot be. Three masses, readings typed. */
@Tag("slow")
class BenchWizardTest {

    private static final Random RANDOM = new Random(12);
    private static final double COUNTS_PER_KG = 841;

    private ClinicServer server;
    private Browser clinician;
    private String href;
    private String runHref;
    private Map<String, String> set = Map.of();

    @BeforeEach
    void begin() {
        server = ClinicServer.withPages();
        ClinicServer.Sample sample = server.addClinic("a");
        clinician = server.as(Role.CLINICIAN, "a");
        Sensor sensor = new Sensor(
                Id.random(RANDOM), sample.clinic().id(), "griptonite-motherboard", "SAMPLE-8", "Sample counter");
        server.store().write(Act.ofPlinth(sample.clinic().id(), server.clock().instant(), "sensor.add"), stores -> {
            stores.sensors().add(sensor);
            return sensor;
        });
        href = "/sensors/" + sensor.id();
        Map<String, String> fields = new HashMap<>(Map.of("latitude_deg", "51.24", "height_m", "60"));
        for (double kilograms : new double[] {5, 10, 20}) {
            clinician.postForm(
                    href + "/masses",
                    Map.of(
                            "label",
                            "M-" + kilograms,
                            "certificate",
                            "Sample 1",
                            "nominal_kg",
                            Double.toString(kilograms),
                            "uncertainty_kg",
                            "0.0005"));
        }
        server.store()
                .read(stores -> stores.bench().masses(sample.clinic().id()))
                .forEach(owned -> fields.put("mass-" + owned.id(), "1"));
        set = Map.copyOf(fields);
        runHref = clinician.postForm(href + "/calibrate", fields).header("Location");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Answer type(double reading, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of("reading", Double.toString(reading)));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return clinician.postForm(runHref + "/points", fields);
    }

    /** Types readings one after the other and gives the page after the last. */
    private String typed(double... readings) {
        for (double reading : readings) {
            Answer taken = type(reading);
            assertThat(taken.status()).as(taken.text()).isEqualTo(303);
        }
        return clinician.page(runHref).text();
    }

    /** One up and down, every reading shifted by so many counts. */
    private void cycle(double shift, String... more) {
        double[] kilograms = {0, 5, 15, 35, 15, 5, 0};
        for (double one : kilograms) {
            assertThat(type(one * (COUNTS_PER_KG + shift) + 10, more).status()).isEqualTo(303);
        }
    }

    @Test
    void a_turned_sensor_shows_its_reproducibility_apart_from_its_repeatability() {
        cycle(0, "turned", "YES");
        cycle(0.2);
        assertThat(clinician.page(runHref).text())
                .contains("Run 3 of 4")
                .contains("Turn the sensor in the jig to 120°");
        cycle(1);
        cycle(-1);

        String page = clinician.page(runHref).text();
        // as it is 841 and 841.2: 0.2 of 841.1; turned 841.1, 842 and 840: 2 of 841.033
        assertThat(page)
                .contains("All points are taken.")
                .contains("240°")
                .containsPattern("Repeatability</dt>\\s*<dd[^>]*>0.024 %")
                .containsPattern("Reproducibility, sensor turned</dt>\\s*<dd[^>]*>0.238 %");
    }

    @Test
    void a_load_that_is_held_shows_creep_and_its_readings_can_be_taken_back() {
        cycle(0);
        cycle(0.2);
        cycle(0.1);
        assertThat(clinician.page(runHref).text())
                .contains("Creep: hold all masses")
                .contains("Take the reading 30 s after they hang");
        assertThat(type(29_500, "hold", "YES").status()).isEqualTo(303);
        assertThat(clinician.page(runHref).text()).contains("Creep, reading 2 of 2");
        clinician.postForm(runHref + "/undo", Map.of());
        assertThat(clinician.page(runHref).text()).contains("Creep, reading 1 of 2");
        type(29_445, "hold", "YES");
        type(29_475, "hold", "YES");

        // 30 counts of the 29 438.5 that the greatest load gives on the mean
        assertThat(clinician.page(runHref).text())
                .containsPattern("Creep from 30 s to 300 s, of full scale</dt>\\s*<dd[^>]*>0.102 %")
                .contains("held for 300 s");
        assertThat(type(29_475, "hold", "YES").status()).isEqualTo(409);
    }

    @Test
    void creep_is_not_read_before_all_points_are() {
        cycle(0);

        Answer refused = type(29_500, "hold", "YES");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Creep is read after all points");
    }

    @Test
    void one_point_and_equal_points_are_no_curve() {
        assertThat(typed(10)).contains("Point 2 of 21").doesNotContain("Accept as the new calibration");
        Answer refused = clinician.postForm(runHref + "/accept", Map.of("version", "1"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("There is no curve, so it cannot be accepted.");

        assertThat(typed(4215, 4215))
                .contains("5 kg and 15 kg gave the same reading, 4215")
                .contains("Point 2, 3");
    }

    @Test
    void kilograms_where_counts_belong_are_named_while_they_can_be_taken_back() {
        assertThat(typed(10, 4215, 12625, 35)).contains("Point 4: the reading 35 is the mass in kilograms");

        clinician.postForm(runHref + "/undo", Map.of());

        assertThat(typed(29445)).doesNotContain("is the mass in kilograms");
    }

    @Test
    void swapped_masses_are_named() {
        assertThat(typed(10, 4215, 29445, 12625, 12625, 4215, 10))
                .contains("the loads 15 kg and 35 kg look exchanged")
                .contains("There is no curve yet.");
    }

    @Test
    void an_outlier_and_a_reading_that_turns_are_named() {
        cycle(0);
        cycle(0.2);
        String page = typed(10, 4215, 12825, 29445, 12625, 4215, 10);
        assertThat(page).contains("the reading 12825 under 15 kg lies far from");
        assertThat(page).contains("Take it back and read it again");
    }

    @Test
    void a_curve_that_turns_in_its_range_is_refused_and_another_helps() {
        typed(0, 4000, 5000, 5100, 5001, 4001, 1);
        clinician.postForm(runHref + "/model", Map.of("version", "1", "model", "QUADRATIC"));
        assertThat(clinician.page(runHref).text())
                .contains("Point 1, 2, 3, 4: the curve turns at ")
                .contains("Choose another curve");
        Answer refused = clinician.postForm(runHref + "/accept", Map.of("version", "2"));
        assertThat(refused.status()).isEqualTo(409);

        clinician.postForm(runHref + "/model", Map.of("version", "2", "model", "PIECEWISE"));

        assertThat(clinician.page(runHref).text()).doesNotContain("the curve turns");
    }

    @Test
    void every_problem_has_a_sentence_for_the_bench_without_options_of_the_command() {
        Texts texts = Texts.bundled();
        for (Class<?> problem : CalibrationProblem.class.getPermittedSubclasses()) {
            String id = problem.getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                    .toUpperCase(Locale.ROOT);
            assertThat(texts.text("sensor.problem." + id, "1", "2", "3", "4", "5"))
                    .doesNotContain("--");
        }
    }

    @Test
    void a_way_down_that_is_missing_is_asked_for_and_makes_no_verdict() {
        assertThat(typed(10, 4215, 12625, 29445)).contains("going down").doesNotContain("Accept as the new");

        Answer refused = clinician.postForm(runHref + "/accept", Map.of("version", "1"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Nothing was read on the way down");
    }

    @Test
    void gravity_that_is_nowhere_on_earth_is_refused_in_its_field() {
        for (String gravity : new String[] {"9.75", "9.85", "98.1"}) {
            Map<String, String> fields = new HashMap<>(set);
            fields.put("gravity_mps2", gravity);
            Answer refused = clinician.postForm(href + "/calibrate", fields);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("This field must be a number from 9.76 to 9.84.");
        }
    }

    @Test
    void a_held_reading_waits_for_its_five_minutes() {
        cycle(0);
        cycle(0.2);
        cycle(0.1);
        type(29_445, "hold", "YES");
        server.clock().forward(Duration.ofSeconds(200));

        Answer away = clinician.postForm(runHref + "/points", Map.of("hold", "YES"));

        assertThat(away.status()).isEqualTo(409);
        assertThat(away.text()).contains("It has not hung for 5 minutes yet.");
    }
}
