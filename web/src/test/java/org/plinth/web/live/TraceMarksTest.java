package org.plinth.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What stands on the trace beside the force, and when. */
@Tag("browser")
class TraceMarksTest extends StageKit {

    private static final String LAST = "{\"date\":\"2026-08-01\",\"value_N\":221.4,"
            + "\"curve\":[[-500000,0,1],[0,4,6],[1000000,215,640],[3000000,210,222],[3500000,1,3]]}";

    private Object modules(String work) {
        return page.evaluate("async () => { const script = document.querySelector('script[src$=\"live/main.js\"]').src;"
                + " const from = (name) => import(new URL(name, script)); " + work + " }");
    }

    @Test
    void the_last_effort_stands_under_the_new_one_after_it_and_is_not_asked_for_before() {
        StringBuilder asked = new StringBuilder();
        page.route("**/last?side=*", route -> {
            asked.append(route.request().url().replaceAll(".*side=", ""));
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(LAST));
        });
        ready();
        assertThat(page.locator("body").textContent()).doesNotContain("Last time");
        press();
        awaitStep("RECORDING");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) > 60");
        assertThat(asked.toString()).isEmpty();
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) < 30");
        press();
        awaitStep("DECIDE");

        page.waitForFunction(
                "() => document.querySelector('.stage-last')?.textContent" + " === 'Last time, 1 August 2026: 221 N'");
        assertThat(asked.toString()).isEqualTo("RIGHT");
        // its peak of 640 N, which nobody reached today, is inside the common scale of both sides
        assertThat(page.locator("#trace-left").getAttribute("aria-label")).contains("0 N to 1000 N");
        assertThat(page.locator("#trace-right").getAttribute("aria-label")).contains("0 N to 1000 N");
        page.waitForTimeout(LOCK_OUT_MS);
        page.locator(".pain-row button").nth(1).click();
        page.waitForFunction("() => document.getElementById('live').dataset.step !== 'DECIDE'");
        assertThat(page.locator("body").textContent()).doesNotContain("Last time");
    }

    @Test
    void no_peak_is_hidden_gaps_stay_and_the_end_of_the_range_is_where_the_sensor_ends() {
        Object found = modules(
                """
                const { Ring, Columns, Trace } = await from('trace.js');
                let wrong = 0;
                for (const width of [1, 7, 120, 333, 1000]) {
                  for (let seed = 1; seed <= 40; seed++) {
                    let state = seed * 2654435761 % 4294967296;
                    const next = () => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
                    const ring = new Ring();
                    let most = -Infinity, at = 2 ** 41;
                    for (let i = 0; i < 990; i++) {
                      const force = Math.fround(next() * 900 - 20);
                      ring.add(at, force - 1, force);
                      most = Math.max(most, force);
                      at += 10_000;
                    }
                    const columns = new Columns();
                    columns.resize(width);
                    const drawn = columns.fill(ring, 2 ** 41, 10_000_000);
                    if (drawn !== most || Math.max(...columns.greatest.filter((f) => !Number.isNaN(f))) !== most) wrong++;
                  }
                }
                const canvas = document.createElement('canvas');
                document.body.append(canvas);
                const trace = new Trace(canvas, '--left', String);
                const zone = [trace.saturatedFrom()];
                trace.range(500); zone.push(trace.saturatedFrom());
                trace.over(480); zone.push(trace.saturatedFrom());
                trace.clear(); zone.push(trace.saturatedFrom());
                for (let i = 0; i <= 1200; i++) trace.add(5e6 + i * 10_000, 0, 10);
                trace.still = { matches: false };
                const running = trace.windowFrom();
                trace.still = { matches: true };
                return [wrong, zone.map(String).join(), running, trace.windowFrom()].join(' ');""");

        // beyond its range 500 N, or from 480 N where it said so; the calm window has turned by half of its 10 s
        assertThat(found).isEqualTo("0 NaN,500,480,500 7000000 10000000");
    }

    @Test
    void a_target_is_worked_out_from_what_is_known_and_only_for_protocols_below_the_most() {
        Object found = modules(
                """
                const { targetNewtons, isSubmaximal } = await from('target.js');
                const known = { best: 200, otherBest: 240, mass: 70 };
                return [targetNewtons('N', 55, {}), targetNewtons('PERCENT', 30, known), targetNewtons('PER_KG', 1.5, known),
                  targetNewtons('OTHER', 25, known), targetNewtons('PERCENT', 30, { otherBest: 240 }),
                  targetNewtons('PER_KG', 1.5, {}), targetNewtons('N', 0, known), targetNewtons('N', NaN, known),
                  isSubmaximal({ position: { contraction: 'sustained' } }), isSubmaximal({ position: { contraction: 'make' } }),
                  isSubmaximal({})].map(String).join();""");

        assertThat(found).isEqualTo("55,60,105,60,undefined,undefined,undefined,undefined,true,false,false");
    }
}
