package org.plinth.web.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request: method, route as in the table (so no id, no query), status, bytes, milliseconds, and an id that the
 * reply carries too.
 */
final class RequestLog implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger("org.plinth.web.http.requests");
    private static final String ID = "plinth.request";

    private final RandomGenerator random;

    RequestLog(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void handle(RoutingContext context) {
        String id = HexFormat.of().toHexDigits(random.nextLong());
        long began = System.nanoTime();
        context.put(ID, id);
        context.response().putHeader("X-Request-Id", id);
        context.addEndHandler(ignored -> log(context, id, began));
        context.next();
    }

    String id(RoutingContext context) {
        return Optional.<String>ofNullable(context.get(ID)).orElse("none");
    }

    private static void log(RoutingContext context, String id, long began) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} {} {} B {} ms {}",
                    context.request().method(),
                    route(context),
                    context.response().getStatusCode(),
                    context.response().bytesWritten(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
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
