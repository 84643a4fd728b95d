package org.plinth.web.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The server: one router, one door, one failure handler. Deployed once. */
public final class HttpVerticle extends VerticleBase {

    private static final int IDLE_SECONDS = 75;
    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final int MAX_LINE_BYTES = 4 << 10;
    private static final int MAX_FORM_FIELD_BYTES = 64 << 10;
    private static final int MAX_SOCKET_MESSAGE_BYTES = 64 << 10;
    private static final long GRACE_SECONDS = 10;

    private final ServerParts parts;
    private final SecurityHeaders headers;
    private final RequestLog requestLog;
    private final Failures failures;
    private final Origins origins;
    private final Refusals refusals;
    private final Promise<Integer> port = Promise.promise();
    private Optional<HttpServer> server = Optional.empty();
    private Optional<Pipeline> pipeline = Optional.empty();

    /** A server of these parts. */
    public HttpVerticle(ServerParts parts) {
        this.parts = parts;
        this.headers = new SecurityHeaders(parts.listen().isSecure());
        this.requestLog = new RequestLog(parts.random(), parts.metrics());
        this.failures = new Failures(parts.texts(), parts.pages(), parts.translations());
        this.origins = new Origins(parts.listen());
        this.refusals = new Refusals(parts);
    }

    /** The port it listens on, once it does. */
    public Future<Integer> port() {
        return port.future();
    }

    @Override
    public Future<?> start() {
        ConnectionWatch watch = new ConnectionWatch(vertx, parts.limits().headTime());
        HttpServer made = vertx.createHttpServer(options())
                .connectionHandler(watch::opened)
                .requestHandler(unambiguous(router(watch), watch))
                .invalidRequestHandler(this::invalid);
        server = Optional.of(made);
        return made.listen()
                .onSuccess(listening -> port.complete(listening.actualPort()))
                .onFailure(port::fail);
    }

    /** Takes no more, finishes what it has, then closes. */
    @Override
    public Future<?> stop() {
        return server.map(running -> running.shutdown(GRACE_SECONDS, TimeUnit.SECONDS))
                .orElseGet(Future::succeededFuture)
                .eventually(this::worked);
    }

    /** What nobody waits for any more is ended all the same, unless it takes too long. */
    private Future<Void> worked() {
        return pipeline.map(made -> made.unfinished().none().timeout(GRACE_SECONDS, TimeUnit.SECONDS))
                .orElseGet(Future::succeededFuture);
    }

    private HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(parts.listen().bind())
                .setPort(parts.listen().port())
                .setIdleTimeout(IDLE_SECONDS)
                .setCompressionSupported(true)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setMaxInitialLineLength(MAX_LINE_BYTES)
                .setMaxFormAttributeSize(MAX_FORM_FIELD_BYTES)
                .setMaxWebSocketFrameSize(MAX_SOCKET_MESSAGE_BYTES)
                .setMaxWebSocketMessageSize(MAX_SOCKET_MESSAGE_BYTES)
                // Its upgrade from HTTP/1.1 passes by proxies that judge paths and headers; nobody needs it here.
                .setHttp2ClearTextEnabled(false)
                // A compressed message of a few bytes could unpack to any size; ours are small.
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketSubProtocols(
                        parts.sockets().stream().map(SocketModule::protocol).toList());
        parts.listen().tls().ifPresent(tls -> options.setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(tls.certificate().toString())
                        .setKeyPath(tls.key().toString()))
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3")));
        return options;
    }

    private Router router(ConnectionWatch watch) {
        Router router = Router.router(vertx);
        router.route().handler(watch).handler(headers).handler(requestLog).handler(this::knownHost);
        SessionCookie cookie = new SessionCookie(parts.listen().isSecure());
        Door door = new Door(parts.logins(), cookie, origins, parts.access(), new Bearer(parts.tokens(), cookie));
        Pipeline made = new Pipeline(vertx, router, door, parts);
        pipeline = Optional.of(made);
        parts.modules().forEach(module -> module.mount(made));
        parts.sockets().forEach(socket -> new SocketRoute(socket, made, origins, parts.metrics()).mount(router));
        if (parts.whole()) {
            made.checkWhole();
        }
        router.route().failureHandler(context -> fail(context, made));
        List.of(400, 404, 405, 413, 414, 415, 500)
                .forEach(status -> router.errorHandler(status, context -> fail(context, made)));
        return router;
    }

    /**
     * A request that two readers could take for two different ones is not routed, and ends its connection: no host or more
     * than one (RFC 9112, 3.2), or a body in another form than chunks or a length (6.3).
     */
    private Handler<HttpServerRequest> unambiguous(Router router, ConnectionWatch watch) {
        return request -> {
            List<String> encodings = request.headers().getAll("Transfer-Encoding");
            boolean framed =
                    encodings.isEmpty() || (encodings.size() == 1 && "chunked".equalsIgnoreCase(encodings.get(0)));
            boolean named = request.authority() != null
                    && request.headers().getAll("Host").size() <= 1;
            if (watch.isEnding(request.connection())) {
                return;
            }
            if (framed && named) {
                router.handle(request);
            } else {
                watch.end(request.connection());
                headers.put(request.response().headers());
                end(request, 400);
            }
        };
    }

    private static void end(HttpServerRequest request, int status) {
        request.response()
                .putHeader("Connection", "close")
                .setStatusCode(status)
                .end()
                .onComplete(ignored -> request.connection().close());
    }

    private void knownHost(RoutingContext context) {
        if (origins.isKnownHost(context.request())) {
            context.next();
        } else {
            context.fail(new HttpFailure(421, "UNKNOWN_HOST", Optional.empty(), "http.unknownHost"));
        }
    }

    private void fail(RoutingContext context, Pipeline pipeline) {
        if (context.response().headWritten()) {
            context.request().connection().close();
            return;
        }
        boolean bodyIsIn = context.request().isEnded();
        String id = requestLog.id(context);
        boolean page = wantsPage(context, pipeline);
        pipeline.work(
                        vertx,
                        () -> refused(context, pipeline, failures.answer(context, pipeline.caller(context), id, page)))
                .onSuccess(reply -> {
                    if (context.response().headWritten()) {
                        // Too late and too large at once: the first of the two was told.
                        return;
                    }
                    if (!bodyIsIn) {
                        // What is left of the body is not read: the connection cannot be used again.
                        context.response().putHeader("Connection", "close");
                    }
                    pipeline.sender().send(context, reply);
                    context.request().resume();
                })
                .onFailure(cause -> context.request().connection().close());
    }

    private Reply refused(RoutingContext context, Pipeline pipeline, Reply answer) {
        refusals.note(context, pipeline, answer.status());
        return answer;
    }

    private static boolean wantsPage(RoutingContext context, Pipeline pipeline) {
        boolean program = pipeline.rule(context)
                .map(rule -> rule.program() || rule.path().startsWith("/fhir/"))
                .orElse(context.normalizedPath().startsWith("/api/")
                        || context.normalizedPath().startsWith("/fhir/"));
        String accept = context.request().getHeader("Accept");
        return !program && accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }

    /** What is no HTTP at all never reaches the router, and what follows on its connection cannot be trusted. */
    private void invalid(HttpServerRequest request) {
        headers.put(request.response().headers());
        request.response().putHeader("Connection", "close").endHandler(ignored -> request.connection()
                .close());
        HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
    }
}
