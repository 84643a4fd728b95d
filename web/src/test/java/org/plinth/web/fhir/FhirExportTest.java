package org.plinth.web.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.hash.Sha256;
import org.plinth.web.imports.Answers;
import org.plinth.web.imports.Found;
import org.plinth.web.imports.FoundRow;
import org.plinth.web.imports.ImportFile;
import org.plinth.web.imports.ImportKinds;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.Act;

@Tag("slow")
class FhirExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Three courses that differ; all of the clinic is looked at by {@code WholeFhirExportTest}. */
    private static final Set<String> FEW = Set.of("Sample Ada", "Sample Dev", "Sample Gita");

    private static final Path GOLDEN = Path.of("src/test/resources/golden/fhir/resources.json");

    @TempDir
    private static Path root;

    private static SampleExport sample;
    private static Path named;
    private static Path pseudonymous;
    private static FhirJudge judge;

    @BeforeAll
    static void export() {
        sample = new SampleExport(root.resolve("data"));
        named = sample.export(root.resolve("named"), Purpose.CARE, true, FEW);
        pseudonymous = sample.export(root.resolve("pseudonymous"), Purpose.AUDIT, false, FEW);
        judge = new FhirJudge();
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @Test
    void every_shape_of_resource_is_valid() {
        List<String> wrong = new ArrayList<>();
        for (Path folder : List.of(named, pseudonymous)) {
            for (String line : FhirLines.shapes(folder)) {
                judge.errors(line).forEach(error -> wrong.add(error + " in " + FhirLines.shortened(line)));
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Whoever reads the export relies on how it looks; look at the difference, then run with {@code -Dplinth.golden=write}. */
    @Test
    void it_looks_as_it_did() throws IOException {
        String now = FhirGolden.of(List.of(named, pseudonymous));
        if ("write".equals(System.getProperty("plinth.golden"))) {
            Files.writeString(GOLDEN, now);
        }

        assertThat(now).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void a_wrong_unit_a_wrong_state_and_an_unknown_element_are_seen() {
        String good = SampleExport.lines(named, "Observation").stream()
                .filter(line -> line.contains("plinth-limb-symmetry\"") && line.contains("valueQuantity"))
                .findFirst()
                .orElseThrow();

        assertThat(judge.errors(good)).isEmpty();
        assertThat(judge.errors(good.replaceFirst("\"code\":\"%\"", "\"code\":\"kg\"")))
                .isNotEmpty();
        assertThat(judge.errors(good.replaceFirst("\"status\":\"final\"", "\"status\":\"certain\"")))
                .isNotEmpty();
        assertThat(judge.errors(good.replaceFirst("\"status\"", "\"sureness\":1,\"status\"")))
                .isNotEmpty();
        assertThat(judge.errors(good.replaceFirst("\"fixation-[a-z-]+\"", "\"fixation-glue\"")))
                .isNotEmpty();
    }

    @Test
    void every_reference_leads_to_a_resource_of_the_export() {
        for (Path folder : List.of(named, pseudonymous)) {
            Set<String> there = new HashSet<>();
            List<JsonNode> resources =
                    FhirLines.all(folder).stream().map(FhirLines::read).toList();
            resources.forEach(one -> there.add(
                    one.path("resourceType").asText() + "/" + one.path("id").asText()));
            SampleExport.files(folder)
                    .forEach(file -> there.add(folder.relativize(file).toString()));
            Set<String> nowhere = new HashSet<>();
            resources.forEach(one -> FhirLines.references(one, nowhere));
            nowhere.removeAll(there);

            assertThat(nowhere).isEmpty();
        }
    }

    @Test
    void every_code_stands_in_the_table_and_may_be_sent() {
        Map<String, Term> table = new LinkedHashMap<>();
        Terminology.bundled().rows().stream()
                .filter(Term::mayBeSent)
                .forEach(term -> table.put(term.system() + "|" + term.code() + "|" + term.display(), term));
        Set<String> unknown = new HashSet<>();
        for (Path folder : List.of(named, pseudonymous)) {
            FhirLines.all(folder).stream()
                    .map(FhirLines::read)
                    .filter(one -> !Set.of("CodeSystem", "ValueSet", "StructureDefinition")
                            .contains(one.path("resourceType").asText()))
                    .forEach(one -> codings(one, unknown));
        }
        unknown.removeAll(table.keySet());
        unknown.remove(FhirNames.UCUM + "|N|N");

        assertThat(unknown).isEmpty();
    }

    private static void codings(JsonNode node, Set<String> found) {
        boolean coding = node.has("system") && node.has("code") && !node.has("value");
        if (coding) {
            found.add(node.path("system").asText() + "|" + node.path("code").asText() + "|"
                    + node.path("display").asText());
        }
        node.forEach(child -> codings(child, found));
    }

    @Test
    void every_number_has_a_ucum_unit_and_no_force_is_in_kilograms() {
        Set<String> units = new HashSet<>();
        FhirLines.all(named).stream()
                .map(FhirLines::read)
                .filter(one -> one.path("resourceType").asText().equals("Observation"))
                .forEach(one -> one.findParents("value").forEach(quantity -> {
                    if (quantity.path("value").isNumber()) {
                        assertThat(quantity.path("system").asText()).isEqualTo(FhirNames.UCUM);
                        boolean weight = one.path("code").toString().contains("29463-7");
                        units.add(quantity.path("code").asText() + (weight ? " of a body" : ""));
                    }
                }));

        assertThat(units)
                .contains("N", "%", "kg of a body", "{score}", "{reps}")
                .doesNotContain("kg", "kgf", "");
    }

    @Test
    void a_symmetry_says_value_interval_state_and_side_or_why_there_is_none() {
        Map<Boolean, List<JsonNode>> symmetries = SampleExport.lines(named, "Observation").stream()
                .filter(line -> line.contains("plinth-limb-symmetry\""))
                .map(FhirLines::read)
                .collect(Collectors.partitioningBy(one -> one.has("valueQuantity")));

        assertThat(symmetries.get(true)).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("component").toString())
                    .contains(
                            "\"low95\"",
                            "\"high95\"",
                            "\"decision-low\"",
                            "\"decision-high\"",
                            "\"state\"",
                            "\"side\"");
            assertThat(one.path("derivedFrom")).hasSize(2);
        });
        assertThat(judge.errors(
                        symmetries.get(true).get(0).toString().replaceFirst("\"value\":[0-9.]+", "\"value\":104.2")))
                .as("above 100")
                .isEmpty();
        assertThat(symmetries.get(false)).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("dataAbsentReason").path("text").asText()).isNotEmpty();
            assertThat(one.path("dataAbsentReason").toString()).contains("\"refused-bilateral\"");
        });
    }

    @Test
    void the_exact_curve_reads_back_bit_for_bit_and_its_hash_holds() throws IOException {
        List<JsonNode> documents = SampleExport.lines(named, "DocumentReference").stream()
                .map(FhirLines::read)
                .toList();
        assertThat(documents).hasSizeGreaterThan(10);
        for (JsonNode document : documents.subList(0, 5)) {
            JsonNode attachment = document.path("content").path(0).path("attachment");
            byte[] bytes =
                    Files.readAllBytes(named.resolve(attachment.path("url").asText()));
            assertThat(Sha256.hex(bytes))
                    .isEqualTo(attachment
                            .path("extension")
                            .path(0)
                            .path("valueString")
                            .asText());
            assertThat(bytes).hasSize(attachment.path("size").asInt());
            same(bytes, force(document.path("id").asText().substring("curve-".length())));
        }
    }

    private static List<ForceTrace> force(String id) {
        Recording recording = sample.kit
                .database()
                .read(stores -> stores.recordings()
                        .find(sample.clinic.id(), Id.<Recording>parse(id).orElseThrow()))
                .orElseThrow();
        return sample.raw().of(recording).orElseThrow().force().orElseThrow().segments();
    }

    private static void same(byte[] bytes, List<ForceTrace> segments) throws IOException {
        String[] lines = new String(bytes, java.nio.charset.StandardCharsets.US_ASCII).split("\n", -1);
        for (int i = 0; i < segments.size(); i++) {
            JsonNode line = JSON.readTree(lines[i + 1]);
            ForceTrace trace = segments.get(i);
            assertThat(line.path("force_N")).hasSize(trace.size());
            for (int s = 0; s < trace.size(); s++) {
                assertThat(line.path("t_us").path(s).asLong()).isEqualTo(trace.micros(s));
                assertThat(Double.doubleToRawLongBits(
                                line.path("force_N").path(s).asDouble()))
                        .isEqualTo(Double.doubleToRawLongBits(trace.newtons(s)));
            }
        }
    }

    @Test
    void without_names_nothing_names_a_person_a_day_of_hers_or_a_sensor() throws IOException {
        Set<String> canaries = new HashSet<>(Set.of("virtual-1", "Sample Ada", "Sample clinician", "made up"));
        canaries.add(sample.clinic.name());
        SampleExport.lines(named, "Patient").stream().map(FhirLines::read).forEach(one -> {
            canaries.add(one.path("id").asText());
            canaries.add(one.path("name").path(0).path("family").asText() + "\"");
            canaries.add(one.path("birthDate").asText());
        });
        for (String type : List.of("Encounter", "EpisodeOfCare", "Device", "Practitioner")) {
            SampleExport.lines(named, type)
                    .forEach(
                            line -> canaries.add(FhirLines.read(line).path("id").asText()));
        }
        canaries.removeIf(canary -> canary.startsWith("engine-"));
        for (Path file : SampleExport.files(pseudonymous)) {
            String text = Files.readString(file);
            assertThat(canaries.stream().filter(text::contains).toList())
                    .as(file.getFileName().toString())
                    .isEmpty();
        }
    }

    @Test
    void without_names_days_are_moved_and_intervals_are_not() {
        Map<String, List<Long>> before = intervals(named);
        Map<String, List<Long>> after = intervals(pseudonymous);

        assertThat(after.values()).containsExactlyInAnyOrderElementsOf(before.values());
        assertThat(SampleExport.lines(pseudonymous, "Encounter"))
                .allSatisfy(line -> assertThat(line).contains("T00:00:00.000+00:00", "PSEUDED", "dates-shifted"));
    }

    /** Days between the visits of each patient. */
    private static Map<String, List<Long>> intervals(Path folder) {
        Map<String, List<Long>> days = new TreeMap<>();
        SampleExport.lines(folder, "Encounter").stream().map(FhirLines::read).forEach(one -> days.computeIfAbsent(
                        one.path("subject").path("reference").asText(), key -> new ArrayList<>())
                .add(java.time.LocalDate.parse(
                                one.path("period").path("start").asText().substring(0, 10))
                        .toEpochDay()));
        days.replaceAll(
                (patient, all) -> all.stream().map(day -> day - all.get(0)).toList());
        return days;
    }

    @Test
    void a_result_that_was_taken_back_stays_under_its_id_as_entered_in_error_with_nothing_measured() {
        Id<Clinic> clinic = sample.clinic.id();
        SideResult before = sample.kit.database().read(stores -> stores.results()
                .ofPatient(
                        clinic,
                        stores.patients().search(clinic, "Sample Ada", 1).get(0).id())
                .get(0));
        Act act = new Act(clinic, Act.PLINTH, SampleExport.NOW, "test.withdraw", "", "");
        sample.kit.database().write(act, stores -> stores.results()
                .put(clinic, before.test(), List.of(), Optional.empty()));

        Map<String, JsonNode> after = SampleExport.lines(
                        sample.export(root.resolve("taken-back"), Purpose.CARE, false, Set.of("Sample Ada")),
                        "Observation")
                .stream()
                .map(FhirLines::read)
                .collect(Collectors.toMap(one -> one.path("id").asText(), one -> one));

        JsonNode left = after.get("result-" + before.test() + "-left");
        assertThat(left.path("status").asText()).isEqualTo("entered-in-error");
        assertThat(FhirLines.names(left))
                .containsExactlyInAnyOrder("resourceType", "id", "meta", "status", "code", "subject");
        assertThat(judge.errors(left.toString())).isEmpty();
        assertThat(SampleExport.lines(named, "Observation"))
                .anyMatch(line ->
                        line.contains("\"result-" + before.test() + "-left\"") && line.contains("valueQuantity"));
    }

    @Test
    void its_own_patients_and_conditions_can_be_taken_in_again_with_their_sides() {
        String entries = List.of("Patient", "Condition").stream()
                .flatMap(type -> SampleExport.lines(named, type).stream())
                .map(line -> "{\"resource\":" + line + "}")
                .collect(Collectors.joining(","));
        Found found = ImportKinds.find("patients-fhir")
                .orElseThrow()
                .read(
                        new ImportFile(
                                ("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + entries + "]}")
                                        .getBytes(StandardCharsets.UTF_8)),
                        Answers.none(),
                        LocalDate.ofInstant(SampleExport.NOW, ZoneOffset.UTC));

        assertThat(found.wrong()).isEmpty();
        Id<Clinic> clinic = sample.clinic.id();
        Map<String, Set<Involvement>> there = sample.kit
                .database()
                .read(stores -> stores.patients().search(clinic, "", 1000).stream()
                        .filter(patient -> FEW.contains(patient.givenName()))
                        .collect(Collectors.toMap(
                                Patient::givenName,
                                patient -> stores.episodes().ofPatient(clinic, patient.id()).stream()
                                        .filter(episode -> episode.closedOn().isEmpty())
                                        .map(Episode::involvement)
                                        .collect(Collectors.toSet()))));
        assertThat(found.rows()).hasSize(FEW.size()).allSatisfy(row -> assertThat(((FoundRow.Newcomer) row.content())
                        .involvement().stream().collect(Collectors.toSet()))
                .isEqualTo(there.get(row.person().given())));
        assertThat(there.values()).contains(Set.of(Involvement.BILATERAL));
    }

    @Test
    void both_legs_are_two_conditions_of_one_episode() {
        List<JsonNode> both = SampleExport.lines(named, "EpisodeOfCare").stream()
                .map(FhirLines::read)
                .filter(one -> one.path("diagnosis").size() == 2)
                .toList();

        assertThat(both).isNotEmpty();
        assertThat(both.get(0).path("diagnosis").findValuesAsText("reference"))
                .satisfiesExactly(left -> assertThat(left).endsWith("-left"), right -> assertThat(right)
                        .endsWith("-right"));
    }

    @Test
    void the_manifest_counts_every_line() throws IOException {
        JsonNode manifest = JSON.readTree(named.resolve("manifest.json").toFile());

        assertThat(manifest.path("output")).isNotEmpty().allSatisfy(one -> assertThat(
                        SampleExport.lines(named, one.path("type").asText()))
                .hasSize(one.path("count").asInt()));
    }
}
