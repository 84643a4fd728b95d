package org.plinth.web.testkit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleUnaryOperator;
import org.plinth.driver.Advertisement;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.ReplayLink;

/**
 * A VALD DynaMo in reach that sends, after each start, the next of its streams: steps of force as the published
 * description has them. Its packets say that they came at the pace of the real one, though they come at once.
 */
public final class PretendDynaMo implements LinkProvider {

    public static final String ID = "dynamo-1";
    public static final String NAME = "DynaMo-08464";

    private static final UUID DATA = UUID.fromString("569a2000-b87f-490c-92cb-11ed6a12fc81");
    private static final byte[] START = HexFormat.of().parseHex("02025300ac03");
    private static final byte[] STREAM_BEGINS = {0, 1, 2};
    private static final double RATE_HZ = 225;

    /** No packet may seem to have waited: a recording whose disk is slow is stopped. */
    private static final long AHEAD_NANOS = 3_600_000_000_000L;

    private final List<Capture.Event> events = new ArrayList<>();
    private long micros;

    /** So many seconds of this force [N over s]; nothing is lost on the way. */
    public PretendDynaMo stream(double seconds, DoubleUnaryOperator newtons) {
        return streamLosing(seconds, newtons, Set.of());
    }

    /** The same without the packets of these numbers: their steps are gone for good. */
    public PretendDynaMo streamLosing(double seconds, DoubleUnaryOperator newtons, Set<Integer> lost) {
        events.add(new Capture.Written(Optional.empty(), START));
        notify(STREAM_BEGINS);
        long before = 0;
        for (int i = 0; i < seconds * RATE_HZ; i++) {
            long tenths = Math.round(newtons.applyAsDouble(i / RATE_HZ) * 10);
            if (!lost.contains(i)) {
                notify(new byte[] {4, (byte) (tenths - before)});
            } else {
                micros += Math.round(1e6 / RATE_HZ);
            }
            before = tenths;
        }
        return this;
    }

    private void notify(byte[] bytes) {
        micros += Math.round(1e6 / RATE_HZ);
        events.add(new Capture.Notified(micros, DATA, bytes));
    }

    /** Rest, a pull of 4 s up to so much, rest: 8 s. */
    public static DoubleUnaryOperator effort(double peakNewtons) {
        return seconds -> {
            double rise = Math.min(1, Math.max(0, (seconds - 1.5) / 0.5));
            double fall = Math.min(1, Math.max(0, (seconds - 5.5) / 0.4));
            return peakNewtons * (rise - fall) + 0.1 * (Math.round(seconds * RATE_HZ) % 2);
        };
    }

    @Override
    public String transport() {
        return ReplayLink.TRANSPORT;
    }

    @Override
    public List<Advertisement> scan(long millis) {
        return List.of(new Advertisement(ID, Optional.of(NAME), Set.of()));
    }

    @Override
    public BleLink link(String peripheralId) {
        return new Ahead(new ReplayLink(new Capture(Map.of(), events), Clock.systemUTC()));
    }

    private record Ahead(BleLink link) implements BleLink {

        @Override
        public String transport() {
            return link.transport();
        }

        @Override
        public void connect(LinkListener listener) {
            long origin = System.nanoTime() + AHEAD_NANOS;
            link.connect(new LinkListener() {
                @Override
                public void packet(Packet packet) {
                    listener.packet(new Packet(
                            packet.characteristic(), packet.bytes(), origin + packet.hostNanos(), packet.wallMicros()));
                }

                @Override
                public void disconnected(String reason) {
                    listener.disconnected(reason);
                }
            });
        }

        @Override
        public void subscribe(UUID service, UUID characteristic) {
            link.subscribe(service, characteristic);
        }

        @Override
        public void write(UUID service, UUID characteristic, byte[] value) {
            link.write(service, characteristic, value);
        }

        @Override
        public OptionalInt mtu() {
            return OptionalInt.empty();
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
