package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.Fixation;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.Pictures;
import org.plinth.web.visit.SetUp;

/** A photo of a set-up in a real browser: taken, shown, found again, kept while the server is away, hidden without consent. */
@Tag("browser")
class SetUpPhotoTest {

    private static final double PATIENCE_MS = 30_000;

    private ClinicServer server;
    private ClinicServer.Sample sample;
    private ChromiumPage chromium;
    private Page page;

    @BeforeEach
    void atTheSideToBeSetUp() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        server.addCalibratedSensor(sample, "virtual-1");
        consent(1, true);
        var desk = server.composition().desk();
        Act act = act("test.set-up");
        var test = desk.setUp(act, sample.visit().id(), SetUp.of("curl-prone-15", Fixation.BELT, "virtual-1"));
        desk.connect(act, test.id());
        Browser login = server.as(Role.ASSISTANT, "a");
        chromium = new ChromiumPage(login.root(), login.cookie().orElseThrow());
        page = chromium.page();
        page.setDefaultTimeout(PATIENCE_MS);
        page.navigate(
                login.root().resolve("/visits/" + sample.visit().id() + "/live").toString());
        awaitSide();
    }

    @AfterEach
    void close() {
        chromium.close();
        server.close();
    }

    private Act act(String action) {
        return new Act(
                sample.clinic().id(),
                sample.accounts().get(Role.CLINICIAN).id(),
                server.clock().instant(),
                action,
                "",
                "");
    }

    private void consent(int number, boolean given) {
        server.store().write(act("consent.note"), stores -> stores.consents()
                .add(
                        new Consent(
                                Id.random(new SplittableRandom(number)),
                                sample.clinic().id(),
                                sample.patient().id(),
                                number,
                                Consent.Kind.PHOTO,
                                given,
                                LocalDate.of(2026, 8, 5),
                                Consent.By.HERSELF,
                                Optional.empty(),
                                "2026-1",
                                sample.accounts().get(Role.CLINICIAN).id()),
                        number - 1));
    }

    private void awaitSide() {
        page.waitForFunction("() => document.getElementById('live')?.dataset.step === 'CONFIRM_SIDE'");
        page.locator("details.marks-more summary").click();
        page.locator("#photo-take").waitFor();
    }

    private void choose(String name, byte[] file) {
        page.locator("#photo-file").setInputFiles(new FilePayload(name, "image/jpeg", file));
    }

    private Locator answer() {
        return page.locator("#photo-answer");
    }

    private Locator photo() {
        return page.locator("#photo img");
    }

    private void assertAccessible() {
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream().map(rule -> rule.getId() + " " + rule.getNodes()))
                .isEmpty();
    }

    private void assertDrawn() {
        page.waitForFunction("() => document.querySelector('#photo img')?.naturalWidth === 960");
    }

    @Test
    void a_photo_is_taken_shown_large_by_a_tap_found_again_and_hidden_when_she_does_not_agree_any_more() {
        byte[] taken = Pictures.asTaken(Pictures.jpeg(1600, 1200), 6);
        choose("no.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
        assertThat(answer()).containsText("neither a JPEG nor a PNG");
        choose("large.jpg", new byte[(8 << 20) + 1]);
        assertThat(answer()).containsText("larger than 8 MB");
        assertThat(photo()).hasCount(0);
        chromium.forget(); // the refusals were meant

        choose("photo.jpg", taken);

        assertThat(answer()).containsText("It is shown again next time");
        String side = page.locator("#words").textContent().startsWith("Left") ? "left" : "right";
        assertThat(photo()).hasAttribute("alt", "How the " + side + " leg was set up on 6 August 2026");
        assertDrawn();
        assertAccessible();
        page.reload();
        awaitSide();
        assertDrawn();
        double small = photo().boundingBox().height;
        page.locator(".photo-open").click();
        assertThat(page.locator(".photo-open")).hasAttribute("aria-expanded", "true");
        assertThat(photo().boundingBox().height).isGreaterThan(2 * small);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "photo.png")));
        assertAccessible();
        page.locator(".photo-open").click();

        consent(2, false);
        page.reload();
        awaitSide();
        assertThat(photo()).hasCount(0);
        assertThat(page.locator("#photo")).containsText("kept and not shown");
        assertThat(page.locator("#photo-take")).containsText("on 5 August 2026, so none is taken or shown");
        assertAccessible();
        removeAll();
        assertThat(chromium.complaints()).isEmpty();
    }

    private void removeAll() {
        Locator remove = page.locator("#photo-take button");
        remove.click();
        assertThat(answer()).hasText("Replacing or removing a photo needs a reason.");
        page.locator("#photo-reason").fill("she asked for it");
        remove.click();
        assertThat(answer()).containsText("It cannot be brought back");
        assertThat(page.locator("#photo")).isEmpty();
    }

    @Test
    void while_the_server_is_away_nothing_is_lost_and_a_photo_of_now_needs_a_reason_to_be_replaced() {
        page.route("**/photo", route -> route.abort());
        choose("photo.jpg", Pictures.asTaken(Pictures.jpeg(1600, 1200), 6));
        assertThat(answer()).containsText("The photo is still here");
        page.unroute("**/photo");
        chromium.forget(); // a request that was cut off complains

        page.locator("#photo-take button", new Page.LocatorOptions().setHasText("Send the photo again"))
                .click();

        assertThat(answer()).containsText("The photo is kept");
        assertDrawn();
        choose("other.jpg", Pictures.jpeg(640, 480));
        assertThat(answer()).containsText("needs a reason");
        page.locator("#photo-reason").fill("it was blurred");
        choose("other.jpg", Pictures.jpeg(640, 480));
        page.waitForFunction("() => document.querySelector('#photo img')?.naturalWidth === 640");
        page.locator("#photo-reason").fill("wrong leg");
        page.locator("#photo-take button", new Page.LocatorOptions().setHasText("Remove this photo"))
                .click();
        assertThat(answer()).containsText("Removed");
        assertThat(photo()).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }
}
