package org.plinth.web.sso.passkey;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.webauthn4j.Authenticator;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Passkey;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.LoginRoutes;
import org.plinth.web.http.Logins;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.SessionCookie;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.sso.BrowserCookie;
import org.plinth.web.sso.OneTime;
import org.plinth.web.sso.PublicAddress;
import org.plinth.web.sso.Reauthentication;
import org.plinth.web.sso.Secrets;
import org.plinth.web.sso.SignOnParts;
import org.plinth.web.store.Act;

/**
 * {@code POST /login/passkey/options} and {@code POST /login/passkey} log in; {@code POST /account/sign-in/passkeys/options},
 * {@code POST /account/sign-in/passkeys} and {@code …/:id/remove} are a person's own, the first and the last with her password.
 * Bytes travel as base64url.
 */
public final class PasskeyRoutes implements WebModule {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_OF_ONE_ADDRESS = 100;
    private static final int MOST_OF_ONE_PERSON = 20;
    private static final int MOST_ID = 1_400;
    private static final int MOST_BYTES = 20_000;
    private static final int MOST_NAME = 60;
    private static final String MINE = "/account/sign-in";

    private final SignOnParts parts;
    private final BrowserCookie cookie;
    private final SessionCookie session;
    private final OneTime<Challenge> challenges = new OneTime<>(LIFE, MOST_WAITING, MOST_OF_ONE_ADDRESS);

    /** Over these parts. */
    public PasskeyRoutes(SignOnParts parts) {
        this.parts = parts;
        this.cookie = parts.cookie("passkey", false);
        this.session = new SessionCookie(parts.listen().isSecure());
    }

    @Override
    public void mount(Routes routes) {
        routes.post("/login/passkey/options", this::askForLogin);
        routes.post("/login/passkey", this::logIn);
        routes.post(MINE + "/passkeys/options", this::askForNew);
        routes.post(MINE + "/passkeys", this::keepNew);
        routes.post(MINE + "/passkeys/:id/remove", this::remove);
    }

    private Reply askForLogin(Request request) {
        request.fields();
        String origin = origin(request);
        JsonObject options = ceremony(relyingParty(origin), List.of()).toUse();
        return asked(request, options, origin, Optional.empty());
    }

    private Reply askForNew(Request request) {
        parts.again().require(request, request.fields(Reauthentication.FIELD));
        String origin = origin(request);
        Who who = request.who();
        List<Passkey> have = mine(who);
        if (have.size() >= MOST_OF_ONE_PERSON) {
            throw HttpFailure.conflict("passkey.fault.many", MOST_OF_ONE_PERSON);
        }
        JsonObject options = ceremony(relyingParty(origin), have)
                .toMake(handle(who.id()), who.account().login(), who.account().displayName());
        return asked(request, options, origin, Optional.of(who.id()));
    }

    private Reply asked(Request request, JsonObject options, String origin, Optional<Id<Account>> account) {
        String browser = Secrets.random(parts.random());
        Challenge challenge = new Challenge(options.getString("challenge"), origin, relyingParty(origin), account);
        challenges.put(browser, challenge, request.address(), request.at());
        return Reply.json(Json.read(options.encode())).withHeader("Set-Cookie", cookie.set(browser, LIFE));
    }

    private Reply keepNew(Request request) {
        Fields fields = request.fields("name", "id", "clientDataJSON", "attestationObject");
        Who who = request.who();
        String name = fields.text("name", MOST_NAME);
        JsonObject answer = answer(fields, "clientDataJSON", "attestationObject");
        Challenge challenge = taken(request)
                .filter(one -> one.account().equals(Optional.of(who.id())))
                .orElseThrow(() -> refused(400));
        Authenticator made = ceremony(challenge.relyingParty(), List.of())
                .made(challenge, answer, who.id().toString())
                .orElseThrow(() -> refused(400));
        Passkey passkey = new Passkey(
                Id.random(parts.random()),
                who.clinicId(),
                who.id(),
                name,
                made.getCredID(),
                made.getPublicKey(),
                made.getCounter(),
                made.getAaguid(),
                request.at(),
                Optional.empty());
        parts.store().write(Reauthentication.act(request, "account.passkey.add"), stores -> {
            stores.signOn().addPasskey(passkey);
            return true;
        });
        return Reply.json(Json.object().put("next", MINE));
    }

    private Reply logIn(Request request) {
        Fields fields = request.fields("id", "clientDataJSON", "authenticatorData", "signature", "userHandle");
        JsonObject answer = answer(fields, "clientDataJSON", "authenticatorData", "signature");
        String handle = bytes(fields, "userHandle");
        Challenge challenge =
                taken(request).filter(one -> one.account().isEmpty()).orElseThrow(() -> refused(401));
        Passkey passkey = parts.store()
                .read(stores -> stores.signOn().findPasskey(answer.getString("id")))
                .filter(known -> Secrets.same(handle(known.account()), handle))
                .orElseThrow(() -> refused(401));
        long counter = ceremony(challenge.relyingParty(), List.of(passkey))
                .used(challenge, answer)
                .map(Authenticator::getCounter)
                .filter(count -> count > passkey.counter() || (count == 0 && passkey.counter() == 0))
                .orElseThrow(() -> refused(request, passkey));
        Account account = parts.store()
                .read(stores -> stores.accounts().find(passkey.clinic(), passkey.account()))
                .filter(known -> !known.disabled())
                .orElseThrow(() -> refused(request, passkey));
        Act use = new Act(account.clinic(), account.id(), request.at(), "passkey.use", "", request.address());
        if (!parts.store().write(use, stores -> stores.signOn().notePasskeyUse(passkey, counter, request.at()))) {
            throw refused(request, passkey);
        }
        Logins.LoggedIn in = parts.logins().enterProved(account, Visitor.of(request), "login.passkey");
        return Reply.json(Json.object().put("next", LoginRoutes.next(in)))
                .withHeader("Set-Cookie", session.set(in.token()));
    }

    private Reply remove(Request request) {
        Id<Passkey> passkey = request.id("id");
        parts.again().require(request, request.fields(Reauthentication.FIELD));
        parts.store().write(Reauthentication.act(request, "account.passkey.remove"), stores -> {
            stores.signOn()
                    .removePasskey(request.who().clinicId(), request.who().id(), passkey);
            return true;
        });
        return Reply.seeOther(MINE);
    }

    private List<Passkey> mine(Who who) {
        return parts.store().read(stores -> stores.signOn().passkeys(who.clinicId(), who.id()));
    }

    private Ceremony ceremony(String relyingParty, List<Passkey> known) {
        return new Ceremony(parts.vertx(), relyingParty, known);
    }

    /** What the browser's cookie stands for, once. */
    private Optional<Challenge> taken(Request request) {
        return cookie.read(request).flatMap(held -> challenges.take(held, request.at()));
    }

    /** The account, as devices keep it: 16 bytes that say nothing about the person. */
    private static String handle(Id<Account> account) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits());
        return Secrets.base64Url(bytes.array());
    }

    /** The answer in the form that Vert.x takes, of nothing but fields that were looked at. */
    private static JsonObject answer(Fields fields, String... parts) {
        String id = fields.text("id", MOST_ID);
        JsonObject response = new JsonObject();
        for (String part : parts) {
            response.put(part, bytes(fields, part));
        }
        return new JsonObject()
                .put("id", id)
                .put("rawId", id)
                .put("type", "public-key")
                .put("response", response);
    }

    private static String bytes(Fields fields, String name) {
        String text = fields.text(name, MOST_BYTES);
        if (!text.matches("[A-Za-z0-9_-]+")) {
            throw new BadRequest(name, "passkey.fault.bytes");
        }
        return text;
    }

    private String origin(Request request) {
        return parts.address()
                .origin(request)
                .filter(origin -> PublicAddress.relyingParty(origin).isPresent())
                .orElseThrow(() -> HttpFailure.conflict("passkey.hint"));
    }

    private static String relyingParty(String origin) {
        return PublicAddress.relyingParty(origin).orElseThrow(() -> HttpFailure.conflict("passkey.hint"));
    }

    /** Noted with the account whose passkey it claimed to be. */
    private HttpFailure refused(Request request, Passkey passkey) {
        Act act = new Act(passkey.clinic(), Act.PLINTH, request.at(), "login.passkey.refused", "", request.address());
        parts.store().write(act, stores -> {
            stores.audit().note("account:" + passkey.account());
            return true;
        });
        return refused(401);
    }

    private static HttpFailure refused(int status) {
        return new HttpFailure(status, "PASSKEY_REFUSED", Optional.empty(), "passkey.fault.refused");
    }
}
