package org.plinth.driver.link.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.BleLinkContract;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.replay.Capture.Disconnected;
import org.plinth.driver.link.replay.Capture.Event;
import org.plinth.driver.link.replay.Capture.Notified;
import org.plinth.driver.link.replay.Capture.Written;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.ScriptedPatient;
import org.plinth.driver.virtual.VirtualRecording;

class ReplayLinkTest extends BleLinkContract {

    private static List<Event> stream() {
        List<Packet> packets = VirtualRecording.packets(
                Scenario.ofSeed(2),
                new ScriptedPatient(List.of(), Force.ZERO, 2),
                Duration.ofSeconds(4),
                Instant.EPOCH);
        List<Event> events = new ArrayList<>();
        events.add(new Written(Optional.of(ProgressorCodec.CONTROL), new byte[] {ProgressorCodec.START}));
        for (Packet packet : packets) {
            events.add(new Notified(packet.wallMicros(), packet.characteristic(), packet.bytes()));
        }
        return events;
    }

    @Override
    protected BleLink newLink() {
        return new ReplayLink(new Capture(Map.of(), stream()), Clock.systemUTC());
    }

    @Override
    protected BleLink newLinkThatIsLost() {
        List<Event> events = stream();
        events.add(new Disconnected(9_000_000, "out of reach"));
        return new ReplayLink(new Capture(Map.of(), events), Clock.systemUTC());
    }
}
