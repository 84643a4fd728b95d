package org.plinth.web.sso.oidc;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.plinth.web.config.SignOn;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.sso.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider of single sign-on. What it says about itself is kept for ten minutes; its keys are asked for at every log-in,
 * so that a new key works at once. Blocks for seconds at worst; worker threads only. A provider that is away or slow holds few
 * of them: that it was away is remembered for a while, and only so many exchanges run at once.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery 1.0</a>
 */
final class OidcProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final Duration KEEP = Duration.ofMinutes(10);
    private static final int CONNECT_MS = 4_000;
    private static final int ANSWER_S = 8;
    private static final int PATIENCE_S = 10;
    private static final int TURN_S = 2;
    private static final int AT_ONCE = 4;
    private static final Duration AWAY = Duration.ofSeconds(15);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Vertx vertx;
    private final SignOn.Oidc config;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private final Semaphore exchanges = new Semaphore(AT_ONCE);
    /** Under the lock, as the next. */
    private Optional<Known> known = Optional.empty();

    private Optional<Instant> awayUntil = Optional.empty();

    private record Known(OAuth2Auth auth, OAuth2Options told, String issuer, Instant at) {}

    OidcProvider(Vertx vertx, SignOn.Oidc config, Clock clock) {
        this.vertx = vertx;
        this.config = config;
        this.clock = clock;
    }

    /** As people know it. */
    String name() {
        return config.name();
    }

    /** As it names itself in tokens. */
    String issuer() {
        return known().issuer();
    }

    /** Where the browser goes; throws DOWN. A link asks the person to log in there anew. */
    String authorize(Flow flow) {
        OAuth2AuthorizationURL url = new OAuth2AuthorizationURL()
                .setRedirectUri(flow.redirectUri())
                .addScope("openid")
                .setState(flow.state())
                .setCodeChallenge(Secrets.sha256(flow.verifier()))
                .setCodeChallengeMethod("S256")
                .putAdditionalParameter("nonce", flow.nonce());
        flow.link().ifPresent(link -> url.setPrompt("login"));
        return known().auth().authorizeURL(url);
    }

    /** Exchanges the code, and checks what comes back; throws DOWN, REFUSED, NOT_GENUINE or CLOCK. */
    Proof prove(Flow flow, String code) {
        Known provider = known();
        takeTurn(() -> exchanges.tryAcquire(TURN_S, TimeUnit.SECONDS));
        try {
            return prove(provider, flow, code);
        } finally {
            exchanges.release();
        }
    }

    private Proof prove(Known provider, Flow flow, String code) {
        await(provider.auth().jWKSet(), SsoFault.DOWN);
        User user = await(
                provider.auth()
                        .authenticate(new Oauth2Credentials()
                                .setFlow(OAuth2FlowType.AUTH_CODE)
                                .setCode(code)
                                .setCodeVerifier(flow.verifier())
                                .setRedirectUri(flow.redirectUri())),
                SsoFault.REFUSED);
        // Vert.x leaves the claims out, without a word, where the signature does not hold.
        @Nullable JsonObject claims = user.attributes().getJsonObject("idToken");
        @Nullable String token = user.principal().getString("id_token");
        if (claims == null || token == null) {
            throw refused(SsoFault.NOT_GENUINE);
        }
        IdTokenRules rules = new IdTokenRules(provider.issuer(), config.clientId(), flow.nonce());
        rules.judge(token, claims, clock.instant()).ifPresent(fault -> {
            throw refused(fault);
        });
        String subject = IdTokenRules.subject(claims).orElseThrow(() -> refused(SsoFault.NOT_GENUINE));
        return new Proof(provider.issuer(), subject, token);
    }

    /** Where the browser goes to log out there too; empty where the provider offers nothing or cannot be asked. */
    Optional<String> endSession(String idToken, String returnTo) {
        Known provider = known();
        String path = provider.told().getLogoutPath();
        if (path == null || !isSafe(path)) {
            return Optional.empty();
        }
        JsonObject more =
                new JsonObject().put("client_id", config.clientId()).put("post_logout_redirect_uri", returnTo);
        User user = User.create(new JsonObject().put("id_token", idToken));
        return Optional.ofNullable(provider.auth().endSessionURL(user, more));
    }

    private Known known() {
        takeTurn(() -> asking.tryLock(TURN_S, TimeUnit.SECONDS));
        try {
            Instant now = clock.instant();
            if (known.filter(last -> last.at().plus(KEEP).isAfter(now)).isPresent()) {
                return known.orElseThrow();
            }
            if (awayUntil.filter(until -> until.isAfter(now)).isPresent()) {
                throw refused(SsoFault.DOWN);
            }
            awayUntil = Optional.of(now.plus(AWAY));
            Known found = discover(now);
            awayUntil = Optional.empty();
            known.ifPresent(last -> last.auth().close());
            known = Optional.of(found);
            return found;
        } finally {
            asking.unlock();
        }
    }

    /** Waits for its turn, not for long. */
    @FunctionalInterface
    private interface Turn {
        boolean come() throws InterruptedException;
    }

    private void takeTurn(Turn turn) {
        try {
            if (!turn.come()) {
                throw refused(SsoFault.DOWN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(SsoFault.DOWN);
        }
    }

    private Known discover(Instant now) {
        String issuer = config.issuer().toString();
        OAuth2Options options = new OAuth2Options()
                .setSite(bare(issuer))
                .setClientId(config.clientId())
                .setValidateIssuer(true)
                // Times are judged by our own clock and rules.
                .setJWTOptions(new JWTOptions().setIgnoreExpiration(true))
                .setHttpClientOptions(new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MS)
                        .setIdleTimeout(ANSWER_S)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS));
        config.clientSecret().ifPresent(options::setClientSecret);
        OAuth2Auth auth = await(OpenIDConnectAuth.discover(vertx, options), SsoFault.DOWN);
        String told = options.getJWTOptions().getIssuer();
        if (told == null || !bare(told).equals(bare(issuer))) {
            LOG.warn("the provider of single sign-on names another issuer than the one that is configured");
            auth.close();
            throw refused(SsoFault.DOWN);
        }
        if (!isSafe(options.getAuthorizationPath())
                || !isSafe(options.getTokenPath())
                || !isSafe(options.getJwkPath())) {
            LOG.warn("the provider of single sign-on names addresses without TLS, or none");
            auth.close();
            throw refused(SsoFault.DOWN);
        }
        return new Known(auth, options, told, now);
    }

    /** A slash at the end is no other issuer; some providers say it, some do not. */
    private static String bare(String issuer) {
        return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }

    private static boolean isSafe(@Nullable String address) {
        if (address == null) {
            return false;
        }
        URI uri = URI.create(address);
        return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    }

    private <T> T await(Future<T> future, SsoFault otherwise) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(SsoFault.DOWN);
        } catch (TimeoutException e) {
            throw refused(SsoFault.DOWN);
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            LOG.warn("single sign-on: {}", cause == null ? "" : cause.getClass().getSimpleName());
            throw refused(cause instanceof IOException ? SsoFault.DOWN : otherwise);
        }
    }

    private HttpFailure refused(SsoFault fault) {
        return fault.failure(config.name());
    }
}
