package org.plinth.web.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;

/**
 * Counts the work that was handed over and has not ended, so that a server which stops can wait for it: whoever asked may be gone
 * with his connection, and a thread that is interrupted while it writes takes the database from all others. Any thread.
 */
final class Unfinished {

    private int count;
    private Optional<Promise<Void>> waiting = Optional.empty();

    /** The same future, counted until it ends. */
    <T> Future<T> counted(Future<T> work) {
        begun();
        return work.onComplete(ended -> ended());
    }

    private synchronized void begun() {
        count++;
    }

    private synchronized void ended() {
        count--;
        if (count == 0) {
            waiting.ifPresent(Promise::tryComplete);
        }
    }

    /** Ends when nothing is left. */
    synchronized Future<Void> none() {
        if (count == 0) {
            return Future.succeededFuture();
        }
        Promise<Void> promise = waiting.orElseGet(Promise::promise);
        waiting = Optional.of(promise);
        return promise.future();
    }
}
