package org.plinth.web.reading;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.symmetry.LimbSymmetry;
import org.plinth.core.symmetry.SideMeasurement;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.TypedReading.Quantity;

/**
 * Readings of one visit that belong together: one position, one device, one way of holding it. A series of its own, which never
 * meets a recorded one (decision M20).
 *
 * @param position as it was when they were made
 * @param readings of both sides, those taken back included, oldest first; at least one
 */
public record ReadingSeries(TestPosition position, List<TypedReading> readings) {

    /** Copies the list. */
    public ReadingSeries {
        readings = List.copyOf(readings);
    }

    /** Those of a visit, by position, device and fixation, in the order of their first readings. */
    public static List<ReadingSeries> of(
            List<TypedReading> ofVisit, java.util.function.Function<TypedReading, Optional<TestPosition>> positions) {
        List<List<TypedReading>> groups = new ArrayList<>();
        for (TypedReading reading : ofVisit) {
            groups.stream()
                    .filter(group -> ReadingRules.isSameSeries(group.get(0), reading))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(reading), () -> groups.add(new ArrayList<>(List.of(reading))));
        }
        return groups.stream()
                .flatMap(group -> positions.apply(group.get(0)).map(known -> new ReadingSeries(known, group)).stream())
                .toList();
    }

    /** Of what. */
    public Quantity quantity() {
        return readings.get(0).quantity();
    }

    /** Those of a side, those taken back included. */
    public List<TypedReading> of(Side side) {
        return readings.stream().filter(one -> one.side() == side).toList();
    }

    private List<TypedReading> standing(Side side) {
        return of(side).stream().filter(TypedReading::stands).toList();
    }

    /** The greatest of the first k, k the smaller count of both sides where both have any (decision M2). */
    public Optional<TypedReading> best(Side side) {
        int own = standing(side).size();
        int other = standing(side.other()).size();
        return standing(side).stream()
                .limit(other == 0 ? own : Math.min(own, other))
                .max(java.util.Comparator.comparingDouble(TypedReading::value));
    }

    /**
     * What it would be compared by. Its device is its model, so that another display is another series.
     *
     * @throws IllegalStateException where no force was measured
     */
    public SeriesKey key(Side side) {
        TypedReading one = readings.get(0);
        Fixation fixation = one.fixation().orElseThrow(() -> new IllegalStateException("no force, no series key"));
        return new SeriesKey(
                one.patient().toString(),
                one.positionId(),
                one.protocolVersion(),
                side,
                fixation,
                "standard",
                position.placement().site(),
                "display:" + one.device(),
                "displayedPeak_N@1",
                SeriesKey.Basis.FORCE,
                "best",
                "none",
                SeriesKey.Provenance.TYPED);
    }

    /**
     * The injured leg against the other, for forces. The interval is the position's own; nothing decides by it.
     *
     * @param thresholdPercent the clinic's reference line
     */
    public SymmetryOutcome symmetry(Involvement involvement, double thresholdPercent) {
        Optional<SymmetryRefusal> refused = LimbSymmetry.refusedBy(position, involvement)
                .or(() -> LimbSymmetry.refusedBy(key(Side.LEFT), key(Side.RIGHT)));
        if (refused.isPresent()) {
            return new SymmetryOutcome.Refused(refused.get());
        }
        return LimbSymmetry.of(
                involvement.injured().orElseThrow(),
                measured(Side.LEFT),
                measured(Side.RIGHT),
                readings.get(0).fixation().flatMap(position::error),
                thresholdPercent);
    }

    /** Of baseline and noise a display tells nothing. */
    private SideMeasurement measured(Side side) {
        List<TypedReading> standing = standing(side);
        List<Force> values =
                standing.stream().map(one -> Force.ofNewtons(one.value())).toList();
        Instant at =
                standing.stream().map(TypedReading::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        return new SideMeasurement(
                side,
                values,
                Collections.nCopies(values.size(), Force.ofNewtons(0)),
                Force.ofNewtons(0),
                ChronoUnit.MICROS.between(Instant.EPOCH, at),
                Set.<ResultFlag>of());
    }

    /** Injured ÷ uninjured of times or counts [%]; none where a side is missing or ended where the position ends (M17). */
    public OptionalDouble percent(Involvement involvement) {
        Optional<TypedReading> injured = involvement.injured().flatMap(this::best);
        Optional<TypedReading> other = involvement.injured().map(Side::other).flatMap(this::best);
        boolean whole = injured.isPresent()
                && other.isPresent()
                && !injured.get().capped()
                && !other.get().capped();
        return whole
                ? OptionalDouble.of(100 * injured.get().value() / other.get().value())
                : OptionalDouble.empty();
    }
}
