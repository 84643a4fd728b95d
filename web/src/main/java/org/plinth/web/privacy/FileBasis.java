package org.plinth.web.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.AuditFilter;
import org.plinth.web.store.Stores;

/**
 * On what a file of a whole clinic rests: whose data may be in it, as it stood when the file was begun. A file that is kept for a while
 * is handed out only as long as nobody has taken anything of that back.
 *
 * @param question what the file is for
 * @param at when it was begun
 * @param seq number of the newest row of the audit log then
 * @param included what consents allowed then
 * @param closed for care, who was closed to whoever asked; under pseudonyms everybody is counted
 */
public record FileBasis(Question question, Instant at, long seq, Included included, Set<Id<Patient>> closed) {

    private static final Set<String> ERASING =
            Set.of("erasure.ask", "erasure.confirm", "patient.erase", "patient.erase-again", "import.undo");

    /** A row carries the time at which it was asked for, and may come into the log after others that were asked for later. */
    private static final Duration SLOWEST_REQUEST = Duration.ofMinutes(5);

    /**
     * What decides who may be in.
     *
     * @param clinic whose patients
     * @param asker for whom the file is
     */
    public record Question(Id<Clinic> clinic, Id<Account> asker, Purpose purpose) {}

    /** Copies the set. */
    public FileBasis {
        closed = Set.copyOf(closed);
    }

    /** As it stands now, for a file that is begun after this. */
    public static FileBasis now(Stores stores, Question question, Instant at) {
        return new FileBasis(
                question,
                at,
                stores.audit().head().seq(),
                Included.of(stores, question.clinic(), question.purpose()),
                closed(stores, question));
    }

    private static Set<Id<Patient>> closed(Stores stores, Question question) {
        return question.purpose() == Purpose.CARE
                ? stores.access().closedTo(question.clinic(), question.asker())
                : Set.of();
    }

    /** Whether nobody has since refused, taken a consent back, been closed to the asker, or asked to be erased. */
    public boolean holds(Stores stores) {
        return Included.of(stores, question.clinic(), question.purpose()).allStillIn(included)
                && closed.containsAll(closed(stores, question))
                && newestErasing(stores) <= seq;
    }

    private long newestErasing(Stores stores) {
        AuditFilter erasing = new AuditFilter(
                Set.of(question.clinic()),
                Optional.of(at.minus(SLOWEST_REQUEST)),
                Optional.empty(),
                Optional.empty(),
                ERASING,
                Optional.empty());
        return stores.audit().find(erasing, Long.MAX_VALUE, 1).stream()
                .mapToLong(AuditEvent::seq)
                .max()
                .orElse(0);
    }
}
