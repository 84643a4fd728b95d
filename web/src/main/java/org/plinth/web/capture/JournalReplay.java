package org.plinth.web.capture;

import java.util.Optional;
import org.plinth.calibration.Calibration;
import org.plinth.calibration.ForceConversion;
import org.plinth.core.quantity.Force;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.Packet;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalEnd;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.JournalReader;
import org.plinth.web.journal.JournalRecord;
import org.plinth.web.journal.Journals;
import org.plinth.web.journal.RecordType;

/**
 * Decodes a journal again: the same bytes give the same traces as when they came from the radio. Reads; changes nothing.
 */
public final class JournalReplay {

    private static final ForceAssembly.Ear NOBODY = (deviceMicros, newtons) -> {};

    private final Journals journals;
    private final SensorDrivers drivers;

    /** Over these journals, with these drivers. */
    public JournalReplay(Journals journals, SensorDrivers drivers) {
        this.journals = journals;
        this.drivers = drivers;
    }

    /**
     * What a journal holds.
     *
     * @param opening its first record; empty where not even that is whole
     * @param force decoded; empty likewise
     * @param packets that it holds
     * @param end how reading ended
     */
    public record Replayed(
            Optional<JournalOpening> opening, Optional<RecordedForce> force, long packets, JournalEnd end) {}

    /** Gives the calibration that a journal names. */
    @FunctionalInterface
    public interface CalibrationSource {

        /** The one with this id, for a sensor of this driver. */
        Calibration named(String id, SensorDriver driver);
    }

    /**
     * Reads and decodes.
     *
     * @throws org.plinth.web.journal.JournalFailure if there is no readable journal
     */
    public Replayed replay(Id<Recording> recording, JournalKey key, CalibrationSource calibrations) {
        return replay(recording, key, calibrations, NOBODY);
    }

    /**
     * The same, and {@code ear} hears each sample when it is decoded.
     *
     * @throws org.plinth.web.journal.JournalFailure if there is no readable journal
     */
    public Replayed replay(
            Id<Recording> recording, JournalKey key, CalibrationSource calibrations, ForceAssembly.Ear ear) {
        try (JournalReader reader = journals.read(recording, key)) {
            Optional<JournalOpening> opening = Optional.empty();
            Optional<ForceAssembly> assembly = Optional.empty();
            long packets = 0;
            for (Optional<JournalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                JournalRecord one = next.get();
                if (one.type() == RecordType.OPEN) {
                    opening = JournalOpening.parse(one.payload());
                    assembly = opening.map(open -> assembly(open, calibrations, ear));
                } else if (one.type() == RecordType.IN && assembly.isPresent()) {
                    packets++;
                    assembly.get().packet(packet(one));
                }
            }
            return new Replayed(opening, assembly.map(ForceAssembly::recorded), packets, reader.end());
        }
    }

    private static Packet packet(JournalRecord in) {
        return new Packet(in.characteristic(), in.bytes(), in.hostNanos(), in.wallMicros());
    }

    private ForceAssembly assembly(JournalOpening open, CalibrationSource calibrations, ForceAssembly.Ear ear) {
        SensorDriver driver = drivers.find(open.driverId())
                .orElseThrow(() -> new IllegalStateException("no driver " + open.driverId() + " is installed"));
        Calibration calibration = calibrations.named(open.calibrationId(), driver);
        Force tare = Force.ofNewtons(open.tare().newtons());
        return new ForceAssembly(driver.newDecoder(), driver.spec(), new ForceConversion(calibration, tare), ear);
    }
}
