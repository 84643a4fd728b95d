package org.plinth.web.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import org.plinth.web.capture.LiveFeed;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Catalogue;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Request;
import org.plinth.web.http.SocketModule;
import org.plinth.web.store.Store;
import org.plinth.web.visit.VisitDesk;

/**
 * WebSocket {@code /live/:visitId}, subprotocol {@code plinth.live.1}. While it is open and answers pings, the visit's hold on its sensor is
 * renewed. 404 for a visit that is not there; a page that sends anything is cut off, because it has nothing to say here.
 */
public final class LiveRoute implements SocketModule {

    static final String PROTOCOL = "plinth.live.1";

    /** A hold is stale after 5 s without a sign of life. */
    private static final long HEARTBEAT_MILLIS = 2000;

    /** Pings. */
    private static final int PATIENCE = 3;

    private static final short NOT_ACCEPTED = 1003;

    private final Store store;
    private final VisitDesk desk;
    private final Catalogue texts;

    /** Over this desk. */
    public LiveRoute(Store store, VisitDesk desk, Catalogue texts) {
        this.store = store;
        this.desk = desk;
        this.texts = texts;
    }

    @Override
    public String path() {
        return "/live/:visitId";
    }

    @Override
    public String protocol() {
        return PROTOCOL;
    }

    @Override
    public Session admit(Request request) {
        Id<Visit> visit = request.id("visitId");
        Visit found = store.read(stores -> stores.visits().find(request.who().clinicId(), visit))
                .orElseThrow(HttpFailure::notFound);
        LiveFeed feed = desk.feed(request.who().clinicId(), found.id());
        return socket -> begin(socket, found.id(), feed);
    }

    private void begin(ServerWebSocket socket, Id<Visit> visit, LiveFeed feed) {
        Context loop = Vertx.currentContext();
        LiveFeed.Subscription subscription = feed.subscribe(new LiveConnection(socket, loop, texts));
        SignsOfLife signs = new SignsOfLife(socket, PATIENCE);
        desk.heartbeat(visit);
        long timer = loop.owner().setPeriodic(HEARTBEAT_MILLIS, ignored -> {
            if (signs.ask()) {
                desk.heartbeat(visit);
            }
        });
        socket.textMessageHandler(ignored -> socket.close(NOT_ACCEPTED));
        socket.binaryMessageHandler(ignored -> socket.close(NOT_ACCEPTED));
        socket.exceptionHandler(ignored -> socket.close());
        socket.closeHandler(ignored -> {
            loop.owner().cancelTimer(timer);
            subscription.close();
        });
    }
}
