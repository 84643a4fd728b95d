package org.plinth.web.visit;

import java.util.List;
import java.util.random.RandomGenerator;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.LinkProvider;
import org.plinth.web.capture.HostTime;
import org.plinth.web.capture.JournalOpenings;
import org.plinth.web.capture.JournalReplay;
import org.plinth.web.capture.PretendPatient;
import org.plinth.web.capture.Radios;
import org.plinth.web.capture.RecordingFinisher;
import org.plinth.web.capture.RecordingKeeper;
import org.plinth.web.capture.Recovery;
import org.plinth.web.capture.ResultKeeper;
import org.plinth.web.capture.SensorRoom;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Store;

/**
 * Everything that testing people needs, wired: run {@link #recovery} once, then use {@link #desk}; {@link #close} ends what
 * runs in good order, before store and journals are closed.
 *
 * @param desk what a clinician does
 * @param room the sensors in use
 * @param recovery looks after recordings that were cut off
 * @param keeper stores what recordings came to
 * @param results keeps results in step with efforts
 * @param replay decodes journals again
 */
public record VisitFloor(
        VisitDesk desk,
        SensorRoom room,
        Recovery recovery,
        RecordingKeeper keeper,
        ResultKeeper results,
        JournalReplay replay)
        implements AutoCloseable {

    /**
     * What it stands on.
     *
     * @param store the clinic's memory
     * @param journals where recordings are kept
     * @param drivers at hand
     * @param catalogue of positions
     * @param time both clocks
     * @param ids source of ids; secure
     */
    public record Ground(
            Store store,
            Journals journals,
            SensorDrivers drivers,
            PositionCatalogue catalogue,
            HostTime time,
            RandomGenerator ids) {}

    /**
     * Wires it.
     *
     * @param transports how sensors are reached
     * @param pretend who pulls at virtual sensors
     */
    public static VisitFloor on(Ground ground, List<LinkProvider> transports, PretendPatient pretend) {
        JournalReplay replay = new JournalReplay(ground.journals(), ground.drivers());
        ResultKeeper results = new ResultKeeper(
                ground.catalogue(), ground.drivers(), new JournalOpenings(ground.journals()), ground.ids());
        RecordingKeeper keeper = new RecordingKeeper(results, ground.ids());
        Recovery recovery = new Recovery(
                ground.store(), ground.journals(), replay, keeper, ground.time().wall());
        RecordingFinisher finisher =
                new RecordingFinisher(ground.store(), ground.journals(), keeper, recovery, ground.time());
        SensorRoom room = new SensorRoom(new Radios(transports, ground.drivers()), finisher, pretend, ground.time());
        VisitDesk desk = new ClinicVisitDesk(new DeskParts(
                ground.store(),
                ground.journals(),
                room,
                finisher,
                results,
                ground.drivers(),
                ground.catalogue(),
                ground.time().wall(),
                ground.ids()));
        return new VisitFloor(desk, room, recovery, keeper, results, replay);
    }

    @Override
    public void close() {
        room.close();
    }
}
