package org.plinth.web.sso.oidc;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.sso.Secrets;

/**
 * What an ID token must say beside having a good signature (OpenID Connect Core 1.0, section 3.1.3.7). Public keys only:
 * neither a token without a signature nor a shared key is ever taken. Times are held to the injected clock, 60 s either way.
 *
 * @param issuer that must have made it
 * @param clientId for whom
 * @param nonce of the flow
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core 1.0</a>
 */
record IdTokenRules(String issuer, String clientId, String nonce) {

    private static final Set<String> ALGORITHMS = Set.of("RS256", "ES256");
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int MOST_SUBJECT = 255;

    /** What is wrong with it; empty if nothing is. */
    Optional<SsoFault> judge(String token, JsonObject claims, Instant now) {
        if (!ALGORITHMS.contains(algorithm(token))
                || !isForUs(claims)
                || !hasNonce(claims)
                || subject(claims).isEmpty()) {
            return Optional.of(SsoFault.NOT_GENUINE);
        }
        Optional<Instant> expires = time(claims, "exp");
        Optional<Instant> issued = time(claims, "iat");
        if (expires.isEmpty() || issued.isEmpty()) {
            return Optional.of(SsoFault.NOT_GENUINE);
        }
        boolean tooLate = !expires.get().plus(SKEW).isAfter(now)
                || issued.get().plus(OLDEST).plus(SKEW).isBefore(now);
        boolean tooEarly = issued.get().minus(SKEW).isAfter(now)
                || time(claims, "nbf")
                        .filter(from -> from.minus(SKEW).isAfter(now))
                        .isPresent();
        return tooLate || tooEarly ? Optional.of(SsoFault.CLOCK) : Optional.empty();
    }

    /** The person; empty if the token names nobody in a way that can be kept. */
    static Optional<String> subject(JsonObject claims) {
        return claims.getValue("sub") instanceof String text && !text.isBlank() && text.length() <= MOST_SUBJECT
                ? Optional.of(text)
                : Optional.empty();
    }

    private static String algorithm(String token) {
        try {
            byte[] header = Base64.getUrlDecoder().decode(token.substring(0, Math.max(0, token.indexOf('.'))));
            JsonObject fields = new JsonObject(new String(header, StandardCharsets.UTF_8));
            return fields.getValue("alg") instanceof String name && !fields.containsKey("crit") ? name : "";
        } catch (IllegalArgumentException | DecodeException e) {
            return "";
        }
    }

    private boolean isForUs(JsonObject claims) {
        List<?> audience = claims.getValue("aud") instanceof JsonArray several
                ? several.getList()
                : List.of(String.valueOf(claims.getValue("aud")));
        Object party = claims.getValue("azp");
        boolean rightParty = party == null ? audience.size() == 1 : party.equals(clientId);
        return issuer.equals(claims.getValue("iss")) && audience.contains(clientId) && rightParty;
    }

    private boolean hasNonce(JsonObject claims) {
        return claims.getValue("nonce") instanceof String said && Secrets.same(said, nonce);
    }

    private static Optional<Instant> time(JsonObject claims, String name) {
        return claims.getValue(name) instanceof Number seconds && Math.abs(seconds.doubleValue()) < 1e11
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }
}
