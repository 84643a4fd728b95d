package org.plinth.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the text format as Prometheus describes it. */
class MetricsTest {

    private final Metrics metrics = new Metrics();

    @Test
    void answers_are_counted_by_method_route_and_status_and_timed_by_route() {
        metrics.answered("GET", "/patients/:id", 200, TimeUnit.MILLISECONDS.toNanos(7));
        metrics.answered("GET", "/patients/:id", 200, TimeUnit.MILLISECONDS.toNanos(300));
        metrics.answered("POST", "/login", 429, TimeUnit.SECONDS.toNanos(11));

        assertThat(metrics.text().lines())
                .contains(
                        "# TYPE plinth_http_requests_total counter",
                        "plinth_http_requests_total{method=\"GET\",route=\"/patients/:id\",status=\"200\"} 2",
                        "plinth_http_requests_total{method=\"POST\",route=\"/login\",status=\"429\"} 1",
                        "# TYPE plinth_http_request_seconds histogram",
                        "plinth_http_request_seconds_bucket{route=\"/patients/:id\",le=\"0.005\"} 0",
                        "plinth_http_request_seconds_bucket{route=\"/patients/:id\",le=\"0.01\"} 1",
                        "plinth_http_request_seconds_bucket{route=\"/patients/:id\",le=\"0.25\"} 1",
                        "plinth_http_request_seconds_bucket{route=\"/patients/:id\",le=\"0.5\"} 2",
                        "plinth_http_request_seconds_bucket{route=\"/patients/:id\",le=\"+Inf\"} 2",
                        "plinth_http_request_seconds_sum{route=\"/patients/:id\"} 0.307",
                        "plinth_http_request_seconds_count{route=\"/patients/:id\"} 2",
                        "plinth_http_request_seconds_bucket{route=\"/login\",le=\"10\"} 0",
                        "plinth_http_request_seconds_bucket{route=\"/login\",le=\"+Inf\"} 1");
    }

    @Test
    void what_is_not_known_is_absent_and_never_zero() {
        metrics.gauge("plinth_known", "Known.", () -> OptionalDouble.of(1.5));
        metrics.gauge("plinth_unknown", "Not known.", OptionalDouble::empty);

        assertThat(metrics.text())
                .contains("# TYPE plinth_known gauge\nplinth_known 1.5\n")
                .doesNotContain("plinth_unknown");
    }

    @Test
    void a_label_cannot_forge_a_line() {
        metrics.answered("GET", "a\"} 1\nplinth_forged 1\\", 200, 1);

        assertThat(metrics.text())
                .contains("route=\"a\\\"} 1\\nplinth_forged 1\\\\\"")
                .doesNotContain("\nplinth_forged");
    }

    @Test
    void every_line_is_of_the_format() {
        metrics.answered("GET", "/x", 200, 5);
        metrics.counter("plinth_rows_total", "Rows.", () -> OptionalDouble.of(12));

        assertThat(metrics.text().lines())
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-z_]+ .+")
                        || line.matches("[a-z_]+(\\{([a-z]+=\"[^\"]*\",?)+\\})? [0-9.E+-]+"));
    }

    @Test
    void no_count_is_lost_between_threads() {
        IntStream.range(0, 20_000).parallel().forEach(i -> metrics.answered("GET", "/x", 200, i));

        assertThat(metrics.text())
                .contains("plinth_http_requests_total{method=\"GET\",route=\"/x\",status=\"200\"} 20000\n")
                .contains("plinth_http_request_seconds_count{route=\"/x\"} 20000\n");
    }
}
