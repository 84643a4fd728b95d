package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pain is asked after every effort, and what it means for the leg is read before anything else is asked of the patient. */
@Tag("browser")
class PainAskedTest extends StageKit {

    private Locator button(String text) {
        return page.locator("#stage button", new Page.LocatorOptions().setHasText(text));
    }

    private void tap(int pain) {
        page.waitForTimeout(450);
        page.locator(".pain-row button").nth(pain).click();
    }

    private void excludeAll() {
        while (step().equals("DECIDE")) {
            String words = page.locator("#words").textContent();
            page.waitForTimeout(450);
            page.locator(".exclude-row button").first().click();
            page.waitForFunction(
                    "words => document.getElementById('live').dataset.step !== 'DECIDE'"
                            + " || document.getElementById('words').textContent !== words",
                    words);
        }
    }

    @Test
    void an_excluded_effort_asks_too_an_answer_can_be_mended_and_much_pain_stops_the_leg_with_a_word() {
        ready();
        record();
        excludeAll();
        awaitStep("PAIN");
        assertThat(page.locator("#what")).containsText("Does not count (Technique)");
        assertThat(page.locator("#primary")).isHidden();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        tap(2);
        awaitStep("REST", "READY");
        assertThat(page.locator("#lists")).containsText("Pain 2");

        page.waitForTimeout(450);
        page.locator("#lists button", new Page.LocatorOptions().setHasText("Pain was different"))
                .first()
                .click();
        awaitStep("PAIN");
        tap(7);
        awaitStep("BLOCKED");
        assertThat(page.locator("#words")).hasText("Right: stop");
        assertThat(page.locator("#what")).containsText("Pain");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(page.locator("#primary")).hasText("Seen: no more on this leg");
        press();
        awaitStep("CONFIRM_SIDE");
        assertThat(page.locator("#words")).hasText("Left, the injured leg");
        assertThat(button("One more effort: Right")).hasCount(0);

        page.reload();
        awaitStep("CONFIRM_SIDE"); // read once is enough
        assertThat(page.locator("#words")).hasText("Left, the injured leg");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void a_start_whose_answer_was_lost_is_not_taken_for_the_next_one() {
        ready();
        page.route(
                "**/recordings",
                route -> {
                    route.fetch();
                    route.abort();
                },
                new Page.RouteOptions().setTimes(1));
        page.waitForTimeout(450);
        page.keyboard().press("Space");
        awaitStep("RECORDING");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) > 60");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) < 30");
        press();
        awaitStep("DECIDE");
        keepAll();
        if (step().equals("REST")) {
            press();
        }
        awaitStep("READY");
        press();
        awaitStep("RECORDING");
        Object recordings = page.evaluate("() => fetch('/api/visits/' + JSON.parse(live.dataset.view).visit)"
                + ".then(a => a.json()).then(v => v.tests[0].right.recordings.length)");
        assertThat(recordings).isEqualTo(2);
    }

    @Test
    void go_waits_for_a_strap_that_is_still_and_does_not_come_when_she_has_begun() {
        Object given = page.evaluate(
                """
                async () => {
                  const script = document.querySelector('script[src$="live/main.js"]').src;
                  const { Cues } = await import(new URL('cues.js', script));
                  const choice = { now: { tones: false, voice: false, cues: ['READY', 'GO', 'HOLD', 'RELAX', 'SIGNAL_LOST'] } };
                  const until = async (cues, cue) => { while (cues.root.dataset.cue !== cue) await new Promise((done) => setTimeout(done, 20)); };
                  const said = (key) => key;
                  const heard = [];
                  let strap = 'slack';
                  const cues = new Cues({ t: said }, choice);
                  const give = cues.give.bind(cues);
                  cues.give = (cue) => { heard.push(cue + ' ' + strap); give(cue); };
                  cues.schedule(0.5, () => strap);
                  await new Promise((done) => setTimeout(done, 2300));
                  strap = 'good';
                  await until(cues, 'RELAX');
                  strap = 'slack';
                  cues.schedule(0.5, () => strap);
                  await new Promise((done) => setTimeout(done, 300));
                  strap = 'gone';
                  await until(cues, 'RELAX');
                  strap = 'good';
                  cues.schedule(0, () => strap);
                  await until(cues, 'GO');
                  cues.lost();
                  await until(cues, 'RELAX');
                  return heard.join();
                }""");
        assertThat(given)
                .isEqualTo("READY slack,GO good,RELAX good,READY slack,RELAX gone,READY good,GO good,"
                        + "SIGNAL_LOST good,RELAX good");
    }
}
