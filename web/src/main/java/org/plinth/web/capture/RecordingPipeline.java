package org.plinth.web.capture;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalFailure;
import org.plinth.web.journal.JournalWriter;
import org.plinth.web.journal.RecordType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One recording while it runs: each packet goes to the journal first, then through decoder, calibration and tare to the
 * trace, then to the screen.
 *
 * <p>Packets and the loss of the link come on the sensor's one thread; {@link #tick} on the watchdog's; {@link #finish} on
 * a worker. One lock guards all three; nobody outside is called while it is held but the journal and the screen's
 * listeners, who hand over at once.
 */
final class RecordingPipeline implements LinkListener {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingPipeline.class);
    private static final long SILENCE_NANOS = 1_000_000_000L;
    private static final long SLOW_NANOS = 2_000_000_000L;
    private static final long QUIET_MILLIS = 100;
    private static final long LONGEST_DRAIN_NANOS = 1_000_000_000L;
    private static final UUID NO_CHARACTERISTIC = new UUID(0, 0);

    private final PipelineTarget target;
    private final JournalWriter journal;
    private final ForceAssembly assembly;
    private final FrameBuilder frames;
    private final HostTime time;
    private final Set<LiveFrame.Flag> flags = EnumSet.noneOf(LiveFrame.Flag.class);
    private long packets;
    private long lastSampleNanos;
    private long lastPacketNanos;
    private boolean silent;
    private boolean stamped;
    private boolean replaying;
    private boolean lowBattery;
    private Optional<EndCause> broken = Optional.empty();
    private Optional<Finished> finished = Optional.empty();

    /**
     * What a pipeline leaves behind.
     *
     * @param cause why it ended
     * @param force what was recorded
     * @param seal of the journal; empty if the journal could not be closed in good order
     */
    record Finished(EndCause cause, RecordedForce force, Optional<Recording.Seal> seal) {

        /** What a person must know of it. */
        Optional<String> note() {
            if (cause != EndCause.STOPPED) {
                return Optional.of("capture.end." + cause.id());
            }
            return force.isWhole() ? Optional.empty() : Optional.of("capture.end.gap");
        }
    }

    RecordingPipeline(PipelineTarget target, JournalWriter journal, AssemblyMaker maker, HostTime time) {
        this.target = target;
        this.journal = journal;
        this.time = time;
        this.frames = new FrameBuilder(target.side());
        this.assembly = maker.make(new Hearing());
        this.lastSampleNanos = time.nowNanos();
        this.lastPacketNanos = lastSampleNanos;
        if (!target.calibrated()) {
            flags.add(LiveFrame.Flag.UNCALIBRATED);
        }
    }

    /** The journal's first record. */
    void open(JournalOpening opening) {
        journal.append(RecordType.OPEN, time.nowNanos(), time.wallMicros(), opening.toJson());
        tell(LiveState.Phase.RECORDING, Optional.empty());
    }

    /** Takes what the journal holds already, as it was when it came: nothing is written down twice. */
    synchronized void replay(List<Packet> recorded) {
        replaying = true;
        recorded.forEach(assembly::packet);
        replaying = false;
        packets = recorded.size();
        stamped = true;
        note(JournalNotes.event("resumed"));
        target.feed().tell(frames.flush(time.nowNanos(), flags));
        tell(LiveState.Phase.RECORDING, Optional.empty());
    }

    /** A command is about to be sent. */
    synchronized void writing(UUID characteristic, byte[] value) {
        if (finished.isEmpty() && broken.isEmpty()) {
            try {
                UUID known = Optional.ofNullable(characteristic).orElse(NO_CHARACTERISTIC);
                journal.appendPacket(RecordType.OUT, time.nowNanos(), time.wallMicros(), known, value);
            } catch (JournalFailure failure) {
                LOG.error("journal of recording {} failed at a command: {}", target.recording(), failure.reason());
            }
        }
    }

    @Override
    public void packet(Packet packet) {
        Optional<EndCause> breaking;
        synchronized (this) {
            if (finished.isPresent() || broken.isPresent()) {
                return;
            }
            breaking = take(packet);
            broken = breaking;
            notifyAll();
        }
        breaking.ifPresent(this::breakOff);
    }

    private Optional<EndCause> take(Packet packet) {
        try {
            stamp(packet);
            journal.appendPacket(
                    RecordType.IN, packet.hostNanos(), packet.wallMicros(), packet.characteristic(), packet.bytes());
        } catch (JournalFailure failure) {
            LOG.error("journal of recording {} failed: {}", target.recording(), failure.reason());
            return Optional.of(EndCause.JOURNAL_FAILED);
        }
        packets++;
        lastPacketNanos = time.nowNanos();
        try {
            assembly.packet(packet);
        } catch (RuntimeException fault) {
            LOG.error("packet {} of recording {} could not be dealt with", packets, target.recording(), fault);
            return Optional.of(EndCause.FAULT);
        }
        frames.frame(lastPacketNanos, flags).ifPresent(target.feed()::tell);
        return !target.mayComeLate() && lastPacketNanos - packet.hostNanos() > SLOW_NANOS
                ? Optional.of(EndCause.JOURNAL_SLOW)
                : Optional.empty();
    }

    /** The first packet of a far radio tells which it is, so that the ones after the last can be told apart some day. */
    private void stamp(Packet packet) {
        if (!stamped && packet.stamp().isPresent()) {
            stamped = true;
            byte[] event = JournalNotes.bridge(packet.stamp().get());
            journal.append(RecordType.EVENT, packet.hostNanos(), packet.wallMicros(), event);
        }
    }

    @Override
    public synchronized void overflowed(long packets) {
        if (finished.isEmpty() && broken.isEmpty()) {
            note(JournalNotes.event(JournalNotes.OVERFLOW, Long.toString(packets)));
        }
    }

    @Override
    public void disconnected(String reason) {
        synchronized (this) {
            if (finished.isPresent() || broken.isPresent()) {
                return;
            }
            broken = Optional.of(EndCause.DISCONNECTED);
            note(JournalNotes.event("disconnected", reason));
            notifyAll();
        }
        breakOff(EndCause.DISCONNECTED);
    }

    /** Looks whether the sensor is silent. Called a few times a second. */
    synchronized void tick() {
        if (finished.isPresent() || broken.isPresent()) {
            return;
        }
        long now = time.nowNanos();
        if (!silent && now - lastSampleNanos > SILENCE_NANOS) {
            silent = true;
            flags.add(LiveFrame.Flag.SIGNAL_LOST);
            note(JournalNotes.event("silence"));
            target.feed().tell(frames.flush(now, flags));
        }
        tell(silent ? LiveState.Phase.SIGNAL_LOST : LiveState.Phase.RECORDING, notice());
    }

    /** What a person must know now, the gravest first. It stays for as long as it is so. */
    private Optional<String> notice() {
        if (silent) {
            return Optional.of("capture.live.silent");
        }
        if (flags.contains(LiveFrame.Flag.OVER_RANGE)) {
            return Optional.of("capture.live.over");
        }
        return lowBattery ? Optional.of("capture.live.battery") : Optional.empty();
    }

    /** Waits until packets under way have come in: a tenth of a second without any, at most a second. */
    synchronized void drain() throws InterruptedException {
        long began = time.nowNanos();
        long seen = packets - 1;
        while (broken.isEmpty() && seen != packets && time.nowNanos() - began < LONGEST_DRAIN_NANOS) {
            seen = packets;
            awaitPacket(seen);
        }
    }

    private synchronized void awaitPacket(long seen) throws InterruptedException {
        long until = System.nanoTime() + QUIET_MILLIS * 1_000_000;
        while (packets == seen && broken.isEmpty() && System.nanoTime() < until) {
            wait(QUIET_MILLIS);
        }
    }

    /** Closes and seals the journal. Idempotent: later calls give what the first one did. */
    synchronized Finished finish(EndCause asked) {
        if (finished.isEmpty()) {
            EndCause cause = broken.orElse(asked);
            target.feed().tell(frames.flush(time.nowNanos(), flags));
            RecordedForce force = assembly.recorded();
            finished = Optional.of(new Finished(cause, force, seal(cause, force)));
        }
        return finished.get();
    }

    private Optional<Recording.Seal> seal(EndCause cause, RecordedForce force) {
        if (cause == EndCause.JOURNAL_FAILED) {
            journal.close();
            return Optional.empty();
        }
        try {
            return Optional.of(journal.seal(time.nowNanos(), time.wallMicros(), JournalNotes.close(cause.id(), force)));
        } catch (JournalFailure failure) {
            LOG.error("journal of recording {} could not be closed: {}", target.recording(), failure.reason());
            journal.close();
            return Optional.empty();
        }
    }

    private void breakOff(EndCause cause) {
        tell(LiveState.Phase.SIGNAL_LOST, Optional.of("capture.end." + cause.id()));
        target.onBreak().accept(cause);
    }

    private void note(byte[] event) {
        if (replaying) {
            return;
        }
        try {
            journal.append(RecordType.EVENT, time.nowNanos(), time.wallMicros(), event);
        } catch (JournalFailure failure) {
            LOG.error("journal of recording {} failed at an event: {}", target.recording(), failure.reason());
        }
    }

    private void tell(LiveState.Phase phase, Optional<String> note) {
        if (replaying) {
            return;
        }
        target.feed().tell(target.state(phase, packets, note));
    }

    private final class Hearing implements ForceAssembly.Ear {

        @Override
        public void sample(long deviceMicros, double newtons) {
            frames.sample(deviceMicros, newtons);
            lastSampleNanos = time.nowNanos();
            if (silent) {
                silent = false;
                flags.remove(LiveFrame.Flag.SIGNAL_LOST);
                tell(LiveState.Phase.RECORDING, notice());
            }
        }

        @Override
        public void event(ForceAssembly.StreamEvent event) {
            switch (event) {
                case SEGMENT -> note(JournalNotes.event("segment"));
                case LOW_BATTERY -> {
                    lowBattery = true;
                    note(JournalNotes.event("low-battery"));
                    tell(LiveState.Phase.RECORDING, notice());
                }
                case OVER_RANGE -> {
                    flags.add(LiveFrame.Flag.OVER_RANGE);
                    note(JournalNotes.event("over-range"));
                    tell(LiveState.Phase.RECORDING, notice());
                }
            }
        }
    }
}
