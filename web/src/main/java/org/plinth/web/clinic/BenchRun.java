package org.plinth.web.clinic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.run.CalibrationRun;

/**
 * A calibration on the bench, from the first step until it is accepted or rejected. Its points are added apart from its
 * versions; a point that was taken back is not among them.
 *
 * @param id opaque
 * @param clinic whose
 * @param sensor of which
 * @param version of the set-up, from 1
 * @param startedAt when it was begun
 * @param state how far it got
 * @param setUp chain, room, gravity and masses; without points
 * @param masses the clinic's own that hang
 * @param place where, in words, with latitude and height where gravity comes from them
 * @param model curve that is fitted
 * @param points that stand, in order
 * @param nextNumber that the next point gets: numbers of points taken back are not used again
 * @param finish what came of it; empty while it is open
 * @param at when this version was written
 * @param author who wrote it
 * @param reason why it was rejected, or what was said at acceptance; may be empty
 */
public record BenchRun(
        Id<BenchRun> id,
        Id<Clinic> clinic,
        Id<Sensor> sensor,
        int version,
        Instant startedAt,
        State state,
        CalibrationRun setUp,
        List<OwnedMass> masses,
        Place place,
        CurveModel model,
        List<BenchPoint> points,
        int nextNumber,
        Optional<Finish> finish,
        Instant at,
        Id<Account> author,
        String reason) {

    /** Copies the lists. */
    public BenchRun {
        masses = List.copyOf(masses);
        points = List.copyOf(points);
    }

    /** How far it got. */
    public enum State {
        /** Points may be taken. */
        OPEN,
        /** It became a calibration. */
        ACCEPTED,
        /** It was not used. */
        REJECTED
    }

    /**
     * Where the masses hung.
     *
     * @param name in words; may be empty
     * @param latitudeDegrees empty where gravity was typed
     * @param heightMetres empty where gravity was typed
     */
    public record Place(String name, OptionalDouble latitudeDegrees, OptionalDouble heightMetres) {}

    /**
     * What an accepted run became.
     *
     * @param calibration the new calibration
     * @param certificate its number, unique in the clinic
     * @param asFound with the calibration that stood before; empty where there was none
     * @param asLeft with the new one
     * @param fitJson coefficients and figures, as they were then
     */
    public record Finish(
            Id<StoredCalibration> calibration,
            String certificate,
            Optional<Decision> asFound,
            Decision asLeft,
            String fitJson) {}

    /** The run with its points, to be evaluated. */
    public CalibrationRun run() {
        return setUp.with(points.stream().map(BenchPoint::point).toList());
    }
}
