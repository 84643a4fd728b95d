package org.plinth.driver.testkit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.Capture.Event;
import org.plinth.driver.link.replay.Capture.Notified;
import org.plinth.driver.link.replay.Capture.Read;
import org.plinth.driver.link.replay.Capture.Written;
import org.plinth.driver.link.replay.ReplayLink;

/** A sensor that is a recording. */
public final class Replayed {

    private static final int TIMES = 30;
    private static final long INTERVAL_MICROS = 100_000;
    private static final UUID BATTERY_LEVEL = UUID.fromString("00002a19-0000-1000-8000-00805f9b34fb");

    private Replayed() {}

    /** After these bytes are written, or on subscription where there are none; its standard battery is at 90 %. */
    public static BleLink after(Optional<byte[]> start, UUID characteristic, List<byte[]> packets) {
        return link(exchange(start, characteristic, packets));
    }

    /** The exchange of such a sensor: one packet after the other, over and over. */
    public static List<Event> exchange(Optional<byte[]> start, UUID characteristic, List<byte[]> packets) {
        List<Event> events = new ArrayList<>();
        events.add(new Read(BATTERY_LEVEL, new byte[] {90}));
        start.ifPresent(bytes -> events.add(new Written(Optional.empty(), bytes)));
        for (int i = 0; i < TIMES; i++) {
            events.add(new Notified(i * INTERVAL_MICROS, characteristic, packets.get(i % packets.size())));
        }
        return events;
    }

    public static BleLink link(List<Event> exchange) {
        return new ReplayLink(new Capture(Map.of(), exchange), Clock.systemUTC());
    }
}
