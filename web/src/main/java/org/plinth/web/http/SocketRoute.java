package org.plinth.web.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.plinth.web.metrics.Metrics;

/** Mounts a WebSocket behind the door: login and role as anywhere, and an origin that is named and ours. */
final class SocketRoute {

    /** Policy violation. */
    private static final short LOGIN_ENDED = 1008;

    private final SocketModule module;
    private final Pipeline pipeline;
    private final Origins origins;
    private final Metrics metrics;
    private final OpenedSockets opened = new OpenedSockets();

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
                .handler(context -> upgrade(context, rule));
    }

    private void upgrade(RoutingContext context, AccessTable.Rule rule) {
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
        Context loop = context.vertx().getOrCreateContext();
        pipeline.work(context.vertx(), () -> admit(context, request, rule))
                .compose(admitted ->
                        Future.fromCompletionStage(admitted.onDisk(), loop).map(admitted.session()))
                .onSuccess(session -> accept(context, session, request.who(), rule))
                .onFailure(context::fail);
    }

    private record Admitted(SocketModule.Session session, CompletionStage<Void> onDisk) {}

    private Admitted admit(RoutingContext context, Request request, AccessTable.Rule rule) {
        opened.require(request.who(), rule, context.request().path());
        return new Admitted(module.admit(request), pipeline.opened(context, request));
    }

    private void accept(RoutingContext context, SocketModule.Session session, Who who, AccessTable.Rule rule) {
        Map<String, String> parts = Map.copyOf(context.pathParams());
        context.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    begin(session, socket);
                    watch(context.vertx(), socket, who, rule, parts);
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

    /** A socket outlives its request: it is closed soon after the login or the right to it has ended. A lock does not touch it. */
    private void watch(Vertx vertx, ServerWebSocket socket, Who who, AccessTable.Rule rule, Map<String, String> parts) {
        vertx.setPeriodic(pipeline.limits().loginCheck().toMillis(), timer -> {
            if (socket.isClosed()) {
                vertx.cancelTimer(timer);
                return;
            }
            pipeline.work(vertx, () -> pipeline.mayStay(who, rule, parts)).onSuccess(may -> closeUnless(may, socket));
        });
    }

    private static void closeUnless(boolean may, ServerWebSocket socket) {
        if (!may && !socket.isClosed()) {
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
