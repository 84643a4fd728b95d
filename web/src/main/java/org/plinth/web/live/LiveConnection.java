package org.plinth.web.live;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.plinth.web.capture.LiveFeed;
import org.plinth.web.capture.LiveFrame;
import org.plinth.web.capture.LiveState;
import org.plinth.web.http.Catalogue;

/**
 * One page that looks at one visit. The feed calls on the sensor's thread; frames wait merged in {@link PendingFrames}
 * until the event loop takes them, so that a slow page costs neither memory nor a sample of the record.
 */
final class LiveConnection implements LiveFeed.Listener {

    private final ServerWebSocket socket;
    private final Context loop;
    private final Catalogue texts;
    private final Object lock = new Object();
    private final PendingFrames pending = new PendingFrames();
    private final AtomicReference<Optional<LiveState>> newestState = new AtomicReference<>(Optional.empty());
    private boolean handedOver;
    private long frames;
    private long skipped;

    LiveConnection(ServerWebSocket socket, Context loop, Catalogue texts) {
        this.socket = socket;
        this.loop = loop;
        this.texts = texts;
        socket.drainHandler(ignored -> send());
    }

    @Override
    public void force(LiveFrame frame) {
        synchronized (lock) {
            pending.add(frame);
        }
        handOver();
    }

    @Override
    public void state(LiveState state) {
        newestState.set(Optional.of(state));
        handOver();
    }

    /** At most one hand-over is on its way at any time. */
    private void handOver() {
        synchronized (lock) {
            if (handedOver) {
                return;
            }
            handedOver = true;
        }
        loop.runOnContext(ignored -> {
            synchronized (lock) {
                handedOver = false;
            }
            send();
        });
    }

    /** On the event loop. */
    private void send() {
        if (socket.isClosed() || socket.writeQueueFull()) {
            return;
        }
        newestState
                .getAndSet(Optional.empty())
                .ifPresent(state -> socket.writeTextMessage(StateMessage.of(state, texts)));
        Optional<PendingFrames.Merged> merged;
        synchronized (lock) {
            merged = pending.take();
        }
        merged.ifPresent(this::write);
    }

    private void write(PendingFrames.Merged merged) {
        skipped += merged.skipped();
        socket.writeBinaryMessage(Buffer.buffer(FrameBytes.of(merged.frame(), frames++, skipped)));
    }
}
