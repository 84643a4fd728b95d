package org.plinth.web.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/** What was done by whom. Changes write their rows by themselves; reads that matter are noted here. */
public interface AuditStore {

    /** Notes something that changed nothing: a login, an export, a page printed. {@code subject} is {@code kind:id}. */
    void note(String subject);

    /**
     * The same with what belongs to it, such as the route; it stands as {@code after}. Texts, booleans, whole numbers and
     * finite doubles.
     */
    void note(String subject, Map<String, ?> details);

    /** Newest first, older than {@code beforeSeq}. */
    List<AuditEvent> newest(Id<Clinic> clinic, long beforeSeq, int limit);

    /** All about one thing, oldest first; {@code subject} is {@code kind:id}. */
    List<AuditEvent> about(Id<Clinic> clinic, String subject);

    /**
     * What people typed as the reason of acts about patients, by number of the row: the chain itself has only its salted
     * hash. What was erased is missing.
     */
    Map<Long, String> words(Id<Clinic> clinic, Collection<Long> rows);

    /** What a filter lets through, newest first, older than {@code beforeSeq}. */
    List<AuditEvent> find(AuditFilter filter, long beforeSeq, int limit);

    /** Rows of the whole installation from {@code afterSeq} + 1 on, oldest first; nothing of them ever changes. */
    List<AuditEvent> next(long afterSeq, int limit);

    /**
     * A row that changed something, without its content.
     *
     * @param seq its number
     * @param clinic where
     * @param subject what, as {@code kind:id}
     * @param hash of the row
     */
    record Change(long seq, Id<Clinic> clinic, String subject, String hash) {}

    /**
     * What changed in the whole installation from {@code afterSeq} + 1 on, oldest first. Rows that say nothing of what stands now, and
     * those about reading, printing and exporting, are left out.
     */
    List<Change> changes(long afterSeq, int limit);

    /** How many rows there are: the number of the last one, where none is missing. */
    long count();

    /** The whole chain of the installation, oldest first, one at a time. */
    void forEach(Consumer<AuditEvent> event);

    /** For holding the rows of clinical tables against the chain; feed it the chain first. */
    RowVerifier rows();

    /** Lets it see every row of those tables. */
    void compare(RowVerifier rows);

    /** Number and hash of the last row; what a printed checkpoint carries. */
    Head head();

    /** Follows the chain from the first row; empty if it holds. */
    Optional<AuditVerifier.Break> verify();

    /**
     * The end of the chain.
     *
     * @param seq number of the last row, 0 for none
     * @param hash of it, 64 zeros for none
     */
    record Head(long seq, String hash) {}
}
