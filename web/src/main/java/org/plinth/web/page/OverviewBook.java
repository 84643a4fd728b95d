package org.plinth.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.programme.Headline;
import org.plinth.core.programme.Retest;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Courses;
import org.plinth.web.progress.EpisodeReading;
import org.plinth.web.progress.NewBaselines;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.OverviewStore;
import org.plinth.web.store.OverviewStore.EpisodeResult;
import org.plinth.web.store.OverviewStore.OpenEpisode;
import org.plinth.web.store.Stores;
import org.plinth.web.trust.TrustBook;

/**
 * What stands in the open episodes of a clinic, read once and then kept right by the audit log: every change has its row there, in the
 * transaction of the change, so whoever has read all rows up to one knows whom to read again. When a retest is due rests on every result
 * of an episode, so the order of the list cannot be asked of the database. Blocks; any thread but an event loop.
 */
final class OverviewBook {

    /** Rows of the log that are followed one by one; after more than that all is read anew. */
    private static final int MOST_ROWS = 1000;

    /** Patients read at once. */
    private static final int BATCH = 200;

    private static final String PRESCRIPTION = "prescription";

    /** What is of no single patient and yet changes what may be said of results: sensors, calibrations, positions. */
    private static final Set<String> OF_ALL = Set.of("sensor", "calibration", "calibration-run", "own-position");

    private final PageParts parts;
    private final Map<Id<Clinic>, Shelf> shelves = new ConcurrentHashMap<>();

    OverviewBook(PageParts parts) {
        this.parts = parts;
    }

    /**
     * One open episode.
     *
     * @param patient whose
     * @param episode which
     * @param headline over all positions
     * @param positions that were tested, as they are called
     * @param lastTest newest day with a result; empty before the first
     * @param retest when strength is to be tested next
     */
    record Line(
            Patient patient,
            Episode episode,
            Headline headline,
            Map<String, String> positions,
            Optional<LocalDate> lastTest,
            Retest retest) {}

    private static final class Shelf {
        private final Map<Id<Patient>, List<Line>> lines = new HashMap<>();
        private List<Line> inOrder = List.of();
        private long seq = -1;
        private LocalDate day = LocalDate.MIN;
    }

    /** By the day of the next test, overdue ones first, then by name: never by how strong anybody is. */
    private static final Comparator<Line> BY_DAY = Comparator.comparing(
                    (Line line) -> line.retest().date())
            .thenComparing(line -> line.patient().familyName())
            .thenComparing(line -> line.patient().givenName())
            .thenComparing(line -> line.episode().id());

    /** All open episodes of a clinic as they stand now, the next test first. Who may see whom is not asked here. */
    List<Line> open(Clinic clinic, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clinic.zone());
        Shelf shelf = shelves.computeIfAbsent(clinic.id(), id -> new Shelf());
        synchronized (shelf) {
            parts.store().read(stores -> follow(stores, clinic.id(), shelf, today));
            return shelf.inOrder;
        }
    }

    private boolean follow(Stores stores, Id<Clinic> clinic, Shelf shelf, LocalDate today) {
        long head = stores.audit().head().seq();
        if (head == shelf.seq && shelf.day.equals(today)) {
            return false;
        }
        Optional<Set<Id<Patient>>> touched =
                shelf.seq < 0 || !shelf.day.equals(today) ? Optional.empty() : touched(stores, clinic, shelf.seq);
        if (touched.isEmpty()) {
            shelf.lines.clear();
        }
        List<Id<Patient>> again = touched.<List<Id<Patient>>>map(ArrayList::new)
                .orElseGet(() -> stores.overview().withOpenEpisode(clinic));
        read(stores, clinic, shelf, again, today);
        if (touched.isEmpty() || !again.isEmpty()) {
            shelf.inOrder = shelf.lines.values().stream()
                    .flatMap(List::stream)
                    .sorted(BY_DAY)
                    .toList();
        }
        shelf.seq = head;
        shelf.day = today;
        return true;
    }

    /** Whose rows there are since; empty where everything has to be read. */
    private static Optional<Set<Id<Patient>>> touched(Stores stores, Id<Clinic> clinic, long after) {
        List<AuditEvent> rows = stores.audit().next(after, MOST_ROWS);
        if (rows.size() == MOST_ROWS) {
            return Optional.empty();
        }
        List<AuditEvent> changes = rows.stream()
                .filter(row -> row.clinic().equals(clinic) && row.after().isPresent())
                .filter(row -> !row.action().startsWith("record."))
                .toList();
        boolean all = changes.stream().map(row -> kind(row.subject())).anyMatch(OF_ALL::contains);
        if (all) {
            return Optional.empty();
        }
        Set<Id<Patient>> touched = new LinkedHashSet<>();
        changes.stream().map(AuditEvent::subject).distinct().forEach(subject -> stores.overview()
                .patientOf(clinic, subject)
                .ifPresent(touched::add));
        return Optional.of(touched);
    }

    private static String kind(String subject) {
        return subject.substring(0, Math.max(0, subject.indexOf(':')));
    }

    private void read(Stores stores, Id<Clinic> clinic, Shelf shelf, List<Id<Patient>> patients, LocalDate today) {
        if (patients.isEmpty()) {
            return;
        }
        PositionCatalogue positions = parts.clinicPositions().of(stores, clinic);
        TrustBook trust = TrustBook.ofClinic(stores, clinic);
        for (int from = 0; from < patients.size(); from += BATCH) {
            List<Id<Patient>> some = patients.subList(from, Math.min(patients.size(), from + BATCH));
            some.forEach(shelf.lines::remove);
            lines(stores.overview(), clinic, some, new Courses(positions, trust), today)
                    .forEach(line -> shelf.lines
                            .computeIfAbsent(line.patient().id(), id -> new ArrayList<>())
                            .add(line));
        }
    }

    /** Four queries, however many. */
    private static List<Line> lines(
            OverviewStore overview, Id<Clinic> clinic, Collection<Id<Patient>> some, Courses courses, LocalDate today) {
        Map<Id<Episode>, List<SideResult>> results = overview.results(clinic, some).stream()
                .collect(Collectors.groupingBy(
                        EpisodeResult::episode, Collectors.mapping(EpisodeResult::result, Collectors.toList())));
        Map<Id<Episode>, List<EpisodeEntry>> prescribed = overview.entries(clinic, PRESCRIPTION, some).stream()
                .collect(Collectors.groupingBy(EpisodeEntry::episode));
        List<EpisodeEntry> events = overview.entries(clinic, NewBaselines.KIND, some);
        return overview.openEpisodes(clinic, some).stream()
                .map(open -> line(
                        open,
                        courses.of(
                                open.episode(),
                                results.getOrDefault(open.episode().id(), List.of()),
                                List.of(),
                                NewBaselines.of(open.episode(), events)),
                        prescribed.getOrDefault(open.episode().id(), List.of()),
                        today))
                .toList();
    }

    private static Line line(OpenEpisode open, List<Course> courses, List<EpisodeEntry> prescribed, LocalDate today) {
        EpisodeReading reading = EpisodeReading.of(open.episode(), courses, prescribed, today);
        return new Line(
                open.patient(),
                open.episode(),
                reading.headline(),
                courses.stream()
                        .collect(Collectors.toMap(
                                course -> course.position().id(),
                                course -> course.position().name(),
                                (a, b) -> a)),
                courses.stream()
                        .flatMap(course -> List.of(course.side(Side.LEFT), course.side(Side.RIGHT)).stream())
                        .flatMap(side -> side.newest().stream())
                        .map(CoursePoint::date)
                        .max(LocalDate::compareTo),
                reading.retest());
    }
}
