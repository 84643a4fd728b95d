package org.plinth.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/** Tokens by which programs read. A token is given and kept as its SHA-256. */
public interface TokenStore {

    /**
     * A token, and as whom it reads.
     *
     * @param token as it stands
     * @param account its maker, as she is now
     */
    record Held(ApiToken token, Account account) {}

    /**
     * Keeps one.
     *
     * @param tokenHash SHA-256 of the token, 64 hexadecimal digits
     */
    void add(ApiToken token, String tokenHash);

    /** The token of this hash, whether or not it has ended; in whatever clinic, because nobody is known yet. */
    Optional<Held> findByHash(String tokenHash);

    /** All of a clinic, newest first, ended ones too. */
    List<ApiToken> all(Id<Clinic> clinic);

    /** Ends one at once; false if it had ended before. */
    boolean revoke(Id<Clinic> clinic, Id<ApiToken> token);

    /** Notes that it was used. Neither audited nor forced to the disk: call it once a minute at most. */
    void touch(Id<Clinic> clinic, Id<ApiToken> token, Instant at);
}
