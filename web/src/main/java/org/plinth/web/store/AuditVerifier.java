package org.plinth.web.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.hash.Sha256;

/** Follows the audit chain and names the first row that does not hold. Feed it every row in order, then the head. */
public final class AuditVerifier {

    /** What stands before the first row. */
    static final String NO_HASH = "0".repeat(64);

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

    private long seq;
    private String hash = NO_HASH;
    private Optional<Break> found = Optional.empty();

    /** Looks at the next row. */
    public void accept(AuditEvent event) {
        if (found.isPresent()) {
            return;
        }
        if (event.seq() != seq + 1) {
            found = Optional.of(new Break(seq + 1, Why.SEQUENCE));
        } else if (!event.previousHash().equals(hash)) {
            found = Optional.of(new Break(event.seq(), Why.PREVIOUS_HASH));
        } else if (!event.hash().equals(hash(event))) {
            found = Optional.of(new Break(event.seq(), Why.HASH));
        }
        seq = event.seq();
        hash = event.hash();
    }

    /** The verdict, once all rows were seen; empty if the chain holds. */
    public Optional<Break> end(AuditStore.Head head) {
        boolean reached = head.seq() == seq && head.hash().equals(hash);
        return found.isPresent() || reached ? found : Optional.of(new Break(seq, Why.HEAD));
    }

    /** SHA-256(previousHash ‖ canonical JSON of the row). */
    static String hash(AuditEvent event) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("seq", event.seq());
        row.put("at", event.at());
        row.put("clinic", event.clinic());
        row.put("actor", event.actor());
        row.put("action", event.action());
        row.put("subject", event.subject());
        row.put("before", event.before());
        row.put("after", event.after());
        row.put("reason", event.reason());
        row.put("from", event.from());
        return Sha256.hex(event.previousHash(), CanonicalJson.object(row));
    }
}
