package org.plinth.driver.virtual;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.tindeq.ProgressorCodec;

/**
 * A link to the virtual dynamometer, in real or scaled time. Packets on one thread of its own, which lives as long as
 * the connection; commands from any thread.
 */
public final class VirtualLink implements BleLink {

    /** Name of this transport. */
    public static final String TRANSPORT = "virtual";

    private static final int MTU = 247;
    private static final long LONGEST_CLOSE_MILLIS = 5_000;

    private final VirtualDevice device;
    private final VirtualPatient patient;
    private final Clock clock;
    private final Set<UUID> subscribed = new HashSet<>();
    private boolean connected;
    private LinkListener listener = new Nobody();
    private Optional<Thread> radio = Optional.empty();

    VirtualLink(VirtualDevice device, VirtualPatient patient, Clock clock) {
        this.device = device;
        this.patient = patient;
        this.clock = clock;
    }

    /** Who pulls at this sensor. */
    public VirtualPatient patient() {
        return patient;
    }

    @Override
    public String transport() {
        return TRANSPORT;
    }

    @Override
    public synchronized void connect(LinkListener toWhom) {
        if (!connected) {
            device.hold(this);
            connected = true;
            subscribed.clear();
            Thread thread = new Thread(this::run, "virtual-link");
            thread.setDaemon(true);
            radio = Optional.of(thread);
            listener = toWhom;
            thread.start();
        }
        listener = toWhom;
    }

    @Override
    public synchronized void subscribe(UUID service, UUID characteristic) {
        requireConnected();
        requireKnown(characteristic, ProgressorCodec.DATA);
        subscribed.add(characteristic);
    }

    @Override
    public synchronized void write(UUID service, UUID characteristic, byte[] value) {
        requireConnected();
        requireKnown(characteristic, ProgressorCodec.CONTROL);
        device.command(value.clone());
    }

    @Override
    public OptionalInt mtu() {
        return OptionalInt.of(MTU);
    }

    @Override
    public void close() {
        Optional<Thread> ending;
        synchronized (this) {
            connected = false;
            ending = radio;
            radio = Optional.empty();
            device.release(this);
        }
        ending.filter(thread -> thread != Thread.currentThread()).ifPresent(VirtualLink::awaitEnd);
    }

    private void run() {
        try {
            for (var next = device.next(this); next.isPresent(); next = device.next(this)) {
                for (byte[] bytes : next.get().packets()) {
                    deliver(bytes);
                }
                if (next.get().dropped()) {
                    drop();
                    return;
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(byte[] bytes) {
        LinkListener to;
        synchronized (this) {
            if (!connected || !subscribed.contains(ProgressorCodec.DATA)) {
                return;
            }
            to = listener;
        }
        long wall = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        to.packet(new Packet(ProgressorCodec.DATA, bytes, System.nanoTime(), wall));
    }

    private void drop() {
        LinkListener to;
        synchronized (this) {
            if (!connected) {
                return;
            }
            connected = false;
            radio = Optional.empty();
            device.release(this);
            to = listener;
        }
        to.disconnected("the virtual sensor went out of reach");
    }

    private void requireConnected() {
        if (!connected) {
            throw new SensorException(Fault.IO, "The virtual sensor is not connected.");
        }
    }

    private static void requireKnown(UUID characteristic, UUID wanted) {
        if (!characteristic.equals(wanted)) {
            throw new SensorException(
                    Fault.UNSUPPORTED, "The virtual sensor has no characteristic " + characteristic + ".");
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(LONGEST_CLOSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Nobody implements LinkListener {
        @Override
        public void packet(Packet packet) {}

        @Override
        public void disconnected(String reason) {}
    }
}
