package org.plinth.web.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A response as a stream for one worker thread. It holds one block; while the receiver's queue is full, a write waits.
 * The first block is sent when it is full, so that a failure before it can still be told.
 */
final class ResponseStream extends OutputStream {

    private static final int BLOCK_BYTES = 32 << 10;
    private static final long PATIENCE_SECONDS = 60;

    private final HttpServerResponse response;
    private final byte[] block = new byte[BLOCK_BYTES];
    private final Semaphore drained = new Semaphore(0);
    private int filled;
    private volatile boolean begun;

    ResponseStream(HttpServerResponse response) {
        this.response = response;
        response.drainHandler(ignored -> drained.release());
        response.exceptionHandler(ignored -> drained.release());
        response.closeHandler(ignored -> drained.release());
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == block.length) {
            send();
        }
        block[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == block.length) {
                send();
            }
            int n = Math.min(left, block.length - filled);
            System.arraycopy(bytes, from, block, filled, n);
            filled += n;
            from += n;
            left -= n;
        }
    }

    boolean hasBegun() {
        return begun;
    }

    /** Sends the rest and ends the response. */
    void finish() throws IOException {
        awaitRoom();
        begun = true;
        response.end(Buffer.buffer().appendBytes(block, 0, filled));
    }

    private void send() throws IOException {
        awaitRoom();
        begun = true;
        response.write(Buffer.buffer().appendBytes(block, 0, filled));
        filled = 0;
    }

    private void awaitRoom() throws IOException {
        try {
            while (!response.closed() && response.writeQueueFull()) {
                if (!drained.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException("the receiver took nothing for " + PATIENCE_SECONDS + " s");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the receiver was slow", e);
        }
        if (response.closed()) {
            throw new IOException("the receiver has gone");
        }
    }
}
