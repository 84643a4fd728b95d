package org.plinth.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Pictures of the live page in every state for people to look at: light, dark and without colour, on a phone, a tablet
 * and a desk, in {@code target/screenshots/stage}.
 */
@Tag("browser")
@Tag("soak")
class StagePicturesTest extends StageWalk {

    private static final Path FOLDER = Path.of("target", "screenshots", "stage");
    private static final int[][] SIZES = {{320, 640}, {820, 1180}, {1440, 900}};

    /** As somebody sees it who sees no colour, or on paper. */
    private static final String NO_COLOUR = "achromatopsia";

    @BeforeAll
    static void folder() throws IOException {
        Files.createDirectories(FOLDER);
    }

    @Test
    void pictures_of_every_state() throws IOException {
        walk();

        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files).hasSizeGreaterThanOrEqualTo(15 * 3 * SIZES.length);
        }
    }

    @Override
    void look(String state) {
        CDPSession devtools = chromium.context().newCDPSession(page);
        for (int[] size : SIZES) {
            page.setViewportSize(size[0], size[1]);
            scheme(ColorScheme.DARK);
            picture(state, "dark", size[0]);
            scheme(ColorScheme.LIGHT);
            picture(state, "light", size[0]);
            see(devtools, NO_COLOUR);
            picture(state, "grey", size[0]);
            see(devtools, "none");
        }
        page.setViewportSize(1024, 768);
        devtools.detach();
    }

    private void scheme(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private static void see(CDPSession devtools, String deficiency) {
        JsonObject how = new JsonObject();
        how.addProperty("type", deficiency);
        devtools.send("Emulation.setEmulatedVisionDeficiency", how);
    }

    private void picture(String state, String theme, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED) // no colour half-way from one theme to the other
                .setPath(FOLDER.resolve(state.toLowerCase(Locale.ROOT) + "-" + width + "-" + theme + ".png")));
    }
}
