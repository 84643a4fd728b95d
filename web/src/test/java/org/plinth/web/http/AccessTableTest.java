package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plinth.web.access.Naming;
import org.plinth.web.testkit.WebServer;

/** Table, endpoints and the list of what paths name fit each other, or nothing starts. */
class AccessTableTest {

    @Test
    void a_part_that_nobody_knows_cannot_be_served() {
        Set<String> refused = new TreeSet<>();
        Stream.of("/patients/:who", "/things/:id", "/sensors/:patient/x").forEach(path -> {
            try {
                Naming.of(path);
            } catch (IllegalStateException e) {
                refused.add(path);
            }
        });

        assertThat(refused).hasSize(3);
    }

    @Test
    void a_line_that_leads_nowhere_does_not_let_the_server_start() {
        assertThat(catchThrowable(() -> WebServer.parts().whole().start().close()))
                .hasStackTraceContaining("leads nowhere");
    }

    @Test
    void an_endpoint_without_a_line_does_not_let_the_server_start() {
        assertThat(catchThrowable(() -> WebServer.parts()
                        .modules(routes -> routes.get("/not/in/the/table", request -> Reply.html("")))
                        .start()
                        .close()))
                .hasStackTraceContaining("is not in the access table");
    }
}
