package org.plinth.web.store;

import java.time.Instant;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/**
 * One row of the audit chain.
 *
 * @param seq 1 for the first, then + 1 without a gap
 * @param at when
 * @param clinic where
 * @param actor who
 * @param action what
 * @param subject of what: {@code kind:id}
 * @param before canonical JSON of what stood there; personal fields as a salted hash
 * @param after canonical JSON of what stands there now; personal fields as a salted hash
 * @param reason in the actor's words, or empty
 * @param from where the request came from, or empty
 * @param previousHash of the row before; 64 zeros for the first
 * @param hash SHA-256(previousHash ‖ canonical JSON of the row), 64 hexadecimal digits
 */
public record AuditEvent(
        long seq,
        Instant at,
        Id<Clinic> clinic,
        Id<Account> actor,
        String action,
        String subject,
        Optional<String> before,
        Optional<String> after,
        String reason,
        String from,
        String previousHash,
        String hash) {

    AuditEvent withHash(String other) {
        return new AuditEvent(
                seq, at, clinic, actor, action, subject, before, after, reason, from, previousHash, other);
    }
}
