package org.plinth.web.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.plinth.calibration.Uncalibrated;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SideMeasurement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;

/**
 * The accepted efforts of one side that have the test quantity, in the order they were made, and what is known of them.
 *
 * @param side which side
 * @param efforts accepted efforts with a value
 * @param made efforts found, but for those of another patient
 * @param kept efforts accepted
 * @param seenOnHardware whether a sensor of this kind has been tried
 */
record CountedEfforts(Side side, List<Counted> efforts, int made, int kept, boolean seenOnHardware) {

    /** Pain at and above which an effort counts as limited by it (decision S2, position protocol). */
    static final int PAIN_LIMITS_FROM = 4;

    /** An accepted effort with its value. */
    record Counted(Recording recording, Trial trial, Force value) {}

    static CountedEfforts of(Side side, List<RecordedSide> inOrder, boolean seenOnHardware) {
        List<Counted> efforts = new ArrayList<>();
        int made = 0;
        int kept = 0;
        for (RecordedSide recorded : inOrder) {
            if (recorded.recording().side() != side) {
                continue;
            }
            for (Trial trial : ordered(recorded)) {
                made += trial.isMoved() ? 0 : 1; // what another patient made is none of hers
                kept += trial.state() == Trial.State.ACCEPTED ? 1 : 0;
                addIfItCounts(efforts, recorded.recording(), trial);
            }
        }
        return new CountedEfforts(side, List.copyOf(efforts), made, kept, seenOnHardware);
    }

    private static List<Trial> ordered(RecordedSide recorded) {
        return recorded.trials().stream()
                .sorted(Comparator.comparingInt(trial -> trial.effort().number()))
                .toList();
    }

    private static void addIfItCounts(List<Counted> efforts, Recording recording, Trial trial) {
        var measured = trial.measurements().get(TestMeasurement.QUANTITY);
        if (trial.state() != Trial.State.ACCEPTED || measured == null) {
            return;
        }
        OptionalDouble value = measured.value();
        if (value.isPresent()) {
            efforts.add(new Counted(recording, trial, new Force(value.getAsDouble())));
        }
    }

    int count() {
        return efforts.size();
    }

    List<Force> values() {
        return efforts.stream().map(Counted::value).toList();
    }

    /** When the last of the first {@code k} was recorded. */
    Instant startOf(int k) {
        return efforts.get(k - 1).recording().startedAt();
    }

    /** The first of the first {@code k} that has the greatest value: what the result is. */
    Recording bestOf(int k) {
        Counted best = efforts.get(0);
        for (Counted effort : efforts.subList(0, k)) {
            best = effort.value().newtons() > best.value().newtons() ? effort : best;
        }
        return best.recording();
    }

    /** Those of the first {@code k}. */
    List<Recording> recordings(int k) {
        return efforts.subList(0, k).stream().map(Counted::recording).toList();
    }

    List<String> calibrationIds(int k) {
        return efforts.subList(0, k).stream()
                .map(effort -> effort.recording().calibrationId())
                .distinct()
                .sorted()
                .toList();
    }

    Set<ResultFlag> flags(int k) {
        Set<ResultFlag> flags = EnumSet.noneOf(ResultFlag.class);
        if (!seenOnHardware) {
            flags.add(ResultFlag.NOT_SEEN_ON_HARDWARE);
        }
        for (Counted effort : efforts.subList(0, k)) {
            if (effort.recording().calibrationId().equals(Uncalibrated.ID)) {
                flags.add(ResultFlag.UNCALIBRATED);
            }
            if (effort.trial().pain().orElse(0) >= PAIN_LIMITS_FROM) {
                flags.add(ResultFlag.PAIN_LIMITED);
            }
        }
        return flags;
    }

    /** As core's symmetry wants it. All efforts enter: the symmetry itself takes the first k. */
    SideMeasurement measurement(int k) {
        List<Force> baselines = efforts.stream()
                .map(effort -> effort.trial().effort().baseline())
                .toList();
        Force noise = efforts.stream()
                .map(effort -> effort.trial().effort().baselineNoise())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new SideMeasurement(side, values(), baselines, noise, TestMeasurement.micros(startOf(k)), flags(k));
    }
}
