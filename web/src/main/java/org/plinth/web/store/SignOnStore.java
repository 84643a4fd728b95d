package org.plinth.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Passkey;
import org.plinth.web.clinic.SsoIdentity;

/** Ways to log in other than a password: identities at a provider, and passkeys. The audit chain keeps what was removed. */
public interface SignOnStore {

    /**
     * Links an account.
     *
     * @throws StoreFailure DUPLICATE if this issuer's subject is linked already, to whatever account of the installation
     */
    void link(SsoIdentity identity);

    /** The link of a person at a provider; in whatever clinic, because nobody is logged in yet. */
    Optional<SsoIdentity> findIdentity(String issuer, String subject);

    /** Those of an account, oldest first. */
    List<SsoIdentity> identities(Id<Clinic> clinic, Id<Account> account);

    /**
     * Ends a link.
     *
     * @throws StoreFailure NOT_FOUND if this account has no such link
     */
    void unlink(Id<Clinic> clinic, Id<Account> account, Id<SsoIdentity> identity);

    /**
     * Keeps a passkey.
     *
     * @throws StoreFailure DUPLICATE if there is one with this credential id
     */
    void addPasskey(Passkey passkey);

    /** The passkey of a credential id; in whatever clinic, because nobody is logged in yet. */
    Optional<Passkey> findPasskey(String credentialId);

    /** Those of an account, oldest first. */
    List<Passkey> passkeys(Id<Clinic> clinic, Id<Account> account);

    /**
     * Notes a log-in and the device's counter.
     *
     * @return false, and nothing is noted, if the counter is no longer the one of {@code seen}: two answers raced
     */
    boolean notePasskeyUse(Passkey seen, long counter, Instant at);

    /**
     * Removes one.
     *
     * @throws StoreFailure NOT_FOUND if this account has no such passkey
     */
    void removePasskey(Id<Clinic> clinic, Id<Account> account, Id<Passkey> passkey);
}
