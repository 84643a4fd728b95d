package org.plinth.web.store;

import java.util.Optional;

/** Follows the audit chain and names the first row that does not hold. Feed it every row in order, then the head. */
public final class AuditVerifier {

    /**
     * Where the chain does not hold.
     *
     * @param seq number of the row
     * @param why what is wrong with it
     */
    public record Break(long seq, Why why) {}

    /** What is wrong with a row. */
    public enum Why {
        /** A row is missing, or out of order. */
        SEQUENCE,
        /** It does not follow from the row before. */
        PREVIOUS_HASH,
        /** Its content is not what was written. */
        HASH,
        /** The chain is shorter or longer than its head says. */
        HEAD
    }

    private Optional<Break> found = Optional.empty();

    /** Looks at the next row. */
    public void accept(AuditEvent event) {}

    /** The verdict, once all rows were seen; empty if the chain holds. */
    public Optional<Break> end(AuditStore.Head head) {
        return found;
    }
}
