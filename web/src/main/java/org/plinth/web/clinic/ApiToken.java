package org.plinth.web.clinic;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A token by which a program reads as somebody. The token itself is kept nowhere; only its hash is.
 *
 * @param id opaque
 * @param clinic of its maker
 * @param account who made it, and as whom it reads
 * @param role that she had then; it ends with that role
 * @param name what it is for, in her words
 * @param beginning the first characters of the token, by which it can be told from others
 * @param scopes what it opens; at least one
 * @param madeAt when
 * @param expiresAt when it ends
 * @param usedAt when it was last used, to about a minute
 * @param revokedAt when somebody ended it
 */
public record ApiToken(
        Id<ApiToken> id,
        Id<Clinic> clinic,
        Id<Account> account,
        Role role,
        String name,
        String beginning,
        Set<TokenScope> scopes,
        Instant madeAt,
        Instant expiresAt,
        Optional<Instant> usedAt,
        Optional<Instant> revokedAt) {

    /** Copies the set, in the order of the constants. */
    public ApiToken {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a token opens something");
        }
        scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    }

    /** How it stands at this moment, as far as the token itself says. */
    public State state(Instant now) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        return expiresAt.isAfter(now) ? State.OPEN : State.EXPIRED;
    }

    /** How a token stands. */
    public enum State {
        /** It can be used. */
        OPEN,
        /** Its time is over. */
        EXPIRED,
        /** Somebody ended it. */
        REVOKED
    }

    /** Never prints the name. */
    @Override
    public String toString() {
        return "ApiToken[" + id + " " + scopes + "]";
    }
}
