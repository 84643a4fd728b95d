package org.plinth.web.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.plinth.web.audit.CheckpointCheck;
import org.plinth.web.audit.CheckpointCheck.Against;
import org.plinth.web.audit.Checkpoints;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Visit;
import org.plinth.web.integrity.Unreadable.Reason;
import org.plinth.web.journal.JournalFailure;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.AuditStore;
import org.plinth.web.store.AuditVerifier;
import org.plinth.web.store.Store;

/**
 * Follows the audit chain from its first row, and checks every journal: its bytes against the stored SHA-256, and each
 * record's length, number and checksum. Needs no key, so it works after an erasure too. Changes nothing. One thread.
 */
public final class Verification {

    private final Store store;
    private final Journals journals;
    private final Checkpoints checkpoints;
    private final List<Against> brought;

    /** Of one data folder, held also against checkpoints that were brought from elsewhere. */
    public Verification(Store store, Journals journals, Checkpoints checkpoints, List<Against> brought) {
        this.store = store;
        this.journals = journals;
        this.checkpoints = checkpoints;
        this.brought = List.copyOf(brought);
    }

    /**
     * What it came to.
     *
     * @param auditRows rows of the chain
     * @param broken where the chain does not hold; empty if it does
     * @param checkpoints good ones that the chain was held against, copies and brought ones included
     * @param checkpointFaults that do not hold
     * @param visits looked at
     * @param recordings finished ones with a journal
     * @param faults recordings whose journal is not as it was sealed
     * @param unfinished recordings still open
     * @param orphans journals without a recording in the database
     * @param whole whether all was looked at
     */
    public record Summary(
            long auditRows,
            Optional<AuditVerifier.Break> broken,
            long checkpoints,
            long checkpointFaults,
            long visits,
            long recordings,
            long faults,
            long unfinished,
            long orphans,
            boolean whole) {

        /** Whether everything is as it was written. A journal without a recording is told, and breaks nothing. */
        public boolean holds() {
            return whole && broken.isEmpty() && checkpointFaults == 0 && faults == 0;
        }
    }

    /** Hears what is found. */
    public interface Findings {

        /** A recording whose journal is not as it was sealed. */
        void fault(Unreadable fault);

        /** A checkpoint and the chain do not agree, or a checkpoint is not as it was signed. */
        void checkpoint(CheckpointCheck.Fault fault);

        /** A journal without a recording in the database. */
        void orphan(Id<Recording> journal);
    }

    private static final class Counts {
        private long visits;
        private long recordings;
        private long faults;
        private long unfinished;
        private boolean whole = true;
    }

    /** Runs; {@code visits} hears how many are done, {@code stopped} is asked before each. */
    public Summary run(Findings findings, LongConsumer visits, BooleanSupplier stopped) {
        CheckpointCheck check = new CheckpointCheck(checkpoints, brought);
        AuditVerifier verifier = new AuditVerifier();
        AuditStore.Head head = store.read(stores -> {
            AuditStore.Head last = stores.audit().head();
            stores.audit().forEach(event -> {
                verifier.accept(event);
                check.accept(event);
            });
            return last;
        });
        List<CheckpointCheck.Fault> checkpointFaults = check.end(head);
        checkpointFaults.forEach(findings::checkpoint);
        Counts counts = new Counts();
        new VisitWalk(store).all(visit -> {
            counts.whole = !stopped.getAsBoolean();
            if (counts.whole) {
                check(visit, findings, counts);
                visits.accept(++counts.visits);
            }
            return counts.whole;
        });
        List<Id<Recording>> orphans = orphans();
        orphans.forEach(findings::orphan);
        return new Summary(
                head.seq(),
                verifier.end(head),
                check.count() + brought.size(),
                checkpointFaults.size(),
                counts.visits,
                counts.recordings,
                counts.faults,
                counts.unfinished,
                orphans.size(),
                counts.whole);
    }

    private List<Id<Recording>> orphans() {
        List<Id<Recording>> listed = new ArrayList<>(journals.list());
        return store.read(stores -> stores.recordings().unknown(listed));
    }

    private void check(Visit visit, Findings findings, Counts counts) {
        for (Recording recording : store.read(stores -> stores.recordings().ofVisit(visit.clinic(), visit.id()))) {
            if (recording.state() == Recording.State.OPEN) {
                counts.unfinished++;
                continue;
            }
            counts.recordings++;
            Optional<Reason> fault = fault(recording);
            if (fault.isPresent()) {
                counts.faults++;
                findings.fault(new Unreadable(recording, fault.get()));
            }
        }
    }

    private Optional<Reason> fault(Recording recording) {
        boolean exists = journals.exists(recording.id());
        if (recording.seal().isEmpty()) {
            return exists ? Optional.of(Reason.NOT_SEALED) : Optional.empty();
        }
        if (!exists) {
            return Optional.of(Reason.MISSING);
        }
        try {
            if (!journals.sealOf(recording.id()).equals(recording.seal().get())) {
                return Optional.of(Reason.HASH_MISMATCH);
            }
            boolean torn = journals.check(recording.id()).tornTail().isPresent();
            return torn ? Optional.of(Reason.TORN) : Optional.empty();
        } catch (JournalFailure failure) {
            return Optional.of(Replays.reason(failure));
        }
    }
}
