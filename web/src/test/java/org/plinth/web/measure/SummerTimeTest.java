package org.plinth.web.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.quantity.Force;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/**
 * Hazard H27: a visit has the date of the clinic's own clock, and visits stand in the order in which they were, also on the
 * days of 25 and 23 hours. The sample clinic is in London: its clocks went back on 2026-10-25 at 01:00 UTC and forward on
 * 2027-03-28 at 01:00 UTC.
 */
@Tag("slow")
class SummerTimeTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static ClinicServer server;

    @BeforeAll
    static void start() {
        server = ClinicServer.empty();
        server.addClinic("a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Of the first pair only summer time makes the date; by UTC it would be the day before. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-24T22:59:59Z, 2026-10-24",
        "2026-10-24T23:00:00Z, 2026-10-25",
        "2026-10-25T23:59:59Z, 2026-10-25",
        "2026-10-26T00:00:00Z, 2026-10-26",
        "2027-03-27T23:59:59Z, 2027-03-27",
        "2027-03-28T00:00:00Z, 2027-03-28",
        "2027-03-28T22:59:59Z, 2027-03-28",
        "2027-03-28T23:00:00Z, 2027-03-29"
    })
    void a_visit_has_the_date_of_the_clinics_clock_and_keeps_instant_and_zone(Instant at, LocalDate date) {
        server.clock().set(at);
        Browser clinician = server.as(Role.CLINICIAN, "a");
        String patient = added(
                        clinician,
                        "/api/patients",
                        Map.of("givenName", "Sample", "familyName", "Person", "birthDate", "1990-01-02"))
                .path("id")
                .asText();
        String episode = added(
                        clinician,
                        "/api/patients/" + patient + "/episodes",
                        Map.of("problem", "Hamstring", "injured", "RIGHT"))
                .path("id")
                .asText();

        JsonNode visit = added(clinician, "/api/patients/" + patient + "/visits", Map.of("episode", episode));

        assertThat(visit.path("date").asText()).isEqualTo(date.toString());
        assertThat(Instant.parse(visit.path("startedAt").asText())).isEqualTo(at);
        assertThat(visit.path("zone").asText()).isEqualTo(LONDON.getId());
    }

    private static JsonNode added(Browser clinician, String path, Map<String, ?> fields) {
        Browser.Answer answer = clinician.postJson(path, fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    /** 01:30 comes twice: before the clocks go back, and an hour later after it. */
    @Test
    void two_visits_in_the_hour_that_comes_twice_are_one_point_in_the_order_in_which_they_were() {
        Instant before = Instant.parse("2026-10-25T00:30:00Z");
        Instant after = Instant.parse("2026-10-25T01:30:00Z");
        assertThat(before.atZone(LONDON).toLocalTime())
                .isEqualTo(after.atZone(LONDON).toLocalTime());
        SampleResults results = new SampleResults();
        add(results, "2026-10-26T10:00:00Z", 300);
        add(results, after.toString(), 400);
        add(results, before.toString(), 100);
        add(results, "2026-10-24T10:00:00Z", 250);

        SideCourse left = results.left();

        assertThat(left.points()).hasSize(3);
        assertThat(left.points().stream().map(CoursePoint::date))
                .containsExactly(LocalDate.of(2026, 10, 24), LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 26));
        CoursePoint twice = left.points().get(1);
        assertThat(twice.value().newtons()).isCloseTo(200, within(1e-9));
        assertThat(twice.results().stream().map(result -> result.value().best()))
                .containsExactly(new Force(100), new Force(400));
    }

    /** By UTC the late one of the long day would come a day earlier than the early one of the next. */
    @Test
    void the_day_of_23_hours_is_one_point() {
        SampleResults results = new SampleResults();
        add(results, "2027-03-28T22:30:00Z", 400);
        add(results, "2027-03-28T00:30:00Z", 100);

        assertThat(results.left().points())
                .singleElement()
                .satisfies(point -> assertThat(point.value().newtons()).isCloseTo(200, within(1e-9)));
    }

    private static void add(SampleResults results, String at, double newtons) {
        Instant instant = Instant.parse(at);
        results.add(LocalDate.ofInstant(instant, LONDON), instant, newtons, SampleResults.KEY);
    }
}
