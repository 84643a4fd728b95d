package org.plinth.web.http;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.plinth.web.store.StoreFailure;

/** Tells the read log of requests that were turned away, with who asked as far as a login says it. Worker threads. */
final class Refusals {

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);
    private static final int SEE_LOGIN = 303;
    private static final int FORBIDDEN = 403;

    /** Answers that may carry what a record is now. */
    static final Set<Integer> SHOWING = Set.of(409, 412);

    private final ReadLog log;
    private final LoginBook logins;
    private final SessionCookie cookie;
    private final Bearer bearer;

    Refusals(ServerParts parts) {
        this.log = parts.reads();
        this.logins = parts.logins();
        this.cookie = new SessionCookie(parts.listen().isSecure());
        this.bearer = new Bearer(parts.tokens(), cookie);
    }

    /** {@code status} as it is answered: a person who is not logged in is sent to the login instead of told 401. */
    void note(RoutingContext context, Pipeline pipeline, int status) {
        int told = status == SEE_LOGIN ? 401 : status;
        Optional<AccessTable.Rule> rule = pipeline.rule(context);
        if (rule.isEmpty()) {
            return;
        }
        Exchange exchange = pipeline.exchange(context);
        if (SHOWING.contains(told)) {
            shown(context, exchange, rule.get());
        }
        // Of what is open to all only what is forbidden is noted, such as a link that is wrong.
        if (!REFUSED.contains(told) || (rule.get().open() && told != FORBIDDEN)) {
            return;
        }
        Optional<String> token = cookie.read(exchange.header("Cookie"));
        boolean program = !rule.get().open() && bearer.isShown(context.request());
        Optional<Who> who = exchange.caller()
                .or(() -> program
                        ? findProgram(context, exchange.at())
                        : token.flatMap(shown -> find(shown, exchange.at())));
        log.refused(new ReadLog.Refusal(
                rule.get(),
                told,
                context.failure() instanceof HttpFailure failure ? failure.code() : "STATUS_" + told,
                who,
                program || token.isPresent(),
                id(context),
                exchange.address(),
                Agents.family(exchange.header("User-Agent")),
                exchange.at()));
    }

    private void shown(RoutingContext context, Exchange exchange, AccessTable.Rule rule) {
        boolean carries = context.failure() instanceof StoreFailure failure
                && failure.current().isPresent();
        if (carries && exchange.caller().isPresent()) {
            try {
                // On a worker: what stands in the answer goes out only once the note is on the disk.
                log.shown(rule, exchange).toCompletableFuture().join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof StoreFailure store ? store : failed;
            }
        }
    }

    /** Nobody where the store does not answer: the refusal goes out in any case. */
    private Optional<Who> find(String token, Instant at) {
        try {
            return logins.find(token, at);
        } catch (StoreFailure failure) {
            return Optional.empty();
        }
    }

    private Optional<Who> findProgram(RoutingContext context, Instant at) {
        try {
            return bearer.known(context.request(), at);
        } catch (StoreFailure failure) {
            return Optional.empty();
        }
    }

    private static Optional<String> id(RoutingContext context) {
        return Optional.ofNullable(context.pathParam("id")).or(() -> Optional.ofNullable(context.pathParam("visitId")));
    }
}
