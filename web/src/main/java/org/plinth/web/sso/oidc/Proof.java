package org.plinth.web.sso.oidc;

/**
 * What the provider proved.
 *
 * @param issuer the provider
 * @param subject the person there
 * @param idToken as it came, for logging out there
 */
record Proof(String issuer, String subject, String idToken) {

    /** Prints no token. */
    @Override
    public String toString() {
        return "Proof[" + issuer + "]";
    }
}
