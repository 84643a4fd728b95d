package org.plinth.web.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** A sealed stream as it was before. A block is opened in some microseconds, so it is done where it is read. */
final class Unsealed implements ReadStream<Buffer> {

    private final ReadStream<Buffer> sealed;
    private final Cipher cipher;

    Unsealed(ReadStream<Buffer> sealed, Cipher cipher) {
        this.sealed = sealed;
        this.cipher = cipher;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        sealed.handler(handler == null ? null : block -> handler.handle(open(block)));
        return this;
    }

    private Buffer open(Buffer block) {
        byte[] opened = cipher.update(block.getBytes());
        return Buffer.buffer(opened == null ? new byte[0] : opened);
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        sealed.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        sealed.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        sealed.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        sealed.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        sealed.fetch(amount);
        return this;
    }
}
