package org.plinth.web.sso;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.plinth.web.clinic.Passkey;
import org.plinth.web.clinic.SsoIdentity;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.page.Form;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** {@code GET /account/sign-in}: a person's ways to log in, with forms to add and remove one. */
public final class WaysPage implements WebModule {

    private final SignOnParts parts;
    private final Sso sso;

    /**
     * What the page must know of single sign-on.
     *
     * @param provider as people know it; empty where there is none
     * @param waits whether a proof waits to be linked by who asks
     */
    public record Sso(Optional<String> provider, Predicate<Request> waits) {}

    /** A page of these parts. */
    public WaysPage(SignOnParts parts, Sso sso) {
        this.parts = parts;
        this.sso = sso;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/account/sign-in", request -> show(request, "", Form.empty()));
    }

    /** The page once more, with what is wrong in the form that was sent: 400. */
    public Reply again(Request request, String where, BadRequest wrong) {
        String problem = texts().text(wrong.key(), wrong.arguments());
        return show(request, where, new Form(Map.of(), Map.of(Reauthentication.FIELD, problem)))
                .withStatus(400);
    }

    private Reply show(Request request, String where, Form form) {
        Who who = request.who();
        List<SsoIdentity> linked = parts.store().read(stores -> stores.signOn().identities(who.clinicId(), who.id()));
        List<Passkey> passkeys = parts.store().read(stores -> stores.signOn().passkeys(who.clinicId(), who.id()));
        Numbers numbers = new Numbers(who.clinic().displayUnit(), who.clinic().zone());
        WaysView view = new WaysView(
                sso.provider(),
                sso.waits().test(request),
                linked.stream().map(one -> linked(one, numbers)).toList(),
                passkeyHint(request),
                passkeys.stream().map(one -> key(one, numbers)).toList(),
                where,
                form);
        return Reply.html(
                parts.templates().render("ways", parts.frames().of(who, texts().text("sso.ways.title"), ""), view));
    }

    private Optional<String> passkeyHint(Request request) {
        Optional<String> origin = parts.address().origin(request);
        if (origin.flatMap(PublicAddress::relyingParty).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(texts().text("passkey.hint"));
    }

    private static WaysView.Linked linked(SsoIdentity identity, Numbers numbers) {
        return new WaysView.Linked(identity.id().toString(), identity.issuer(), numbers.moment(identity.linkedAt()));
    }

    private WaysView.Key key(Passkey passkey, Numbers numbers) {
        return new WaysView.Key(
                passkey.id().toString(),
                passkey.name(),
                numbers.moment(passkey.addedAt()),
                passkey.usedAt().map(numbers::moment).orElseGet(() -> texts().text("passkey.unused")));
    }

    private Texts texts() {
        return parts.frames().texts();
    }
}
