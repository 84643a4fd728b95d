package org.plinth.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.plinth.core.programme.Headline;
import org.plinth.core.programme.Retest;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.progress.RetestFacts;
import org.plinth.web.store.Store;

/**
 * What stands in the open episodes of every clinic, read once and then kept right by the audit log. When a retest is due rests on every
 * result of an episode, so the order of the list cannot be asked of the database. Blocks for as long as it takes to read who changed;
 * any thread but an event loop.
 */
final class OverviewBook {

    private final Store store;
    private final OverviewReader reader;
    private final Executor background;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Map<Id<Clinic>, OverviewShelf> shelves = new ConcurrentHashMap<>();

    /**
     * Over this store.
     *
     * @param background where clinics with many patients are read, on a thread that nobody waits for
     */
    OverviewBook(Store store, ClinicPositions positions, Executor background) {
        this.store = store;
        this.reader = new OverviewReader(positions);
        this.background = background;
    }

    /**
     * One open episode.
     *
     * @param patient whose
     * @param episode which
     * @param headline over all positions
     * @param positions that were tested, as they are called
     * @param facts that decide when strength is to be tested next
     * @param lastVisit whether or not anything was tested at it; empty before the first
     * @param small what the picture beside it shows; empty before the first test
     * @param retest when strength is to be tested next, as of the day that was asked about
     */
    record Line(
            Patient patient,
            Episode episode,
            Headline headline,
            Map<String, String> positions,
            RetestFacts facts,
            Optional<Visit> lastVisit,
            Optional<SmallCourse> small,
            Retest retest) {

        /** Newest day with a result; empty before the first. */
        Optional<LocalDate> lastTest() {
            return facts.lastTest();
        }

        Line on(LocalDate today) {
            Retest then = facts.on(today);
            return then.equals(retest)
                    ? this
                    : new Line(patient, episode, headline, positions, facts, lastVisit, small, then);
        }
    }

    /** What there is to be seen. */
    sealed interface Seen {}

    /** All of it. */
    record Whole(OverviewStand stand) implements Seen {}

    /**
     * Nothing yet: it is being read.
     *
     * @param read patients so far
     * @param of how many; at least 1
     */
    record UnderWay(int read, int of) implements Seen {}

    /** All open episodes of a clinic as they stand now, the next test first. Who may see whom is not asked here. */
    Seen open(Clinic clinic, Instant now) {
        return shelf(clinic.id()).at(LocalDate.ofInstant(now, clinic.zone()));
    }

    /** Reads all clinics, so that nobody has to wait for it. Blocks until it is done. */
    void readAll(Instant now) {
        store.read(stores -> stores.clinics().all())
                .forEach(clinic -> shelf(clinic.id()).fill(LocalDate.ofInstant(now, clinic.zone())));
    }

    /** Nothing more is read. */
    void end() {
        ended.set(true);
    }

    private OverviewShelf shelf(Id<Clinic> clinic) {
        return shelves.computeIfAbsent(clinic, id -> new OverviewShelf(id, store, reader, background, ended::get));
    }
}
