package org.plinth.web.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.LinearCalibration;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorCheck;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.Browser.Answer;
import org.plinth.web.testkit.ClinicServer;

/** What puts a sensor in doubt, and what may speak for it again, over real HTTP. */
@Tag("slow")
class SensorDoubtsTest {

    private static final Random RANDOM = new Random(7);
    private static final double NEWTONS_PER_KGF = 9.80665;

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
    void a_sensor_in_doubt_says_nothing_of_a_new_object() {
        calibrated();
        check("OBJECT", "Kettlebell", "98.0");
        server.clock().forward(Duration.ofHours(1));
        clinician = server.as(Role.CLINICIAN, "a");
        clinician.postForm(href + "/events", Map.of("kind", "DROP", "happened", here()));
        server.clock().forward(Duration.ofMinutes(1));
        clinician = server.as(Role.CLINICIAN, "a");

        Answer refused = check("OBJECT", "A new can", "50");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(clinician.page(href).text()).contains("it was dropped").doesNotContain("A new can");
    }

    @Test
    void a_drop_is_dated_when_it_happened_and_never_in_the_future() {
        calibrated();
        server.clock().forward(Duration.ofHours(2));
        clinician = server.as(Role.CLINICIAN, "a");
        ZonedDateTime now = server.clock().instant().atZone(sample.clinic().zone());
        String before = now.minusMinutes(90).toLocalDateTime().withNano(0).toString();
        String later = now.plusHours(1).toLocalDateTime().withNano(0).toString();

        assertThat(clinician
                        .postForm(href + "/events", Map.of("kind", "DROP", "happened", later))
                        .status())
                .isEqualTo(400);
        assertThat(clinician
                        .postForm(href + "/events", Map.of("kind", "DROP", "happened", "yesterday"))
                        .status())
                .isEqualTo(400);
        clinician.postForm(href + "/events", Map.of("kind", "DROP", "happened", before));

        assertThat(server.store()
                        .read(stores -> stores.trust().incidents(sample.clinic().id(), sensor.id(), 1))
                        .get(0)
                        .happenedAt())
                .isEqualTo(now.minusMinutes(90).withNano(0).toInstant());
    }

    @Test
    void a_drop_of_which_nobody_knows_when_puts_all_since_the_last_good_check_in_doubt() {
        calibrated();
        check("OBJECT", "Kettlebell", "98.0");
        server.clock().forward(Duration.ofHours(4));
        clinician = server.as(Role.CLINICIAN, "a");
        check("OBJECT", "Kettlebell", "98.1");
        Instant good = server.clock().instant();
        server.clock().forward(Duration.ofHours(3));
        clinician = server.as(Role.CLINICIAN, "a");

        clinician.postForm(href + "/events", Map.of("kind", "DROP"));

        assertThat(server.store()
                        .read(stores -> stores.trust().incidents(sample.clinic().id(), sensor.id(), 1))
                        .get(0)
                        .happenedAt())
                .isBetween(good, good.plusSeconds(1));
    }

    @Test
    void what_a_display_shows_goes_through_the_calibration() {
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
                                    NEWTONS_PER_KGF / 1.03,
                                    0,
                                    now.minus(Duration.ofDays(30)),
                                    now.plus(Duration.ofDays(335)))));
            return id;
        });

        check("OBJECT", "Kettlebell", "103");

        SensorCheck made = server.store()
                .read(stores -> stores.trust().checks(sample.clinic().id(), sensor.id(), 1))
                .get(0);
        assertThat(made.indicated().newtons()).isCloseTo(100, within(1e-9));
    }
}
