package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** What the link of a pain pad can do, and what it cannot. */
@Tag("slow")
class PadPageTest {

    private ClinicServer server;
    private ClinicServer.Sample sample;
    private Browser clinician;
    private Browser pad;
    private String href;

    @BeforeEach
    void open() {
        server = ClinicServer.fastWithPages();
        sample = server.addClinic("a");
        clinician = server.as(Role.CLINICIAN, "a");
        pad = server.browser();
        href = "/visits/" + sample.visit().id() + "/pad";
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String link() {
        Browser.Answer opened = clinician.postJson(href, Map.of("origin", "https://plinth.test"));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.json().path("size").asInt()).isGreaterThan(20);
        URI address = URI.create(opened.json().path("href").asText());
        assertThat(address.getPath())
                .as("no secret where servers and logs see it")
                .isEqualTo("/pad");
        return address.getFragment();
    }

    private Browser.Answer look(String token) {
        return pad.postJson("/pad", Map.of("token", token));
    }

    @Test
    void a_link_tells_initials_and_nothing_else_and_a_new_one_ends_it() {
        String first = link();
        JsonNode told = look(first).json();
        assertThat(told.properties().stream().map(Map.Entry::getKey)).containsExactly("initials");
        assertThat(told.path("initials").asText()).isEqualTo("SM");
        assertThat(pad.page("/pad").text()).doesNotContain("Ada", "Madeup", "SM");

        String second = link();
        assertThat(look(first).status()).isEqualTo(404);
        assertThat(look(second).status()).isEqualTo(200);
        assertThat(pad.postJson("/pad/answer", Map.of("token", second, "question", 1, "pain", 3))
                        .status())
                .as("nothing is asked")
                .isEqualTo(409);
        assertThat(pad.postJson(href, Map.of("origin", "https://plinth.test")).status())
                .isIn(401, 403);
        assertThat(clinician
                        .postJson(href, Map.of("origin", "javascript:alert(1)"))
                        .status())
                .isEqualTo(400);
        assertThat(server.as(Role.PATIENT, "a").get(href).status()).isEqualTo(403);
    }

    @Test
    void it_ends_after_an_hour_when_it_is_closed_and_with_the_visit() {
        String token = link();
        clinician.postJson(href + "/end", Map.of());
        assertThat(look(token).status()).isEqualTo(404);

        String timed = link();
        server.clock().forward(Duration.ofMinutes(61));
        assertThat(look(timed).status()).isEqualTo(404);
        clinician = server.as(Role.CLINICIAN, "a");

        String ofVisit = link();
        assertThat(look(ofVisit).status()).isEqualTo(200);
        String visit = "/api/visits/" + sample.visit().id();
        int version = clinician.get(visit).json().path("version").asInt();
        clinician.postJson(visit + "/close", Map.of(), "If-Match", "\"" + version + "\"");
        assertThat(look(ofVisit).status()).isEqualTo(404);
        assertThat(clinician
                        .postJson(href, Map.of("origin", "https://plinth.test"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void pads_that_ended_are_no_guesses() {
        for (int pad = 0; pad < 12; pad++) {
            String token = link();
            clinician.postJson(href + "/end", Map.of());
            assertThat(look(token).status()).isEqualTo(404);
        }
        assertThat(look(link()).status()).isEqualTo(200);
    }

    @Test
    void who_guesses_links_must_wait_and_who_shows_another_patient_is_refused() {
        int status = 404;
        for (int guess = 0; guess < 40 && status == 404; guess++) {
            status = look("guess" + guess).status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(clinician
                        .postJson(href, Map.of("origin", "https://plinth.test", "patient", "0".repeat(32)))
                        .status())
                .isEqualTo(409);
    }
}
