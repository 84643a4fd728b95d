package org.plinth.driver.link.tinyb;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.HeldSensors;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.bluez.BluezAdapters;
import org.plinth.driver.link.bluez.BluezBroadcastLink;

/** Sensors that BlueZ sees, reached through tinyb in a child process. Any thread. */
public final class TinybLinkProvider implements LinkProvider {

    /** Name of this transport. */
    public static final String TRANSPORT = "tinyb";

    private static final int FIND_MILLIS = 10_000;
    private static final long SCAN_MARGIN_MILLIS = 15_000;

    private final TinybSupervisor supervisor;
    private final BluezAdapters adapters;
    private final Clock clock;
    private final int findMillis;
    private final HeldSensors held = new HeldSensors();
    private final AtomicInteger links = new AtomicInteger();

    /** Over these adapters; the clock gives the wall time of packets. Starts nothing yet. */
    public TinybLinkProvider(BluezAdapters adapters, Clock clock) {
        this(adapters, clock, FIND_MILLIS);
    }

    TinybLinkProvider(BluezAdapters adapters, Clock clock, int findMillis) {
        this.supervisor = new TinybSupervisor(adapters);
        this.adapters = adapters;
        this.clock = clock;
        this.findMillis = findMillis;
    }

    /** Whether tinyb has libraries for this machine. */
    public static boolean isPossible() {
        return TinybNatives.folderInJar().isPresent();
    }

    @Override
    public String transport() {
        return TRANSPORT;
    }

    @Override
    public List<Advertisement> scan(long millis) {
        ChildProcess child = supervisor.child();
        byte[] found = child.ask(
                FrameType.SCAN, new PayloadWriter().u32((int) millis), Duration.ofMillis(millis + SCAN_MARGIN_MILLIS));
        try {
            return advertisements(new PayloadReader(found), adapters.broadcasts());
        } catch (FrameFault torn) {
            throw new SensorException(Fault.IO, "The Bluetooth process answered with something else.", torn);
        }
    }

    private static List<Advertisement> advertisements(PayloadReader in, Map<String, Map<UUID, byte[]>> broadcasts)
            throws FrameFault {
        List<Advertisement> seen = new ArrayList<>();
        int count = in.u32();
        for (int i = 0; i < count; i++) {
            String address = in.text();
            boolean named = in.u8() == 1;
            String name = in.text();
            Set<UUID> services = new HashSet<>();
            int ids = in.u32();
            for (int j = 0; j < ids; j++) {
                services.add(in.uuid());
            }
            seen.add(new Advertisement(
                    address,
                    named ? Optional.of(name) : Optional.empty(),
                    services,
                    broadcasts.getOrDefault(address, Map.of())));
        }
        return seen;
    }

    @Override
    public BleLink link(String peripheralId) {
        return new TinybLink(peripheralId, supervisor, held, links::incrementAndGet, clock, findMillis);
    }

    /** Through the plain Java of the other transport: listening needs nothing of tinyb. */
    @Override
    public BleLink listen(String peripheralId) {
        return new BluezBroadcastLink(TRANSPORT, peripheralId, adapters, clock, findMillis);
    }

    /** The child's process id while it runs: for those who watch processes. */
    public OptionalLong childPid() {
        return supervisor.running().map(child -> OptionalLong.of(child.pid())).orElseGet(OptionalLong::empty);
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
