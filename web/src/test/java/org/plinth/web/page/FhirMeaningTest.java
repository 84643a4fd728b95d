package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.outcome.OutcomeQuestion;
import org.plinth.web.outcome.OutcomeReader;
import org.plinth.web.outcome.OutcomeSummary;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** What must be known of a value goes along with it as FHIR: at least so much, after a painkiller, from a sensor in doubt. */
@Tag("slow")
class FhirMeaningTest {

    private static final SplittableRandom RANDOM = new SplittableRandom(31);

    private static ClinicServer server;
    private static Place ten;
    private static MeKit ada;
    private static OutcomeSummary summary;
    private static JsonNode report;

    @BeforeAll
    static void start() {
        server = ClinicServer.fastWithPages();
        ten = Place.of("ten");
        ada = ten.kit().ten().get(0);
        LocalDate today = LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC);
        OutcomeQuestion question = OutcomeQuestion.of(ten.sample().clinic(), today);
        summary = server.store()
                .read(stores -> OutcomeSummary.of(OutcomeReader.read(stores, PositionCatalogue.bundled(), question)));
        report = ten.resources("/fhir/MeasureReport").get(0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private record Place(ClinicServer.Sample sample, OutcomeKit kit, Sensor sensor, Browser clinician) {

        static Place of(String name) {
            ClinicServer.Sample sample = server.addClinic(name);
            Sensor sensor = server.addCalibratedSensor(sample, "serial");
            OutcomeKit kit = new OutcomeKit(
                    server.store(),
                    sample.clinic().id(),
                    sample.accounts().get(Role.CLINICIAN).id(),
                    Optional.of(sensor),
                    server.clock().instant());
            return new Place(sample, kit, sensor, server.as(Role.CLINICIAN, name));
        }

        List<JsonNode> resources(String path) {
            List<JsonNode> found = new ArrayList<>();
            String next = path;
            while (!next.isEmpty()) {
                Browser.Answer answer = clinician.get(next);
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                answer.json().path("entry").forEach(entry -> found.add(entry.path("resource")));
                next = "";
                for (JsonNode link : answer.json().path("link")) {
                    URI to = URI.create(link.path("url").asText());
                    next = link.path("relation").asText().equals("next") ? to.getPath() + "?" + to.getRawQuery() : next;
                }
            }
            return found;
        }

        List<JsonNode> observations(Id<?> patient, String kind) {
            return resources("/fhir/Observation?_count=200&patient=" + patient).stream()
                    .filter(one -> one.path("id").asText().startsWith(kind))
                    .toList();
        }

        void pain(int day, Map<String, String> values) {
            TreeMap<String, String> all =
                    new TreeMap<>(Map.of("activity", "SITTING", "timing", "DURING", "side", "LEFT"));
            all.putAll(values);
            EpisodeEntry entry = new EpisodeEntry(
                    Id.random(RANDOM),
                    sample.clinic().id(),
                    sample.patient().id(),
                    sample.episode().id(),
                    1,
                    "pain",
                    LocalDate.of(2026, 7, day),
                    all,
                    false,
                    Instant.EPOCH,
                    sample.accounts().get(Role.CLINICIAN).id());
            server.store()
                    .write(kit.act("entry.add"), stores -> stores.entries().add(entry));
        }

        void typed(TypedReading.Quantity quantity, double value, boolean capped) {
            TypedReading reading = new TypedReading(
                    Id.random(RANDOM),
                    sample.clinic().id(),
                    sample.patient().id(),
                    sample.visit().id(),
                    "curl-prone-15",
                    1,
                    Side.LEFT,
                    Optional.empty(),
                    quantity,
                    TypedReading.Source.CLOCK,
                    "",
                    "s",
                    value,
                    value,
                    capped,
                    0,
                    OptionalInt.empty(),
                    Optional.empty(),
                    server.clock().instant(),
                    sample.accounts().get(Role.CLINICIAN).id(),
                    Optional.empty());
            server.store().write(kit.act("reading.add"), stores -> {
                stores.readings().add(reading);
                return true;
            });
        }
    }

    @Test
    void a_hold_that_ended_at_its_greatest_value_is_that_or_more() {
        Place a = Place.of("capped");
        a.typed(TypedReading.Quantity.HOLD_TIME, 120, true);
        a.typed(TypedReading.Quantity.HOLD_TIME, 95, false);

        assertThat(a.observations(a.sample().patient().id(), "reading-"))
                .extracting(one -> one.at("/valueQuantity/comparator").asText()
                        + one.at("/valueQuantity/value").asInt())
                .containsExactlyInAnyOrder(">=120", "95");
    }

    @Test
    void a_pain_after_a_painkiller_says_so() {
        Place a = Place.of("painkiller");
        a.pain(1, Map.of("pain", "2", "painkiller", "YES"));
        a.pain(2, Map.of("pain", "6"));

        assertThat(a.observations(a.sample().patient().id(), "entry-"))
                .extracting(one -> one.at("/valueQuantity/value").asInt()
                        + (one.path("component").toString().contains("\"painkiller\"") ? ": " : "")
                        + one.path("note").path(0).path("text").asText())
                .containsExactlyInAnyOrder("2: After a painkiller: not to be compared with values without one", "6");
        Browser.Answer scores =
                a.clinician().get("/api/patients/" + a.sample().patient().id() + "/scores");
        assertThat(scores.json().findParents("painkiller"))
                .as(scores.text())
                .singleElement()
                .satisfies(one -> assertThat(one.path("value").asInt()).isEqualTo(2));
        assertThat(a.clinician().get("/fhir/CodeSystem/plinth").text()).contains("\"code\":\"painkiller\"");
    }

    @Test
    void results_of_a_sensor_in_doubt_say_so_though_they_were_stored_without_a_doubt() {
        Id<?> patient = ada.patient().id();
        assertThat(ten.observations(patient, "result-")).hasSize(6).noneMatch(one -> one.toString()
                .contains("flag-calibration-suspect"));
        SensorIncident drop = new SensorIncident(
                Id.random(RANDOM),
                ten.sample().clinic().id(),
                ten.sensor().id(),
                SensorIncident.Kind.DROP,
                MeKit.START.plusDays(45).atStartOfDay().toInstant(ZoneOffset.UTC),
                "from the couch",
                ten.sample().accounts().get(Role.CLINICIAN).id());
        server.store().write(ten.kit().act("sensor.incident"), stores -> {
            stores.trust().add(drop);
            return true;
        });

        assertThat(ten.observations(patient, "result-"))
                .filteredOn(one -> one.toString().contains("flag-calibration-suspect"))
                .extracting(one -> one.path("effectiveDateTime").asText().substring(0, 10))
                .hasSize(2)
                .containsOnly(MeKit.START.plusDays(60).toString());
    }

    @Test
    void completeness_is_what_the_page_of_outcomes_counts() {
        assertThat(summary.eligible()).isEqualTo(10);
        assertThat(summary.paired())
                .as("the ninth was closed long after the last test")
                .isEqualTo(9);

        List<String> counts = new ArrayList<>();
        report.at("/group/0/population")
                .forEach(one -> counts.add(one.at("/code/coding/0/code").asText() + " "
                        + one.path("count").asInt()));
        assertThat(counts).containsExactly("initial-population 10", "denominator 10", "numerator 9");
    }
}
