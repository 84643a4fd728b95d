package org.plinth.driver.link.tinyb;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running child. Requests from any thread, one answer each; packets on its reading thread. When it ends, whatever
 * the reason, every request fails and every link is told.
 */
final class ChildProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final Duration HANDSHAKE = Duration.ofSeconds(20);
    private static final long LONGEST_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LONGEST_END_SECONDS = 10;

    private final Process process;
    private final String adapter;
    private final OutputStream out;
    private final Map<Integer, CompletableFuture<byte[]>> asked = new ConcurrentHashMap<>();
    private final Map<Integer, LinkSink> sinks = new ConcurrentHashMap<>();
    private final CompletableFuture<byte[]> hello = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile long latestNanos = System.nanoTime();
    private volatile boolean closing;
    private int nextRequest;

    private ChildProcess(Process process, String adapter) {
        this.process = process;
        this.adapter = adapter;
        this.out = new BufferedOutputStream(process.getOutputStream());
    }

    /** Starts it and shakes hands. */
    static ChildProcess start(ChildLauncher launcher, String adapter) {
        ChildProcess child = new ChildProcess(launcher.start(adapter), adapter);
        child.daemon("tinyb-frames", () -> child.read(new BufferedInputStream(child.process.getInputStream())));
        child.daemon("tinyb-words", child::readWords);
        boolean whole = false;
        try {
            PayloadReader said = new PayloadReader(child.await(child.hello, HANDSHAKE));
            int version = said.u16();
            if (version != FrameStream.VERSION) {
                throw new FrameFault("the child speaks version " + version);
            }
            whole = true;
            return child;
        } catch (FrameFault wrong) {
            throw new SensorException(Fault.NO_TRANSPORT, "The Bluetooth process is of another version.", wrong);
        } finally {
            if (!whole) {
                child.kill();
            }
        }
    }

    String adapter() {
        return adapter;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return !ended.isDone() && process.isAlive();
    }

    /** Done, with its exit code, when it has ended without having been asked to; else never. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    /** Messages about this link go here from now on. */
    void attach(int link, LinkSink sink) {
        sinks.put(link, sink);
    }

    void detach(int link) {
        sinks.remove(link);
    }

    /**
     * Asks and waits.
     *
     * @throws SensorException what the child answered; {@link Fault#TIMEOUT} if it did not, and then it is ended,
     *     because it hangs in a call that nothing else can end
     */
    byte[] ask(FrameType type, PayloadWriter payload, Duration limit) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        int request = send(type, payload, answer);
        try {
            return await(answer, limit);
        } catch (SensorException failed) {
            if (failed.getCause() instanceof TimeoutException) {
                LOG.warn("the Bluetooth process hangs in {} and is ended", type);
                kill();
            }
            throw failed;
        } finally {
            asked.remove(request);
        }
    }

    private synchronized int send(FrameType type, PayloadWriter payload, CompletableFuture<byte[]> answer) {
        int request = nextRequest++;
        asked.put(request, answer);
        try {
            FrameStream.write(out, new Frame(type.code(), request, System.nanoTime(), payload.bytes()));
        } catch (IOException gone) {
            answer.completeExceptionally(gone);
        }
        if (ended.isDone()) {
            answer.completeExceptionally(new IOException("the child has ended"));
        }
        return request;
    }

    private byte[] await(CompletableFuture<byte[]> answer, Duration limit) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new SensorException(Fault.TIMEOUT, "The Bluetooth process did not answer.", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SensorException(Fault.CANCELLED, "Stopped while waiting for the sensor.", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SensorException known) {
                throw new SensorException(known.fault(), known.whatHappened(), known);
            }
            throw new SensorException(Fault.IO, "The Bluetooth process ended.", failed);
        }
    }

    /** Ends a child that gives no sign of life. Called every second. */
    void watch() {
        if (isAlive() && System.nanoTime() - latestNanos > LONGEST_SILENCE_NANOS) {
            LOG.warn("the Bluetooth process gives no sign of life and is ended");
            kill();
        }
    }

    void kill() {
        process.destroyForcibly();
    }

    private void read(InputStream in) {
        try {
            int expected = 0;
            for (Optional<Frame> next = FrameStream.read(in); next.isPresent(); next = FrameStream.read(in)) {
                latestNanos = System.nanoTime();
                if (next.get().seq() != expected++) {
                    throw new FrameFault("frame " + next.get().seq() + " came instead of " + (expected - 1));
                }
                take(next.get());
            }
        } catch (IOException broken) {
            LOG.debug("frames of the Bluetooth process broke off: {}", broken.getMessage());
        } finally {
            end();
        }
    }

    private void take(Frame frame) throws FrameFault {
        PayloadReader in = new PayloadReader(frame.payload());
        // A kind of a later version is passed over.
        switch (FrameType.of(frame.type()).orElse(FrameType.HEARTBEAT)) {
            case HELLO -> hello.complete(frame.payload());
            case UNABLE ->
                hello.completeExceptionally(new SensorException(
                        Fault.NO_TRANSPORT, "tinyb does not work on this computer (" + in.text() + ")."));
            case REPLY -> reply(in);
            case PACKET -> {
                Optional<LinkSink> sink = sink(in.u32());
                if (sink.isPresent()) {
                    sink.get().packet(in.uuid(), in.rest(), frame.hostNanos());
                }
            }
            case OVERFLOW -> {
                Optional<LinkSink> sink = sink(in.u32());
                long packets = in.u64();
                sink.ifPresent(one -> one.overflowed(packets));
            }
            case GONE -> {
                int link = in.u32();
                String reason = in.text();
                Optional.ofNullable(sinks.remove(link)).ifPresent(sink -> sink.gone(reason));
            }
            default -> LOG.trace("a sign of life");
        }
    }

    private Optional<LinkSink> sink(int link) {
        return Optional.ofNullable(sinks.get(link));
    }

    private void reply(PayloadReader in) throws FrameFault {
        Optional<CompletableFuture<byte[]>> answer = Optional.ofNullable(asked.remove(in.u32()));
        if (in.u8() == 0) {
            byte[] data = in.rest();
            answer.ifPresent(one -> one.complete(data));
        } else {
            SensorException failure = new SensorException(faultOf(in.text()), in.text());
            LOG.debug("the Bluetooth process failed: {}", in.text());
            answer.ifPresent(one -> one.completeExceptionally(failure));
        }
    }

    private static Fault faultOf(String name) {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElse(Fault.IO);
    }

    private void end() {
        kill();
        int code = exitCode();
        if (!closing) {
            LOG.warn("the Bluetooth process ended with code {}", code);
        }
        IOException gone = new IOException("the child has ended");
        synchronized (this) {
            ended.complete(closing ? 0 : code);
        }
        hello.completeExceptionally(gone);
        asked.values().forEach(answer -> answer.completeExceptionally(gone));
        List.copyOf(sinks.values()).forEach(sink -> sink.gone("the Bluetooth process ended"));
        sinks.clear();
    }

    private int exitCode() {
        try {
            return process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void readWords() {
        try (var lines = process.errorReader()) {
            lines.lines().forEach(line -> LOG.debug("Bluetooth process: {}", line));
        } catch (IOException | UncheckedIOException gone) {
            LOG.trace("no more words", gone);
        }
    }

    private void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends its standard input; it disconnects and ends. */
    @Override
    public void close() {
        closing = true;
        try {
            out.close();
        } catch (IOException gone) {
            LOG.trace("its input was gone already", gone);
        }
        if (exitCode() == -1) {
            kill();
        }
    }
}
