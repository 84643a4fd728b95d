package org.plinth.web.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import org.plinth.web.metrics.Metrics;

/** Mounts a WebSocket behind the door: login and role as anywhere, and an origin that is named and ours. */
final class SocketRoute {

    /** Policy violation. */
    private static final short LOGIN_ENDED = 1008;

    private final SocketModule module;
    private final Pipeline pipeline;
    private final Origins origins;
    private final Metrics metrics;

    SocketRoute(SocketModule module, Pipeline pipeline, Origins origins, Metrics metrics) {
        this.metrics = metrics;
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
        pipeline.work(context.vertx(), () -> admit(context, request))
                .onSuccess(session -> accept(context, session, request.who()))
                .onFailure(context::fail);
    }

    private SocketModule.Session admit(RoutingContext context, Request request) {
        SocketModule.Session session = module.admit(request);
        pipeline.opened(context, request);
        return session;
    }

    private void accept(RoutingContext context, SocketModule.Session session, Who who) {
        context.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    begin(session, socket);
                    watch(context.vertx(), socket, who);
                })
                .onFailure(cause -> {
                    if (!context.response().ended()) {
                        context.fail(400);
                    }
                });
        context.request().resume();
    }

    /** The close handler is the session's own, so whoever counts has to ask. */
    private void begin(SocketModule.Session session, ServerWebSocket socket) {
        metrics.socketOpened(socket::isClosed);
        session.begin(socket);
    }

    /** A socket outlives its request: it is closed soon after the login has ended. A lock does not touch it. */
    private void watch(Vertx vertx, ServerWebSocket socket, Who who) {
        vertx.setPeriodic(pipeline.limits().loginCheck().toMillis(), timer -> {
            if (socket.isClosed()) {
                vertx.cancelTimer(timer);
                return;
            }
            pipeline.work(vertx, () -> pipeline.door().isIn(who)).onSuccess(isIn -> closeUnless(isIn, socket));
        });
    }

    private static void closeUnless(boolean isIn, ServerWebSocket socket) {
        if (!isIn && !socket.isClosed()) {
            socket.close(LOGIN_ENDED);
        }
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
