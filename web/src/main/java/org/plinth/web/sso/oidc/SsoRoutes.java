package org.plinth.web.sso.oidc;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.SsoIdentity;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.LoginRoutes;
import org.plinth.web.http.Logins;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.SessionCookie;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.WebModule;
import org.plinth.web.sso.Onward;
import org.plinth.web.sso.Reauthentication;
import org.plinth.web.sso.SignOnParts;
import org.plinth.web.sso.WaysPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /login/sso} leads to the provider, {@code GET /login/sso/callback} comes back from it, {@code GET /login/sso/bye}
 * logs out there; {@code POST /account/sign-in/sso}, {@code …/link} and {@code …/:id/unlink} are a person's own, and ask for her
 * password. 404 where no provider is set up.
 */
public final class SsoRoutes implements WebModule, LoginRoutes.Farewell {

    private static final Logger LOG = LoggerFactory.getLogger(SsoRoutes.class);
    private static final String WAYS = "/account/sign-in";

    private final Optional<SingleSignOn> provider;
    private final SignOnParts parts;
    private final WaysPage ways;
    private final Onward onward;
    private final SessionCookie session;
    private final Leaving leaving;

    private SsoRoutes(Optional<SingleSignOn> provider, SignOnParts parts, WaysPage ways, RandomGenerator random) {
        this.provider = provider;
        this.parts = parts;
        this.ways = ways;
        this.onward = new Onward(parts.frames(), parts.templates());
        this.session = new SessionCookie(parts.listen().isSecure());
        this.leaving = new Leaving(random);
    }

    /** With the provider that is configured, or none. */
    public static SsoRoutes of(SignOnParts parts) {
        Optional<SingleSignOn> provider = parts.config()
                .oidc()
                .map(oidc -> new SingleSignOn(
                        new OidcProvider(parts.vertx(), oidc, parts.clock()),
                        parts.address(),
                        parts.cookie("sso", true),
                        parts.store(),
                        parts.random()));
        WaysPage.Sso here = new WaysPage.Sso(
                provider.map(SingleSignOn::name),
                request -> provider.filter(known -> known.waits(request)).isPresent());
        return new SsoRoutes(provider, parts, new WaysPage(parts, here), parts.random());
    }

    @Override
    public void mount(Routes routes) {
        ways.mount(routes);
        routes.get("/login/sso", this::begin);
        routes.get(SingleSignOn.CALLBACK, this::back);
        routes.get("/login/sso/bye", this::bye);
        routes.post(WAYS + "/sso", this::beginLink);
        routes.post(WAYS + "/sso/link", this::link);
        routes.post(WAYS + "/sso/:id/unlink", this::unlink);
    }

    private Reply begin(Request request) {
        SingleSignOn.Begun begun = on().begin(request, Optional.empty());
        return Reply.seeOther(begun.url()).withHeader("Set-Cookie", begun.cookie());
    }

    private Reply back(Request request) {
        SingleSignOn.Back back = told(() -> on().back(request));
        if (back instanceof SingleSignOn.Known known) {
            Logins.LoggedIn in = parts.logins().enter(known.account(), Visitor.of(request), "login.sso");
            parts.logins()
                    .find(in.token(), request.at())
                    .ifPresent(who ->
                            leaving.remember(who.session().id(), known.proof().idToken()));
            return onward.page("sso.in", on().name(), LoginRoutes.next(in))
                    .withHeader("Set-Cookie", session.set(in.token()));
        }
        return onward.page("sso.proved", on().name(), WAYS);
    }

    /** A refusal leaves a line without anybody's name. */
    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (HttpFailure refused) {
            LOG.info("single sign-on refused: {}", refused.code());
            throw refused;
        }
    }

    private Reply bye(Request request) {
        String address = leaving.take(request.query().optionalText("ticket", 64).orElse(""), request.at())
                .orElse("/login");
        return onward.page("sso.bye", provider.map(SingleSignOn::name).orElse(""), address);
    }

    @Override
    public String after(Request request) {
        return leaving.forget(request.who().session().id())
                .flatMap(idToken -> provider.flatMap(known -> known.endSession(request, idToken)))
                .map(address -> leaving.pathTo(address, request))
                .orElse("/login");
    }

    private Reply beginLink(Request request) {
        SingleSignOn known = on();
        Fields fields = request.fields(Reauthentication.FIELD);
        try {
            parts.again().require(request, fields);
        } catch (BadRequest wrong) {
            return ways.again(request, "sso", wrong);
        }
        Flow.Link link = new Flow.Link(request.who().clinicId(), request.who().id());
        SingleSignOn.Begun begun = known.begin(request, Optional.of(link));
        return onward.page("sso.out", known.name(), begun.url()).withHeader("Set-Cookie", begun.cookie());
    }

    private Reply link(Request request) {
        request.fields();
        on().link(request);
        return Reply.seeOther(WAYS);
    }

    private Reply unlink(Request request) {
        Id<SsoIdentity> identity = request.id("id");
        Fields fields = request.fields(Reauthentication.FIELD);
        try {
            parts.again().require(request, fields);
        } catch (BadRequest wrong) {
            return ways.again(request, "unlink-" + identity, wrong);
        }
        parts.store().write(Reauthentication.act(request, "account.sso.unlink"), stores -> {
            stores.signOn().unlink(request.who().clinicId(), request.who().id(), identity);
            return true;
        });
        return Reply.seeOther(WAYS);
    }

    private SingleSignOn on() {
        return provider.orElseThrow(HttpFailure::notFound);
    }
}
