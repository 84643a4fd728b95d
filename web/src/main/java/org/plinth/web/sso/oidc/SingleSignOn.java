package org.plinth.web.sso.oidc;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.SsoIdentity;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Request;
import org.plinth.web.http.Who;
import org.plinth.web.sso.BrowserCookie;
import org.plinth.web.sso.OneTime;
import org.plinth.web.sso.PublicAddress;
import org.plinth.web.sso.Reauthentication;
import org.plinth.web.sso.Secrets;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;

/**
 * What can be done with the provider: begin, come back, link. An account is found by issuer and subject alone, never by an
 * e-mail address; nothing is made for somebody who is not linked. Blocks; any thread.
 */
final class SingleSignOn {

    static final Duration LIFE = Duration.ofMinutes(10);
    static final String CALLBACK = "/login/sso/callback";

    private static final int MOST_WAITING = 20_000;
    private static final int MOST_OF_ONE_ADDRESS = 100;
    private static final int MOST_PARAMETER = 4_000;

    private final OidcProvider provider;
    private final PublicAddress address;
    private final BrowserCookie cookie;
    private final Store store;
    private final RandomGenerator random;
    private final OneTime<Flow> flows = new OneTime<>(LIFE, MOST_WAITING, MOST_OF_ONE_ADDRESS);
    private final OneTime<Pending> pending = new OneTime<>(LIFE, MOST_WAITING, MOST_OF_ONE_ADDRESS);

    /** A proof that waits for the person whose account it is to be linked to. */
    private record Pending(Flow.Link link, Proof proof) {}

    /**
     * A flow that can begin.
     *
     * @param url at the provider
     * @param cookie header for the browser
     */
    record Begun(String url, String cookie) {}

    /** What came back from the provider. */
    sealed interface Back {}

    /**
     * She is somebody here.
     *
     * @param account whose
     * @param proof for leaving
     */
    record Known(Account account, Proof proof) implements Back {}

    /** The proof waits on her page to be linked. */
    record ToLink() implements Back {}

    SingleSignOn(
            OidcProvider provider, PublicAddress address, BrowserCookie cookie, Store store, RandomGenerator random) {
        this.provider = provider;
        this.address = address;
        this.cookie = cookie;
        this.store = store;
        this.random = random;
    }

    /** As people know the provider. */
    String name() {
        return provider.name();
    }

    /** Begins a log-in, or the linking of an account; throws DOWN or NO_ADDRESS, or 429. */
    Begun begin(Request request, Optional<Flow.Link> link) {
        String origin = address.origin(request).orElseThrow(() -> failure(SsoFault.NO_ADDRESS));
        Flow flow = new Flow(
                Secrets.random(random),
                Secrets.random(random),
                Secrets.random(random),
                Secrets.random(random),
                origin + CALLBACK,
                request.at(),
                link);
        String url = provider.authorize(flow);
        flows.put(flow.state(), flow, request.address(), request.at());
        return new Begun(url, cookie.set(flow.browser(), LIFE));
    }

    /** The browser came back; throws what {@link SsoFault} names. */
    Back back(Request request) {
        Fields query = request.query();
        Flow flow = query.optionalText("state", MOST_PARAMETER)
                .flatMap(state -> flows.take(state, request.at()))
                .filter(begun -> cookie.read(request)
                        .filter(held -> Secrets.same(held, begun.browser()))
                        .isPresent())
                .orElseThrow(() -> failure(SsoFault.STALE));
        query.optionalText("error", MOST_PARAMETER).ifPresent(error -> {
            throw failure(error.equals("access_denied") ? SsoFault.DENIED : SsoFault.REFUSED);
        });
        String code = query.optionalText("code", MOST_PARAMETER).orElseThrow(() -> failure(SsoFault.REFUSED));
        if (query.optionalText("iss", MOST_PARAMETER)
                .filter(issuer -> !issuer.equals(provider.issuer()))
                .isPresent()) {
            throw failure(SsoFault.NOT_GENUINE); // RFC 9207: another provider's answer
        }
        Proof proof = provider.prove(flow, code);
        if (flow.link().isPresent()) {
            pending.put(flow.browser(), new Pending(flow.link().get(), proof), request.address(), request.at());
            return new ToLink();
        }
        return known(request, proof);
    }

    private Known known(Request request, Proof proof) {
        Account account = store.read(stores -> stores.signOn()
                        .findIdentity(proof.issuer(), proof.subject())
                        .flatMap(identity -> stores.accounts().find(identity.clinic(), identity.account())))
                .orElseThrow(() -> failure(SsoFault.UNKNOWN));
        if (account.disabled()) {
            Act act = new Act(account.clinic(), Act.PLINTH, request.at(), "login.sso.refused", "", request.address());
            store.write(act, stores -> {
                stores.audit().note("account:" + account.id());
                return true;
            });
            throw failure(SsoFault.DISABLED);
        }
        return new Known(account, proof);
    }

    /** Whether a proof waits in this browser for the person who is logged in. */
    boolean waits(Request request) {
        return cookie.read(request)
                .flatMap(held -> pending.look(held, request.at()))
                .filter(waiting -> waiting.link().account().equals(request.who().id()))
                .isPresent();
    }

    /** Links what waits; throws STALE or TAKEN. */
    void link(Request request) {
        Who who = request.who();
        Proof proof = cookie.read(request)
                .flatMap(held -> pending.take(held, request.at()))
                .filter(waiting -> waiting.link().account().equals(who.id()))
                .map(Pending::proof)
                .orElseThrow(() -> failure(SsoFault.STALE));
        SsoIdentity identity = new SsoIdentity(
                Id.random(random), who.clinicId(), who.id(), proof.issuer(), proof.subject(), request.at());
        try {
            store.write(Reauthentication.act(request, "account.sso.link"), stores -> {
                stores.signOn().link(identity);
                return true;
            });
        } catch (StoreFailure taken) {
            if (taken.reason() != StoreFailure.Reason.DUPLICATE) {
                throw taken;
            }
            throw failure(SsoFault.TAKEN);
        }
    }

    /** Where to log out at the provider, to come back to our login page. */
    Optional<String> endSession(Request request, String idToken) {
        try {
            return address.origin(request).flatMap(origin -> provider.endSession(idToken, origin + "/login"));
        } catch (HttpFailure away) {
            return Optional.empty(); // Plinth's own login has ended in any case.
        }
    }

    private HttpFailure failure(SsoFault fault) {
        return fault.failure(provider.name());
    }
}
