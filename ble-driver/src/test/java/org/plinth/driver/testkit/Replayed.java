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
import org.plinth.driver.link.replay.Capture.Written;
import org.plinth.driver.link.replay.ReplayLink;

/** A sensor that is a recording: sends one packet over and over, once it is started. */
public final class Replayed {

    private static final int TIMES = 30;
    private static final long INTERVAL_MICROS = 100_000;

    private Replayed() {}

    /** After these bytes are written, or on subscription where there are none. */
    public static BleLink after(Optional<byte[]> start, UUID characteristic, List<byte[]> packets) {
        List<Event> events = new ArrayList<>();
        start.ifPresent(bytes -> events.add(new Written(Optional.empty(), bytes)));
        for (int i = 0; i < TIMES; i++) {
            events.add(new Notified(i * INTERVAL_MICROS, characteristic, packets.get(i % packets.size())));
        }
        return new ReplayLink(new Capture(Map.of(), events), Clock.systemUTC());
    }
}
