package org.plinth.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.outcome.Instrument.Ask;
import org.plinth.core.outcome.Instrument.Mode;
import org.plinth.core.outcome.Instrument.Use;

class InstrumentCatalogueTest {

    private static final InstrumentCatalogue CATALOGUE = InstrumentCatalogue.bundled();

    /** All that a file may hold: there is no key for an item's words. */
    private static final Set<String> KEYS = new TreeSet<>(Set.of(
            "id",
            "version",
            "name",
            "use",
            "min",
            "max",
            "step",
            "unit",
            "polarity",
            "recall",
            "mode",
            "language",
            "asks",
            "detectable.value",
            "detectable.confidence",
            "detectable.scale",
            "detectable.grade",
            "detectable.source",
            "detectable.people",
            "worthwhile.value",
            "worthwhile.grade",
            "worthwhile.source",
            "items",
            "licence",
            "itemTextBundled"));

    @Test
    void the_index_names_every_file_and_no_other_in_the_order_of_all() throws Exception {
        List<String> index = InstrumentFile.index("instruments.index");

        assertThat(index).hasSize(24).doesNotHaveDuplicates();
        assertThat(index)
                .containsExactlyInAnyOrderElementsOf(files().stream()
                        .map(file -> file.getFileName().toString().replace(".properties", ""))
                        .toList());
        assertThat(CATALOGUE.all()).extracting(Instrument::id).containsExactlyElementsOf(index);
        assertThat(CATALOGUE.find("no-such")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nrs-pain, 0, 10, 1, '', LOWER_BETTER, 1",
        "vas-pain, 0, 100, 1, mm, LOWER_BETTER, 1",
        "sitting-onset, 0, 720, 0.5, min, HIGHER_BETTER, ",
        "sitting-stop, 0, 720, 0.5, min, HIGHER_BETTER, ",
        "visa-h, 0, 100, 1, points, HIGHER_BETTER, 8",
        "psfs-activity, 0, 10, 1, '', HIGHER_BETTER, 1",
        "psfs, 0, 10, 0.1, '', HIGHER_BETTER, ",
        "lefs, 0, 80, 1, points, HIGHER_BETTER, 20",
        "msk-hq, 0, 56, 1, points, HIGHER_BETTER, 14",
        "gpe-7, -3, 3, 1, '', HIGHER_BETTER, 1",
        "gpe-11, -5, 5, 1, '', HIGHER_BETTER, 1",
        "gpe-15, -7, 7, 1, '', HIGHER_BETTER, 1",
        "percent-normal, 0, 100, 1, %, HIGHER_BETTER, 1",
        "nirschl-phase, 0, 7, 1, '', LOWER_BETTER, 1",
        "tsk-11, 11, 44, 1, points, LOWER_BETTER, 11",
        "ompsq-sf, 0, 100, 1, points, LOWER_BETTER, 10",
        "pcs, 0, 52, 1, points, LOWER_BETTER, 13",
        "wpai-absenteeism, 0, 100, 0.1, %, LOWER_BETTER, ",
        "wpai-presenteeism, 0, 100, 10, %, LOWER_BETTER, ",
        "wpai-work, 0, 100, 0.1, %, LOWER_BETTER, ",
        "wpai-activity, 0, 100, 10, %, LOWER_BETTER, ",
        "eq-5d-5l-vas, 0, 100, 1, points, HIGHER_BETTER, 1",
        "sleep, 0, 10, 1, '', HIGHER_BETTER, 1",
        "stress, 0, 10, 1, '', LOWER_BETTER, 1"
    })
    void every_range_and_good_end_is_that_of_the_published_form(
            String id, double min, double max, double step, String unit, Polarity polarity, Integer items) {
        Instrument instrument = CATALOGUE.find(id).orElseThrow();

        assertThat(instrument.scale()).isEqualTo(new Scale(min, max, step, unit, polarity));
        assertThat(instrument.numberOfItems().isPresent()).isEqualTo(items != null);
        assertThat(instrument.numberOfItems().orElse(-1)).isEqualTo(items == null ? -1 : items);
    }

    @Test
    void only_figures_that_are_known_well_enough_are_used() {
        assertThat(CATALOGUE.all().stream().filter(one -> one.detectable().isPresent()))
                .extracting(Instrument::id)
                .containsExactly("psfs-activity", "psfs", "lefs");
        assertThat(CATALOGUE.find("lefs").orElseThrow().detectable())
                .contains(new Detectable(
                        9,
                        90,
                        false,
                        Grade.SOURCED,
                        "Binkley et al. 1999, Physical Therapy 79:371",
                        "people with complaints of the leg in outpatient physiotherapy, not of this tendon alone"));
        assertThat(CATALOGUE.find("psfs-activity").orElseThrow().detectable()).hasValueSatisfying(one -> assertThat(one)
                .isEqualTo(new Detectable(3, 90, false, Grade.PROVISIONAL, one.source(), "people with low back pain")));
        assertThat(CATALOGUE.all().stream().filter(one -> one.worthwhile().isPresent()))
                .extracting(
                        one -> one.id() + " " + one.worthwhile().orElseThrow().value() + " "
                                + one.worthwhile().orElseThrow().grade())
                .containsExactly(
                        "nrs-pain 2.0 PROVISIONAL", "psfs 2.3 SOURCED", "lefs 9.0 SOURCED", "msk-hq 6.0 SOURCED");
        assertThat(CATALOGUE.find("visa-h").orElseThrow().worthwhile())
                .as("a figure of low confidence is often quoted")
                .isEmpty();
    }

    @Test
    void a_value_must_say_what_it_would_mean_nothing_without() {
        assertThat(CATALOGUE.find("nrs-pain").orElseThrow().asks())
                .containsExactlyInAnyOrder(Ask.ACTIVITY, Ask.TIMING, Ask.SIDE);
        assertThat(CATALOGUE.find("vas-pain").orElseThrow().asks())
                .containsExactlyInAnyOrder(Ask.ACTIVITY, Ask.TIMING, Ask.SIDE);
        assertThat(CATALOGUE.find("sitting-onset").orElseThrow().asks()).containsExactly(Ask.SURFACE);
        assertThat(CATALOGUE.find("sitting-stop").orElseThrow().asks()).containsExactly(Ask.SURFACE);
        assertThat(CATALOGUE.find("psfs-activity").orElseThrow().asks()).containsExactly(Ask.ACTIVITY);
        assertThat(CATALOGUE.find("visa-h").orElseThrow().mode()).isEqualTo(Mode.EITHER);
    }

    @Test
    void sleep_and_stress_are_notes_beside_the_outcomes() {
        assertThat(CATALOGUE.all().stream().filter(one -> one.use() == Use.CONTEXT))
                .extracting(Instrument::id)
                .containsExactly("sleep", "stress");
    }

    @Test
    void no_item_text_is_bundled() throws Exception {
        assertThat(CATALOGUE.all()).noneMatch(Instrument::itemTextBundled);
        for (Path file : files()) {
            Properties values = new Properties();
            values.load(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));

            assertThat(values.stringPropertyNames()).as(file.toString()).containsExactlyInAnyOrderElementsOf(KEYS);
            assertThat(values.values())
                    .as("a question or its answers in " + file)
                    .allSatisfy(value -> assertThat(value.toString()).doesNotContain("?"))
                    .allSatisfy(value -> assertThat(value.toString()).hasSizeLessThan(160));
        }
        try (Stream<Path> all = Files.list(folder())) {
            assertThat(all.map(path -> path.getFileName().toString()).filter(name -> !name.endsWith(".class")))
                    .as("nothing but instruments lies beside them")
                    .allMatch(name -> name.endsWith(".properties") || name.equals("instruments.index"));
        }
    }

    @Test
    void every_licence_and_source_is_said() {
        assertThat(CATALOGUE.all())
                .allMatch(one -> !one.licence().isBlank())
                .allMatch(one -> one.language().equals("en"))
                .allMatch(one -> one.version() == 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "min = 0 | \"\" | min is missing",
                "min = 0 | min = | min is empty",
                "min = 0 | min = low | min is not a number: low",
                "min = 0 | min = NaN | min is not a number: NaN",
                "min = 0 | min = 80 | a scale must rise, was 80.0 to 80.0",
                "step = 1 | step = 3 | a scale must be whole steps, was 3.0",
                "step = 1 | step = 0 | a scale must be whole steps, was 0.0",
                "unit = points | unit = kg | a unit must be one of",
                "version = 1 | version = one | version is not a whole number: one",
                "version = 1 | version = 0 | a version is 1 or more, was 0",
                "id = lefs | id = L E F S | an id is lower-case and dashed, was L E F S",
                "polarity = higher_better | polarity = up | polarity must be one of [HIGHER_BETTER, LOWER_BETTER], is up",
                "mode = patient | mode = anyone | mode must be one of [PATIENT, CLINICIAN, EITHER], is anyone",
                "asks = | asks = side, colour | asks must be one of [ACTIVITY, TIMING, SIDE, SURFACE], is colour",
                "items = 20 | items = 0 | items must be 1 or more, is 0",
                "itemTextBundled = no | itemTextBundled = perhaps | itemTextBundled must be yes or no",
                "itemTextBundled = no | itemTextBundled = yes | lefs must not bring the text of its items",
                "detectable.value = 9 | detectable.value = | detectable.confidence stands without its value",
                "detectable.value = 9 | detectable.value = 0 | a detectable change must be above 0, was 0.0",
                "detectable.value = 9 | detectable.value = 80 | lefs could never show its detectable change",
                "detectable.confidence = 90 | detectable.confidence = 80 | a confidence must be 90 or 95, was 80",
                "detectable.scale = absolute | detectable.scale = log | detectable.scale must be absolute or relative",
                "detectable.grade = sourced | detectable.grade = sure | detectable.grade must be one of",
                "worthwhile.value = 9 | worthwhile.value = | worthwhile.grade stands without its value",
                "worthwhile.grade = sourced | worthwhile.grade = | worthwhile.grade is empty",
                "licence = | item.1 = words\\nlicence = | item.1 is not a known key"
            })
    void a_wrong_file_is_refused_by_name_and_key(String line, String instead, String message) throws IOException {
        String right = Files.readString(folder().resolve("lefs.properties"));
        assertThat(right).as("what is to be made wrong").contains("\n" + line);
        String wrong = right.replace("\n" + line, "\n" + instead.replace("\\n", "\n"));

        assertThatIllegalStateException()
                .isThrownBy(() -> InstrumentReader.read(InstrumentFile.of("lefs.properties", new StringReader(wrong))))
                .withMessageStartingWith("lefs.properties: ")
                .withMessageContaining(message);
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> InstrumentFile.bundled("none.properties"))
                .withMessage("none.properties: no such file");
        assertThatIllegalStateException()
                .isThrownBy(() -> InstrumentFile.index("none.index"))
                .withMessage("none.index: no such file");
    }

    @Test
    void a_relative_change_can_be_read() throws IOException {
        String text = Files.readString(folder().resolve("lefs.properties"))
                .replace("detectable.scale = absolute", "detectable.scale = relative");

        Instrument instrument = InstrumentReader.read(InstrumentFile.of("lefs.properties", new StringReader(text)));

        assertThat(instrument.detectable().map(Detectable::relative)).isEqualTo(Optional.of(true));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(folder())) {
            return found.filter(file -> file.toString().endsWith(".properties")).toList();
        }
    }

    private static Path folder() {
        try {
            return Objects.requireNonNull(
                    Path.of(Objects.requireNonNull(InstrumentCatalogue.class.getResource("instruments.index"))
                                    .toURI())
                            .getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
