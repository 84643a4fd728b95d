package org.plinth.driver.link.bridge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.HeldSensors;
import org.plinth.driver.link.LinkProvider;

/** Sensors that browsers reach. A browser that loses its socket is waited for. Any thread. */
public final class BridgeLinkProvider implements LinkProvider {

    /** Name of this transport. */
    public static final String TRANSPORT = "browser";

    private static final String ID_PREFIX = "browser-";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Clock clock;
    private final Duration patience;
    private final HeldSensors held = new HeldSensors();
    private final Map<String, BridgeSession> sessions = new LinkedHashMap<>();
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(BridgeLinkProvider::thread);

    /** The clock gives the wall time of packets. */
    public BridgeLinkProvider(Clock clock) {
        this(clock, PATIENCE);
    }

    BridgeLinkProvider(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bridge-patience");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A browser is here, for the first time or again.
     *
     * @param bridge the random name that the page gave itself
     * @param owner who is logged in there; nobody else may go on in a bridge's name
     * @throws BridgeFault if another owner has a bridge of this name
     */
    public BridgeSession attach(String bridge, BridgeOwner owner, BridgeSender socket) {
        BridgeSession session;
        synchronized (sessions) {
            session = sessions.computeIfAbsent(bridge, id -> new BridgeSession(this, id, owner));
            if (!session.admits(owner)) {
                throw new BridgeFault("the bridge is somebody else's");
            }
            session.attach(socket);
        }
        return session;
    }

    /**
     * Waits for a browser that delivered to an earlier process: what it kept since then comes over this link as soon as it
     * listens and the browser is back. After a while without it, the link is lost.
     */
    public BleLink restore(BridgeReturn back) {
        String id = back.peripheralId().startsWith(ID_PREFIX)
                ? back.peripheralId().substring(ID_PREFIX.length())
                : back.peripheralId();
        BridgeSlot slot = BridgeSlot.returning(back, new BridgeDevice(Optional.of(id), Optional.empty(), Set.of()));
        BridgeSession session = BridgeSession.returning(this, back, slot);
        synchronized (sessions) {
            sessions.put(session.bridge(), session);
        }
        endUnlessBack(session);
        return new BridgeLink(back.peripheralId(), slot, held);
    }

    void endUnlessBack(BridgeSession session) {
        var unused = later.schedule(() -> end(session), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end(BridgeSession session) {
        synchronized (sessions) {
            if (!session.isAway()) {
                return;
            }
            sessions.remove(session.bridge(), session);
        }
        session.end();
    }

    long wallMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    private record Lent(BridgeSlot slot, BridgeOwner owner) {

        /** Ids are the browsers' own words: a second browser that claims one takes nothing from the first that has it. */
        Lent or(Lent later) {
            return slot.isReachable() ? this : later;
        }
    }

    private Map<String, Lent> slots() {
        Map<String, Lent> all = new TreeMap<>();
        synchronized (sessions) {
            sessions.values().forEach(session -> session.slots()
                    .forEach((number, slot) ->
                            all.merge(idOf(session, number, slot), new Lent(slot, session.owner()), Lent::or)));
        }
        return all;
    }

    /** The browser's name for the device where it has one, so that its calibration is found again. */
    private static String idOf(BridgeSession session, int number, BridgeSlot slot) {
        return ID_PREFIX + slot.device().id().orElseGet(() -> session.bridge() + "-" + number);
    }

    @Override
    public String transport() {
        return TRANSPORT;
    }

    @Override
    public List<Advertisement> scan(long millis) {
        return slots().entrySet().stream()
                .filter(entry -> entry.getValue().slot().isReachable())
                .map(entry ->
                        advertisement(entry.getKey(), entry.getValue().slot().device()))
                .toList();
    }

    private static Advertisement advertisement(String id, BridgeDevice device) {
        return new Advertisement(id, device.name(), device.services());
    }

    @Override
    public boolean isFor(String peripheralId, String group) {
        return Optional.ofNullable(slots().get(peripheralId))
                .filter(lent -> lent.owner().isIn(group))
                .isPresent();
    }

    @Override
    public BleLink link(String peripheralId) {
        BridgeSlot slot = Optional.ofNullable(slots().get(peripheralId))
                .map(Lent::slot)
                .orElseThrow(() -> new SensorException(Fault.NO_DEVICE, "No browser reaches this sensor now."));
        return new BridgeLink(peripheralId, slot, held);
    }

    @Override
    public void close() {
        later.shutdownNow();
        List<BridgeSession> ending;
        synchronized (sessions) {
            ending = List.copyOf(sessions.values());
            sessions.clear();
        }
        ending.forEach(BridgeSession::end);
    }
}
