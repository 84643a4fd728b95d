package org.plinth.web.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.web.http.Json;
import org.plinth.web.testkit.Browser;

/** A page that lends its Bluetooth, by docs/data-format.md §5 alone; any link is the device that it reaches. */
final class PageWithBluetooth implements WebSocket.Listener, LinkListener, AutoCloseable {

    private static final int HEAD = 32;

    private final BleLink device;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<WebSocket> socket;
    private final List<Long> acknowledged = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private int seq;

    PageWithBluetooth(Browser browser, BleLink device) {
        this.device = device;
        socket = browser.socket("plinth.bridge.1", "/bridge", Optional.of(browser.origin()), this);
    }

    void open(String bridge, String deviceId, String name) {
        say(Json.object()
                .put("type", "open")
                .put("bridge", bridge)
                .put("slot", 0)
                .put("device", deviceId)
                .put("name", name)
                .put("later", "passed over"));
    }

    void say(JsonNode message) {
        socket.join().sendText(message.toString(), true).join();
    }

    void sendBinary(byte[] message) {
        socket.join().sendBinary(ByteBuffer.wrap(message), true).join();
    }

    int closeCode() {
        return closed.join();
    }

    List<Long> acknowledged() {
        return acknowledged;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            JsonNode message = Json.read(text.toString());
            text.setLength(0);
            thread.execute(() -> take(message));
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void take(JsonNode message) {
        if (message.path("type").asText().equals("ack")) {
            acknowledged.add(message.path("seq").asLong());
        } else if (message.path("type").asText().equals("command")) {
            ObjectNode reply = Json.object()
                    .put("type", "reply")
                    .put("slot", 0)
                    .put("op", message.path("op").asInt());
            say(reply.put("ok", obey(message, reply)));
        }
    }

    private boolean obey(JsonNode command, ObjectNode reply) {
        try {
            switch (command.path("do").asText()) {
                case "connect" -> {
                    device.connect(this);
                    ArrayNode all = reply.putArray("characteristics");
                    device.notifying().forEach(one -> all.addObject()
                            .put("service", one.service().toString())
                            .put("characteristic", one.characteristic().toString()));
                }
                case "read" ->
                    reply.put(
                            "bytes",
                            HexFormat.of()
                                    .formatHex(device.read(at(command, "service"), at(command, "characteristic"))));
                case "subscribe" -> device.subscribe(at(command, "service"), at(command, "characteristic"));
                case "write" ->
                    device.write(
                            at(command, "service"),
                            at(command, "characteristic"),
                            HexFormat.of().parseHex(command.path("bytes").asText()));
                case "disconnect" -> device.close();
                default -> throw new AssertionError("the server asked for " + command);
            }
            return true;
        } catch (SensorException failed) {
            return false;
        }
    }

    private static UUID at(JsonNode command, String field) {
        return UUID.fromString(command.path(field).asText());
    }

    @Override
    public void packet(Packet packet) {
        if (away) {
            return;
        }
        thread.execute(() -> sendBinary(ByteBuffer.allocate(HEAD + packet.bytes().length)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) 0)
                .putInt(seq++)
                .putLong(packet.hostNanos() / 1_000)
                .putLong(packet.characteristic().getMostSignificantBits())
                .putLong(packet.characteristic().getLeastSignificantBits())
                .put(packet.bytes())
                .array()));
    }

    @Override
    public void disconnected(String reason) {
        say(Json.object().put("type", "gone").put("slot", 0));
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    /** The socket breaks, and nothing else. */
    void cut() {
        away = true;
        socket.join().abort();
    }

    @Override
    public void close() {
        device.close();
        socket.join().abort();
        thread.shutdownNow();
    }
}
