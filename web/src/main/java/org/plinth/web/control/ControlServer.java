package org.plinth.web.control;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the socket of a data folder and runs one command at a time on a thread of its own; a second one is refused in
 * a sentence. A client that hangs up stops its own command at the next visit, and nothing else.
 *
 * <p>No thread is ever interrupted: an interrupt would close the files of the database under it.
 */
public final class ControlServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int MOST_CALLS = 4;
    private static final int FAILED = 1;
    private static final long PATIENCE_SECONDS = 60;

    /** Runs commands. */
    public interface Handler {

        /**
         * Runs one.
         *
         * @param words the command's name and its arguments
         * @param out for results
         * @param err for people
         * @param stopped whether to end early
         * @return exit code
         */
        int run(List<String> words, PrintWriter out, PrintWriter err, BooleanSupplier stopped);

        /** Says that another command runs; {@code running} is its name. */
        String busy(String running);

        /** Says that a request was not understood. */
        String unknown();

        /** Says that a command failed by a fault of the program; the log has more. */
        String failed();
    }

    private final ControlAddress address;
    private final ServerSocketChannel socket;
    private final Handler handler;
    private final ExecutorService callers = Executors.newCachedThreadPool(task -> daemon(task, "control-call"));
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> daemon(task, "control-work"));
    private final Set<ControlCall> calls = ConcurrentHashMap.newKeySet();
    private final AtomicReference<String> running = new AtomicReference<>("");
    private volatile boolean closing;

    private ControlServer(ControlAddress address, ServerSocketChannel socket, Handler handler) {
        this.address = address;
        this.socket = socket;
        this.handler = handler;
    }

    /**
     * Begins to listen. Call with the lock of the data folder.
     *
     * @throws IOException if there can be no socket; the message says why
     */
    public static ControlServer open(Path data, Handler handler) throws IOException {
        ControlAddress address = ControlAddress.of(data);
        Path path = address.prepare();
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            socket.bind(UnixDomainSocketAddress.of(path));
            // The folder is private already: nobody else came in between.
            ControlAddress.makePrivate(path, "rw-------");
        } catch (IOException e) {
            socket.close();
            address.clear();
            throw e;
        }
        ControlServer server = new ControlServer(address, socket, handler);
        daemon(server::accept, "control").start();
        return server;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        while (!closing) {
            try {
                ControlCall call = new ControlCall(socket.accept());
                if (closing || calls.size() >= MOST_CALLS) {
                    call.close();
                } else {
                    calls.add(call);
                    callers.execute(() -> answer(call));
                }
            } catch (IOException e) {
                if (!closing) {
                    LOG.warn("the control socket does not accept: {}", e.getMessage());
                    return;
                }
            }
        }
    }

    private void answer(ControlCall call) {
        try (call) {
            Optional<List<String>> words = call.request().flatMap(ControlMessages::words);
            if (words.isEmpty()) {
                refuse(call, handler.unknown());
                return;
            }
            String name = words.get().get(0);
            String other = running.compareAndExchange("", name);
            if (other.isEmpty()) {
                call.send(ControlMessages.exit(work(words.get(), call)));
            } else {
                refuse(call, handler.busy(other));
            }
        } catch (IOException e) {
            LOG.info("a client of the control socket hung up");
        } finally {
            calls.remove(call);
        }
    }

    private static void refuse(ControlCall call, String sentence) throws IOException {
        call.send(ControlMessages.line(ControlMessages.ERR, sentence));
        call.send(ControlMessages.exit(FAILED));
    }

    /** On the worker, so that whatever is thrown there comes back as a fault of the command alone. */
    private int work(List<String> words, ControlCall call) throws IOException {
        try (PrintWriter out = call.writer(ControlMessages.OUT);
                PrintWriter err = call.writer(ControlMessages.ERR)) {
            return worker.submit(() -> handler.run(words, out, err, () -> closing || call.isGone()))
                    .get();
        } catch (ExecutionException e) {
            LOG.error("the command {} failed", words.get(0), e.getCause());
            call.send(ControlMessages.line(ControlMessages.ERR, handler.failed()));
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } finally {
            running.set("");
        }
    }

    /** Takes no more calls, lets the running command end at its next step, and removes the socket. */
    @Override
    public void close() {
        closing = true;
        try {
            socket.close();
            for (ControlCall call : calls) {
                call.close();
            }
            worker.shutdown();
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the command {} did not end in time", running.get());
            }
            callers.shutdown();
            address.clear();
        } catch (IOException e) {
            LOG.warn("the control socket was not removed: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
