package org.plinth.driver.virtual;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.tindeq.ProgressorFrames;

/**
 * The virtual dynamometer itself: takes Progressor commands, gives Progressor packets, lives in simulated time that its
 * caller moves on. Pure apart from its own state: no thread, no clock, no waiting. One thread at a time.
 *
 * <p>It zeroes by command only: before that the weight of the strap is on it.
 */
public final class VirtualPeripheral {

    /** What it answers when asked for its firmware. */
    public static final String FIRMWARE = "1.0.0-virtual";

    private static final double MICROS_PER_SECOND = 1e6;
    private static final byte[] DEVICE_ID = HexFormat.of().parseHex("01000000000056");

    private final SensorModel sensor;
    private final LinkModel link;
    private final ForceSource source;
    private final Converter converter;
    private final Air air;
    private final float[] kgf;
    private final long[] stamps;

    private boolean streaming;
    private long streamStart;
    private OptionalLong firstStreamStart = OptionalLong.empty();
    private long tick;
    private boolean warned;
    private boolean dropped;

    /** A sensor in this scenario, pulled at by this source. */
    public VirtualPeripheral(Scenario scenario, ForceSource source) {
        this.sensor = scenario.sensor();
        this.link = scenario.link();
        this.source = source;
        this.converter = new Converter(sensor, source, new Noise(Noise.mix(scenario.seed(), 1)));
        this.air = new Air(link, new Noise(Noise.mix(scenario.seed(), 2)));
        this.kgf = new float[sensor.samplesPerPacket()];
        this.stamps = new long[sensor.samplesPerPacket()];
    }

    /** Takes a command at this simulated time [µs] and gives its replies. Unknown ones do nothing. */
    public List<byte[]> command(byte[] value, long simMicros) {
        if (value.length == 0) {
            return List.of();
        }
        switch (value[0]) {
            case ProgressorCodec.TARE -> converter.tare(simMicros);
            case ProgressorCodec.START -> start(simMicros);
            case ProgressorCodec.STOP -> stop(simMicros);
            default -> {
                return answer(value[0]);
            }
        }
        return List.of();
    }

    /** When the next packet will be complete [µs]; empty while it does not stream. */
    public OptionalLong nextPacketMicros() {
        return streaming ? OptionalLong.of(timeOf(tick + sensor.samplesPerPacket() - 1L)) : OptionalLong.empty();
    }

    /** What arrives from the packets that are complete by this simulated time [µs], in order. */
    public List<byte[]> collect(long simMicros) {
        List<byte[]> arrived = new ArrayList<>();
        while (streaming && nextPacketMicros().orElseThrow() <= simMicros) {
            arrived.addAll(air.carry(nextPacket()));
            tick += sensor.samplesPerPacket() + (sensor.skipsAtBoundary() ? 1 : 0);
        }
        if (!warned && isPast(link.lowBatteryAt(), simMicros)) {
            warned = true;
            arrived.add(ProgressorFrames.lowPower());
        }
        return arrived;
    }

    /** Whether the link goes down by this simulated time; true once. */
    public boolean dropsLink(long simMicros) {
        if (dropped || !isPast(link.disconnectsAt(), simMicros)) {
            return false;
        }
        dropped = true;
        stop(simMicros);
        return true;
    }

    /** The link went down: the stream ends. */
    public void disconnected(long simMicros) {
        stop(simMicros);
    }

    private boolean isPast(OptionalLong afterStart, long simMicros) {
        return afterStart.isPresent()
                && firstStreamStart.isPresent()
                && simMicros >= firstStreamStart.getAsLong() + afterStart.getAsLong();
    }

    private void start(long simMicros) {
        if (streaming) {
            return;
        }
        streaming = true;
        streamStart = simMicros;
        tick = 0;
        if (firstStreamStart.isEmpty()) {
            firstStreamStart = OptionalLong.of(simMicros);
        }
        source.streamStarted(simMicros);
    }

    private void stop(long simMicros) {
        if (streaming) {
            streaming = false;
            source.streamStopped(simMicros);
        }
    }

    private List<byte[]> answer(byte opcode) {
        return switch (opcode) {
            case ProgressorCodec.FIRMWARE ->
                List.of(ProgressorFrames.reply(FIRMWARE.getBytes(StandardCharsets.US_ASCII)));
            case ProgressorCodec.BATTERY -> List.of(ProgressorFrames.batteryReply(link.batteryMillivolts()));
            case ProgressorCodec.DEVICE_ID -> List.of(ProgressorFrames.reply(DEVICE_ID));
            default -> List.of();
        };
    }

    private byte[] nextPacket() {
        for (int i = 0; i < kgf.length; i++) {
            long time = timeOf(tick + i);
            Force shown = Force.ofNewtons(converter.read(time));
            kgf[i] = (float) shown.in(ForceUnit.KILOGRAM_FORCE);
            stamps[i] = sensor.clockStartMicros() + time - streamStart;
        }
        return ProgressorFrames.weights(kgf, stamps, kgf.length);
    }

    private long timeOf(long tickNumber) {
        return streamStart + sensor.firstSampleMicros() + Math.round(tickNumber * MICROS_PER_SECOND / sensor.rateHz());
    }
}
