package org.plinth.web.testkit;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Listens at the live socket, and reads frames by docs/data-format.md alone. */
public final class LiveEar implements WebSocket.Listener, AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
    private final List<String> states = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private ByteBuffer binary = ByteBuffer.allocate(1 << 20);
    private WebSocket socket;

    private LiveEar() {}

    public static LiveEar on(Browser browser, String visit) throws ExecutionException, InterruptedException {
        LiveEar ear = new LiveEar();
        ear.socket = browser.socket("/live/" + visit, Optional.of(browser.origin()), ear)
                .get();
        return ear;
    }

    /** The status that refuses a connection. */
    public static int refusal(Browser browser, String visit, Optional<String> origin) {
        try {
            browser.socket("/live/" + visit, origin, new LiveEar()).get();
            return 101;
        } catch (ExecutionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a frame of that side has shown this force, and then an end of it. */
    public void awaitForce(int side, double newtons) throws InterruptedException {
        boolean reached = false;
        while (true) {
            byte[] bytes = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (bytes == null) {
                throw new IllegalStateException("no frame for " + PATIENCE_SECONDS + " s; states " + states);
            }
            ByteBuffer frame = ByteBuffer.wrap(bytes);
            if (frame.get(0) != 1 || frame.get(1) != 1 || bytes.length != 32 + 16 * frame.getInt(28)) {
                throw new IllegalStateException("no frame of format 1, type 1");
            }
            if (frame.get(2) == side) {
                reached = reached || frame.getFloat(24) >= newtons;
                if (reached && frame.getFloat(20) < newtons / 5) {
                    return;
                }
            }
        }
    }

    public void say(String words) {
        socket.sendText(words, true).join();
    }

    /** Waits for the close code. */
    public int closed() throws ExecutionException, InterruptedException {
        return closed.get();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            states.add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        binary.put(data);
        if (last) {
            binary.flip();
            byte[] frame = new byte[binary.remaining()];
            binary.get(frame);
            frames.add(frame);
            binary = ByteBuffer.allocate(1 << 20);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
