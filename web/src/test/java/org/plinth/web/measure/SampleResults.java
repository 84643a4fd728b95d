package org.plinth.web.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.SideResult;

/** Made-up results of the left leg, and the course that they make. */
final class SampleResults {

    /** A prone curl in a rig, recorded. */
    static final SeriesKey KEY = new SeriesKey(
            "patient",
            "curl-prone-15",
            1,
            Side.LEFT,
            Fixation.RIG,
            "standard",
            "shank",
            "virtual",
            "peak100_N@1",
            SeriesKey.Basis.FORCE,
            "best",
            "none",
            SeriesKey.Provenance.RECORDED);

    private final SplittableRandom ids = new SplittableRandom(1);
    private final List<SideResult> results = new ArrayList<>();

    void add(LocalDate date, Instant at, double newtons, SeriesKey key) {
        TestValue plain = TestValue.ofFirst(1, List.of(new Force(newtons)));
        results.add(new SideResult(
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                1,
                date,
                at,
                key,
                new TestValue(1, plain.best(), plain.mean(), plain.cvPercent(), Set.of()),
                1,
                1,
                new SideResult.Provenance("0", "serial", "1", "calibration", "clinician", "1")));
    }

    SideCourse left() {
        Episode episode = new Episode(
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                1,
                "Sample problem",
                Involvement.LEFT,
                results.get(0).date(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Courses(PositionCatalogue.bundled())
                .of(episode, results, List.of())
                .get(0)
                .left();
    }
}
