package org.plinth.web.capture;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.plinth.calibration.Calibration;
import org.plinth.core.quantity.Force;
import org.plinth.driver.Capability;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.link.Packet;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.JournalWriter;
import org.plinth.web.journal.Journals;
import org.plinth.web.journal.RecordType;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * A recording whose packets are all there already: journal first, then the same decoding, finding and storing as from a
 * radio, without waiting. For sample data: what it writes is not forced to the disk.
 */
public final class BatchRecording {

    private static final String FIRMWARE = "virtual";
    private static final String TRANSPORT = "virtual";

    private final Journals journals;
    private final RecordingKeeper keeper;

    /** Into these journals. */
    public BatchRecording(Journals journals, RecordingKeeper keeper) {
        this.journals = journals;
        this.keeper = keeper;
    }

    /** How still the sensor was: what the journal keeps of a zero that the sensor made itself. */
    public JournalOpening.Tare zero(SensorDriver driver, Calibration calibration, List<Packet> rest, Instant at) {
        RestCheck check = new RestCheck(
                ear -> new ForceAssembly(driver.newDecoder(), driver.spec(), calibration, Force.ZERO, ear));
        rest.forEach(check::packet);
        RestCheck.Stillness still = check.now();
        return new JournalOpening.Tare("hardware", 0, still.mean(), still.spread(), still.drift(), micros(at));
    }

    /** Records and stores. Call inside a write; the row is in the database and OPEN. Results do not follow by this. */
    public Recording record(
            Stores stores, Recording row, OpeningContext context, SensorDriver driver, List<Packet> packets) {
        JournalKey key = stores.patients()
                .journalKey(row.clinic(), row.patient())
                .orElseThrow(() -> StoreFailure.notFound("key of the patient's journals"));
        ForceAssembly assembly = new ForceAssembly(
                driver.newDecoder(),
                driver.spec(),
                context.calibration(),
                Force.ofNewtons(context.tare().newtons()),
                (deviceMicros, newtons) -> {});
        try (JournalWriter journal = journals.createForMadeUpData(row.id(), key, row.startedAt())) {
            journal.append(
                    RecordType.OPEN,
                    0,
                    micros(row.startedAt()),
                    opening(context, driver).toJson());
            Packet last = new Packet(new UUID(0, 0), new byte[0], 0, micros(row.startedAt()));
            for (Packet packet : packets) {
                journal.appendPacket(
                        RecordType.IN,
                        packet.hostNanos(),
                        packet.wallMicros(),
                        packet.characteristic(),
                        packet.bytes());
                assembly.packet(packet);
                last = packet;
            }
            RecordedForce force = assembly.recorded();
            Recording.Seal seal =
                    journal.seal(last.hostNanos(), last.wallMicros(), JournalNotes.close(EndCause.STOPPED.id(), force));
            return keeper.keepAlone(stores, row, Recording.State.CLOSED, Optional.of(seal), Optional.of(force));
        }
    }

    private static JournalOpening opening(OpeningContext context, SensorDriver driver) {
        return new JournalOpening(
                driver.id(),
                driver.version(),
                context.sensor().serial(),
                FIRMWARE,
                TRANSPORT,
                OptionalInt.empty(),
                context.calibration().id(),
                driver.capabilities().contains(Capability.DEVICE_CLOCK),
                driver.spec().unit().force().map(unit -> unit.symbol()).orElse("counts"),
                context.side(),
                context.test().positionId(),
                context.test().id(),
                context.tare());
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
