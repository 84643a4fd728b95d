package org.plinth.web.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import org.plinth.calibration.settle.SettlingState;
import org.plinth.web.capture.Bench;
import org.plinth.web.capture.BenchState;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.http.Catalogue;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.Request;
import org.plinth.web.http.SocketModule;
import org.plinth.web.store.Store;

/**
 * WebSocket {@code /bench/:sensorId}, subprotocol {@code plinth.bench.1}: ten times a second what a sensor on the bench says, as JSON. While it is
 * open and answers pings, the bench's hold is renewed. A page that sends anything is cut off.
 */
public final class BenchRoute implements SocketModule {

    static final String PROTOCOL = "plinth.bench.1";

    private static final long EVERY_MILLIS = 100;
    private static final int PING_EVERY = 20;
    private static final int PATIENCE = 3;
    private static final short NOT_ACCEPTED = 1003;

    private final Store store;
    private final Bench bench;
    private final Catalogue texts;

    /** Over this bench. */
    public BenchRoute(Store store, Bench bench, Catalogue texts) {
        this.store = store;
        this.bench = bench;
        this.texts = texts;
    }

    @Override
    public String path() {
        return "/bench/:sensorId";
    }

    @Override
    public String protocol() {
        return PROTOCOL;
    }

    @Override
    public Session admit(Request request) {
        Id<Sensor> id = request.id("sensorId");
        Sensor sensor = store.read(stores -> stores.sensors().find(request.who().clinicId(), id))
                .orElseThrow(HttpFailure::notFound);
        return socket -> begin(socket, sensor);
    }

    private void begin(ServerWebSocket socket, Sensor sensor) {
        Context loop = Vertx.currentContext();
        SignsOfLife signs = new SignsOfLife(socket, PATIENCE);
        bench.heartbeat(sensor.id());
        int[] ticks = {0};
        long timer = loop.owner().setPeriodic(EVERY_MILLIS, ignored -> {
            ticks[0]++;
            if (ticks[0] % PING_EVERY == 0 && signs.ask()) {
                bench.heartbeat(sensor.id());
            }
            if (!socket.isClosed() && !socket.writeQueueFull()) {
                socket.writeTextMessage(message(bench.state(sensor)).toString());
            }
        });
        socket.textMessageHandler(ignored -> socket.close(NOT_ACCEPTED));
        socket.binaryMessageHandler(ignored -> socket.close(NOT_ACCEPTED));
        socket.exceptionHandler(ignored -> socket.close());
        socket.closeHandler(ignored -> loop.owner().cancelTimer(timer));
    }

    private ObjectNode message(BenchState state) {
        ObjectNode json = Json.object().put("type", "bench").put("connected", state.connected());
        state.reading().ifPresent(reading -> json.put("reading", reading));
        SettlingState settling = state.settling();
        String name = settling.getClass().getSimpleName();
        json.put("settled", settling instanceof SettlingState.Settled);
        if (settling instanceof SettlingState.Filling filling) {
            json.put("share", filling.share());
        }
        return json.put("words", texts.text(state.connected() ? "sensor.bench." + name : "sensor.bench.away"));
    }
}
