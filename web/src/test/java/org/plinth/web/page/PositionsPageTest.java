package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.norm.Norm;
import org.plinth.core.norm.NormTable;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.TestPosition;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** The pages about positions and their drawings, from a real server. */
@Tag("slow")
class PositionsPageTest {

    private static final String DRAWING = "/positions/curl-prone-15/drawing-left-side.svg";

    private static ClinicServer server;
    private static Browser clinician;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        server.addClinic("a");
        clinician = server.as(Role.CLINICIAN, "a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_index_names_all_positions_with_a_drawing_that_is_there() {
        Browser.Answer page = clinician.page("/positions");

        assertThat(page.status()).isEqualTo(200);
        for (TestPosition position : PositionCatalogue.bundled().all()) {
            String drawing = "/positions/" + position.id() + "/drawing-left-side.svg";
            assertThat(page.text()).contains(position.name(), drawing);
            assertThat(clinician.page(drawing).status()).as(drawing).isEqualTo(200);
        }
    }

    @Test
    void every_position_has_a_page_with_both_drawings_and_its_whole_file_in_words() {
        for (TestPosition position : PositionCatalogue.bundled().all()) {
            Browser.Answer page = clinician.page("/positions/" + position.id() + "?side=right");
            String text = page.text()
                    .replace("&#39;", "'")
                    .replace("&quot;", "\"")
                    .replace("&gt;", ">")
                    .replace("&lt;", "<")
                    .replace("&amp;", "&");

            assertThat(page.status()).as(position.id()).isEqualTo(200);
            assertThat(text)
                    .contains(position.id() + "-right-side-title", position.id() + "-right-foot-end-title")
                    .contains(position.setUp())
                    .contains(position.mistakes())
                    .contains(position.instruction(), position.placement().sensor())
                    .contains(position.outcome().quantity())
                    .doesNotContain("style=");
            position.errors().values().forEach(error -> assertThat(text)
                    .contains(Math.round(error.semPercent()) + " %")
                    .contains("provisional"));
        }
    }

    @Test
    void an_interval_of_a_mean_is_not_called_a_range_of_people() {
        assertThat(clinician.page("/positions/curl-prone-15").text())
                .contains("The mean lies between 0.85 and 1.2 N·m/kg; people vary more than that");
        assertThat(clinician.page("/positions/bridge-iso-30").text()).contains("No reference value for this position.");
    }

    /** Hazard H16: what is not known is said to be, and no text of the product calls anybody's value normal. */
    @Test
    void a_position_without_a_reference_value_says_so_and_one_with_names_its_population_and_source() {
        NormTable norms = NormTable.bundled();
        for (TestPosition position : PositionCatalogue.bundled().all()) {
            String page = clinician.page("/positions/" + position.id()).text();
            List<Norm> known = norms.forPosition(position.id());
            assertThat(page.contains("No reference value for this position."))
                    .as(position.id())
                    .isEqualTo(known.isEmpty());
            assertThat(page.contains("From other people than yours; none had this condition. They decide nothing."))
                    .as(position.id())
                    .isEqualTo(!known.isEmpty());
            known.forEach(norm -> assertThat(page).contains(norm.population(), norm.source()));
        }
    }

    @Test
    void no_text_calls_a_value_normal_or_abnormal() throws IOException {
        Pattern judged = Pattern.compile("(?i)\\b(ab)?normal(ly)?\\b");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/plinth/web/text"))) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> judged.matcher(line).find())
                        .filter(line -> !line.contains("normal distribution"))
                        .filter(line -> !line.equals("calibration.distribution.NORMAL=normal"))
                        .forEach(found::add);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void a_drawing_is_kept_by_the_browser_and_asked_for_again_by_its_tag() {
        Browser.Answer first = clinician.page(DRAWING);
        Browser.Answer again = clinician.send(clinician
                .request(DRAWING)
                .header("If-None-Match", first.header("ETag"))
                .GET());

        assertThat(first.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(again.status()).isEqualTo(304);
        assertThat(clinician.page(DRAWING + "?theme=dark").header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void side_view_role_and_theme_are_those_asked_for() {
        assertThat(clinician
                        .page("/positions/curl-prone-15/drawing-right-foot-end.svg?theme=page&role=injured")
                        .text())
                .contains("Right, the injured leg under test, from the foot end", "var(--right)", ">the injured leg<");
    }

    @Test
    void what_there_is_not_is_not_found_and_what_cannot_be_is_refused() {
        assertThat(clinician.page("/positions/curl-prone-16").status()).isEqualTo(404);
        assertThat(clinician
                        .page("/positions/curl-prone-16/drawing-left-side.svg")
                        .status())
                .isEqualTo(404);
        assertThat(clinician
                        .page("/positions/curl-prone-15/drawing-left-top.svg")
                        .status())
                .isEqualTo(404);
        assertThat(clinician.page("/positions/curl-prone-15?side=up").status()).isEqualTo(400);
        assertThat(clinician.page(DRAWING + "?theme=pink").status()).isEqualTo(400);
        assertThat(server.as(Role.PATIENT, "a").page("/positions").status()).isEqualTo(403);
        assertThat(server.browser().page("/positions").status()).isIn(303, 401);
    }
}
