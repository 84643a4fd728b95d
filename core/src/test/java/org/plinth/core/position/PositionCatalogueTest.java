package org.plinth.core.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.Battery.EffortLevel;
import org.plinth.core.position.Battery.SensorNeed;
import org.plinth.core.position.TestPosition.Comparison;
import org.plinth.core.position.TestPosition.Direction;

class PositionCatalogueTest {

    private static final PositionCatalogue CATALOGUE = PositionCatalogue.bundled();

    private static final Set<String> BELOW_PAIN = CATALOGUE.batteries().stream()
            .filter(battery -> battery.effort() == EffortLevel.SUBMAXIMAL)
            .flatMap(battery -> battery.positions().stream())
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void the_index_names_every_file_and_no_other() throws Exception {
        assertThat(PositionFile.index("positions.index"))
                .hasSize(35)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"))
                .containsExactlyInAnyOrderElementsOf(files(""));
        assertThat(PositionFile.index("batteries.index")).containsExactlyInAnyOrderElementsOf(files("battery"));
    }

    @Test
    void every_position_says_what_the_table_of_defaults_says() throws IOException {
        List<Map<String, String>> rows = table();

        assertThat(CATALOGUE.all())
                .extracting(TestPosition::id)
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.get("id")).toList());
        for (Map<String, String> row : rows) {
            assertThat(asRow(CATALOGUE.find(row.get("id")).orElseThrow())).isEqualTo(row);
        }
    }

    @Test
    void errors_carry_their_source_and_are_provisional() {
        MeasurementError error = CATALOGUE
                .find("curl-prone-15")
                .orElseThrow()
                .error(Fixation.RIG)
                .orElseThrow();

        assertThat(error).isEqualTo(new MeasurementError(5, "curl-prone-15 rig, provisional", true));
        assertThat(CATALOGUE.all()).allSatisfy(position -> {
            assertThat(position.errors().keySet()).isEqualTo(position.evidence().keySet());
            assertThat(position.errors().values())
                    .allMatch(found -> found.semPercent() >= 5)
                    .allMatch(MeasurementError::provisional);
        });
    }

    @Test
    void limb_symmetry_is_for_one_leg_at_a_time() {
        assertThat(CATALOGUE.all())
                .allMatch(position -> !(position.bilateral() && position.symmetryAllowed()))
                .allMatch(
                        position -> position.bilateral() == (position.outcome().comparison() != Comparison.LSI)
                                || BELOW_PAIN.contains(position.id()));
    }

    @Test
    void a_force_held_below_pain_is_no_strength_so_it_gives_no_symmetry_and_no_change_is_judged_by_it() {
        assertThat(BELOW_PAIN).hasSize(3).allSatisfy(id -> {
            TestPosition easy = CATALOGUE.find(id).orElseThrow();
            TestPosition full = CATALOGUE
                    .find(id.substring(0, id.length() - "-easy".length()))
                    .orElseThrow();
            assertThat(easy.symmetryAllowed()).isFalse();
            assertThat(easy.contraction()).isEqualTo("sustained");
            assertThat(easy.instruction()).contains("3 of 10").doesNotContain("as hard as you can");
            assertThat(easy.tareState()).isEqualTo(full.tareState());
            assertThat(easy.errors()).as("no study of such a force was found").isEmpty();
        });
    }

    @Test
    void who_is_asked_for_all_her_strength_is_told_to_breathe() {
        assertThat(CATALOGUE.all())
                .allMatch(position -> position.instruction().contains("Breathe out as you push")
                        || position.instruction().contains("Keep breathing"));
    }

    @Test
    void prone_curls_are_zeroed_unloaded_and_heel_presses_with_the_limb_resting() {
        assertThat(CATALOGUE.find("curl-prone-15").orElseThrow().tareState())
                .isEqualTo(TestPosition.TareState.UNLOADED);
        assertThat(CATALOGUE.find("bridge-iso-30").orElseThrow().tareState())
                .isEqualTo(TestPosition.TareState.LIMB_RESTING);
    }

    @Test
    void every_battery_begins_with_the_baseline_pair_of_its_sensor() {
        assertThat(CATALOGUE.batteries()).allSatisfy(battery -> {
            String easy = battery.effort() == EffortLevel.SUBMAXIMAL ? "-easy" : "";
            List<String> pair = battery.sensor() == SensorNeed.PULL
                    ? List.of("curl-prone-15" + easy, "bridge-force-sl-short" + easy)
                    : List.of("curl-prone-15" + easy, "bridge-iso-30" + easy);
            assertThat(battery.positions())
                    .startsWith(pair.subList(0, Math.min(2, battery.positions().size()))
                            .toArray(String[]::new));
        });
        assertThat(CATALOGUE.findBattery("pht-review-1").orElseThrow().positions())
                .containsExactly("curl-prone-15");
        assertThat(CATALOGUE.findBattery("pht-irritable").orElseThrow().effort())
                .isEqualTo(EffortLevel.SUBMAXIMAL);
        assertThat(CATALOGUE.findBattery("pht-late-stage")).isPresent();
        assertThat(CATALOGUE.findBattery("pht-return-run")).isEmpty();
    }

    @Test
    void an_irritable_battery_holds_only_low_compression() {
        assertThat(CATALOGUE.batteries())
                .filteredOn(battery -> battery.effort() == EffortLevel.SUBMAXIMAL)
                .flatExtracting(Battery::positions)
                .map(id -> CATALOGUE.find(id).orElseThrow().gate().compression())
                .containsOnly("C0", "C1");
    }

    @Test
    void a_bad_file_is_named_with_its_key() throws IOException {
        String good = read("curl-prone-15.properties");

        assertUnusable(good.replace("hold.seconds = 5", "hold.seconds = five"), "hold.seconds is not a whole number");
        assertUnusable(good.replace("tare = UNLOADED", "tare = LOADED"), "tare must be one of");
        assertUnusable(good.replace("body = prone", ""), "body is missing");
        assertUnusable(good.replace("body = prone", "body ="), "body is empty");
        assertUnusable(good + "colour = red", "colour is not a known key");
        assertUnusable(good.replace("bilateral = no", "bilateral = yes"), "symmetry cannot be lsi");
        assertUnusable(good.replace("bilateral = no", "bilateral = maybe"), "bilateral must be yes or no");
        assertUnusable(good.replace("percent = 9", "percent = much"), "error.belt.percent is not a number");
        assertUnusable(good.replaceFirst("lever.to = .*", "lever.to ="), "lever.to and lever.from");
        assertThatIllegalStateException()
                .isThrownBy(() -> PositionFile.bundled("nowhere.properties"))
                .withMessage("nowhere.properties: no such file");
    }

    private static void assertUnusable(String text, String why) {
        assertThatIllegalStateException()
                .isThrownBy(() -> PositionReader.read(PositionFile.of("bad.properties", new StringReader(text))))
                .withMessageStartingWith("bad.properties: " + why);
    }

    private static Map<String, String> asRow(TestPosition position) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", position.id());
        row.put("family", position.family());
        row.put("hip_deg", angle(position.placement().hipDegrees()));
        row.put("knee_deg", angle(position.placement().kneeDegrees()));
        row.put("contraction", position.contraction());
        row.put("reps", Integer.toString(position.repetitions()));
        row.put("hold_s", Integer.toString(position.holdSeconds()));
        row.put("rest_s", Integer.toString(position.restSeconds()));
        row.put("unit", position.unit().replace("{reps}", "reps"));
        row.put(
                "min_range_N",
                position.minimumRange().map(force -> whole(force.newtons())).orElse("0"));
        row.put("bilateral", position.bilateral() ? "Y" : "N");
        row.put("lsi", position.outcome().comparison().name().toLowerCase(java.util.Locale.ROOT));
        row.put("stage_min", Integer.toString(position.gate().stage()));
        row.put("compression", position.gate().compression());
        for (Fixation fixation : List.of(Fixation.RIG, Fixation.BELT, Fixation.HAND_HELD)) {
            row.put(
                    "sem_" + fixation.id().replace("-", "") + "_pct",
                    position.error(fixation)
                            .map(error -> whole(error.semPercent()))
                            .orElse(""));
        }
        for (Fixation fixation : List.of(Fixation.RIG, Fixation.BELT, Fixation.HAND_HELD)) {
            TestPosition.Evidence evidence = position.evidence().get(fixation);
            row.put(
                    "sem_" + fixation.id().replace("-", "") + "_basis",
                    evidence == null ? "not_applicable" : evidence.basis());
        }
        row.put("direction", directions(position.directions()));
        return row;
    }

    private static String directions(Set<Direction> directions) {
        return directions.stream().sorted().map(Direction::name).collect(Collectors.joining("|"));
    }

    private static String angle(java.util.OptionalInt degrees) {
        return degrees.isPresent() ? Integer.toString(degrees.getAsInt()) : "";
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }

    private static List<Map<String, String>> table() throws IOException {
        List<String> lines = read("positions.csv").lines().toList();
        String[] head = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> row(head, line.split(",", -1)))
                .toList();
    }

    private static Map<String, String> row(String[] head, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < head.length; i++) {
            // The order in which a sensor may be loaded means nothing.
            row.put(head[i], cells[i].equals("PULL|PUSH") ? "PUSH|PULL" : cells[i]);
        }
        return row;
    }

    private static String read(String name) throws IOException {
        try (InputStream in = PositionCatalogueTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> files(String folder) throws IOException, URISyntaxException {
        Path index = Path.of(Objects.requireNonNull(PositionCatalogue.class.getResource("positions.index"))
                .toURI());
        try (Stream<Path> found =
                Files.list(Objects.requireNonNull(index.getParent()).resolve(folder))) {
            return found.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.replace(".properties", ""))
                    .toList();
        }
    }
}
