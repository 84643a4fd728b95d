package org.plinth.web.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plinth.core.effort.Effort;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.JournalReplay;
import org.plinth.web.capture.RawForce;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Trial;
import org.plinth.web.measure.TestMeasurement;
import org.plinth.web.store.RecordingStore.TrialOf;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * Finds the last comparable effort of a side. It is shown after an effort and never before or during one: what somebody
 * knows that she gave last time changes what she gives now (decision S3). Reads; changes nothing.
 */
final class LastEffortReader {

    private static final long BUCKET_MICROS = 10_000;
    private static final long AROUND_MICROS = 500_000;

    private final Store store;
    private final RawForce raw;

    LastEffortReader(Store store, RawForce raw) {
        this.store = store;
        this.raw = raw;
    }

    /** A result and its best effort. */
    private record Best(SideResult result, Optional<TrialOf> trial) {}

    Optional<LastEffort> of(Id<Clinic> clinic, Id<PositionTest> testId, Side side) {
        return store.read(stores -> find(stores, clinic, testId, side))
                .map(best -> new LastEffort(
                        best.result(), best.trial().map(this::curve).orElse(List.of())));
    }

    private static Optional<Best> find(Stores stores, Id<Clinic> clinic, Id<PositionTest> testId, Side side) {
        PositionTest test = stores.visits().findTest(clinic, testId).orElseThrow(() -> StoreFailure.notFound("test"));
        boolean made = stores.recordings().trialsOfTest(clinic, testId).stream()
                .anyMatch(one -> one.recording().side() == side);
        if (!made) {
            throw Refused.because("NO_EFFORT_YET", test);
        }
        String model = stores.sensors()
                .find(clinic, test.sensor())
                .map(Sensor::driverId)
                .orElseThrow(() -> StoreFailure.notFound("sensor"));
        return stores.results().ofPatient(clinic, test.patient()).stream()
                .filter(result -> !result.visit().equals(test.visit()))
                .filter(result -> result.testedAt().isBefore(test.createdAt()))
                .filter(result -> comparable(result.key(), test, model, side))
                .max(Comparator.comparing(SideResult::testedAt))
                .map(result -> new Best(result, best(stores, result)));
    }

    static boolean comparable(SeriesKey key, PositionTest test, String model, Side side) {
        return key.side() == side
                && key.provenance() == SeriesKey.Provenance.RECORDED
                && key.position().equals(test.positionId())
                && key.protocolVersion() == test.protocolVersion()
                && key.fixation() == test.fixation()
                && key.stabilisation().equals(test.stabilisation())
                && key.sensorSite().equals(test.sensorSite())
                && key.sensorModel().equals(model);
    }

    private static Optional<TrialOf> best(Stores stores, SideResult result) {
        return best(
                stores.recordings().trialsOfTest(result.clinic(), result.test()),
                result.key().side(),
                result.value().k());
    }

    /** Of the efforts that the value comes from: the first {@code k} that were kept (decision M2), in the order they were made. */
    static Optional<TrialOf> best(List<TrialOf> inOrder, Side side, int k) {
        return inOrder.stream()
                .filter(one -> one.recording().side() == side)
                .filter(one -> one.trial().state() == Trial.State.ACCEPTED)
                .filter(one -> value(one.trial()).isPresent())
                .limit(k)
                .max(Comparator.comparing(one -> value(one.trial()).orElseThrow()));
    }

    private static Optional<Double> value(Trial trial) {
        return Optional.ofNullable(trial.measurements().get(TestMeasurement.QUANTITY))
                .flatMap(found ->
                        found.value().isPresent() ? Optional.of(found.value().getAsDouble()) : Optional.empty());
    }

    private List<LastEffort.Point> curve(TrialOf best) {
        Effort effort = best.trial().effort();
        if (!effort.quietBaseline()) {
            return List.of();
        }
        return raw.of(best.recording())
                .flatMap(JournalReplay.Replayed::force)
                .map(RecordedForce::segments)
                .filter(segments -> segments.size() == 1) // of several nobody can tell here which one the effort is in
                .map(segments -> curve(segments.get(0), effort))
                .orElse(List.of());
    }

    /** Least and greatest of every 10 ms, so that no peak is lost. */
    static List<LastEffort.Point> curve(ForceTrace trace, Effort effort) {
        List<LastEffort.Point> points = new ArrayList<>();
        int end = trace.indexAtOrAfter(effort.endMicros() + AROUND_MICROS);
        int i = trace.indexAtOrAfter(effort.onsetMicros() - AROUND_MICROS);
        while (i < end) {
            long first = trace.micros(i);
            long bucket = Math.floorDiv(first, BUCKET_MICROS);
            double least = trace.newtons(i);
            double greatest = least;
            while (++i < end && Math.floorDiv(trace.micros(i), BUCKET_MICROS) == bucket) {
                least = Math.min(least, trace.newtons(i));
                greatest = Math.max(greatest, trace.newtons(i));
            }
            points.add(new LastEffort.Point(first - effort.onsetMicros(), least, greatest));
        }
        return points;
    }
}
