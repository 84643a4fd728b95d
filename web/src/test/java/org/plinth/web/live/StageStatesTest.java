package org.plinth.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In every state of the live page: no fault that axe-core knows of, in both themes, and nothing beyond the edge of a phone. */
@Tag("browser")
@Tag("slow")
class StageStatesTest extends StageWalk {

    private static final int PHONE_PX = 320;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();

    @Test
    void every_state_is_accessible_in_both_themes_and_fits_a_phone() {
        walk();

        assertThat(faults).isEmpty();
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "SCREENING",
                        "WARMUP",
                        "SETUP",
                        "BLOCKED",
                        "CONFIRM_SIDE",
                        "TARE",
                        "PRACTICE",
                        "READY",
                        "RECORDING",
                        "DECIDE",
                        "PAIN",
                        "REST",
                        "DONE",
                        "READINGS",
                        "CLOSED");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Override
    void look(String state) {
        seen.add(state);
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.waitForFunction(SETTLED);
            new AxeBuilder(page)
                    .analyze()
                    .getViolations()
                    .forEach(rule -> faults.add(state + " " + scheme + " " + rule.getId() + " " + rule.getNodes()));
        }
        page.setViewportSize(PHONE_PX, 640);
        Object over = page.evaluate(BEYOND);
        if (!"".equals(over)) {
            faults.add(state + " beyond the edge at " + PHONE_PX + " px: " + over);
        }
        for (int[] size : new int[][] {{820, 1180}, {1440, 900}, {1024, 768}}) {
            page.setViewportSize(size[0], size[1]);
            Object without = page.evaluate(CUT_OFF);
            if (!"".equals(without)) {
                faults.add(state + " at " + size[0] + " px, cut off: " + without);
            }
        }
    }

    /** No colour is half-way from one theme to the other. */
    private static final String SETTLED =
            "() => document.getAnimations().every((one) => !(one instanceof CSSTransition))";

    /** What reaches beyond the right edge; empty when the page is no wider than the screen. */
    private static final String BEYOND =
            """
            () => document.documentElement.scrollWidth <= innerWidth ? '' :
              [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                .map(e => e.tagName + '#' + e.id + '.' + e.className).slice(0, 8).join(' ') || 'the page'""";

    /** Forces of which a digit or the unit is not wholly inside the box that hides what reaches beyond it. */
    private static final String CUT_OFF =
            """
            () => [...document.querySelectorAll('.stage-number')].filter(number => {
              const unit = number.querySelector('small');
              if (!unit) return false;
              const box = number.getBoundingClientRect();
              const { right, bottom } = unit.getBoundingClientRect();
              return number.scrollWidth > number.clientWidth || right > box.right + 1 || bottom > box.bottom + 1;
            }).map(number => number.textContent).join(', ')""";
}
