package org.plinth.web.integrity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import org.plinth.core.effort.Effort;
import org.plinth.driver.Ledger;
import org.plinth.web.capture.FoundEffort;
import org.plinth.web.capture.JournalOpening;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.integrity.Difference.Place;
import org.plinth.web.measure.Engine;
import org.plinth.web.store.RecordingStore.TrialOf;

/** Compares the stored ledger, efforts and measurements of one recording with those that its journal gives now. */
final class RecordingCheck {

    private final Recording recording;
    private final List<TrialOf> stored;
    private final List<Difference> differences = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param differences all of them
     * @param trials stored decisions about the efforts as they are found now; empty where these are not the same efforts
     * @param again those of them that differ, or were computed by another engine
     * @param ledger as counted now, where it differs
     * @param sameEfforts whether each stored effort has its counterpart, with the same verdict of the finder
     */
    record Checked(
            List<Difference> differences,
            List<Trial> trials,
            List<TrialOf> again,
            Optional<Ledger> ledger,
            boolean sameEfforts) {}

    private RecordingCheck(Recording recording, List<TrialOf> stored) {
        this.recording = recording;
        this.stored = stored.stream()
                .sorted(Comparator.comparingInt(one -> one.trial().effort().number()))
                .toList();
    }

    static Checked check(
            Recording recording,
            List<TrialOf> stored,
            Optional<JournalOpening> opening,
            Optional<RecordedForce> force) {
        return new RecordingCheck(recording, stored).check(opening, force);
    }

    private Checked check(Optional<JournalOpening> opening, Optional<RecordedForce> force) {
        Comparison whole = new Comparison(Place.ofRecording(recording), Optional.empty(), differences);
        opening.ifPresent(said -> whole.text("driver", recording.driverId(), said.driverId())
                .text("driver_version", recording.driverVersion(), said.driverVersion())
                .text("calibration", recording.calibrationId(), said.calibrationId()));
        int before = differences.size();
        Optional<Ledger> counted = force.map(RecordedForce::ledger);
        ledger(whole, counted);
        boolean ledgerDiffers = differences.size() > before;
        List<FoundEffort> found = force.map(FoundEffort::in).orElse(List.of());
        boolean same = compareEfforts(found);
        List<Trial> trials = new ArrayList<>();
        List<TrialOf> again = new ArrayList<>();
        if (same) {
            for (int i = 0; i < found.size(); i++) {
                measured(stored.get(i), found.get(i), trials, again);
            }
        }
        return new Checked(differences, trials, again, ledgerDiffers ? counted : Optional.empty(), same);
    }

    private void ledger(Comparison whole, Optional<Ledger> now) {
        Optional<Ledger> was = recording.ledger();
        count(whole, "packets", was, now, Ledger::packets);
        count(whole, "received", was, now, Ledger::received);
        whole.whole("lost", lost(was), lost(now));
        count(whole, "duplicated", was, now, Ledger::duplicated);
        count(whole, "late", was, now, Ledger::late);
        count(whole, "malformed", was, now, Ledger::malformed);
        count(whole, "missing", was, now, Ledger::missing);
        count(whole, "boundaryGaps", was, now, Ledger::boundaryGaps);
        count(whole, "longestSilence_us", was, now, Ledger::longestSilenceMicros);
    }

    private static void count(
            Comparison whole, String what, Optional<Ledger> was, Optional<Ledger> now, Function<Ledger, Long> of) {
        whole.value(what, was.map(of).map(String::valueOf), now.map(of).map(String::valueOf));
    }

    private static OptionalLong lost(Optional<Ledger> ledger) {
        return ledger.map(Ledger::lost).orElse(OptionalLong.empty());
    }

    /** Boundaries and presence of every effort; whether stored and found are one to one the same efforts. */
    private boolean compareEfforts(List<FoundEffort> found) {
        boolean same = stored.size() == found.size();
        for (int i = 0; i < Math.max(stored.size(), found.size()); i++) {
            Optional<TrialOf> was = i < stored.size() ? Optional.of(stored.get(i)) : Optional.empty();
            Optional<Effort> now = i < found.size() ? Optional.of(found.get(i).effort()) : Optional.empty();
            if (was.isPresent() && now.isPresent()) {
                boundaries(was.get(), now.get());
                same &= isSame(was.get().trial().effort(), now.get());
            } else {
                at(i + 1, was)
                        .value("effort", was.map(one -> span(one.trial().effort())), now.map(RecordingCheck::span));
            }
        }
        return same;
    }

    private Comparison at(int number, Optional<TrialOf> stored) {
        return new Comparison(Place.ofEffort(recording, number), stored.map(TrialOf::engineVersion), differences);
    }

    /** The same stretch of time, told from noise at its ends by overlap, and the same verdict. */
    private static boolean isSame(Effort was, Effort now) {
        return was.number() == now.number()
                && was.onsetMicros() <= now.endMicros()
                && now.onsetMicros() <= was.endMicros()
                && was.rejection().equals(now.rejection());
    }

    private void boundaries(TrialOf stored, Effort now) {
        Effort was = stored.trial().effort();
        at(was.number(), Optional.of(stored))
                .text("number", was.number(), now.number())
                .text("onset_us", was.onsetMicros(), now.onsetMicros())
                .text("end_us", was.endMicros(), now.endMicros())
                .text("firstSample", was.firstIndex(), now.firstIndex())
                .text("peakSample", was.peakIndex(), now.peakIndex())
                .text("lastSample", was.lastIndex(), now.lastIndex())
                .real("baseline_N", was.baseline().newtons(), now.baseline().newtons())
                .real(
                        "baselineNoise_N",
                        was.baselineNoise().newtons(),
                        now.baselineNoise().newtons())
                .text("quietBaseline", was.quietBaseline(), now.quietBaseline())
                .text(
                        "plateauStart_us",
                        was.plateau().startMicros(),
                        now.plateau().startMicros())
                .text("plateauEnd_us", was.plateau().endMicros(), now.plateau().endMicros())
                .names("flags", was.flags(), now.flags())
                .value(
                        "rejection",
                        was.rejection().map(Enum::name),
                        now.rejection().map(Enum::name));
    }

    private static String span(Effort effort) {
        return effort.onsetMicros() + "-" + effort.endMicros() + " us";
    }

    private void measured(TrialOf was, FoundEffort found, List<Trial> trials, List<TrialOf> again) {
        Trial trial = was.trial();
        Comparison effort = at(trial.effort().number(), Optional.of(was));
        TreeSet<String> metrics = new TreeSet<>(trial.measurements().keySet());
        metrics.addAll(found.measurements().keySet());
        metrics.forEach(id -> effort.metric(id, value(trial.measurements(), id), value(found.measurements(), id)));
        Trial now = new Trial(
                trial.id(),
                trial.recording(),
                trial.version(),
                found.effort(),
                found.measurements(),
                trial.state(),
                trial.exclusionReason(),
                trial.pain());
        trials.add(now);
        boolean differs = differences.stream().anyMatch(one -> one.place()
                .equals(Place.ofEffort(recording, trial.effort().number())));
        if (differs || !was.engineVersion().equals(Engine.VERSION)) {
            again.add(new TrialOf(was.recording(), now, was.engineVersion(), was.analysis()));
        }
    }

    private static <T> Optional<T> value(Map<String, T> map, String key) {
        return Optional.ofNullable(map.get(key));
    }
}
