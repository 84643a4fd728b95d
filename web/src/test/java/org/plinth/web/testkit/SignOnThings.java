package org.plinth.web.testkit;

import java.time.Instant;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Passkey;
import org.plinth.web.clinic.SsoIdentity;

/** Ways to log in that belong to one account; nobody can log in by them. */
public final class SignOnThings {

    private SignOnThings() {}

    /** A link to a provider that there is not. */
    public static SsoIdentity identity(
            Id<SsoIdentity> id, Id<Clinic> clinic, Id<Account> account, String subject, Instant at) {
        return new SsoIdentity(id, clinic, account, "https://sample.invalid", subject, at);
    }

    /** A passkey whose key is none. */
    public static Passkey passkey(Id<Passkey> id, Id<Clinic> clinic, Id<Account> account, String name, Instant at) {
        return new Passkey(
                id,
                clinic,
                account,
                name,
                "credential-" + name + "-" + id,
                "cHVibGlj",
                0,
                "00000000-0000-0000-0000-000000000000",
                at,
                Optional.empty());
    }
}
