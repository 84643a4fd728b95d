package org.plinth.driver.testkit;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.tindeq.ProgressorFrames;

/** A sensor that sends so many packets at an even rate once it is started; every packet can be foretold. */
public final class SteadyLink implements BleLink {

    private static final int SAMPLES = 4;
    private static final long MICROS_PER_SAMPLE = 12_500;

    private final int perSecond;
    private final int count;
    private LinkListener listener = new Heard();
    private Optional<Thread> sending = Optional.empty();
    private volatile boolean connected;

    public SteadyLink(int perSecond, int count) {
        this.perSecond = perSecond;
        this.count = count;
    }

    /** The packet with this number, from 0. */
    public static byte[] packet(int number) {
        float[] kgf = new float[SAMPLES];
        long[] stamps = new long[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            int sample = number * SAMPLES + i;
            kgf[i] = (float) (sample % 1000 * 0.1);
            stamps[i] = sample * MICROS_PER_SAMPLE;
        }
        return ProgressorFrames.weights(kgf, stamps, SAMPLES);
    }

    @Override
    public String transport() {
        return "steady";
    }

    @Override
    public void connect(LinkListener to) {
        listener = to;
        connected = true;
    }

    @Override
    public void subscribe(UUID service, UUID characteristic) {
        // It sends to whoever listens.
    }

    @Override
    public synchronized void write(UUID service, UUID characteristic, byte[] value) {
        if (value[0] == ProgressorCodec.START && sending.isEmpty()) {
            Thread thread = new Thread(this::send, "steady-sensor");
            thread.setDaemon(true);
            sending = Optional.of(thread);
            thread.start();
        }
    }

    private void send() {
        long began = System.nanoTime();
        for (int i = 0; i < count && connected; i++) {
            long due = began + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            listener.packet(new Packet(ProgressorCodec.DATA, packet(i), System.nanoTime(), 0));
        }
    }

    @Override
    public OptionalInt mtu() {
        return OptionalInt.empty();
    }

    @Override
    public void close() {
        connected = false;
    }
}
