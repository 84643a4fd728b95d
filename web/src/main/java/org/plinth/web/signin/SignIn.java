package org.plinth.web.signin;

import java.util.random.RandomGenerator;
import org.plinth.web.access.AccessDecision;
import org.plinth.web.access.Custody;
import org.plinth.web.http.ApiTokens;
import org.plinth.web.http.LoginThrottle;
import org.plinth.web.http.Logins;
import org.plinth.web.http.SessionCookie;
import org.plinth.web.secret.Seal;
import org.plinth.web.store.KeyVault;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.Store;

/**
 * All that has to do with signing in, with one throttle for all guessing.
 *
 * @param throttle counts wrong passwords, codes and links
 * @param logins who is in
 * @param cookie that carries a login
 * @param factors second factors
 * @param own what somebody does with her own account
 * @param invitations links for those who have no password yet
 * @param staff what an owner does with accounts
 * @param patients their own access
 * @param testers who tests, apart from who is logged in
 * @param tokens by which programs read
 */
public record SignIn(
        LoginThrottle throttle,
        Logins logins,
        SessionCookie cookie,
        SecondFactors factors,
        OwnAccount own,
        Invitations invitations,
        Staff staff,
        PatientAccess patients,
        Testers testers,
        ApiTokens tokens) {

    /**
     * Over this store.
     *
     * @param secure whether browsers see {@code https}
     */
    public static SignIn of(Store store, Passwords passwords, KeyVault keys, RandomGenerator random, boolean secure) {
        LoginThrottle throttle = new LoginThrottle();
        Logins logins = new Logins(store, passwords, throttle, random);
        Seal seal = new Seal(keys.derived("second factors"), random);
        return new SignIn(
                throttle,
                logins,
                new SessionCookie(secure),
                new SecondFactors(store, seal, logins, throttle, random),
                new OwnAccount(store, passwords, logins),
                new Invitations(store, passwords, throttle, random),
                new Staff(store),
                new PatientAccess(store),
                new Testers(store, passwords, throttle, new AccessDecision(Custody.of(store))),
                new ApiTokens(store, throttle, random));
    }
}
