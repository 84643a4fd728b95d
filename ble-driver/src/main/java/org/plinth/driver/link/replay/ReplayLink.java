package org.plinth.driver.link.replay;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.replay.Capture.Disconnected;
import org.plinth.driver.link.replay.Capture.Event;
import org.plinth.driver.link.replay.Capture.Notified;
import org.plinth.driver.link.replay.Capture.Read;
import org.plinth.driver.link.replay.Capture.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a {@link Capture} as a link. What was notified before the first write comes with the first subscription; what
 * followed a write comes when the same bytes are written again. A write that the capture does not hold is taken and
 * answered by nothing. Packets come as fast as the listener takes them and carry the capture's times.
 *
 * <p>Packets on one thread of its own; commands from any thread.
 */
public final class ReplayLink implements BleLink {

    /** Name of this transport. */
    public static final String TRANSPORT = "replay";

    private static final Logger LOG = LoggerFactory.getLogger(ReplayLink.class);
    private static final UUID NO_SERVICE = new UUID(0, 0);
    private static final String THREAD_NAME = "replay-link";
    private static final long LONGEST_CLOSE_SECONDS = 5;

    private final Capture capture;
    private final Clock clock;
    private final Set<UUID> subscribed = new HashSet<>();

    private enum State {
        NEW,
        CONNECTED,
        CLOSED
    }

    private State state = State.NEW;
    private int position;
    private LinkListener listener = new Nobody();
    private ExecutorService radio = Executors.newSingleThreadExecutor(ReplayLink::thread);
    private long originWallMicros;

    /** A link that plays this capture; wall times count from the moment of connection. */
    public ReplayLink(Capture capture, Clock clock) {
        this.capture = capture;
        this.clock = clock;
    }

    @Override
    public String transport() {
        return TRANSPORT;
    }

    @Override
    public synchronized void connect(LinkListener toWhom) {
        if (state == State.CLOSED) {
            radio = Executors.newSingleThreadExecutor(ReplayLink::thread);
        }
        if (state != State.CONNECTED) {
            state = State.CONNECTED;
            position = 0;
            subscribed.clear();
            originWallMicros = ChronoUnit.MICROS.between(java.time.Instant.EPOCH, clock.instant());
        }
        listener = toWhom;
    }

    @Override
    public synchronized void subscribe(UUID service, UUID characteristic) {
        requireConnected();
        if (subscribed.add(characteristic) && subscribed.size() == 1) {
            playOn();
        }
    }

    @Override
    public synchronized void write(UUID service, UUID characteristic, byte[] value) {
        requireConnected();
        for (int i = position; i < capture.events().size(); i++) {
            if (capture.events().get(i) instanceof Written written
                    && Arrays.equals(written.bytes(), value)
                    && written.characteristic().map(characteristic::equals).orElse(true)) {
                position = i + 1;
                playOn();
                return;
            }
        }
    }

    /** What the capture holds for this characteristic; the service is not recorded and not asked. */
    @Override
    public synchronized byte[] read(UUID service, UUID characteristic) {
        requireConnected();
        return capture.events().stream()
                .filter(event ->
                        event instanceof Read read && read.characteristic().equals(characteristic))
                .map(event -> ((Read) event).bytes().clone())
                .findFirst()
                .orElseThrow(() -> new SensorException(
                        Fault.UNSUPPORTED, "The replayed sensor has no value of " + characteristic + "."));
    }

    /** What notifies in the capture, of a service that is not recorded. */
    @Override
    public List<Endpoint> notifying() {
        return capture.events().stream()
                .flatMap(event -> event instanceof Notified notified
                        ? Stream.of(notified.characteristic())
                        : Stream.<UUID>empty())
                .distinct()
                .map(characteristic -> new Endpoint(NO_SERVICE, characteristic))
                .toList();
    }

    @Override
    public OptionalInt mtu() {
        return OptionalInt.empty();
    }

    @Override
    public void close() {
        ExecutorService ending;
        synchronized (this) {
            state = State.CLOSED;
            ending = radio;
        }
        ending.shutdownNow();
        if (!Thread.currentThread().getName().equals(THREAD_NAME)) {
            awaitEnd(ending);
        }
    }

    /** After this nothing more is delivered, unless a listener blocks for longer than it may. */
    private static void awaitEnd(ExecutorService ending) {
        try {
            boolean ended = ending.awaitTermination(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                LOG.warn("the listener of a replayed sensor did not return");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireConnected() {
        if (state != State.CONNECTED) {
            throw new SensorException(Fault.IO, "The replayed sensor is not connected.");
        }
    }

    /** Hands over everything up to the next write. */
    private void playOn() {
        while (position < capture.events().size()) {
            Event event = capture.events().get(position);
            if (event instanceof Written) {
                return;
            }
            position++;
            if (event instanceof Read) {
                continue;
            }
            try {
                radio.execute(() -> play(event));
            } catch (RejectedExecutionException closed) {
                return;
            }
        }
    }

    private void play(Event event) {
        LinkListener to;
        synchronized (this) {
            if (state != State.CONNECTED) {
                return;
            }
            to = listener;
            if (event instanceof Disconnected) {
                state = State.NEW;
            }
        }
        if (event instanceof Notified notified) {
            to.packet(new Packet(
                    notified.characteristic(),
                    notified.bytes().clone(),
                    notified.sinceNanos(),
                    originWallMicros + notified.micros()));
        } else if (event instanceof Disconnected gone) {
            to.disconnected(gone.reason());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, THREAD_NAME);
        thread.setDaemon(true);
        return thread;
    }

    private static final class Nobody implements LinkListener {
        @Override
        public void packet(Packet packet) {}

        @Override
        public void disconnected(String reason) {}
    }
}
