package org.plinth.web.sso;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.plinth.web.config.SignOn;
import org.plinth.web.http.Listen;
import org.plinth.web.http.Logins;
import org.plinth.web.page.Frames;
import org.plinth.web.page.Templates;
import org.plinth.web.store.Store;

/**
 * What the other ways to log in are made of.
 *
 * @param vertx of the server
 * @param config what the operator decided
 * @param listen where the server listens
 * @param store accounts and their links
 * @param logins opens a login for who has proved herself
 * @param again asks for the password once more
 * @param random secure
 * @param clock for everything that runs out
 * @param frames round every page
 * @param templates compiled
 */
public record SignOnParts(
        Vertx vertx,
        SignOn config,
        Listen listen,
        Store store,
        Logins logins,
        Reauthentication again,
        RandomGenerator random,
        Clock clock,
        Frames frames,
        Templates templates) {

    /** Under which origin browsers reach this server. */
    public PublicAddress address() {
        return new PublicAddress(config.publicUrl(), listen);
    }

    /** A cookie of this purpose. */
    public BrowserCookie cookie(String purpose, boolean crossSite) {
        return new BrowserCookie(purpose, listen.isSecure(), crossSite);
    }
}
