package org.plinth.web.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.TokenScope;

/** A token that nobody holds: for what a path can name. */
final class ApiTokenThing {

    private ApiTokenThing() {}

    static ApiToken of(Id<ApiToken> id, Id<Clinic> clinic, Id<Account> maker, Instant now) {
        return new ApiToken(
                id,
                clinic,
                maker,
                Role.CLINICIAN,
                "Sample reader",
                "plinth_0000",
                Set.of(TokenScope.RESULTS_READ),
                now,
                now.plus(Duration.ofDays(7)),
                Optional.empty(),
                Optional.empty());
    }
}
