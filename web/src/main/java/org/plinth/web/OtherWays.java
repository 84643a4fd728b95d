package org.plinth.web;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.plinth.web.config.SignOn;
import org.plinth.web.http.AssetFiles;
import org.plinth.web.http.Listen;
import org.plinth.web.http.WebModule;
import org.plinth.web.page.Frames;
import org.plinth.web.page.Templates;
import org.plinth.web.signin.SignIn;
import org.plinth.web.sso.Reauthentication;
import org.plinth.web.sso.SignOnParts;
import org.plinth.web.sso.oidc.SsoRoutes;
import org.plinth.web.sso.passkey.PasskeyRoutes;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;

/**
 * The ways to log in beside a password.
 *
 * @param sso by a provider of single sign-on, where one is set up
 * @param passkeys by a device
 */
record OtherWays(SsoRoutes sso, PasskeyRoutes passkeys) {

    /** Over this store, with the same logins as a password. */
    static OtherWays of(
            Vertx vertx,
            SignOn config,
            Listen listen,
            Store store,
            SignIn signIn,
            RandomGenerator random,
            Clock clock,
            Texts texts) {
        SignOnParts parts = new SignOnParts(
                vertx,
                config,
                listen,
                store,
                signIn.logins(),
                new Reauthentication(signIn.logins()),
                random,
                clock,
                new Frames(texts, AssetFiles.bundled()),
                new Templates());
        return new OtherWays(SsoRoutes.of(parts), new PasskeyRoutes(parts));
    }

    /** What the login form offers beside a password, as {@link org.plinth.web.page.ServerPages} takes it. */
    static Map<String, String> offered(SignOn config) {
        return config.oidc().map(provider -> Map.of("sso", provider.name())).orElse(Map.of());
    }

    List<WebModule> modules() {
        return List.of(sso, passkeys);
    }
}
