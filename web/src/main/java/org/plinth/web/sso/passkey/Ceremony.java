package org.plinth.web.sso.passkey;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.webauthn4j.Attestation;
import io.vertx.ext.auth.webauthn4j.Authenticator;
import io.vertx.ext.auth.webauthn4j.COSEAlgorithm;
import io.vertx.ext.auth.webauthn4j.RelyingParty;
import io.vertx.ext.auth.webauthn4j.UserVerification;
import io.vertx.ext.auth.webauthn4j.WebAuthn4J;
import io.vertx.ext.auth.webauthn4j.WebAuthn4JCredentials;
import io.vertx.ext.auth.webauthn4j.WebAuthn4JOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.plinth.web.clinic.Passkey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One exchange with a device, by Vert.x: what it is asked, and whether its answer holds. A passkey must be discoverable and the
 * person verified; nothing is asked about the maker of the device. Blocks; worker threads only.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-2/">Web Authentication, level 2, sections 7.1 and 7.2</a>
 */
final class Ceremony {

    private static final Logger LOG = LoggerFactory.getLogger(Ceremony.class);
    private static final long TIMEOUT_MS = 120_000;
    private static final int CHALLENGE_BYTES = 32;
    private static final int PATIENCE_S = 10;

    private final OneCredential storage;
    private final WebAuthn4J vertxs;

    Ceremony(Vertx vertx, String relyingParty, List<Passkey> known) {
        storage = new OneCredential(known);
        vertxs = WebAuthn4J.create(
                        vertx,
                        new WebAuthn4JOptions()
                                .setRelyingParty(
                                        new RelyingParty().setId(relyingParty).setName("Plinth"))
                                .setAttestation(Attestation.NONE)
                                .setRequireResidentKey(true)
                                .setUserVerification(UserVerification.REQUIRED)
                                .setPubKeyCredParams(List.of(COSEAlgorithm.ES256, COSEAlgorithm.RS256))
                                .setChallengeLength(CHALLENGE_BYTES)
                                .setTimeoutInMilliseconds(TIMEOUT_MS))
                .credentialStorage(storage);
    }

    /**
     * What a device is asked that shall make a passkey.
     *
     * @param handle of the account, base64url; Vert.x would make a new random one each time
     */
    JsonObject toMake(String handle, String login, String displayName) {
        JsonObject person = new JsonObject().put("name", login).put("displayName", displayName);
        JsonObject options = await(vertxs.createCredentialsOptions(person)).orElseThrow(Ceremony::unanswered);
        options.getJsonObject("user").put("id", handle);
        return options;
    }

    /** What a device is asked that shall log somebody in, whoever she is. */
    JsonObject toUse() {
        return await(vertxs.getCredentialsOptions(null)).orElseThrow(Ceremony::unanswered);
    }

    /** The passkey that a device made, if its answer holds. */
    Optional<Authenticator> made(Challenge challenge, JsonObject answer, String person) {
        await(vertxs.authenticate(credentials(challenge, answer).setUsername(person)));
        return storage.made();
    }

    /** The passkey that a device used, with its new counter, if its answer holds. */
    Optional<Authenticator> used(Challenge challenge, JsonObject answer) {
        await(vertxs.authenticate(credentials(challenge, answer)));
        return storage.used();
    }

    private static WebAuthn4JCredentials credentials(Challenge challenge, JsonObject answer) {
        return new WebAuthn4JCredentials()
                .setChallenge(challenge.text())
                .setOrigin(challenge.origin())
                .setDomain(challenge.relyingParty())
                .setWebauthn(answer);
    }

    private static IllegalStateException unanswered() {
        return new IllegalStateException("no options for a passkey");
    }

    /** What came of it; empty where the answer did not hold. */
    private static <T> Optional<T> await(Future<T> future) {
        try {
            return Optional.ofNullable(
                    future.toCompletionStage().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            LOG.info(
                    "a passkey was refused: {}",
                    cause == null ? "" : cause.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
