package org.plinth.web.sensors;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.plinth.driver.Ledger;
import org.plinth.driver.Reach;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.dump.DumpDriver;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.time.SignalWatch;
import org.plinth.web.capture.TappedLink;

/**
 * Prints what one sensor sends, sample by sample, until its time is up, somebody stops it, or the link is lost. Ends with
 * the summary in every case. Packets come on the link's thread; decoding and printing are the caller's.
 */
public final class SensorStream {

    private static final int MOST_WAITING = 100_000;
    private static final long POLL_MILLIS = 50;
    private static final long QUIET_MILLIS = 150;
    private static final long NANOS_PER_MICRO = 1_000;

    private final InRange sensor;
    private final StreamLines lines;
    private final PrintWriter out;
    private final Told told;
    private final BlockingQueue<Packet> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final List<Capture.Event> captured = new ArrayList<>();
    private final SampleDecoder decoder;
    private final boolean json;
    private volatile boolean stopped;
    private volatile boolean gone;
    private final AtomicLong overflow = new AtomicLong();
    private final boolean keeps;
    private final boolean isDump;
    private int disconnects;
    private long originNanos;
    private boolean silent;

    /** What people are told while it runs. */
    public interface Told {

        /** The sensor has been silent for a second. */
        void silent();

        /** The link broke off. */
        void disconnected();
    }

    /**
     * A stream.
     *
     * @param json lines for programs, else columns for people
     * @param keeps whether the exchange is kept for a capture
     */
    public SensorStream(InRange sensor, PrintWriter out, boolean json, boolean keeps, Told told) {
        this.keeps = keeps;
        this.sensor = sensor;
        this.out = out;
        this.json = json;
        this.told = told;
        this.isDump = sensor.driver().id().equals(DumpDriver.ID);
        this.decoder = sensor.driver().newDecoder();
        this.lines = new StreamLines(out, json, sensor.driver().spec().unit(), sensor.id());
    }

    /**
     * How it ended.
     *
     * @param disconnects links that broke off
     * @param unwritten whether the output was closed before the end
     * @param overflow packets that nobody took in time: the output was too slow
     * @param ledger the account
     * @param captured the exchange, for a capture; empty if it was not kept
     */
    public record Ended(
            int disconnects, boolean unwritten, long overflow, Ledger ledger, List<Capture.Event> captured) {

        /** Copies the list. */
        public Ended {
            captured = List.copyOf(captured);
        }
    }

    /** Asks it to end; the summary follows. Any thread. */
    public void stop() {
        stopped = true;
    }

    /**
     * Runs until the end.
     *
     * @param length how long; empty for until {@link #stop}
     * @throws org.plinth.driver.SensorException if the sensor cannot be reached or started
     */
    public Ended run(Optional<Duration> length) throws InterruptedException {
        originNanos = System.nanoTime();
        SignalWatch watch = new SignalWatch();
        boolean unwritten = false;
        try (SensorConnection connection = open()) {
            connection.start();
            watch.started(System.nanoTime());
            long until = System.nanoTime() + length.map(Duration::toNanos).orElse(Long.MAX_VALUE / 2);
            while (!stopped && !unwritten && disconnects == 0 && System.nanoTime() < until) {
                unwritten = take(POLL_MILLIS, watch);
                warn(watch);
            }
            if (disconnects == 0) {
                connection.stop();
            }
            drain(watch);
        }
        if (json) {
            out.println(lines.summary(decoder, sensor.isOn(), disconnects, overflow.get()));
        }
        return new Ended(disconnects, unwritten || out.checkError(), overflow.get(), decoder.ledger(), captured);
    }

    private SensorConnection open() {
        boolean listens = sensor.driver().reach() == Reach.ADVERTISEMENT;
        BleLink link = listens
                ? sensor.provider().listen(sensor.id())
                : sensor.provider().link(sensor.id());
        return sensor.driver()
                .open(
                        new TappedLink(
                                link,
                                (characteristic, value) ->
                                        note(new Capture.Written(Optional.ofNullable(characteristic), value.clone()))),
                        new Listening());
    }

    /** Takes one packet; true if the output was closed. */
    private boolean take(long millis, SignalWatch watch) throws InterruptedException {
        Packet packet = waiting.poll(millis, TimeUnit.MILLISECONDS);
        if (packet == null) {
            if (gone && disconnects == 0) {
                disconnects = 1;
                told.disconnected();
            }
            return false;
        }
        long before = decoder.ledger().received();
        decoder.decode(packet, lines);
        if (isDump) {
            lines.packet(packet, sinceStart(packet));
        }
        if (isDump || decoder.ledger().received() > before) {
            watch.sample(System.nanoTime());
            silent = false;
        }
        return out.checkError();
    }

    private void drain(SignalWatch watch) throws InterruptedException {
        long quietSince = System.nanoTime();
        while (System.nanoTime() - quietSince < TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS)) {
            if (!waiting.isEmpty()) {
                quietSince = System.nanoTime();
            }
            take(POLL_MILLIS, watch);
        }
    }

    private void warn(SignalWatch watch) {
        if (!silent && watch.isSignalLost(System.nanoTime())) {
            silent = true;
            told.silent();
        }
    }

    private long sinceStart(Packet packet) {
        return Math.max(0, (packet.hostNanos() - originNanos) / NANOS_PER_MICRO);
    }

    private void note(Capture.Event event) {
        if (keeps) {
            synchronized (captured) {
                captured.add(event);
            }
        }
    }

    private final class Listening implements LinkListener {

        @Override
        public void packet(Packet packet) {
            note(new Capture.Notified(sinceStart(packet), packet.characteristic(), packet.bytes()));
            if (!waiting.offer(packet)) {
                overflow.incrementAndGet();
            }
        }

        @Override
        public void disconnected(String reason) {
            note(new Capture.Disconnected(
                    Math.max(0, (System.nanoTime() - originNanos) / NANOS_PER_MICRO), "link lost"));
            gone = true;
        }
    }
}
