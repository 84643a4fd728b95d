package org.plinth.web.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;

/** Mounts a WebSocket behind the door: login and role as anywhere, and an origin that is named and ours. */
final class SocketRoute {

    private final SocketModule module;
    private final Pipeline pipeline;
    private final Origins origins;

    SocketRoute(SocketModule module, Pipeline pipeline, Origins origins) {
        this.module = module;
        this.pipeline = pipeline;
        this.origins = origins;
    }

    void mount(Router router) {
        AccessTable.Rule rule = pipeline.claim("GET", module.path());
        router.get(module.path())
                .handler(context -> pipeline.enter(context, rule))
                .handler(this::upgrade);
    }

    private void upgrade(RoutingContext context) {
        if (!isUpgrade(context)) {
            context.fail(new HttpFailure(426, "NO_SOCKET", Optional.empty(), "http.noSocket"));
            return;
        }
        if (!origins.isNamedOurs(context.request())) {
            context.fail(Door.foreign());
            return;
        }
        context.request().pause();
        Request request = pipeline.exchange(context);
        pipeline.work(context.vertx(), () -> module.admit(request))
                .onSuccess(session -> accept(context, session))
                .onFailure(context::fail);
    }

    private static void accept(RoutingContext context, SocketModule.Session session) {
        context.request().toWebSocket().onSuccess(session::begin).onFailure(cause -> {
            if (!context.response().ended()) {
                context.fail(400);
            }
        });
        context.request().resume();
    }

    private boolean isUpgrade(RoutingContext context) {
        String upgrade = context.request().getHeader("Upgrade");
        String offered = context.request().getHeader("Sec-WebSocket-Protocol");
        // 13 is the standard (RFC 6455); the drafts before it frame otherwise.
        return "websocket".equalsIgnoreCase(upgrade)
                && "13".equals(context.request().getHeader("Sec-WebSocket-Version"))
                && offered != null
                && Arrays.stream(offered.split(",")).map(String::strip).anyMatch(module.protocol()::equals);
    }
}
