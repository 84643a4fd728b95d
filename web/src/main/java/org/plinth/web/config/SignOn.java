package org.plinth.web.config;

import java.net.URI;
import java.util.Optional;

/**
 * Ways to log in other than a password.
 *
 * @param publicUrl scheme, host and port under which browsers reach this server, without a path; empty where it is reached on
 *     loopback only
 * @param oidc the provider of single sign-on, where there is one
 */
public record SignOn(Optional<URI> publicUrl, Optional<Oidc> oidc) {

    /** Passwords alone, and passkeys on loopback. */
    public static final SignOn NONE = new SignOn(Optional.empty(), Optional.empty());

    /**
     * An OpenID Connect provider.
     *
     * @param issuer its issuer identifier, as it names itself in tokens
     * @param clientId by which it knows this Plinth
     * @param clientSecret empty for a public client, which proves itself by PKCE alone
     * @param name as people know it
     */
    public record Oidc(URI issuer, String clientId, Optional<String> clientSecret, String name) {

        /** Never prints the secret. */
        @Override
        public String toString() {
            return "Oidc[" + issuer + ", " + clientId + "]";
        }
    }
}
