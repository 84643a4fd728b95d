package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.reading.ReadingSeries;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.Forms;
import org.plinth.web.testkit.PdfUa;

/** Values that are typed from a display or taken by the clock. */
@Tag("browser")
class ReadingsPageTest {

    private ClinicServer server;
    private ClinicServer.Sample sample;
    private Browser clinician;
    private String href;

    @BeforeEach
    void open() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        clinician = server.as(Role.CLINICIAN, "a");
        href = "/visits/" + sample.visit().id() + "/readings";
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Browser.Answer post(String... changes) {
        server.clock().forward(Duration.ofSeconds(30));
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "position", "curl-prone-15",
                "side", "LEFT",
                "fixation", "BELT",
                "device", "Sample display 3",
                "unit", "kgf",
                "value", "20.4",
                "again", "20.4",
                "pain", "1"));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return clinician.postForm(href, form);
    }

    private List<TypedReading> readings() {
        return server.store().read(stores -> stores.readings()
                .ofVisit(sample.clinic().id(), sample.visit().id()));
    }

    @Test
    void what_stood_on_the_display_is_kept_with_its_unit_as_a_series_of_its_own() {
        assertThat(post().status()).isEqualTo(303);
        assertThat(post("side", "RIGHT", "value", "25.5", "again", "25.5").status())
                .isEqualTo(303);

        TypedReading left = readings().get(0);
        assertThat(left.displayed()).isEqualTo(20.4);
        assertThat(left.unit()).isEqualTo("kgf");
        assertThat(left.value()).isCloseTo(200.05566, within(1e-9)); // 20.4 × 9.80665
        SeriesKey key = new ReadingSeries(
                        org.plinth.core.position.PositionCatalogue.bundled()
                                .find("curl-prone-15")
                                .orElseThrow(),
                        readings())
                .key(Side.LEFT);
        assertThat(key.provenance()).isEqualTo(SeriesKey.Provenance.TYPED);
        assertThat(key.sensorModel()).isEqualTo("display:Sample display 3");
        String page = clinician.page(href).text();
        assertThat(page)
                .contains("20.4 kgf on the display, that is 200 N", "25.5 kgf on the display, that is 250 N")
                .contains("Left is 80 % of right") // 20.4 ÷ 25.5
                .contains("no raw record, so nothing decides by it");
        everywhere("/visits/" + sample.visit().id());
    }

    /** Summary, paper, note and the files to take away: each says that it was typed. */
    private void everywhere(String visit) {
        assertThat(clinician.page(visit).text())
                .contains(href, "Prone curl, knee 15°, typed", "20.4 kgf on the display, that is 200 N")
                .contains("no raw record, so nothing decides by it");
        assertThat(clinician.get(visit + "/note").text())
                .contains("typed. Sample display 3", "Left is 80 % of right")
                .contains("Left: 1 reading, greatest pain 1 of 10.");
        assertThat(paper(visit)).contains("typed", "20.4 kgf on the display", "pain 1");
        assertThat(clinician.get("/api/export/results.csv").text().lines())
                .as("no recorded value came of it")
                .hasSize(1);
        String named = clinician.get("/api/export/readings.csv").text();
        assertThat(named.lines()).hasSize(3);
        assertThat(named)
                .contains(",FORCE,TYPED,TYPED,20.4,kgf,200.0556") // 20.4 × 9.80665 = 200.05566
                .contains(",,,false,0,1,false,false,", "Sample display 3");
        Browser auditor = server.as(Role.AUDITOR, "a");
        assertThat(auditor.get("/api/export/readings.csv").text())
                .contains(",FORCE,TYPED,TYPED,20.4,kgf,200.0556", "D-")
                .doesNotContain("Sample display 3", "Madeup", "2026-08-06");
        assertThat(auditor.get("/api/export/readings.csv?purpose=research")
                        .text()
                        .lines())
                .as("nobody agreed to research")
                .hasSize(1);
        assertThat(auditor.page("/exports").text()).contains("/api/export/readings.csv", "device_pseudonym");
    }

    private String paper(String visit) {
        byte[] bytes = clinician.get(visit + "/visit.pdf").bytes();
        PdfUa.assertAccessible(bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_value_must_be_typed_twice_and_be_possible_and_what_is_unlikely_is_asked_about() {
        assertThat(post("again", "20.5").text()).contains("The two values differ");
        assertThat(post("value", "306", "again", "306").text())
                .as("3000 N are 305.9 kgf")
                .contains("from 0 to 305");
        assertThat(post("value", "0", "again", "0").text()).contains("Must be more than 0");
        assertThat(post("unit", "kg").status()).isEqualTo(400);
        assertThat(post("pain", "11").text()).contains("0").contains("10");
        assertThat(post("fixation", "").status()).isEqualTo(400);
        assertThat(post("reader", sample.accounts().get(Role.CLINICIAN).id().toString())
                        .text())
                .contains("Somebody else of this clinic");
        assertThat(readings()).isEmpty();

        assertThat(post("value", "1.5", "again", "1.5").text()).contains("less than 20 N or more than 1000 N");
        String sure = sure(post("value", "1.5", "again", "1.5"));
        assertThat(post("value", "1.6", "again", "1.6", "sure", sure).text())
                .as("an answer to one value answers for no other")
                .contains("less than 20 N or more than 1000 N");
        assertThat(post("value", "1.5", "again", "1.5", "sure", sure).status()).isEqualTo(303);
        assertThat(post().text()).contains("far from the last value of this leg");
        Browser.Answer otherUnit =
                post("side", "RIGHT", "value", "44.9", "again", "44.9", "unit", "lbf", "device", " sample  DISPLAY 3");
        assertThat(otherUnit.text()).contains("read in another unit before");
        assertThat(readings()).hasSize(1);
        double stored = readings().get(0).value();
        assertThat(post("side", "RIGHT", "value", "44.9", "again", "44.9", "unit", "lbf", "sure", sure(otherUnit))
                        .status())
                .isEqualTo(303);
        assertThat(readings().get(0).value())
                .as("a switched unit changes nothing stored")
                .isEqualTo(stored);
        assertThat(readings().get(1).value()).isCloseTo(199.72515052519645, within(1e-9)); // 44.9 × 4.4482216152605
    }

    private static String sure(Browser.Answer asked) {
        assertThat(asked.status()).as(asked.text()).isEqualTo(400);
        return Forms.find(asked, "name=\"sure\" value=\"([^\"]+)\"");
    }

    @Test
    void a_form_is_kept_once_however_often_it_is_sent() {
        assertThat(post("requestId", "form-1").status()).isEqualTo(303);
        assertThat(post("requestId", "form-1").status()).isEqualTo(303);
        assertThat(readings()).hasSize(1);

        Browser.Answer changed = post("requestId", "form-1", "value", "21", "again", "21");
        assertThat(changed.status()).isEqualTo(400);
        assertThat(changed.text()).contains("This form was kept before, with something else in it");
        assertThat(readings()).hasSize(1);
        String another = Forms.find(changed, "name=\"requestId\" value=\"([^\"]+)\"");
        assertThat(post("requestId", another, "value", "21", "again", "21").status())
                .isEqualTo(303);
        assertThat(readings()).extracting(TypedReading::displayed).containsExactly(20.4, 21.0);
    }

    @Test
    void the_unit_is_chosen_and_never_preset_and_stays_with_device_and_fixation_for_the_next_value() {
        String form = href + "?position=curl-prone-15";
        String first = clinician.page(form).text();
        assertThat(first)
                .contains("<select id=\"unit\" name=\"unit\"")
                .contains("<option value=\"\">Unit?</option>")
                .doesNotContain("value=\"N\" selected");
        assertThat(post("unit", "").status()).isEqualTo(400);
        assertThat(readings()).isEmpty();

        post();
        String next = clinician.page(form + "&side=LEFT").text();
        assertThat(next)
                .contains("value=\"kgf\" selected", "value=\"BELT\" checked", "value=\"Sample display 3\"")
                .contains("<datalist id=\"devices\"><option value=\"Sample display 3\">");
        assertThat(post("device", "sample display 3").status()).isEqualTo(303);
        assertThat(clinician.page(href).text().split("Sample display 3, ", -1))
                .as("one series")
                .hasSize(2);
    }

    @Test
    void pain_is_asked_and_ends_a_leg_and_a_reading_that_is_taken_back_stays_with_its_reason() {
        post("pain", "5");
        assertThat(clinician.page(href).text()).contains("Left: pain 5 after a reading. No further maximal effort");
        String id = readings().get(0).id().toString();

        assertThat(clinician.postForm(href + "/withdraw", Map.of("reading", id)).status())
                .isEqualTo(400);
        assertThat(clinician
                        .postForm(href + "/withdraw", Map.of("reading", id, "reason", "wrong leg"))
                        .status())
                .isEqualTo(303);
        assertThat(clinician
                        .postForm(href + "/withdraw", Map.of("reading", id, "reason", "again"))
                        .status())
                .isEqualTo(404);

        String page = clinician.page(href).text();
        assertThat(page).contains("taken back: wrong leg").doesNotContain("No further maximal effort");
        assertThat(readings()).hasSize(1);
        assertThat(server.as(Role.PATIENT, "a").get(href).status()).isEqualTo(403);
    }

    @Test
    void a_hold_that_ends_where_the_test_ends_is_that_or_more_and_gives_no_ratio() {
        assertThat(post("position", "bridge-hold-sl-long", "source", "CLOCK", "value", "84", "again", "48")
                        .status())
                .as("a word that a clock took it spares no second look")
                .isEqualTo(400);
        post("position", "bridge-hold-sl-long", "value", "84", "again", "84");
        post("position", "bridge-hold-sl-long", "side", "RIGHT", "value", "105", "again", "105");
        assertThat(clinician.page(href).text())
                .contains("Left 84 s, right 105 s. Left is 80 % of right.")
                .contains("cannot show that both legs are equal");

        post("position", "bridge-hold-sl-long", "side", "RIGHT", "value", "131", "again", "131");
        post("position", "bridge-hold-sl-long", "value", "85", "again", "85");

        assertThat(clinician.page(href).text())
                .contains("Left 85 s, right ≥ 120 s.")
                .doesNotContain("Left is");
        assertThat(post("position", "bridge-reps-sl-long", "value", "12.5", "again", "12.5")
                        .status())
                .isEqualTo(400);
        assertThat(readings().stream().filter(TypedReading::capped).map(TypedReading::value))
                .containsExactly(120.0);
    }

    @Test
    void stopwatch_and_counter_run_by_one_key_and_fill_the_form() {
        try (ChromiumPage chromium =
                new ChromiumPage(clinician.root(), clinician.cookie().orElseThrow())) {
            Page page = chromium.page();
            page.addInitScript("const real = performance.now.bind(performance);"
                    + " performance.now = () => window.held ?? real(); window.held = 1000;"
                    + " window.AudioContext = undefined;");
            hold(page, "bridge-hold-sl-long");
            holdToTheEnd(page, "bridge-hold-sl-long");
            count(page, "bridge-reps-sl-long");
            assertThat(chromium.complaints()).isEmpty();
        }
        TypedReading held = readings().get(0);
        assertThat(held.source()).isEqualTo(TypedReading.Source.CLOCK);
        assertThat(held.value()).isEqualTo(42.3);
        assertThat(held.warnings()).isEqualTo(1);
    }

    private void show(Page page, String position) {
        page.navigate(clinician.root().resolve(href + "?position=" + position).toString());
    }

    private void hold(Page page, String position) {
        show(page, position);
        page.locator(".clock .btn-primary").focus();
        page.keyboard().press("Space");
        page.evaluate("() => held += 30_000");
        page.locator(".clock-actions button", new Page.LocatorOptions().setHasText("Warn"))
                .click();
        assertThat(page.locator(".clock-says").textContent()).isEqualTo("Warned once");
        page.evaluate("() => held += 12_349");
        page.keyboard().press("Space");
        page.keyboard().press("Space"); // the pedal bounced
        assertThat(page.locator("#value").inputValue()).isEqualTo("42.3"); // never rounded up
        assertThat(page.locator("#again").inputValue()).isEqualTo("42.3");
        assertThat(page.locator("input[name=source]").inputValue()).isEqualTo("CLOCK");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "readings-hold.png"))
                .setFullPage(true));
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.locator("label:has(input[value=LEFT])").click();
        page.locator("label:has(input[name=pain][value='0'])").click();
        page.locator("#reading button[type=submit]").dblclick();
        page.locator(".hollow li").waitFor();
        assertThat(readings()).hasSize(1);
    }

    private void holdToTheEnd(Page page, String position) {
        show(page, position);
        page.locator(".clock .btn-primary").click();
        page.evaluate("() => held += 121_000");
        page.waitForFunction("() => document.querySelector('.clock-says').textContent.includes('≥ 120')");
        assertThat(page.locator("#value").inputValue()).isEqualTo("120");
    }

    private void count(Page page, String position) {
        show(page, position);
        for (int press = 0; press < 4; press++) {
            page.locator(".clock .btn-primary").click();
            page.evaluate("() => held += 1000");
        }
        page.locator(".clock-actions button", new Page.LocatorOptions().setHasText("Stop"))
                .click();
        assertThat(page.locator("#value").inputValue()).isEqualTo("3");
        page.locator("#value").fill("4");
        assertThat(page.locator("input[name=source]").inputValue()).isEqualTo("TYPED");
        Object beats = page.evaluate(
                "async () => { const script = document.querySelector('script[src$=\"stopwatch.js\"]').src;"
                        + " const { beats } = await import(script); return JSON.stringify([beats(10, 12.1, 0, 60), beats(10, 12.1, 3, 60)]); }");
        assertThat(beats)
                .isEqualTo("[[{\"n\":0,\"at\":10,\"up\":true},{\"n\":1,\"at\":11,\"up\":false},"
                        + "{\"n\":2,\"at\":12,\"up\":true}],[]]");
    }
}
