package org.plinth.web.integrity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.capture.JournalFirmwares;
import org.plinth.web.capture.ResultKeeper;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Visit;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Store;

/**
 * Computes all efforts, measurements, results and symmetries again from the journals, with the decisions that people made,
 * and compares them bit for bit with what is stored. Visit by visit; memory does not grow with their number. Works beside
 * a running server. One thread.
 */
public final class Recompute {

    private final Store store;
    private final VisitWalk walk;
    private final StoredReader reader;
    private final TestCheck check;
    private final AgainWriter writer;

    /** Over the store and journals of one data folder. */
    public Recompute(
            Store store,
            Journals journals,
            SensorDrivers drivers,
            PositionCatalogue positions,
            Clock clock,
            RandomGenerator ids) {
        this.store = store;
        this.walk = new VisitWalk(store);
        ResultKeeper keeper = new ResultKeeper(positions, drivers, new JournalFirmwares(journals), ids);
        this.reader = new StoredReader(keeper);
        this.check = new TestCheck(new Replays(store, journals, drivers));
        this.writer = new AgainWriter(store, keeper, clock);
    }

    /**
     * What is asked for.
     *
     * @param patient only this one's; empty for everybody's
     * @param writeBecause adds what differs as a further version, with this reason; empty to look only
     */
    public record Request(Optional<Id<Patient>> patient, Optional<String> writeBecause) {}

    /**
     * Runs.
     *
     * @param findings hears everything that is found
     * @param visits hears how many visits are done
     * @param stopped asked before each visit
     * @return the summary; empty if there is no such patient
     */
    public Optional<Summary> run(Request request, Findings findings, LongConsumer visits, BooleanSupplier stopped) {
        Tally tally = new Tally();
        boolean known = true;
        if (request.patient().isPresent()) {
            known = walk.of(request.patient().get(), visit -> visit(visit, request, findings, tally, visits, stopped));
        } else {
            walk.all(visit -> visit(visit, request, findings, tally, visits, stopped));
        }
        return known ? Optional.of(tally.summary()) : Optional.empty();
    }

    private boolean visit(
            Visit visit,
            Request request,
            Findings findings,
            Tally tally,
            LongConsumer visits,
            BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            tally.stopped();
            return false;
        }
        List<Stored> tests = store.read(stores -> reader.read(stores, visit));
        for (Stored stored : tests) {
            TestCheck.Verdict verdict = check.check(stored);
            tally.test(stored, verdict);
            tell(stored.test().id(), verdict, findings);
            if (request.writeBecause().isPresent() && verdict.wantsWriting()) {
                write(stored, verdict, request.writeBecause().get(), findings, tally);
            }
        }
        visits.accept(tally.visit());
        return true;
    }

    private static void tell(Id<PositionTest> test, TestCheck.Verdict verdict, Findings findings) {
        verdict.differences().forEach(findings::difference);
        verdict.unreadable().forEach(findings::unreadable);
        if (!verdict.otherEngines().isEmpty()) {
            findings.otherEngines(test, verdict.otherEngines());
        }
    }

    private void write(Stored stored, TestCheck.Verdict verdict, String reason, Findings findings, Tally tally) {
        Id<PositionTest> test = stored.test().id();
        Optional<Findings.NotWritten> not = writer.write(stored, verdict, reason);
        if (not.isPresent()) {
            findings.notWritten(test, not.get());
        } else {
            tally.written();
            findings.written(test);
        }
    }
}
