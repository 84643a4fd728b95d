package org.plinth.web.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.plinth.web.metrics.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request: method, route as in the table (so no id, no query), status, bytes, milliseconds, and an id that the
 * reply carries too.
 */
final class RequestLog implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger("org.plinth.web.http.requests");
    private static final String ID = "plinth.request";
    private static final Set<HttpMethod> KNOWN = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);

    private final RandomGenerator random;

    private final Metrics metrics;

    RequestLog(RandomGenerator random, Metrics metrics) {
        this.random = random;
        this.metrics = metrics;
    }

    @Override
    public void handle(RoutingContext context) {
        String id = HexFormat.of().toHexDigits(random.nextLong());
        long began = System.nanoTime();
        context.put(ID, id);
        context.response().putHeader("X-Request-Id", id);
        context.addEndHandler(ignored -> ended(context, id, System.nanoTime() - began));
        context.next();
    }

    String id(RoutingContext context) {
        return Optional.<String>ofNullable(context.get(ID)).orElse("none");
    }

    private void ended(RoutingContext context, String id, long nanos) {
        // A method that nobody knows is the caller's own word.
        String method = KNOWN.contains(context.request().method())
                ? context.request().method().name()
                : "other";
        metrics.answered(method, route(context), context.response().getStatusCode(), nanos);
        log(context, id, nanos);
    }

    private static void log(RoutingContext context, String id, long nanos) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} {} {} B {} ms {}",
                    context.request().method(),
                    route(context),
                    context.response().getStatusCode(),
                    context.response().bytesWritten(),
                    TimeUnit.NANOSECONDS.toMillis(nanos),
                    id);
        }
    }

    private static String route(RoutingContext context) {
        AccessTable.Rule rule = context.get(Pipeline.RULE);
        if (rule != null) {
            return rule.path();
        }
        Route route = context.currentRoute();
        return route == null || route.getPath() == null ? "(none)" : route.getPath();
    }
}
