package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;

/** What the audit log keeps of each route, held against the access table as it stands. */
class OpeningTest {

    private static final Set<String> FAMILIES =
            Set.of("/patients/:id", "/visits/:id", "/me", "/api/patients/:id", "/api/visits/:id", "/api/tests/:id");

    private static String action(String path) {
        return Opening.of(AccessTable.find("GET", path).orElseThrow())
                .map(Opening::action)
                .orElse("");
    }

    @Test
    void every_page_about_a_patient_or_a_visit_is_noted_and_every_part_of_one() {
        Set<String> silent = AccessTable.rules().stream()
                .filter(rule -> rule.method().equals("GET"))
                .filter(rule -> FAMILIES.stream().anyMatch(rule.path()::startsWith))
                .filter(rule -> Opening.of(rule).isEmpty())
                .map(AccessTable.Rule::path)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(silent).allMatch(path -> path.equals("/metrics"));
    }

    @Test
    void opening_printing_exporting_and_reading_are_told_apart() {
        Map<String, String> expected = new TreeMap<>(Map.of(
                "/patients/:id", "record.open",
                "/visits/:id", "record.open",
                "/visits/:id/live", "record.open",
                "/me", "record.open",
                "/visits/:id/visit.pdf", "record.print",
                "/api/export/results.csv", "export.results",
                "/api/recordings/:id/capture", "export.capture",
                "/sensors/:id/calibrations/:calibration/certificate.pdf", "export.certificate",
                "/api/visits/:id", "record.read",
                "/live/:visitId", "record.watch"));
        expected.put("/api/tests/:id", "record.read");
        expected.put("/api/tests/:id/photo", "record.photo");
        expected.put("/patients/:id/charts/:position/:kind", "record.read");
        expected.put("/api/export/readings.csv", "export.readings");
        expected.put("/visits/:id/pad", "record.read");
        expected.put("/visits/:id/tester", "record.read");
        expected.put("/worklist", "");
        expected.put("/overview", "record.overview");
        expected.put("/outcomes", "record.outcomes");
        expected.put("/patients", "record.search");
        expected.put("/patients/new", "");
        expected.put("/sensors/:id", "");
        expected.put("/health", "");
        expected.put("/about", "");

        assertThat(expected)
                .allSatisfy((path, action) -> assertThat(action(path)).as(path).isEqualTo(action));
    }

    @Test
    void a_route_that_somebody_adds_under_a_patient_is_noted_by_itself() {
        assertThat(of("/patients/:id/anything")).contains("record.open");
        assertThat(of("/patients/:id/copy.zip")).contains("record.export");
        assertThat(of("/visits/:id/letter.pdf")).contains("record.print");
        assertThat(of("/api/export/everything.ndjson")).contains("export.file");
        assertThat(of("/visits/:id/trace.svg")).contains("record.read");
    }

    @Test
    void what_a_page_asks_for_again_and_again_is_one_reading_for_a_while() {
        assertThat(Set.of("/visits/:id/pad", "/visits/:id/tester", "/patients/:id/charts/:position/:kind"))
                .allSatisfy(path -> assertThat(
                                Opening.of(AccessTable.find("GET", path).orElseThrow()))
                        .as(path)
                        .hasValueSatisfying(
                                opening -> assertThat(opening.seldom()).isTrue()));
    }

    private static Optional<String> of(String path) {
        return Opening.of(new AccessTable.Rule("GET", path, Set.of(Role.values()), false))
                .map(Opening::action);
    }

    @Test
    void a_change_is_no_opening_for_it_has_rows_of_its_own() {
        assertThat(AccessTable.rules())
                .filteredOn(rule -> rule.method().equals("POST"))
                .allMatch(rule -> Opening.of(rule).isEmpty());
    }

    @Test
    void browsers_are_told_apart_by_family_alone() {
        assertThat(Agents.family(Optional.of("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")))
                .isEqualTo("Firefox");
        assertThat(
                        Agents.family(
                                Optional.of(
                                        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0")))
                .isEqualTo("Edge");
        assertThat(Agents.family(Optional.of("Mozilla/5.0 (iPad) AppleWebKit/605.1 Version/18.0 Safari/605.1")))
                .isEqualTo("Safari");
        assertThat(Agents.family(Optional.of("curl/8 <script>"))).isEqualTo("other");
        assertThat(Agents.family(Optional.empty())).isEqualTo("other");
    }
}
