package org.plinth.web.measure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.metric.Metrics;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.symmetry.LimbSymmetry;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideResult;

/**
 * From the decided efforts of one position test to the value of each side and their symmetry.
 *
 * <pre>
 *   value    = best of the first k accepted efforts, by peak100_N      [N]
 *   k        = the smaller count where both sides have accepted efforts, else the side's own count
 *   symmetry = injured ÷ uninjured × 100, with its interval            [%]
 * </pre>
 *
 * <p>Pure: the same recordings and decisions give the same bytes. Decisions M2, M5 to M7, M21.
 */
public final class TestMeasurement {

    /** The quantity that results, symmetry and change use (decision M1). */
    public static final String QUANTITY = "peak100_N";

    /** Below this a greatest 100 ms mean is the greatest sample, which is a series of its own (decision M1) [Hz]. */
    public static final double LEAST_RATE_HZ = 20;

    private static final String GREATEST_SAMPLE = ":greatest-sample";

    private final TestContext context;
    private final List<RecordedSide> recordings;
    private final Map<Side, CountedEfforts> counted = new EnumMap<>(Side.class);

    private TestMeasurement(TestContext context, List<RecordedSide> recordings) {
        this.context = context;
        this.recordings = recordings.stream()
                .sorted(Comparator.comparing(
                                (RecordedSide recorded) -> recorded.recording().startedAt())
                        .thenComparing(recorded -> recorded.recording().id()))
                .toList();
        for (Side side : Side.values()) {
            counted.put(side, CountedEfforts.of(side, this.recordings, context.seenOnHardware()));
        }
    }

    /**
     * Measures a test.
     *
     * @param context what it is measured by
     * @param recordings all of its recordings with their efforts as decided, in any order
     */
    public static TestFigures of(TestContext context, List<RecordedSide> recordings) {
        TestMeasurement measurement = new TestMeasurement(context, recordings);
        return new TestFigures(
                measurement.figures(Side.LEFT),
                measurement.figures(Side.RIGHT),
                measurement.symmetry(),
                Engine.VERSION);
    }

    private CountedEfforts counted(Side side) {
        return Optional.ofNullable(counted.get(side)).orElseThrow();
    }

    private int k(Side side) {
        int own = counted(side).count();
        int other = counted(side.other()).count();
        return other == 0 ? own : Math.min(own, other);
    }

    private Optional<SideFigures> figures(Side side) {
        CountedEfforts efforts = counted(side);
        if (efforts.count() == 0) {
            return Optional.empty();
        }
        int k = k(side);
        TestValue plain = TestValue.ofFirst(k, efforts.values());
        Set<ResultFlag> flags = new HashSet<>(plain.flags());
        flags.addAll(efforts.flags(k));
        if (k < context.position().repetitions()) {
            flags.add(ResultFlag.FEW_EFFORTS);
        }
        if (context.position().error(context.test().fixation()).isEmpty()) {
            flags.add(ResultFlag.NO_MEASUREMENT_ERROR);
        }
        if (efforts.recordings(k).stream().map(context::testerOf).distinct().count() > 1) {
            flags.add(ResultFlag.DIFFERENT_CLINICIAN);
        }
        TestValue value = new TestValue(plain.k(), plain.best(), plain.mean(), plain.cvPercent(), flags);
        return Optional.of(new SideFigures(
                key(side),
                value,
                efforts.startOf(k),
                efforts.made(),
                efforts.kept(),
                provenance(efforts.calibrationIds(k), context.testerOf(efforts.bestOf(k)))));
    }

    private SeriesKey key(Side side) {
        PositionTest test = context.test();
        return new SeriesKey(
                test.patient().toString(),
                test.positionId(),
                test.protocolVersion(),
                side,
                test.fixation(),
                test.stabilisation(),
                test.sensorSite(),
                context.sensor().driverId(),
                quantity(),
                SeriesKey.Basis.FORCE,
                "best",
                "none",
                SeriesKey.Provenance.RECORDED);
    }

    private String quantity() {
        int version = Metrics.find(QUANTITY).orElseThrow().version();
        return QUANTITY + "@" + version + (context.sampleRateHz() < LEAST_RATE_HZ ? GREATEST_SAMPLE : "");
    }

    private SideResult.Provenance provenance(List<String> calibrationIds, String tester) {
        return new SideResult.Provenance(
                InputHash.of(recordings),
                context.sensor().serial(),
                context.firmware(),
                String.join(",", calibrationIds),
                tester,
                Engine.VERSION);
    }

    private SymmetryOutcome symmetry() {
        if (context.position().bilateral() || !context.position().symmetryAllowed()) {
            return new SymmetryOutcome.Refused(SymmetryRefusal.BRIDGE_BILATERAL_TEST);
        }
        Optional<Side> injured = context.involvement().injured();
        if (injured.isEmpty()) {
            return new SymmetryOutcome.Refused(SymmetryRefusal.BILATERAL);
        }
        CountedEfforts left = counted(Side.LEFT);
        CountedEfforts right = counted(Side.RIGHT);
        if (left.count() == 0 || right.count() == 0) {
            return new SymmetryOutcome.Refused(SymmetryRefusal.MISSING_SIDE);
        }
        return LimbSymmetry.of(
                injured.get(),
                left.measurement(k(Side.LEFT)),
                right.measurement(k(Side.RIGHT)),
                context.position().error(context.test().fixation()),
                context.thresholdPercent());
    }

    /** µs since 1970 of an instant: the one clock by which both sides are compared. */
    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
