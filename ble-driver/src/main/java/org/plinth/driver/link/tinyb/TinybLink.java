package org.plinth.driver.link.tinyb;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.HeldSensors;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.PacketRelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sensor through tinyb. Packets on a thread of its own; commands from any thread, one after another. */
final class TinybLink implements BleLink {

    private static final Logger LOG = LoggerFactory.getLogger(TinybLink.class);

    /** Finding, BlueZ's own 25 s for the connection, and services. */
    private static final Duration CONNECT = Duration.ofSeconds(55);

    private static final Duration COMMAND = Duration.ofSeconds(8);
    private static final Duration DISCONNECT = Duration.ofSeconds(12);
    private static final long NANOS_PER_MICRO = 1_000;

    private final String address;
    private final TinybSupervisor supervisor;
    private final HeldSensors held;
    private final IntSupplier ids;
    private final Clock clock;
    private final int findMillis;
    private final Set<UUID> subscribed = new HashSet<>();
    private Optional<Connected> connected = Optional.empty();
    private List<Endpoint> notifying = List.of();

    TinybLink(
            String address,
            TinybSupervisor supervisor,
            HeldSensors held,
            IntSupplier ids,
            Clock clock,
            int findMillis) {
        this.address = address;
        this.supervisor = supervisor;
        this.held = held;
        this.ids = ids;
        this.clock = clock;
        this.findMillis = findMillis;
    }

    @Override
    public String transport() {
        return TinybLinkProvider.TRANSPORT;
    }

    @Override
    public synchronized void connect(LinkListener listener) {
        if (alive().isPresent()) {
            alive().get().relay.listener(listener);
            return;
        }
        forget();
        held.hold(address, this);
        boolean whole = false;
        try {
            ChildProcess child = supervisor.child();
            Connected now = new Connected(child, ids.getAsInt(), listener, wallMinusHostMicros());
            connected = Optional.of(now);
            child.attach(now.id, now);
            byte[] found = child.ask(
                    FrameType.CONNECT,
                    new PayloadWriter().u32(now.id).text(address).u32(findMillis),
                    CONNECT);
            notifying = endpoints(new PayloadReader(found));
            whole = true;
        } catch (FrameFault torn) {
            throw new SensorException(Fault.IO, "The Bluetooth process answered with something else.", torn);
        } finally {
            if (!whole) {
                forget();
            }
        }
    }

    private static List<Endpoint> endpoints(PayloadReader in) throws FrameFault {
        List<Endpoint> found = new ArrayList<>();
        int count = in.u32();
        for (int i = 0; i < count; i++) {
            found.add(new Endpoint(in.uuid(), in.uuid()));
        }
        return List.copyOf(found);
    }

    private long wallMinusHostMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()) - System.nanoTime() / NANOS_PER_MICRO;
    }

    @Override
    public synchronized void subscribe(UUID service, UUID characteristic) {
        Connected now = required();
        if (!subscribed.contains(characteristic)) {
            now.child.ask(
                    FrameType.SUBSCRIBE,
                    new PayloadWriter().u32(now.id).uuid(service).uuid(characteristic),
                    COMMAND);
            subscribed.add(characteristic);
        }
    }

    @Override
    public synchronized void write(UUID service, UUID characteristic, byte[] value) {
        Connected now = required();
        now.child.ask(
                FrameType.WRITE,
                new PayloadWriter()
                        .u32(now.id)
                        .uuid(service)
                        .uuid(characteristic)
                        .rest(value),
                COMMAND);
    }

    @Override
    public synchronized byte[] read(UUID service, UUID characteristic) {
        Connected now = required();
        return now.child.ask(
                FrameType.READ, new PayloadWriter().u32(now.id).uuid(service).uuid(characteristic), COMMAND);
    }

    @Override
    public synchronized List<Endpoint> notifying() {
        return notifying;
    }

    /** tinyb does not tell. */
    @Override
    public OptionalInt mtu() {
        return OptionalInt.empty();
    }

    @Override
    public synchronized void close() {
        connected.ifPresent(now -> now.relay.close());
        forget();
    }

    private Optional<Connected> alive() {
        return connected.filter(now -> !now.lost);
    }

    private Connected required() {
        return alive().orElseThrow(() -> new SensorException(Fault.IO, "The sensor is not connected."));
    }

    /** Lets go of what an earlier connection left. A relay that still has to tell the loss is left to do so. */
    private void forget() {
        connected.ifPresent(old -> {
            old.child.detach(old.id);
            if (!old.lost) {
                old.relay.close();
            }
            disconnect(old);
        });
        connected = Optional.empty();
        notifying = List.of();
        subscribed.clear();
        held.release(address, this);
    }

    private static void disconnect(Connected old) {
        if (!old.child.isAlive()) {
            return;
        }
        try {
            old.child.ask(FrameType.DISCONNECT, new PayloadWriter().u32(old.id), DISCONNECT);
        } catch (SensorException gone) {
            LOG.debug("not disconnected in good order: {}", gone.fault());
        }
    }

    /** One connection, as the child tells of it. */
    private static final class Connected implements LinkSink {

        private final ChildProcess child;
        private final int id;
        private final PacketRelay relay;
        private final long wallMinusHostMicros;
        private volatile boolean lost;

        Connected(ChildProcess child, int id, LinkListener listener, long wallMinusHostMicros) {
            this.child = child;
            this.id = id;
            this.relay = new PacketRelay("tinyb-link", listener, PacketRelay.CAPACITY);
            this.wallMinusHostMicros = wallMinusHostMicros;
        }

        @Override
        public void packet(UUID characteristic, byte[] bytes, long hostNanos) {
            long wall = hostNanos / NANOS_PER_MICRO + wallMinusHostMicros;
            relay.packet(new Packet(characteristic, bytes, hostNanos, wall));
        }

        @Override
        public void overflowed(long packets) {
            relay.overflowed(packets);
        }

        @Override
        public void gone(String reason) {
            lost = true;
            relay.lost(reason);
        }
    }
}
