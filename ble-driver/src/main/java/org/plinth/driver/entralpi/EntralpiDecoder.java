package org.plinth.driver.entralpi;

import java.util.Optional;
import java.util.UUID;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Ledger;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.Timing;
import org.plinth.driver.link.Packet;
import org.plinth.driver.notify.ClocklessDecoder;

/**
 * Entralpi notifications to kgf on arrival time. Listens to the first of its two characteristics that sends a packet of
 * the right length, and to that one alone: were both to tell each force, none would count twice. One thread.
 */
final class EntralpiDecoder implements SampleDecoder {

    private final ClocklessDecoder stream;
    private Optional<UUID> source = Optional.empty();

    EntralpiDecoder(double nominalRateHz) {
        stream = new ClocklessDecoder(EntralpiDriver.DATA, nominalRateHz, new EntralpiCodec());
    }

    @Override
    public void decode(Packet packet, DecodedSink sink) {
        UUID from = packet.characteristic();
        boolean known = from.equals(EntralpiDriver.DATA) || from.equals(EntralpiDriver.OTHER_DATA);
        if (known && source.isEmpty() && packet.bytes().length == EntralpiCodec.BYTES) {
            source = Optional.of(from);
        }
        if (known && source.map(from::equals).orElse(from.equals(EntralpiDriver.DATA))) {
            stream.decode(
                    new Packet(EntralpiDriver.DATA, packet.bytes(), packet.hostNanos(), packet.wallMicros()), sink);
        }
    }

    @Override
    public void newSegment() {
        stream.newSegment();
    }

    @Override
    public Ledger ledger() {
        return stream.ledger();
    }

    @Override
    public Timing timing() {
        return stream.timing();
    }
}
