package org.plinth.web.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Mounts endpoints behind the door: login and role before the body is read, token after it, then the endpoint on a
 * worker thread.
 */
final class Pipeline implements Routes {

    /** Answers that show what was asked for, whole, in part or as known. */
    private static final Set<Integer> SHOWS = Set.of(200, 206, 304);

    private static final String CALLER = "plinth.caller";
    static final String RULE = "plinth.rule";
    private static final String BODY_IS_IN = "plinth.bodyIsIn";

    /** For the last bytes of a file, once they are here. */
    private static final Duration WRITING = Duration.ofSeconds(3);

    private final Router router;
    private final Door door;
    private final Limits limits;
    private final Clock clock;
    private final Path uploadFolder;
    private final boolean behindProxy;
    private final WorkerExecutor pool;
    private final Unfinished unfinished = new Unfinished();
    private final Sender sender;
    private final RequestRates rates;
    private final ReadLog reads;
    private final Set<AccessTable.Rule> mounted = new LinkedHashSet<>();

    Pipeline(Vertx vertx, Router router, Door door, ServerParts parts) {
        this.router = router;
        this.door = door;
        this.limits = parts.limits();
        this.clock = parts.clock();
        this.uploadFolder = parts.uploadFolder();
        this.behindProxy = parts.listen().behindProxy();
        this.pool = vertx.createSharedWorkerExecutor("plinth-work", limits.workers());
        this.reads = parts.reads();
        this.rates = new RequestRates(behindProxy);
        this.sender = new Sender(this::work, uploadFolder);
    }

    @Override
    public void get(String path, Endpoint endpoint) {
        AccessTable.Rule rule = claim("GET", path);
        Route route = router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
        route.handler(context -> enter(context, rule)).handler(context -> answer(context, endpoint));
    }

    @Override
    public void post(String path, Endpoint endpoint) {
        AccessTable.Rule rule = claim("POST", path);
        BodyHandler body = bodyHandler(rule);
        router.post(path)
                .handler(context -> enter(context, rule))
                .handler(context -> awaitBody(context, rule))
                // Not mounted as such: Vert.x wants body handlers first, and here the door comes first.
                .handler(context -> body.handle(context))
                .handler(context -> token(context, rule))
                .handler(context -> answer(context, endpoint));
    }

    /**
     * The rule of a route that is mounted outside, for a socket; claimed all the same.
     *
     * @throws IllegalStateException if the table has no such line, nobody knows what its path names, or it is mounted already
     */
    AccessTable.Rule claim(String method, String path) {
        AccessTable.Rule rule = AccessTable.find(method, path)
                .orElseThrow(() -> new IllegalStateException(method + " " + path + " is not in the access table"));
        rule.need();
        if (!mounted.add(rule)) {
            throw new IllegalStateException(method + " " + path + " is mounted twice");
        }
        return rule;
    }

    /**
     * Holds the table to what is mounted.
     *
     * @throws IllegalStateException if a line of it has no endpoint
     */
    void checkWhole() {
        for (AccessTable.Rule rule : AccessTable.rules()) {
            if (!mounted.contains(rule)) {
                throw new IllegalStateException(
                        rule.method() + " " + rule.path() + " is in the access table and leads nowhere");
            }
        }
    }

    <T> Future<T> work(Vertx vertx, Callable<T> work) {
        return unfinished.counted(pool.executeBlocking(work, false));
    }

    /** What was handed to workers and has not ended. */
    Unfinished unfinished() {
        return unfinished;
    }

    Sender sender() {
        return sender;
    }

    Limits limits() {
        return limits;
    }

    Door door() {
        return door;
    }

    Optional<Who> caller(RoutingContext context) {
        Optional<Who> caller = context.get(CALLER);
        return caller == null ? Optional.empty() : caller;
    }

    Optional<AccessTable.Rule> rule(RoutingContext context) {
        return Optional.ofNullable(context.get(RULE));
    }

    /** Lets in, before a byte of the body is read. */
    void enter(RoutingContext context, AccessTable.Rule rule) {
        context.put(RULE, rule);
        context.request().pause();
        Instant now = clock.instant();
        Optional<Duration> wait = rates.ofAddress(address(context), now);
        if (wait.isPresent()) {
            context.fail(HttpFailure.tooMany(wait.get()));
            return;
        }
        Map<String, String> parts = Map.copyOf(context.pathParams());
        work(context.vertx(), () -> door.enter(context.request(), rule, parts, now, address(context)))
                .onSuccess(caller -> entered(context, caller, rule))
                .onFailure(context::fail);
    }

    private void entered(RoutingContext context, Optional<Who> caller, AccessTable.Rule rule) {
        context.put(CALLER, caller);
        Optional<Duration> wait = caller.flatMap(who -> rates.ofLogin(who, address(context), rule, clock.instant()));
        if (wait.isPresent()) {
            context.fail(HttpFailure.tooMany(wait.get()));
            return;
        }
        context.request().resume();
        context.next();
    }

    /** Ends a request whose body does not come. */
    private void awaitBody(RoutingContext context, AccessTable.Rule rule) {
        Duration time = rule.upload() ? limits.uploadTime() : limits.bodyTime();
        long timer = context.vertx().setTimer(time.toMillis(), ignored -> context.fail(408));
        context.put("plinth.timer", timer);
        context.addEndHandler(ignored -> context.vertx().cancelTimer(timer));
        if (rule.upload()) {
            context.request().end().onSuccess(ignored -> awaitFiles(context));
        }
        context.next();
    }

    /** A form that breaks off inside a file has come in whole and yet never ends: its files get a moment to be written, no more. */
    private static void awaitFiles(RoutingContext context) {
        long timer = context.vertx().setTimer(WRITING.toMillis(), ignored -> {
            if (context.get(BODY_IS_IN) == null) {
                context.fail(400);
            }
        });
        context.addEndHandler(ignored -> context.vertx().cancelTimer(timer));
    }

    private BodyHandler bodyHandler(AccessTable.Rule rule) {
        return BodyHandler.create(uploadFolder.toString())
                .setHandleFileUploads(rule.upload())
                .setDeleteUploadedFilesOnEnd(true)
                .setBodyLimit(rule.mostBytes(limits));
    }

    private void token(RoutingContext context, AccessTable.Rule rule) {
        context.put(BODY_IS_IN, true);
        Long timer = context.get("plinth.timer");
        if (timer != null) {
            context.vertx().cancelTimer(timer);
        }
        if (!rule.open()) {
            Exchange exchange = exchange(context);
            door.token(exchange.who(), exchange.tokenShown());
            if (rule.proved()) {
                door.proof(exchange.who(), clock.instant());
            }
        }
        context.next();
    }

    private void answer(RoutingContext context, Endpoint endpoint) {
        Exchange exchange = exchange(context);
        Context loop = context.vertx().getOrCreateContext();
        // The disk is waited for by no thread: the next request is worked on meanwhile.
        Future<Reply> shown = pool.executeBlocking(() -> noted(context, exchange, endpoint.answer(exchange)), false)
                .compose(noted ->
                        Future.fromCompletionStage(noted.onDisk(), loop).map(noted.reply()));
        unfinished
                .counted(shown)
                .onSuccess(reply -> sender.send(context, reply))
                .onFailure(context::fail);
    }

    /** What is about to be shown, and when the note about it is on the disk; where that fails, the failure is shown instead. */
    private record Noted(Reply reply, CompletionStage<Void> onDisk) {}

    private Noted noted(RoutingContext context, Exchange exchange, Reply reply) {
        Optional<CompletionStage<Void>> onDisk = Optional.empty();
        if (SHOWS.contains(reply.status())) {
            onDisk = rule(context).map(rule -> reads.opened(rule, exchange));
        } else if (Refusals.SHOWING.contains(reply.status())) {
            onDisk = rule(context).filter(rule -> !rule.open()).map(rule -> reads.shown(rule, exchange));
        }
        return new Noted(reply, onDisk.orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    /** Notes that a route which is mounted outside is about to be shown; done when the note is on the disk. */
    CompletionStage<Void> opened(RoutingContext context, Request request) {
        return rule(context)
                .map(rule -> reads.opened(rule, request))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Whether who opened a socket there may keep it. Blocks. */
    boolean mayStay(Who who, AccessTable.Rule rule, Map<String, String> parts) {
        return door.mayStay(who, rule, parts, clock.instant());
    }

    Exchange exchange(RoutingContext context) {
        return new Exchange(context, caller(context), clock.instant(), address(context));
    }

    private String address(RoutingContext context) {
        String peer = context.request().remoteAddress().hostAddress();
        return behindProxy ? ForwardedFor.address(context.request().headers().getAll("X-Forwarded-For"), peer) : peer;
    }
}
