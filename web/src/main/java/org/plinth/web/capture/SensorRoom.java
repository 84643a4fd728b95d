package org.plinth.web.capture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.plinth.calibration.Calibration;
import org.plinth.core.quantity.Force;
import org.plinth.core.visit.Side;
import org.plinth.driver.BatteryReading;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sensors in use: who holds which, their zeros, and what they record now. One visit at a time holds a sensor; it keeps
 * it for as long as somebody looks at its live page (decision T12).
 *
 * <p>Any thread; commands to one sensor one after another. A recording that breaks off is finished by the room itself.
 */
public final class SensorRoom implements AutoCloseable {

    /** A page says every 5 s that it is there; after three such times in silence its sensor may be taken. */
    public static final long STALE_SECONDS = 15;

    private static final Logger LOG = LoggerFactory.getLogger(SensorRoom.class);
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(STALE_SECONDS);
    private static final long TICK_MILLIS = 250;
    private static final long SCAN_MILLIS = 3_000;
    private static final String BACK = "capture.live.back";

    private final Radios radios;
    private final RecordingFinisher finisher;
    private final PretendPatient pretend;
    private final HostTime time;
    private final Reconnection reconnection = new Reconnection();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final Map<String, Holding> holdings = new ConcurrentHashMap<>();
    private final Map<Id<Visit>, VisitFeed> feeds = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(SensorRoom::thread);
    private final ScheduledExecutorService finishing = Executors.newSingleThreadScheduledExecutor(SensorRoom::thread);

    /** A room with these radios. */
    public SensorRoom(Radios radios, RecordingFinisher finisher, PretendPatient pretend, HostTime time) {
        this.radios = radios;
        this.finisher = finisher;
        this.pretend = pretend;
        this.time = time;
        // The tick catches its own faults, so nothing is lost with the future.
        var unused = watch.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sensor-room");
        thread.setDaemon(true);
        return thread;
    }

    /** Sensors in reach that people of this clinic may use. */
    public List<SeenSensor> scan(Id<Clinic> clinic) {
        return radios.scan(SCAN_MILLIS).stream()
                .filter(seen -> radios.isFor(seen, clinic))
                .toList();
    }

    /** Whether people of this clinic may use it; known are those that somebody has seen. */
    public boolean isFor(String peripheralId, Id<Clinic> clinic) {
        return radios.isFor(peripheralId, clinic);
    }

    /** The feed of a visit. */
    public VisitFeed feed(Id<Visit> visit) {
        return feeds.computeIfAbsent(visit, id -> new VisitFeed());
    }

    /** Somebody looks at this visit. */
    public void heartbeat(Id<Visit> visit) {
        holdings.values().stream()
                .filter(holding -> holding.visit().equals(visit))
                .forEach(holding -> holding.heartbeat(time.nowNanos()));
    }

    /** Nothing else happens on this sensor while {@code work} runs. */
    public <T> T alone(String peripheralId, Supplier<T> work) {
        synchronized (locks.computeIfAbsent(peripheralId, id -> new Object())) {
            return work.get();
        }
    }

    /**
     * Connects a sensor for a visit.
     *
     * @param takeOver whether to take it from a visit that no longer answers
     * @throws SensorHeld if another visit holds it
     * @throws SensorException with its cure
     */
    public void connect(Id<Visit> visit, PositionTest test, String peripheralId, boolean takeOver) {
        alone(peripheralId, () -> {
            boolean down = !isConnected(visit, peripheralId);
            Optional<String> back =
                    held(visit, peripheralId).filter(held -> down).map(lost -> BACK);
            if (down) {
                feed(visit).tell(LiveState.IDLE);
            }
            boolean taken = take(visit, peripheralId, takeOver);
            if (taken) {
                feed(visit).tell(LiveState.of(LiveState.Phase.CONNECTED, Optional.of(test.id()), back));
            }
            return taken;
        });
    }

    /** Under the sensor's lock. Whether it had to be connected for that. */
    boolean take(Id<Visit> visit, String peripheralId, boolean takeOver) {
        Optional<Holding> held = Optional.ofNullable(holdings.get(peripheralId));
        if (held.isPresent()
                && held.get().visit().equals(visit)
                && !held.get().station().isDown()) {
            held.get().heartbeat(time.nowNanos());
            return false;
        }
        held.ifPresent(holding -> letGo(visit, holding, takeOver));
        SensorStation station = radios.connect(peripheralId, SCAN_MILLIS, time, () -> lost(visit, peripheralId));
        holdings.put(peripheralId, new Holding(visit, peripheralId, station, time.nowNanos()));
        return true;
    }

    /** What an earlier process began goes on. */
    void goOn(Holding holding) {
        holdings.put(holding.peripheralId(), holding);
    }

    /** Whether packets of this recording are kept elsewhere and have not come yet. */
    public boolean isBehind(Id<Recording> recording) {
        return holdings.values().stream()
                .filter(holding -> holding.station().isBehind())
                .flatMap(holding -> holding.run().stream())
                .anyMatch(run -> run.recording().id().equals(recording));
    }

    /** What a sensor that is held told of itself. */
    public SensorDiary.Told told(Id<Visit> visit, String peripheralId) {
        return held(visit, peripheralId)
                .map(holding -> holding.station().told())
                .orElse(new SensorDiary.Told(Optional.empty(), Optional.empty()));
    }

    /**
     * Which of these sensors somebody squeezes or pulls now. What this visit did not hold before it does not hold
     * afterwards. Blocks for at most 25 s.
     */
    public Squeezed squeezed(Id<Visit> visit, List<String> peripheralIds) {
        pretend.squeeze(peripheralIds);
        return new LentSensors(this, visit).squeezed(peripheralIds);
    }

    private void letGo(Id<Visit> visit, Holding holding, boolean takeOver) {
        if (!holding.visit().equals(visit)) {
            boolean stale = holding.isStale(time.nowNanos(), STALE_NANOS);
            if (!stale || !takeOver) {
                throw new SensorHeld(holding.visit(), stale);
            }
        }
        holding.run()
                .ifPresent(run ->
                        end(holding, run, EndCause.TAKEN_OVER, finisher.own(run.recording(), EndCause.TAKEN_OVER)));
        holding.station().close();
        holdings.remove(holding.peripheralId());
        feed(holding.visit()).tell(LiveState.IDLE);
    }

    void lost(Id<Visit> visit, String peripheralId) {
        Optional.ofNullable(holdings.get(peripheralId))
                .filter(holding ->
                        holding.visit().equals(visit) && holding.run().isEmpty())
                .ifPresent(holding ->
                        note(visit, LiveState.Phase.SIGNAL_LOST, "capture.end." + EndCause.DISCONNECTED.id()));
        reconnection.begin(() -> alone(peripheralId, () -> cameBack(visit, peripheralId)));
    }

    /**
     * Connects anew what a visit still holds. What was recorded stays as it ended, and nothing is added to it: the next
     * recording is another segment. The zero is gone with the link, because a sensor that was off may have lost it.
     * True where there is nothing more to do.
     */
    private boolean cameBack(Id<Visit> visit, String peripheralId) {
        Optional<Holding> held =
                held(visit, peripheralId).filter(holding -> holding.station().isDown());
        // Where nobody looks, the page may be on its way back: the same cut took both.
        if (held.isEmpty() || held.get().run().isPresent() || held.get().isStale(time.nowNanos(), STALE_NANOS)) {
            return held.isEmpty();
        }
        held.get().station().close();
        try {
            SensorStation station = radios.connect(peripheralId, SCAN_MILLIS, time, () -> lost(visit, peripheralId));
            holdings.put(peripheralId, new Holding(visit, peripheralId, station, time.nowNanos()));
        } catch (SensorException still) {
            LOG.debug("the sensor is still out of reach: {}", still.fault());
            return false;
        }
        note(visit, LiveState.Phase.CONNECTED, BACK);
        return true;
    }

    private void note(Id<Visit> visit, LiveState.Phase phase, String note) {
        feed(visit).tell(LiveState.of(phase, Optional.empty(), Optional.of(note)));
    }

    /** Whether this visit holds this sensor and it answers. */
    public boolean isConnected(Id<Visit> visit, String peripheralId) {
        return held(visit, peripheralId)
                .filter(holding -> !holding.station().isDown())
                .isPresent();
    }

    /** The battery of this visit's sensor, as told between recordings. */
    public Optional<BatteryReading> battery(Id<Visit> visit, String peripheralId) {
        return held(visit, peripheralId).flatMap(holding -> holding.station().battery());
    }

    /** The zero of this side in this test, if it is the sensor's last one. */
    public Optional<TareReading> zero(PositionTest test, Side side, String peripheralId) {
        return held(test.visit(), peripheralId).flatMap(holding -> holding.zero(new Holding.Zeroed(test.id(), side)));
    }

    /** What this visit records now. */
    public Optional<Recording> running(Id<Visit> visit) {
        return holdings.values().stream()
                .filter(holding -> holding.visit().equals(visit))
                .flatMap(holding -> holding.run().stream())
                .map(Holding.Run::recording)
                .findFirst();
    }

    /** Zeroes the sensor and looks at it. It counts only once {@link #zeroed} says so. */
    public TareReading tare(PositionTest test, String peripheralId, Calibration calibration) {
        return alone(peripheralId, () -> {
            Holding holding = required(test.visit(), peripheralId);
            holding.noZero();
            pretend.rest(peripheralId);
            try {
                return holding.station().tare(calibration);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new SensorException(Fault.CANCELLED, "Stopped while zeroing.", stopped);
            }
        });
    }

    /** Takes a reading as the zero of one side; empty when it was refused. */
    public void zeroed(PositionTest test, Side side, String peripheralId, Optional<TareReading> reading) {
        alone(peripheralId, () -> {
            Holding holding = required(test.visit(), peripheralId);
            reading.ifPresent(good -> holding.zeroed(new Holding.Zeroed(test.id(), side), good));
            LiveState.Phase phase = reading.isPresent() ? LiveState.Phase.TARED : LiveState.Phase.CONNECTED;
            feed(test.visit())
                    .tell(new LiveState(
                            phase, Optional.of(test.id()), Optional.of(side), Optional.empty(), 0, Optional.empty()));
            return holding;
        });
    }

    /**
     * Begins to record: the row is in the database, the journal begins here.
     *
     * @throws SensorException if the sensor does not start; the recording has then been finished
     * @throws org.plinth.web.journal.JournalFailure if the journal cannot be begun; likewise
     */
    public void begin(Recording row, OpeningContext context, Force strength) {
        String peripheralId = context.sensor().serial();
        Holding holding = required(row.visit(), peripheralId);
        PipelineTarget target = new PipelineTarget(
                row.id(),
                row.test(),
                row.side(),
                context.calibration().isCalibrated(),
                holding.station().keepsPackets(),
                feed(row.visit()),
                cause -> finishing.execute(() -> endAlone(row.id(), cause, finisher.own(row, cause))));
        RecordingPipeline pipeline = finisher.open(row, target, holding.station(), context);
        Holding.Run run = new Holding.Run(row, pipeline);
        holding.run(Optional.of(run));
        pretend.work(peripheralId, strength);
        try {
            holding.station().start(pipeline);
        } catch (SensorException failed) {
            end(holding, run, EndCause.NOT_STARTED, finisher.own(row, EndCause.NOT_STARTED));
            throw failed;
        }
    }

    /** Ends a recording in whoever's name, if it still runs; when this returns its efforts are stored. */
    public void endAlone(Id<Recording> recording, EndCause cause, Act act) {
        for (Holding holding : holdings.values()) {
            alone(holding.peripheralId(), () -> {
                holding.run()
                        .filter(run -> run.recording().id().equals(recording))
                        .ifPresent(run -> end(holding, run, cause, act));
                return holding;
            });
        }
    }

    private void end(Holding holding, Holding.Run run, EndCause cause, Act act) {
        try {
            holding.station().stop(run.pipeline());
        } catch (SensorException gone) {
            LOG.info("the sensor did not answer to stop: {}", gone.fault());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        RecordingPipeline.Finished finished = run.pipeline().finish(cause);
        try {
            finisher.store(run.recording(), finished, act);
        } finally {
            holding.run(Optional.empty());
        }
        if (finished.cause() == EndCause.STOPPED) {
            holding.station().askBattery();
        }
        feed(holding.visit())
                .tell(new LiveState(
                        holding.station().isDown() ? LiveState.Phase.SIGNAL_LOST : LiveState.Phase.STOPPED,
                        Optional.of(run.recording().test()),
                        Optional.of(run.recording().side()),
                        Optional.of(run.recording().id()),
                        finished.force().ledger().packets(),
                        finished.note()));
        if (!holding.station().takesCommands()) {
            drop(holding);
        }
    }

    /** Under its lock: lets go of a sensor that records nothing. */
    void drop(Holding holding) {
        holding.station().close();
        holdings.remove(holding.peripheralId(), holding);
    }

    /** Lets go of whatever this visit holds. */
    public void release(Id<Visit> visit) {
        for (Holding holding : holdings.values()) {
            if (holding.visit().equals(visit)) {
                alone(holding.peripheralId(), () -> {
                    holding.run()
                            .ifPresent(run -> end(
                                    holding,
                                    run,
                                    EndCause.SHUT_DOWN,
                                    finisher.own(run.recording(), EndCause.SHUT_DOWN)));
                    holding.station().close();
                    return holdings.remove(holding.peripheralId(), holding);
                });
            }
        }
        feed(visit).tell(LiveState.IDLE);
    }

    private void tick() {
        try {
            holdings.values().forEach(holding -> holding.run()
                    .ifPresent(run -> run.pipeline().tick()));
        } catch (RuntimeException fault) {
            LOG.error("the watchdog stumbled", fault);
        }
    }

    Optional<Holding> held(Id<Visit> visit, String peripheralId) {
        return Optional.ofNullable(holdings.get(peripheralId))
                .filter(holding -> holding.visit().equals(visit));
    }

    Holding required(Id<Visit> visit, String peripheralId) {
        return held(visit, peripheralId)
                .filter(holding -> !holding.station().isDown())
                .orElseThrow(() -> new SensorException(Fault.IO, "The sensor is not connected for this visit."));
    }

    /** Ends what runs in good order and lets go of every sensor. */
    @Override
    public void close() {
        watch.shutdown();
        reconnection.close();
        holdings.values().stream().map(Holding::visit).distinct().toList().forEach(this::release);
        finishing.shutdown();
    }
}
