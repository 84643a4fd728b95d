package org.plinth.driver.link.bridge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.tindeq.ProgressorCodec;

/** The page at the other end, by the protocol: any link is the device that it reaches in slot 0. */
final class ScriptedBrowser implements BridgeSender, LinkListener {

    private static final long NANOS_PER_MICRO = 1_000;

    private final Supplier<BleLink> body;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Deque<BridgePacket> kept = new ArrayDeque<>();
    private final List<String> stops = new ArrayList<>();
    private Optional<BridgeSession> session = Optional.empty();
    private Optional<BleLink> device = Optional.empty();
    private boolean online = true;
    private long seq;

    ScriptedBrowser(Supplier<BleLink> body) {
        this.body = body;
    }

    /** Opens slot 0 over a socket. */
    void open(BridgeLinkProvider server) {
        open(server, "page-1", new BridgeOwner("clinic-1", "clinician-1"));
    }

    synchronized void open(BridgeLinkProvider server, String bridge, BridgeOwner owner) {
        online = true;
        BridgeSession entered = server.attach(bridge, owner, this);
        session = Optional.of(entered);
        entered.open(
                0,
                new BridgeDevice(
                        Optional.of("device-1"), Optional.of("Progressor_0001"), Set.of(ProgressorCodec.SERVICE)));
    }

    /** The socket breaks; the device stays connected and packets are kept. */
    void cut() {
        BridgeSession entered;
        synchronized (this) {
            online = false;
            entered = session.orElseThrow();
        }
        entered.away(this);
    }

    synchronized int kept() {
        return kept.size();
    }

    synchronized List<String> stops() {
        return List.copyOf(stops);
    }

    @Override
    public void command(BridgeCommand command) {
        thread.execute(() -> obey(command));
    }

    private void obey(BridgeCommand command) {
        BridgeReply answer;
        try {
            answer = act(command);
        } catch (SensorException failed) {
            answer = BridgeReply.of(false);
        }
        session.orElseThrow().reply(command.slot(), command.op(), answer);
    }

    private BridgeReply act(BridgeCommand command) {
        switch (command.act()) {
            case CONNECT -> {
                BleLink link = body.get();
                link.connect(this);
                device = Optional.of(link);
                return new BridgeReply(true, new byte[0], link.notifying());
            }
            case READ -> {
                byte[] value = device.orElseThrow()
                        .read(
                                command.service().orElseThrow(),
                                command.characteristic().orElseThrow());
                return new BridgeReply(true, value, List.of());
            }
            case SUBSCRIBE ->
                device.orElseThrow()
                        .subscribe(
                                command.service().orElseThrow(),
                                command.characteristic().orElseThrow());
            case WRITE ->
                device.orElseThrow()
                        .write(
                                command.service().orElseThrow(),
                                command.characteristic().orElseThrow(),
                                command.bytes());
            case DISCONNECT -> device.ifPresent(BleLink::close);
        }
        return BridgeReply.of(true);
    }

    @Override
    public synchronized void packet(Packet packet) {
        BridgePacket sent = new BridgePacket(
                0, seq++, System.nanoTime() / NANOS_PER_MICRO, packet.characteristic(), packet.bytes());
        kept.add(sent);
        if (online) {
            session.orElseThrow().packet(sent.encode());
        }
    }

    @Override
    public void disconnected(String reason) {
        session.orElseThrow().gone(0);
    }

    /** Everything up to there may be forgotten; what is kept after it is sent again, as after a reconnection. */
    @Override
    public void ack(int slot, long upTo) {
        thread.execute(() -> forget(upTo));
    }

    private synchronized void forget(long upTo) {
        kept.removeIf(packet -> packet.seq() <= upTo);
    }

    /** Back on another socket: sends again what was not acknowledged. */
    synchronized void comeBack(BridgeLinkProvider server) {
        open(server);
        List.copyOf(kept).forEach(packet -> session.orElseThrow().packet(packet.encode()));
    }

    @Override
    public synchronized void stop(int slot, String reason) {
        stops.add(reason);
    }

    void end() {
        thread.shutdownNow();
        device.ifPresent(BleLink::close);
    }
}
