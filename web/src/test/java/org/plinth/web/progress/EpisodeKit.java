package org.plinth.web.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.Courses;

/** A made-up episode: results of both legs by day, and what was noted. Prone curl in a rig, measurement error 5 %. */
final class EpisodeKit {

    static final LocalDate START = LocalDate.of(2026, 1, 5);

    private final SplittableRandom ids = new SplittableRandom(1);
    private final Id<Clinic> clinic = Id.random(ids);
    private final Id<Patient> patient = Id.random(ids);
    private final Id<Episode> episode = Id.random(ids);
    private final List<SideResult> results = new ArrayList<>();
    private final List<EpisodeEntry> entries = new ArrayList<>();

    Involvement involvement = Involvement.LEFT;
    Optional<LocalDate> treated = Optional.of(START.plusDays(9));
    Fixation fixation = Fixation.RIG;
    String sensor = "virtual";
    String position = "curl-prone-15";
    Set<ResultFlag> flags = Set.of();

    static LocalDate day(int day) {
        return START.plusDays(day);
    }

    /** Both legs on one day. */
    EpisodeKit tested(int day, double left, double right) {
        return one(day, Side.LEFT, left).one(day, Side.RIGHT, right);
    }

    EpisodeKit one(int day, Side side, double newtons) {
        TestValue plain = TestValue.ofFirst(1, List.of(new Force(newtons)));
        Instant at = day(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        results.add(new SideResult(
                Id.random(ids),
                clinic,
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                1,
                day(day),
                at,
                new SeriesKey(
                        patient.toString(),
                        position,
                        1,
                        side,
                        fixation,
                        "standard",
                        "shank",
                        sensor,
                        "peak100_N@1",
                        SeriesKey.Basis.FORCE,
                        "best",
                        "none",
                        SeriesKey.Provenance.RECORDED),
                new TestValue(1, plain.best(), plain.mean(), plain.cvPercent(), flags),
                1,
                1,
                new SideResult.Provenance("0", "serial", "1", "calibration", "clinician", "1")));
        return this;
    }

    /** Something that was noted: its fields and values by turns. */
    EpisodeKit noted(int day, String kind, String... values) {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < values.length; i += 2) {
            all.put(values[i], values[i + 1]);
        }
        entries.add(new EpisodeEntry(
                Id.random(ids),
                clinic,
                patient,
                episode,
                1,
                kind,
                day(day),
                new TreeMap<>(all),
                false,
                Instant.EPOCH,
                Id.random(ids)));
        return this;
    }

    Episode episode() {
        return new Episode(
                episode,
                clinic,
                patient,
                1,
                "Sample problem",
                involvement,
                START,
                treated,
                Optional.empty(),
                Optional.empty());
    }

    List<EpisodeEntry> entries() {
        return List.copyOf(entries);
    }

    List<Course> courses() {
        return new Courses(PositionCatalogue.bundled())
                .of(episode(), results, List.of(), NewBaselines.of(episode(), entries));
    }

    List<PrescriptionBlock> blocks(int today) {
        return PrescriptionBlocks.of(entries, courses(), day(today));
    }

    EpisodeReading reading(int today) {
        return EpisodeReading.of(episode(), courses(), entries, day(today));
    }
}
