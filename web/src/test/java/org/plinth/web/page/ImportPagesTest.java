package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/** Files from other programs by the pages: looked at, taken in, given to a patient, taken out. Everybody is made up. */
@Tag("browser")
class ImportPagesTest {

    private static final String NORDIC =
            "Family name,Given name,Date of birth,Date,Device,L max force (N),R max force (N),Test\n";

    private static ClinicServer server;

    @BeforeAll
    static void open() {
        server = ClinicServer.withPages();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private record Place(ClinicServer.Sample sample, Browser clinician, Browser owner) {

        static Place of(String name) {
            return new Place(server.addClinic(name), server.as(Role.CLINICIAN, name), server.as(Role.OWNER, name));
        }

        String send(String kind, String text) {
            return send(clinician, kind, text.getBytes(StandardCharsets.UTF_8));
        }

        String send(Browser who, String kind, byte[] bytes) {
            Browser.Answer answer = who.postFile(
                    "/imports",
                    "file",
                    "Sample Ada Madeup.csv",
                    bytes,
                    Map.of("kind", kind, "csrf", who.csrf().orElseThrow()));
            assertThat(answer.status()).as(answer.text()).isEqualTo(303);
            return answer.header("Location");
        }

        Browser.Answer post(String href, String... fields) {
            return post(clinician, href, fields);
        }

        Browser.Answer post(Browser who, String href, String... fields) {
            Map<String, String> form = new HashMap<>();
            for (int i = 0; i < fields.length; i += 2) {
                form.put(fields[i], fields[i + 1]);
            }
            return who.postForm(href, form);
        }

        List<ImportItem> tray() {
            return server.store()
                    .read(stores -> stores.imports().tray(sample.clinic().id(), 99));
        }

        List<EpisodeEntry> entries() {
            return server.store().read(stores -> stores.entries()
                    .ofEpisode(sample.clinic().id(), sample.episode().id()));
        }

        List<Patient> patients() {
            return server.store()
                    .read(stores -> stores.patients().search(sample.clinic().id(), "", 99));
        }
    }

    @Test
    void a_value_is_looked_at_taken_in_given_to_a_patient_and_taken_out_with_a_reason() {
        Place a = Place.of("whole");
        String ada = "Madeup,Sample Ada whole,1985-03-02,2026-07-20,Sample board,300.5,310.5,Nordic\n";
        String href = a.send("nordic", NORDIC + ada);
        String page = a.clinician().page(href).text();
        assertThat(page).contains("1 value would go into the tray", "Sample Ada whole Madeup", "300.5 N", "310.5 N");
        assertThat(a.tray()).as("nothing is taken in by looking").isEmpty();

        assertThat(a.post(href + "/confirm", "version", "1").status()).isEqualTo(303);
        assertThat(a.tray()).hasSize(1);
        assertThat(a.post(href + "/confirm", "version", "1").status())
                .as("who comes second")
                .isEqualTo(409);

        assertThat(a.clinician().page("/imports/tray").text()).contains("Nordic curl, taken in");
        String item = href + "/items/1";
        assertThat(a.clinician().page(item).text()).contains("One patient fits", "Sample Ada whole Madeup");
        String patient = a.sample().patient().id().toString();
        assertThat(a.clinician().page(item + "?patient=" + patient).text()).contains("This is hers");
        String episode = a.sample().episode().id().toString();
        assertThat(a.post(item, "version", "1", "patient", patient, "episode", "0".repeat(32))
                        .status())
                .isEqualTo(400);
        assertThat(a.post(item, "version", "1", "patient", patient, "episode", episode)
                        .status())
                .isEqualTo(303);
        assertThat(a.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("imported-nordic");
            assertThat(entry.date()).hasToString("2026-07-20");
            assertThat(entry.values()).containsEntry("leftForce", "300.5").containsEntry("rightForce", "310.5");
        });
        assertThat(a.post(item, "version", "1", "patient", patient, "episode", episode)
                        .status())
                .as("two at once")
                .isEqualTo(409);
        assertThat(a.clinician()
                        .page("/patients/" + patient + "/episodes/" + episode)
                        .text())
                .contains("Measured elsewhere, taken in from files", "Left, greatest force: 300.5 N");

        again(a, href, ada);
        undone(a, href, ada);
    }

    private static void undone(Place a, String href, String ada) {
        assertThat(a.post(href + "/undo", "version", "2").status())
                .as("no reason")
                .isEqualTo(400);
        assertThat(a.post(href + "/undo", "version", "2", "reason", "wrong file")
                        .status())
                .isEqualTo(303);
        assertThat(a.entries()).isEmpty();
        assertThat(a.clinician().page(href).text()).contains("Taken out again: 1.", "Why: wrong file");
        String third = a.send("nordic", NORDIC + ada);
        assertThat(third).as("after an undo it may come in again").isNotEqualTo(href);
        assertThat(a.post(third + "/confirm", "version", "1").status()).isEqualTo(303);
    }

    /** The same bytes are the same file; the same rows in another file come in once. */
    private static void again(Place a, String href, String ada) {
        assertThat(a.send("nordic", NORDIC + ada)).isEqualTo(href + "?again=1");
        String other =
                a.send("nordic", "\ufeff" + (NORDIC + ada).replace("\n", "\r\n").replace(',', ';'));
        assertThat(other).isNotEqualTo(href);
        assertThat(a.clinician().page(other).text()).contains("1 came in before and is left out", "cannot be taken in");
        assertThat(a.post(other + "/confirm", "version", "1").status()).isEqualTo(409);
    }

    @Test
    void rows_with_something_wrong_keep_the_file_out_unless_they_are_left_out_on_purpose() {
        Place a = Place.of("wrong");
        String href = a.send(
                "nordic",
                NORDIC + "Madeup,Sample A,1985-03-02,2026-07-20,Board,300.5,310.5,Nordic\n"
                        + "=cmd(),Sample B,1985-03-02,2026-07-20,Board,30 kg,310.5,Nordic\n");
        String page = a.clinician().page(href).text();
        assertThat(page)
                .contains("line 3, column \u201cFamily name\u201d", "line 3, column \u201cL max force (N)\u201d")
                .contains("href=\"#row-0-3\"", "id=\"row-0-3\"");
        assertThat(a.post(href + "/confirm", "version", "1").status()).isEqualTo(400);
        assertThat(a.tray()).isEmpty();
        Browser.Answer left = a.clinician().get(href + "/left-out.csv");
        assertThat(left.text()).contains("'=cmd(),Sample B", "reason", "column").doesNotContain("Sample A");
        assertThat(a.post(href + "/confirm", "version", "1", "withoutWrong", "YES")
                        .status())
                .isEqualTo(303);
        assertThat(a.tray()).hasSize(1);
        assertThat(a.clinician().page(href).text()).contains("Taken in: 1. Left out: 1.");
    }

    @Test
    void what_a_file_does_not_say_is_asked_and_the_answer_is_kept() {
        Place a = Place.of("asked");
        String href = a.send("nordic", "Date,L max force,R max force (N),Test\n03/04/2026,30.5,310.5,Nordic\n");
        assertThat(a.clinician().page(href).text())
                .contains("In what unit are the numbers under", "what comes first?", "Answer first", "Said once")
                .doesNotContain("does not say whose it is", "would go into the tray");
        assertThat(a.post(href + "/confirm", "version", "1").status()).isEqualTo(400);
        assertThat(a.post(href + "/answers", "version", "1", "unitleftForce", "stone")
                        .status())
                .isEqualTo(400);
        assertThat(a.post(href + "/answers", "version", "1", "unitleftForce", "kgf", "dateOrder", "DAY_FIRST")
                        .status())
                .isEqualTo(303);
        assertThat(a.clinician().page(href).text()).contains("299.103 N", "3 April 2026");
        assertThat(a.post(href + "/confirm", "version", "1").status()).isEqualTo(412);
        assertThat(a.post(href + "/confirm", "version", "2").status()).isEqualTo(303);
    }

    @Test
    void patients_come_in_once_and_are_taken_out_by_two_people_unless_something_was_built_on_them() {
        Place a = Place.of("people");
        String file =
                """
                Family name,Given name,Date of birth,Identifier,Injured side,Dominant leg
                Madeup,Sample Ada people,1985-03-02,,left,
                \u0645\u0648\u0636\u0648\u0639,Sample Rima,1990-02-03,S-9,right,left
                """;
        String href = a.send(a.owner(), "patients", file.getBytes(StandardCharsets.UTF_8));
        String page = a.owner().page(href).text();
        assertThat(page).contains("1 patient would be registered", "1 is here already", "This is another person");
        assertThat(page).as("an owner opens no record").doesNotContain("href=\"/patients/");
        assertThat(a.clinician().page(href).text())
                .contains("href=\"/patients/" + a.sample().patient().id());
        assertThat(a.post(a.owner(), href + "/confirm", "version", "1").status())
                .isEqualTo(303);
        assertThat(a.patients()).hasSize(2);
        Patient rima = a.patients().stream()
                .filter(patient -> patient.givenName().equals("Sample Rima"))
                .findFirst()
                .orElseThrow();
        assertThat(a.owner().get("/imports/tray").status()).isEqualTo(403);
        assertThat(a.owner().get(href + "/items/1").status()).isEqualTo(403);

        assertThat(a.post("/patients/" + rima.id() + "/visits").status()).isEqualTo(303);
        assertThat(a.owner().page(href).text())
                .as("what stands in the way is looked for when it is wanted")
                .doesNotContain("something else was built");
        Browser.Answer late = a.post(a.owner(), href + "/undo", "version", "2", "reason", "wrong list");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("something else was built").doesNotContain("action=\"" + href + "/undo\"");
        assertThat(a.patients()).hasSize(2);

        again(a, file);
    }

    private static void again(Place a, String file) {
        String second = a.send(
                a.owner(),
                "patients",
                file.replace("Rima", "Lina").replace("S-9", "S-8").getBytes(StandardCharsets.UTF_8));
        assertThat(a.post(a.owner(), second + "/confirm", "version", "1", "other2", "YES")
                        .status())
                .as("a person said that it is another Ada")
                .isEqualTo(303);
        assertThat(a.patients()).hasSize(4);
        assertThat(a.post(a.owner(), second + "/undo", "version", "2", "reason", "wrong list")
                        .status())
                .isEqualTo(303);
        assertThat(a.post(a.owner(), second + "/erase", "reason", "wrong list").status())
                .as("the same person")
                .isEqualTo(409);
        assertThat(a.clinician().page(second).text()).contains("2 patients wait to be erased");
        assertThat(a.post(second + "/erase", "reason", "wrong list").status()).isEqualTo(303);
        assertThat(a.patients()).hasSize(2);
    }

    @Test
    void a_curve_asks_for_leg_position_and_how_it_was_held() {
        Place a = Place.of("curve");
        StringBuilder text = new StringBuilder("time (s),left force (N),right force (N)\n");
        for (int i = 0; i < 700; i++) {
            double share = i < 200 || i > 550 ? 0 : i < 250 ? (i - 200) / 50.0 : i > 520 ? (550 - i) / 30.0 : 1;
            text.append(i / 100.0)
                    .append(',')
                    .append(210 * share)
                    .append(',')
                    .append(250 * share)
                    .append('\n');
        }
        String href = a.send("recording", text.toString());
        assertThat(a.post(href + "/confirm", "version", "1").status()).isEqualTo(303);
        assertThat(a.tray()).hasSize(2);
        String item = href + "/items/2";
        String patient = a.sample().patient().id().toString();
        String episode = a.sample().episode().id().toString();
        assertThat(a.clinician().page(item + "?patient=" + patient).text())
                .contains("In which position was it measured?", "name=\"side\"", "name=\"fixation\"", "name=\"date\"")
                .doesNotContain("checked");
        Map<String, String> form = new HashMap<>(Map.of(
                "version", "1",
                "patient", patient,
                "episode", episode,
                "date", "2026-07-20",
                "position", "curl-prone-15",
                "fixation", "BELT",
                "device", "Sample gauge"));
        assertThat(a.clinician().postForm(item, form).status()).as("no leg").isEqualTo(400);
        form.put("side", "RIGHT");
        form.put("peakForce", "999");
        assertThat(a.clinician().postForm(item, form).status()).isEqualTo(303);
        assertThat(a.entries()).singleElement().satisfies(entry -> assertThat(entry.values())
                .containsEntry("side", "RIGHT")
                .as("what the file says stands")
                .containsEntry("peakForce", "250")
                .containsEntry("position", "Prone curl, knee 15\u00b0 (curl-prone-15, version 1)"));
        assertThat(a.clinician().get(item + "/curve.csv").text().lines().count())
                .isEqualTo(701);
        assertThat(a.post(item + "/back", "version", "2", "reason", "not hers").status())
                .isEqualTo(303);
        assertThat(a.entries()).isEmpty();
        assertThat(a.tray()).hasSize(2);
        assertThat(a.post(item + "/discard", "version", "3", "reason", "nobody's")
                        .status())
                .isEqualTo(303);
        assertThat(a.tray()).hasSize(1);
        assertThat(a.clinician().get(item + "/curve.csv").status()).isEqualTo(404);
    }

    @Test
    void a_form_without_a_file_or_kind_comes_back_and_templates_are_there() {
        Place a = Place.of("form");
        Browser.Answer none = a.clinician()
                .postFile(
                        "/imports",
                        "file",
                        "x.csv",
                        new byte[0],
                        Map.of("kind", "nordic", "csrf", a.clinician().csrf().orElseThrow()));
        assertThat(none.status()).isEqualTo(400);
        Browser.Answer kind = a.clinician()
                .postFile(
                        "/imports",
                        "file",
                        "x.csv",
                        new byte[] {'a'},
                        Map.of("csrf", a.clinician().csrf().orElseThrow()));
        assertThat(kind.status()).isEqualTo(400);
        assertThat(a.clinician().get("/imports/templates/isokinetic").text()).contains("Angular velocity (\u00b0/s)");
        assertThat(a.clinician().get("/imports/templates/recording").status()).isEqualTo(404);
        assertThat(a.clinician().get("/imports/templates/nothing").status()).isEqualTo(404);
        String href = a.send("nordic", NORDIC + "Madeup,A,1985-03-02,2026-07-20,Board,300.5,310.5,Nordic\n");
        assertThat(a.post(href + "/drop", "version", "1").status()).isEqualTo(303);
        assertThat(a.clinician().page("/imports").text()).contains("Thrown away before it was taken in");
        assertThat(a.clinician().get(href + "/items/1").status()).isEqualTo(404);
    }

    @Test
    void pages_are_whole_for_thumbs_and_screen_readers() {
        Place a = Place.of("seen");
        String wrong = a.send(
                "nordic",
                NORDIC + "Madeup,Sample A,1985-03-02,2026-07-20,Board,300.5,310.5,Nordic\n"
                        + "Madeup,Sample B,1985-03-02,03/04/2026,Board,30 kg,310.5,Nordic\n");
        String in =
                a.send("nordic", NORDIC + "Madeup,Sample Ada seen,1985-03-02,2026-07-21,Board,300.5,310.5,Nordic\n");
        a.post(in + "/confirm", "version", "1");
        String patient = a.sample().patient().id().toString();
        try (ChromiumPage chromium =
                new ChromiumPage(a.clinician().root(), a.clinician().cookie().orElseThrow())) {
            for (String path : List.of(
                    "/imports", wrong, in, "/imports/tray", in + "/items/1", in + "/items/1?patient=" + patient)) {
                for (int width : new int[] {320, 1280}) {
                    chromium.page().setViewportSize(width, 800);
                    chromium.page().navigate(a.clinician().root() + path);
                    assertThat((boolean) chromium.page()
                                    .evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                            .as(path + " at " + width)
                            .isTrue();
                    shot(chromium.page(), path, width);
                }
                assertThat(new AxeBuilder(chromium.page()).analyze().getViolations())
                        .as(path)
                        .isEmpty();
            }
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void shot(Page page, String path, int width) {
        String name = path.replaceAll("[0-9a-f]{32}", "id").replaceAll("[^a-z0-9]+", "-");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "import" + name + "-" + width + ".png")));
    }
}
