package org.plinth.web.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends replies. Called on the event loop; streamed bodies are made on a worker and sent from a file. */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Workers workers;
    private final Path folder;

    /** Large replies lie in this folder while they are sent. */
    Sender(Workers workers, Path folder) {
        this.workers = workers;
        this.folder = folder;
    }

    void send(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        String tag = reply.headers().get("ETag");
        if (tag != null && tag.equals(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).putHeader("ETag", tag).end();
            return;
        }
        response.setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        if (reply.body() instanceof Reply.Whole whole) {
            whole(response, reply.status(), whole.bytes());
        } else if (reply.body() instanceof Reply.Streamed streamed) {
            streamed(context, streamed);
        } else if (reply.body() instanceof Reply.Kept kept) {
            kept(context, kept);
        }
    }

    /** Its length is told first, so that who was cut off knows what is missing. */
    private static void kept(RoutingContext context, Reply.Kept kept) {
        HttpServerResponse response = context.response();
        response.putHeader("Content-Length", Long.toString(kept.length()));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
            return;
        }
        OpenOptions reading = new OpenOptions().setRead(true).setWrite(false);
        context.vertx()
                .fileSystem()
                .open(kept.file().path().toString(), reading)
                .compose(open -> {
                    open.setReadPos(kept.from()).setReadLength(kept.length());
                    return new Unsealed(open, kept.file().openingAt(kept.from()))
                            .pipeTo(response)
                            .eventually(open::close);
                })
                .onFailure(cause -> brokeOff(context, cause));
    }

    private static void whole(HttpServerResponse response, int status, byte[] bytes) {
        if (status == 204 || status == 304) {
            response.end();
        } else {
            response.end(Buffer.buffer(bytes));
        }
    }

    private void streamed(RoutingContext context, Reply.Streamed streamed) {
        HttpServerResponse response = context.response();
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
            return;
        }
        workers.run(context.vertx(), () -> Spool.of(folder, streamed.writer()))
                .onSuccess(spool -> spool.file()
                        .ifPresentOrElse(
                                file -> file(context, file, spool.key()),
                                () -> response.end(Buffer.buffer(spool.bytes()))))
                .onFailure(cause -> {
                    response.headers().remove("Content-Disposition");
                    context.fail(cause);
                });
    }

    /** Block by block, as the receiver takes it; the file goes with the reply, however that ends. */
    private static void file(RoutingContext context, Path file, SpoolKey key) {
        HttpServerResponse response = context.response();
        OpenOptions reading = new OpenOptions().setRead(true).setWrite(false).setDeleteOnClose(true);
        context.vertx()
                .fileSystem()
                .open(file.toString(), reading)
                .compose(open -> {
                    response.setChunked(true);
                    return new Unsealed(open, key.opening()).pipeTo(response).eventually(open::close);
                })
                .onFailure(cause -> brokeOff(context, cause));
    }

    /** The connection is cut, so that half is not taken for whole. */
    private static void brokeOff(RoutingContext context, Throwable cause) {
        boolean receiverLeft =
                cause instanceof IOException || context.response().closed();
        if (!receiverLeft) {
            LOG.error("a reply broke off while it was sent", cause);
        }
        context.request().connection().close();
    }

    /** A pool of threads for what may block. */
    interface Workers {

        /** Runs it there. */
        <T> io.vertx.core.Future<T> run(Vertx vertx, Callable<T> work);
    }
}
