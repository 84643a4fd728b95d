package org.plinth.web.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes a connection on which no whole head of a request came in time. A connection that sends a byte now and then is
 * never idle, so that the idle limit alone lets it wait for ever, and enough of them leave no room for others.
 */
final class ConnectionWatch implements Handler<RoutingContext> {

    private final Vertx vertx;
    private final Duration patience;
    private final Map<HttpConnection, Waiting> connections = new ConcurrentHashMap<>();

    ConnectionWatch(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /** A new connection: its first request is due. */
    void opened(HttpConnection connection) {
        Waiting waiting = new Waiting(connection);
        connections.put(connection, waiting);
        connection.closeHandler(ignored -> {
            connections.remove(connection);
            waiting.stop();
        });
        waiting.start();
    }

    /** Takes no more requests of this connection, those that are in already included. */
    void end(HttpConnection connection) {
        Optional.ofNullable(connections.get(connection)).ifPresent(Waiting::end);
    }

    /** Whether it takes no more. */
    boolean isEnding(HttpConnection connection) {
        Waiting waiting = connections.get(connection);
        return waiting != null && waiting.ending;
    }

    /** A request is there; when it is answered, the next one is due. A WebSocket is never answered. */
    @Override
    public void handle(RoutingContext context) {
        Waiting waiting = connections.get(context.request().connection());
        if (waiting != null) {
            waiting.began();
            context.addEndHandler(ignored -> waiting.ended());
        }
        context.next();
    }

    /** One connection; on its event loop. */
    private final class Waiting {
        private final HttpConnection connection;
        private Optional<Long> timer = Optional.empty();
        private int underWay;
        private boolean ending;

        Waiting(HttpConnection connection) {
            this.connection = connection;
        }

        void began() {
            underWay++;
            stop();
        }

        void ended() {
            underWay--;
            if (underWay == 0 && connections.containsKey(connection)) {
                start();
            }
        }

        void end() {
            ending = true;
        }

        void start() {
            stop();
            timer = Optional.of(vertx.setTimer(patience.toMillis(), ignored -> connection.close()));
        }

        void stop() {
            timer.ifPresent(vertx::cancelTimer);
            timer = Optional.empty();
        }
    }
}
