package org.plinth.web.visit;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.capture.RecordingFinisher;
import org.plinth.web.capture.ResultKeeper;
import org.plinth.web.capture.SensorRoom;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Store;

/**
 * What a visit desk works with.
 *
 * @param store the clinic's memory
 * @param journals where recordings are kept
 * @param room the sensors in use
 * @param finisher both ends of a recording
 * @param results keeps results in step with efforts
 * @param drivers at hand
 * @param catalogue of bundled positions
 * @param clock wall clock, for what day it is
 * @param ids source of ids; secure
 */
public record DeskParts(
        Store store,
        Journals journals,
        SensorRoom room,
        RecordingFinisher finisher,
        ResultKeeper results,
        SensorDrivers drivers,
        PositionCatalogue catalogue,
        Clock clock,
        RandomGenerator ids) {}
