package org.plinth.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plinth.web.http.AccessTable;
import org.plinth.web.http.AccessTable.Rule;

/** The description and the routes are the same list. */
class OpenApiTest {

    private static JsonNode description() throws IOException {
        try (InputStream in = OpenApiRoutes.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    @Test
    void every_route_for_programs_is_described_and_nothing_else() throws IOException {
        Set<String> described = new TreeSet<>();
        description().path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        Set<String> routes = AccessTable.rules().stream()
                .filter(rule -> rule.program() || isLogin(rule))
                .map(rule -> rule.method() + " " + rule.path().replaceAll(":([A-Za-z]+)", "{$1}"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(routes);
    }

    @Test
    void every_reference_leads_somewhere() throws IOException {
        JsonNode whole = description();

        whole.findValuesAsText("$ref").forEach(reference -> assertThat(
                        whole.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        assertThat(whole.path("openapi").asText()).startsWith("3.1");
    }

    @Test
    void roles_and_token_are_described_as_the_table_has_them() throws IOException {
        JsonNode paths = description().path("paths");
        for (Rule rule : AccessTable.rules().stream().filter(Rule::program).toList()) {
            JsonNode operation = paths.path(rule.path().replaceAll(":([A-Za-z]+)", "{$1}"))
                    .path(rule.method().toLowerCase(Locale.ROOT));
            rule.roles()
                    .forEach(role -> assertThat(operation.path("description").asText())
                            .as(rule.path())
                            .contains(role.name()));
            if (rule.method().equals("POST")) {
                assertThat(operation.path("parameters").toString())
                        .as(rule.path())
                        .contains("Csrf");
            }
        }
    }

    private static boolean isLogin(Rule rule) {
        return rule.method().equals("POST")
                && (rule.path().equals("/login") || rule.path().equals("/logout"));
    }
}
