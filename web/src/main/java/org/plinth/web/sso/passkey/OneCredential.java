package org.plinth.web.sso.passkey;

import io.vertx.core.Future;
import io.vertx.ext.auth.webauthn4j.Authenticator;
import io.vertx.ext.auth.webauthn4j.CredentialStorage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plinth.web.clinic.Passkey;

/**
 * The storage of one ceremony: what is known is given before, and what came of it is kept for after, so that nothing blocks
 * inside and nothing is written before our own rules have held. One thread.
 */
final class OneCredential implements CredentialStorage {

    private final List<Passkey> known;
    private Optional<Authenticator> made = Optional.empty();
    private Optional<Authenticator> used = Optional.empty();

    /** Knows these: those to be left out when one is made, or the one that answers. */
    OneCredential(List<Passkey> known) {
        this.known = List.copyOf(known);
    }

    /** The credential that was made, if the ceremony was a registration and held. */
    Optional<Authenticator> made() {
        return made;
    }

    /** The credential that answered, with its new counter, if the ceremony was a log-in and held. */
    Optional<Authenticator> used() {
        return used;
    }

    @Override
    public Future<List<Authenticator>> find(@Nullable String person, @Nullable String credentialId) {
        return Future.succeededFuture(known.stream()
                .filter(one -> credentialId == null || one.credentialId().equals(credentialId))
                .map(OneCredential::authenticator)
                .toList());
    }

    @Override
    public Future<Void> storeCredential(Authenticator authenticator) {
        made = Optional.of(authenticator);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> updateCounter(Authenticator authenticator) {
        used = Optional.of(authenticator);
        return Future.succeededFuture();
    }

    private static Authenticator authenticator(Passkey passkey) {
        return new Authenticator()
                .setUsername(passkey.account().toString())
                .setType("public-key")
                .setCredID(passkey.credentialId())
                .setPublicKey(passkey.publicKey())
                .setAaguid(passkey.aaguid())
                .setCounter(passkey.counter());
    }
}
