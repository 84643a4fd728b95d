package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.replay.CaptureReader;
import org.plinth.web.capture.RawForce;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.journal.Journals;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.LiveEar;
import org.plinth.web.testkit.PlayedCapture;

/** One click on a page gives what a sensor sent, and playing that gives the same samples. */
@Tag("slow")
class CaptureDownloadTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/api/recordings/([0-9a-f]{32})/capture)\" download");

    private final ClinicServer server = ClinicServer.withPages();
    private final ClinicServer.Sample clinic = server.addClinic("a");
    private final Browser clinician = server.as(Role.CLINICIAN, "a");

    @AfterEach
    void close() {
        server.close();
    }

    private Browser.Answer post(String path, Map<String, ?> body) {
        Browser.Answer answer = clinician.postJson(path, body);
        assertThat(answer.status()).as(path + " " + answer.text()).isIn(200, 201);
        return answer;
    }

    private void record(String visit) throws Exception {
        String test = post(
                        "/api/visits/" + visit + "/tests",
                        Map.of("position", "curl-prone-15", "fixation", "belt", "sensor", "virtual-1"))
                .json()
                .path("id")
                .asText();
        try (LiveEar ear = LiveEar.on(clinician, visit)) {
            post("/api/tests/" + test + "/connect", Map.of());
            post("/api/tests/" + test + "/tare", Map.of("side", "LEFT"));
            String recording = post("/api/tests/" + test + "/recordings", Map.of("side", "LEFT", "requestId", "start"))
                    .json()
                    .path("id")
                    .asText();
            ear.awaitForce(0, 100);
            post("/api/recordings/" + recording + "/stop", Map.of());
        }
    }

    private RecordedForce fromJournal(String id) {
        try (Journals journals = Journals.open(server.data().resolve("journals"))) {
            Recording recording = server.store()
                    .read(stores -> stores.recordings()
                            .find(clinic.clinic().id(), Id.<Recording>parse(id).orElseThrow()))
                    .orElseThrow();
            return new RawForce(server.store(), journals, SensorDrivers.load())
                    .of(recording)
                    .flatMap(replayed -> replayed.force())
                    .orElseThrow();
        }
    }

    @Test
    void the_visit_page_and_the_auditors_page_give_a_capture_that_plays_the_same_samples() throws Exception {
        String visit = clinic.visit().id().toString();
        assertThat(clinician.page("/visits/" + visit).text()).doesNotContain("What the sensors delivered");
        record(visit);

        String page = clinician.page("/visits/" + visit).text();
        Matcher link = LINK.matcher(page);
        assertThat(link.find()).isTrue();
        RecordedForce recorded = fromJournal(link.group(2));
        long expected = recorded.ledger().expected().orElseThrow();
        assertThat(page)
                .contains("What the sensors delivered", "<td class=\"num\">" + expected + "</td>")
                .contains(" pauses between packets that this sensor always makes. Longest interval ")
                .containsPattern("Measured rate: 8[0-9]\\.[0-9] Hz");

        Browser.Answer file = clinician.get(link.group(1));
        assertThat(file.header("Content-Disposition")).matches("attachment; filename=\"plinth-[0-9a-f]{8}\\.capture\"");
        assertThat(file.text())
                .doesNotContain("Sample", "Madeup", visit, clinic.patient().id().toString());
        RecordedForce played = PlayedCapture.played(CaptureReader.read(new StringReader(file.text())));
        assertThat(PlayedCapture.bits(played)).isEqualTo(PlayedCapture.bits(recorded));
        assertThat(played.ledger()).isEqualTo(recorded.ledger());

        Browser auditor = server.as(Role.AUDITOR, "a");
        String exports = auditor.page("/exports").text();
        assertThat(exports)
                .contains(link.group(1))
                .doesNotContain("Madeup", clinic.patient().id().toString());
        assertThat(auditor.get(link.group(1)).text()).isEqualTo(file.text());
        assertThat(clinician.page("/exports").text()).doesNotContain("/capture");
    }

    @Test
    void who_refused_is_in_no_list_of_the_auditors_though_nothing_of_hers_counts() throws Exception {
        record(clinic.visit().id().toString());
        Id<Patient> patient = clinic.patient().id();
        Browser auditor = server.as(Role.AUDITOR, "a");
        Matcher link = LINK.matcher(auditor.page("/exports").text());
        assertThat(link.find()).isTrue();
        Set<Id<Patient>> counted = server.store()
                .read(stores -> stores.consents().withResults(clinic.clinic().id()));
        assertThat(counted).isEmpty();

        Map<String, String> refusal = Map.of(
                "kind", "AUDIT",
                "given", "NO",
                "on", "2026-08-06",
                "by", "HERSELF",
                "textVersion", "2026-1",
                "version", "0");
        assertThat(clinician
                        .postForm("/patients/" + patient + "/consents", refusal)
                        .status())
                .isEqualTo(303);

        assertThat(auditor.page("/exports").text()).doesNotContain("/capture");
        assertThat(auditor.get(link.group(1)).status()).isEqualTo(404);
        assertThat(clinician.get(link.group(1)).status()).isEqualTo(200);
    }
}
