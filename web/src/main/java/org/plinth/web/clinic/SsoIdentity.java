package org.plinth.web.clinic;

import java.time.Instant;

/**
 * An account as a provider of single sign-on knows it. Issuer and subject together name one person for ever; an e-mail
 * address does not.
 *
 * @param id of the link
 * @param clinic of the account
 * @param account whose
 * @param issuer the provider
 * @param subject the person there
 * @param linkedAt when
 */
public record SsoIdentity(
        Id<SsoIdentity> id, Id<Clinic> clinic, Id<Account> account, String issuer, String subject, Instant linkedAt) {

    /** Never prints the subject. */
    @Override
    public String toString() {
        return "SsoIdentity[" + id + "]";
    }
}
