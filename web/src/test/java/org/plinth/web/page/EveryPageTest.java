package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/**
 * Follows the links of each role through the sample clinic, in a real browser, and looks at one or two pages of every kind:
 * light on a desk, dark on a phone.
 */
@Tag("browser")
@Tag("soak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    /** Patients and visits differ by their course; the tests of each page look at more. */
    private static final int OF_A_KIND = 2;

    private ClinicServer server;

    @BeforeAll
    void open() {
        server = ClinicServer.withPages();
        server.composition().makeSample((done, of) -> {});
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinician", "patient", "auditor", "owner", "assistant"})
    void every_page_is_accessible_breaks_no_policy_and_fits_a_phone_in_light_and_dark(String login) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        Set<String> kinds = new HashSet<>();
        try (ChromiumPage chromium = as(login)) {
            for (String path : reachable(chromium, login)) {
                kinds.add(kind(path));
                look(chromium, path, faults);
            }
        }

        assertThat(faults).isEmpty();
        assertThat(kinds).contains("/about").hasSizeGreaterThan(1);
        if (login.equals("clinician")) {
            assertThat(kinds)
                    .contains(
                            "/worklist",
                            "/patients",
                            "/patients/new",
                            "/patients/:id",
                            "/visits/:id",
                            "/exports",
                            "/exports/jobs",
                            "/analyse");
        }
    }

    @Test
    void a_chart_opened_by_itself_breaks_no_policy() {
        try (ChromiumPage chromium = as("clinician")) {
            Page page = chromium.page();
            page.navigate(server.root() + "worklist");
            page.locator(".people .name").first().click();
            String chart = page.locator(".chart img").first().getAttribute("src");
            page.navigate(URI.create(server.root()).resolve(chart).toString());

            assertThat(page.locator("svg title").textContent()).contains("force over time");
            // A browser asks for an icon of its own accord where a picture names none.
            assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("/favicon.ico"));
        }
    }

    @Test
    void without_script_every_chart_and_form_is_there() {
        Browser clinician = logIn("clinician");
        String worklist = clinician.page("/worklist").text();
        String patient = worklist.substring(worklist.indexOf("/patients/", worklist.indexOf("class=\"name\"")));
        String page = clinician.page(patient.substring(0, 10 + 32)).text();

        assertThat(page).contains("strength.svg").contains("<table>").contains("Start visit");
        assertThat(page).doesNotContain("style=").doesNotContain("onclick").doesNotContain("<script>");
        assertThat(page).doesNotContainPattern(">\\s*(NaN|null|Infinity)");
    }

    private ChromiumPage as(String login) {
        Browser browser = logIn(login);
        return new ChromiumPage(browser.root(), browser.cookie().orElseThrow());
    }

    private Browser logIn(String login) {
        return new Browser(URI.create(server.root())).logIn(login, "sample-" + login);
    }

    /** Pages that links lead to: all of a small kind, some of one with ids. */
    private List<String> reachable(ChromiumPage chromium, String login) {
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new HashSet<>();
        Map<String, Integer> ofKind = new LinkedHashMap<>();
        List<String> pages = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String path = waiting.poll();
            if (!seen.add(path) || ofKind.merge(kind(path), 1, Integer::sum) > OF_A_KIND) {
                continue;
            }
            chromium.page().navigate(server.root() + path.substring(1));
            pages.add(chromium.page().url().substring(server.root().length() - 1));
            Object links = chromium.page()
                    .evaluate(
                            "() => [...document.querySelectorAll('a[href]:not([download])')]"
                                    + ".map(a => new URL(a.href)).filter(url => url.origin === location.origin).map(url => url.pathname + url.search)");
            ((List<?>) links)
                    .stream()
                            .map(String::valueOf)
                            .filter(link -> !link.startsWith("/api/"))
                            .forEach(waiting::add);
        }
        assertThat(pages).as(login).isNotEmpty();
        return pages;
    }

    private static String kind(String path) {
        return path.replaceAll("[?].*", "")
                .replaceAll("[0-9a-f]{32}", ":id")
                .replaceAll("/(numbers|formulas|positions|courses)/[^/]+", "/$1/:id");
    }

    private void look(ChromiumPage chromium, String path, Map<String, List<String>> faults) {
        Page page = chromium.page();
        List<String> found = new ArrayList<>();
        chromium.forget();
        look(page, path, ColorScheme.LIGHT, 1280, found);
        look(page, path, ColorScheme.DARK, 320, found);
        found.addAll(chromium.complaints());
        if (!found.isEmpty()) {
            faults.put(path, found);
        }
    }

    private void look(Page page, String path, ColorScheme scheme, int width, List<String> found) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 800);
        page.navigate(server.root() + path.substring(1));
        page.evaluate("() => document.querySelectorAll('details').forEach(d => (d.open = true))");
        Object over = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
        if (((Number) over).intValue() > 0) {
            found.add(scheme + " " + width + " px: wider than the screen by " + over);
        }
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> found.add(scheme + " " + rule.getId() + " " + rule.getNodes()));
        keep(page, path, scheme, width);
    }

    private static void keep(Page page, String path, ColorScheme scheme, int width) {
        String name = kind(path).replaceAll("[^a-z]+", "-") + scheme + "-" + width + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "page" + name)));
    }
}
