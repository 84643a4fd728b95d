package org.plinth.web.testkit;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.plinth.web.access.AccessDecision;
import org.plinth.web.access.Custody;
import org.plinth.web.http.AccessTable;
import org.plinth.web.http.Catalogue;
import org.plinth.web.http.FailureTranslation;
import org.plinth.web.http.HttpVerticle;
import org.plinth.web.http.Limits;
import org.plinth.web.http.Listen;
import org.plinth.web.http.LoginBook;
import org.plinth.web.http.ReadLog;
import org.plinth.web.http.Request;
import org.plinth.web.http.ServerParts;
import org.plinth.web.http.SocketModule;
import org.plinth.web.http.TokenBook;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.metrics.Metrics;

/** A real server of chosen parts on a free port of 127.0.0.1. */
public final class WebServer implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HttpVerticle verticle;
    private final int port;
    private final Path uploads;

    private WebServer(ServerParts parts) {
        uploads = parts.uploadFolder();
        verticle = new HttpVerticle(parts);
        await(vertx.deployVerticle(verticle));
        port = await(verticle.port());
    }

    public static Parts parts() {
        return new Parts();
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /** Where it puts what is on its way. */
    public Path uploads() {
        return uploads;
    }

    public Browser browser() {
        return new Browser(root());
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.await(30, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it is made of. */
    public static final class Parts {
        private Limits limits = Limits.standard();
        private Clock clock = new ManualClock(Instant.parse("2026-08-06T09:00:00Z"));
        private LoginBook logins = (token, now) -> Optional.<Who>empty();
        private Catalogue texts = (key, arguments) -> key + List.of(arguments);
        private List<FailureTranslation> translations = List.of();
        private List<WebModule> modules = List.of();
        private List<SocketModule> sockets = List.of();
        private ReadLog reads = new ReadLog() {
            @Override
            public CompletionStage<Void> opened(AccessTable.Rule rule, Request request) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<Void> shown(AccessTable.Rule rule, Request request) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public void refused(Refusal refusal) {}

            @Override
            public void flush(Instant now) {}
        };
        private TokenBook tokens = TokenBook.NONE;
        private boolean behindProxy;
        private boolean whole;
        private Custody custody = new OneClinic();
        private Metrics metrics = new Metrics();

        public Parts limits(Limits value) {
            limits = value;
            return this;
        }

        public Parts clock(Clock value) {
            clock = value;
            return this;
        }

        public Parts logins(LoginBook value) {
            logins = value;
            return this;
        }

        public Parts texts(Catalogue value) {
            texts = value;
            return this;
        }

        public Parts translations(FailureTranslation... values) {
            translations = List.of(values);
            return this;
        }

        public Parts modules(WebModule... values) {
            modules = List.of(values);
            return this;
        }

        public Parts sockets(SocketModule... values) {
            sockets = List.of(values);
            return this;
        }

        /** Counts there. */
        public Parts counting(Metrics value) {
            metrics = value;
            return this;
        }

        public Parts reads(ReadLog value) {
            reads = value;
            return this;
        }

        public Parts tokens(TokenBook value) {
            tokens = value;
            return this;
        }

        public Parts behindProxy() {
            behindProxy = true;
            return this;
        }

        public Parts custody(Custody value) {
            custody = value;
            return this;
        }

        /** Every line of the access table must have an endpoint. */
        public Parts whole() {
            whole = true;
            return this;
        }

        public WebServer start() {
            try {
                Path uploads = Files.createTempDirectory("plinth-uploads");
                return new WebServer(new ServerParts(
                        new Listen("127.0.0.1", 0, Optional.empty(), behindProxy),
                        limits,
                        clock,
                        new SecureRandom(),
                        uploads,
                        logins,
                        texts,
                        new PlainPages(),
                        translations,
                        modules,
                        sockets,
                        new AccessDecision(custody),
                        whole,
                        metrics,
                        reads,
                        tokens));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
