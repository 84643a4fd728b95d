package org.plinth.web.command;

import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end a command in good order: the process waits until the command has said its last word, and then ends with
 * the command's own exit code. Closed by the command's thread; the request comes on one of the process's own.
 */
final class StopRequest implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile OptionalInt code = OptionalInt.empty();

    private StopRequest(Runnable stop) {
        this.hook = new Thread(() -> onRequest(stop), "stop");
    }

    static StopRequest to(Runnable stop) {
        StopRequest request = new StopRequest(stop);
        Runtime.getRuntime().addShutdownHook(request.hook);
        return request;
    }

    private void onRequest(Runnable stop) {
        stop.run();
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && code.isPresent()) {
                // The signal's own code would say that the command failed.
                Runtime.getRuntime().halt(code.getAsInt());
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has said its last word. */
    void ended(int exitCode) {
        code = OptionalInt.of(exitCode);
        ended.countDown();
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process ends this moment: the hook runs, finds the command ended, and returns.
            return;
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (hook.getState() == Thread.State.NEW) {
            forget();
        }
    }
}
