package org.plinth.web.capture;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.plinth.calibration.Calibration;
import org.plinth.calibration.ForceConversion;
import org.plinth.calibration.tare.Stillness;
import org.plinth.core.quantity.Force;
import org.plinth.driver.BatteryReading;
import org.plinth.driver.Capability;
import org.plinth.driver.Fault;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorException;
import org.plinth.driver.SensorIdentity;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connected sensor. Commands come one at a time under its owner's lock; packets on the thread of its link, to
 * whatever listens now: a recording, a check of the zero, or nobody.
 */
final class SensorStation implements LinkListener, AutoCloseable {

    private static final long LONGEST_REST_CHECK_MILLIS = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(SensorStation.class);
    private static final LinkListener NOBODY = new Nobody();

    private final SensorDriver driver;
    private final BleLink link;
    private final HostTime time;
    private volatile LinkListener ear = NOBODY;
    private volatile Optional<RecordingPipeline> tapped = Optional.empty();
    private volatile boolean down;
    private volatile Optional<BatteryReading> battery = Optional.empty();
    private volatile Runnable onDown = () -> {};
    private OptionalInt mtu = OptionalInt.empty();
    private boolean keepsPackets;
    private SensorIdentity identity = SensorIdentity.UNKNOWN;
    private SensorOrigin origin = SensorOrigin.PLAIN;
    private Optional<SensorConnection> connection = Optional.empty();

    private SensorStation(SensorDriver driver, BleLink link, HostTime time) {
        this.driver = driver;
        this.link = link;
        this.time = time;
    }

    /**
     * Connects.
     *
     * @param onDown told when the link goes down by itself, on the sensor's thread
     * @throws SensorException with its cure
     */
    static SensorStation connect(SensorDriver driver, BleLink link, HostTime time, Runnable onDown) {
        SensorStation station = new SensorStation(driver, link, time);
        station.onDown = onDown;
        SensorConnection opened = driver.open(new TappedLink(link, station::writing), station);
        station.connection = Optional.of(opened);
        station.mtu = link.mtu();
        station.keepsPackets = link.keepsPackets();
        try {
            station.identity = opened.identity();
            station.origin = SensorOrigin.of(driver, opened.heldCalibration());
            station.askBattery();
        } catch (SensorException unanswered) {
            opened.close();
            throw unanswered;
        }
        return station;
    }

    /**
     * One that an earlier process connected, and that streams into this recording as far as anybody knows. No command is
     * ever sent to it: once the recording is over it must be connected anew.
     */
    static SensorStation goingOn(
            SensorDriver driver, BleLink link, HostTime time, RecordingPipeline pipeline, Runnable onDown) {
        SensorStation station = new SensorStation(driver, link, time);
        station.onDown = onDown;
        station.keepsPackets = true;
        station.ear = pipeline;
        link.connect(station);
        return station;
    }

    /** Whether commands can be sent to it. */
    boolean takesCommands() {
        return connection.isPresent();
    }

    /** Whether packets of it are kept elsewhere that have not come yet. */
    boolean isBehind() {
        return link.isBehind();
    }

    SensorDriver driver() {
        return driver;
    }

    boolean isDown() {
        return down;
    }

    /** Whether packets may come late in good order, because they are kept elsewhere while the way is cut. */
    boolean keepsPackets() {
        return keepsPackets;
    }

    String firmware() {
        return identity.firmware().orElse("unknown");
    }

    /** The journal's first record for a recording made here. */
    JournalOpening opening(OpeningContext context) {
        return new JournalOpening(
                driver.id(),
                driver.version(),
                context.sensor().serial(),
                firmware(),
                link.transport(),
                mtu,
                context.calibration().id(),
                driver.capabilities().contains(Capability.DEVICE_CLOCK),
                unitText(driver.spec().unit()),
                context.side(),
                context.test().positionId(),
                context.test().id(),
                context.tare(),
                origin);
    }

    private static String unitText(SampleUnit unit) {
        return unit.force().map(force -> force.symbol()).orElse("counts");
    }

    /** Zeroes the sensor and looks at half a second of it. */
    TareReading tare(Calibration calibration) throws InterruptedException {
        boolean hardware = driver.capabilities().contains(Capability.HARDWARE_TARE);
        if (hardware) {
            open().tare();
        }
        ForceConversion before =
                hardware ? ForceConversion.zeroedByCommand(calibration) : ForceConversion.of(calibration);
        Stillness rest = rest(before);
        Stillness after = hardware ? rest : new Stillness(rest.samples(), 0, rest.spread(), rest.drift());
        JournalOpening.Tare kept = new JournalOpening.Tare(
                hardware ? "hardware" : "software",
                hardware ? before.tare().newtons() : rest.mean(),
                after.mean(),
                after.spread(),
                after.drift(),
                time.wallMicros());
        return new TareReading(after, kept);
    }

    private Stillness rest(ForceConversion conversion) throws InterruptedException {
        RestCheck check =
                new RestCheck(heard -> new ForceAssembly(driver.newDecoder(), driver.spec(), conversion, heard));
        ear = check;
        try {
            open().start();
            Stillness rest = check.await(LONGEST_REST_CHECK_MILLIS);
            open().stop();
            return rest;
        } finally {
            ear = NOBODY;
        }
    }

    /** What it said of itself when it was connected. */
    SensorDiary.Told told() {
        return SensorDiary.Told.of(identity.firmware(), origin.held());
    }

    /** Hears it in its own unit until it falls silent; nothing is recorded. */
    void listen(RawEar.Raw raw, boolean zero) {
        if (zero) {
            open().tare();
        }
        ear = new RawEar(driver.newDecoder(), raw);
        open().start();
    }

    /** Ends what {@link #listen} began. */
    void fallSilent() {
        open().stop();
        ear = NOBODY;
    }

    /** Sends packets to this recording and starts the stream. */
    void start(RecordingPipeline pipeline) {
        tapped = Optional.of(pipeline);
        ear = pipeline;
        open().start();
    }

    /** Stops the stream and waits for what is under way. */
    void stop(RecordingPipeline pipeline) throws InterruptedException {
        try {
            if (!down && takesCommands()) {
                open().stop();
            }
            pipeline.drain();
        } finally {
            ear = NOBODY;
            tapped = Optional.empty();
        }
    }

    /** As the sensor told it last, between recordings. */
    Optional<BatteryReading> battery() {
        return battery;
    }

    /** Not while it streams. A sensor that does not answer is as good as one that cannot tell. */
    void askBattery() {
        if (down || !takesCommands() || !driver.capabilities().contains(Capability.BATTERY)) {
            return;
        }
        try {
            battery = open().battery();
        } catch (SensorException unanswered) {
            LOG.info("the sensor did not tell its battery: {}", unanswered.fault());
            battery = Optional.empty();
        }
    }

    /**
     * Streams to an ear that hears whether the force rises; nothing is recorded.
     *
     * @throws SensorException with {@link Fault#UNSUPPORTED} where the numbers have no unit of force
     */
    SqueezeEar listen(Runnable onRise) {
        if (driver.spec().unit().force().isEmpty()) {
            throw new SensorException(Fault.UNSUPPORTED, "This sensor tells counts and no force.");
        }
        Calibration makers = Calibration.uncalibrated(driver.spec().unit().force());
        SqueezeEar listening = new SqueezeEar(
                heard -> new ForceAssembly(
                        driver.newDecoder(), driver.spec(), new ForceConversion(makers, Force.ZERO), heard),
                onRise);
        ear = listening;
        open().start();
        return listening;
    }

    /** Ends {@link #listen}. */
    void listenNoMore() {
        ear = NOBODY;
        try {
            if (!down) {
                open().stop();
            }
        } catch (SensorException gone) {
            LOG.info("the sensor did not answer to stop: {}", gone.fault());
        }
    }

    private SensorConnection open() {
        return connection.orElseThrow();
    }

    private void writing(UUID characteristic, byte[] value) {
        tapped.ifPresent(pipeline -> pipeline.writing(characteristic, value));
    }

    @Override
    public void packet(Packet packet) {
        ear.packet(packet);
    }

    @Override
    public void overflowed(long packets) {
        ear.overflowed(packets);
    }

    @Override
    public void disconnected(String reason) {
        down = true;
        ear.disconnected(reason);
        onDown.run();
    }

    @Override
    public void close() {
        connection.ifPresentOrElse(SensorConnection::close, link::close);
    }

    private static final class Nobody implements LinkListener {

        @Override
        public void packet(Packet packet) {
            // Between recordings nobody records: what arrives then belongs to nothing.
        }

        @Override
        public void disconnected(String reason) {
            // The station itself has noted it.
        }
    }
}
