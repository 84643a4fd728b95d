package org.plinth.web.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.RecordingStore.TrialOf;

/** Every recording of a clinic with what stands beside it, for whoever takes all of them away. Reads only. */
public interface RawStore {

    /**
     * A recording and where it belongs.
     *
     * @param recording the row
     * @param positionId tested position
     * @param protocolVersion of it
     * @param fixation how the sensor was held
     * @param stabilisation how the body was held
     * @param sensorSite where on the body the sensor was
     * @param sensor which sensor
     * @param episode the problem
     * @param involvement injured side of it
     * @param openedOn its first day
     * @param visitDate day of the visit
     * @param visitStartedAt when the visit was opened
     * @param visitClosed whether it is closed
     * @param erased whether the patient was erased: then nothing beside the recording's own row may be shown
     * @param setAside whether it counts in another patient's test
     * @param result standing result of its side and test
     */
    record RawRow(
            Recording recording,
            String positionId,
            int protocolVersion,
            Fixation fixation,
            String stabilisation,
            String sensorSite,
            Id<Sensor> sensor,
            Id<Episode> episode,
            Involvement involvement,
            LocalDate openedOn,
            LocalDate visitDate,
            Instant visitStartedAt,
            boolean visitClosed,
            boolean erased,
            boolean setAside,
            Optional<SideResult> result) {}

    /**
     * A trial as one flat row.
     *
     * @param trial which
     * @param recording in which it was found
     * @param patient whose
     * @param episode the problem
     * @param visit at which
     * @param position tested position
     * @param protocolVersion of it
     * @param side tested
     * @param involvement injured side of the episode
     * @param day of the episode, 0 for its first
     * @param number of the effort in its recording
     * @param onsetMicros device time of its onset [µs]
     * @param endMicros device time of its end [µs]
     * @param baselineNewtons before it [N]
     * @param state what was decided
     * @param rejection why the finder did not offer it
     * @param flags of the effort, separated by blanks
     * @param pain 0 to 10, where asked
     * @param measured main metrics by id, where they were not withheld
     * @param engineVersion that found and measured it
     */
    record TrialRow(
            Id<Trial> trial,
            Id<Recording> recording,
            Id<Patient> patient,
            Id<Episode> episode,
            Id<Visit> visit,
            String position,
            int protocolVersion,
            Side side,
            Involvement involvement,
            long day,
            int number,
            long onsetMicros,
            long endMicros,
            double baselineNewtons,
            Trial.State state,
            Optional<String> rejection,
            String flags,
            OptionalInt pain,
            Map<String, OptionalDouble> measured,
            String engineVersion) {

        /** Copies the map. */
        public TrialRow {
            measured = Map.copyOf(measured);
        }
    }

    /** Metrics that a {@link TrialRow} has; all others are with the efforts of each recording. */
    List<String> TRIAL_METRICS = List.of("peakForce_N", "peak100_N", "meanForce1s_N");

    /** How many recordings there are, erased ones included. */
    long count(Id<Clinic> clinic);

    /** Recordings by id, which says nothing about anybody; those behind {@code after}, at most so many. */
    List<RawRow> page(Id<Clinic> clinic, Optional<Id<Recording>> after, int most);

    /** Efforts of the recordings behind {@code after}, up to {@code last} and with it; two queries. */
    List<TrialOf> trials(Id<Clinic> clinic, Optional<Id<Recording>> after, Id<Recording> last);

    /**
     * Trials of the next so many recordings behind {@code after}, in order; those of erased patients and those that were made by
     * another patient are left out.
     *
     * @return the last of these recordings; empty where there was none
     */
    Optional<Id<Recording>> trialRows(
            Id<Clinic> clinic, Optional<Id<Recording>> after, int recordings, Consumer<TrialRow> row);
}
