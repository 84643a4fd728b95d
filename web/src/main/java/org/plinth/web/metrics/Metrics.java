package org.plinth.web.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What a server counts, and what it can say about itself when asked. Labels come from the table of routes and from HTTP
 * itself, never from a request's own path. Any thread; counting takes no lock.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus, text format 0.0.4</a>
 */
public final class Metrics {

    /** Upper bounds of the latency's buckets [s]. */
    private static final double[] BOUNDS_S = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<Answered, LongAdder> answered = new ConcurrentHashMap<>();
    private final Map<String, Latency> latencies = new ConcurrentHashMap<>();
    private final List<Gauge> gauges = new CopyOnWriteArrayList<>();
    private final Set<BooleanSupplier> sockets = ConcurrentHashMap.newKeySet();

    /** Begins with what it counts itself. */
    public Metrics() {
        gauge(
                "plinth_live_sockets",
                "Live pages and bridges that are connected.",
                () -> OptionalDouble.of(liveSockets()));
    }

    private record Answered(String method, String route, int status) {}

    private record Gauge(String name, String type, String help, Supplier<OptionalDouble> value) {}

    private static final class Latency {
        private final LongAdder[] counts = new LongAdder[BOUNDS_S.length + 1];
        private final LongAdder nanos = new LongAdder();

        Latency() {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = new LongAdder();
            }
        }

        void add(long took) {
            double seconds = took / NANOS_PER_SECOND;
            int bucket = 0;
            while (bucket < BOUNDS_S.length && seconds > BOUNDS_S[bucket]) {
                bucket++;
            }
            counts[bucket].increment();
            nanos.add(took);
        }
    }

    /**
     * Counts an answer.
     *
     * @param method of HTTP
     * @param route as in the table of routes, without ids
     * @param status of the answer
     * @param nanos from request to answer
     */
    public void answered(String method, String route, int status, long nanos) {
        answered.computeIfAbsent(new Answered(method, route, status), key -> new LongAdder())
                .increment();
        latencies.computeIfAbsent(route, key -> new Latency()).add(nanos);
    }

    /** A live page or a bridge came; {@code closed} tells whether it went. */
    public void socketOpened(BooleanSupplier closed) {
        liveSockets();
        sockets.add(closed);
    }

    private double liveSockets() {
        sockets.removeIf(BooleanSupplier::getAsBoolean);
        return sockets.size();
    }

    /** Something that goes up and down; empty while it is not known. */
    public void gauge(String name, String help, Supplier<OptionalDouble> value) {
        gauges.add(new Gauge(name, "gauge", help, value));
    }

    /** Something that only goes up. */
    public void counter(String name, String help, Supplier<OptionalDouble> value) {
        gauges.add(new Gauge(name, "counter", help, value));
    }

    /** All of it. */
    public String text() {
        StringBuilder text = new StringBuilder(4096);
        head(text, "plinth_http_requests_total", "counter", "Requests by method, route and status.");
        sorted(answered, key -> key.route() + " " + key.method() + " " + key.status())
                .forEach((label, entry) -> text.append("plinth_http_requests_total{method=\"")
                        .append(escaped(entry.getKey().method()))
                        .append("\",route=\"")
                        .append(escaped(entry.getKey().route()))
                        .append("\",status=\"")
                        .append(entry.getKey().status())
                        .append("\"} ")
                        .append(entry.getValue().sum())
                        .append('\n'));
        head(text, "plinth_http_request_seconds", "histogram", "From request to answer, by route.");
        sorted(latencies, key -> key).forEach((route, entry) -> histogram(text, route, entry.getValue()));
        for (Gauge gauge : gauges) {
            OptionalDouble value = gauge.value().get();
            if (value.isPresent()) {
                head(text, gauge.name(), gauge.type(), gauge.help());
                text.append(gauge.name())
                        .append(' ')
                        .append(number(value.getAsDouble()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static <K, V> Map<String, Map.Entry<K, V>> sorted(
            Map<K, V> map, java.util.function.Function<K, String> label) {
        Map<String, Map.Entry<K, V>> sorted = new TreeMap<>();
        List<Map.Entry<K, V>> entries = new ArrayList<>(map.entrySet());
        entries.forEach(entry -> sorted.put(label.apply(entry.getKey()), entry));
        return sorted;
    }

    private static void histogram(StringBuilder text, String route, Latency latency) {
        String label = "{route=\"" + escaped(route) + "\"";
        long sum = 0;
        for (int i = 0; i < latency.counts.length; i++) {
            sum += latency.counts[i].sum();
            String bound = i < BOUNDS_S.length ? number(BOUNDS_S[i]) : "+Inf";
            text.append("plinth_http_request_seconds_bucket")
                    .append(label)
                    .append(",le=\"")
                    .append(bound)
                    .append("\"} ")
                    .append(sum)
                    .append('\n');
        }
        text.append("plinth_http_request_seconds_sum")
                .append(label)
                .append("} ")
                .append(number(latency.nanos.sum() / NANOS_PER_SECOND))
                .append('\n');
        text.append("plinth_http_request_seconds_count")
                .append(label)
                .append("} ")
                .append(sum)
                .append('\n');
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static String number(double value) {
        return value == (long) value ? Long.toString((long) value) : Double.toString(value);
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
