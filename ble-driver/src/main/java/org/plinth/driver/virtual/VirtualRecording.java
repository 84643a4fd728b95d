package org.plinth.driver.virtual;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.plinth.driver.link.Packet;
import org.plinth.driver.tindeq.ProgressorCodec;

/** A whole recording of the virtual dynamometer at once, without waiting: for sample clinics and tests. Pure. */
public final class VirtualRecording {

    private static final long TARE_MICROS = 200_000;
    private static final long START_MICROS = 500_000;
    private static final long RADIO_MICROS = 12_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private VirtualRecording() {}

    /**
     * Tares, starts and records.
     *
     * @param source who pulls
     * @param length of the stream
     * @param began wall time at which the sensor was connected
     * @return the packets with host times as a radio would have given them
     */
    public static List<Packet> packets(Scenario scenario, ForceSource source, Duration length, Instant began) {
        VirtualPeripheral sensor = new VirtualPeripheral(scenario, source);
        sensor.command(new byte[] {ProgressorCodec.TARE}, TARE_MICROS);
        sensor.command(new byte[] {ProgressorCodec.START}, START_MICROS);
        long end = START_MICROS + length.toNanos() / NANOS_PER_MICRO;
        long wall = ChronoUnit.MICROS.between(Instant.EPOCH, began);
        List<Packet> packets = new ArrayList<>();
        while (sensor.nextPacketMicros().isPresent()
                && sensor.nextPacketMicros().getAsLong() <= end) {
            long now = sensor.nextPacketMicros().getAsLong();
            long arrival = now + RADIO_MICROS;
            for (byte[] bytes : sensor.collect(now)) {
                packets.add(new Packet(ProgressorCodec.DATA, bytes, arrival * NANOS_PER_MICRO, wall + arrival));
            }
            if (sensor.dropsLink(now)) {
                break;
            }
        }
        return packets;
    }
}
