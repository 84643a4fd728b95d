package org.plinth.web.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends replies. Called on the event loop; streamed bodies are written from a worker. */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Workers workers;

    Sender(Workers workers) {
        this.workers = workers;
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
        }
    }

    private static void whole(HttpServerResponse response, int status, byte[] bytes) {
        if (status == 204) {
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
        response.setChunked(true);
        ResponseStream out = new ResponseStream(response);
        Callable<Boolean> write = () -> {
            streamed.writer().writeTo(out);
            out.finish();
            return true;
        };
        workers.run(context.vertx(), write).onFailure(cause -> failed(context, out, cause));
    }

    /** Before the first byte a failure can still be told; after it the connection is cut, so that half is not taken for whole. */
    private static void failed(RoutingContext context, ResponseStream out, Throwable cause) {
        if (out.hasBegun()) {
            if (!(cause instanceof IOException)) {
                LOG.error("a reply broke off while it was made", cause);
            }
            context.request().connection().close();
        } else {
            context.response().headers().remove("Content-Disposition");
            context.response().setChunked(false);
            context.fail(cause);
        }
    }

    /** A pool of threads for what may block. */
    interface Workers {

        /** Runs it there. */
        <T> io.vertx.core.Future<T> run(Vertx vertx, Callable<T> work);
    }
}
