package org.plinth.web.page;

import java.util.Map;
import java.util.Optional;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.secret.PasswordRules;
import org.plinth.web.secret.PinRules;

/**
 * {@code /account/pin}: one's own PIN for a change of tester, set and taken away behind the password. 303 when something was changed; 400 with
 * the form and what is wrong; 429 after too many wrong passwords.
 */
final class PinPage implements WebModule {

    private static final String HERE = "/account/pin";
    private static final String PASSWORD = "oldPassword";
    private static final String PIN = "pin";
    private static final int MOST_TYPED = 20;

    private final PageParts parts;

    PinPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get(HERE, request -> show(request, Form.empty()));
        routes.post(HERE, this::set);
        routes.post("/account/pin/remove", this::remove);
    }

    private Reply show(Request request, Form form) {
        Who who = request.who();
        PinView view = new PinView(parts.signIn().testers().hasPin(who), form);
        return parts.page("pin", parts.frames().of(who, parts.texts().text("account.pin.title"), "/account"), view);
    }

    private Reply set(Request request) {
        Fields fields = request.fields(PASSWORD, PIN);
        return changed(request, () -> {
            String pin = fields.secret(PIN, MOST_TYPED);
            Optional<PinRules.Refusal> refusal = PinRules.refusal(pin);
            if (refusal.isPresent()) {
                throw new BadRequest(PIN, "account.pin." + refusal.get());
            }
            prove(request, fields);
            parts.signIn().testers().setPin(request.who(), pin, Visitor.of(request));
        });
    }

    private Reply remove(Request request) {
        Fields fields = request.fields(PASSWORD);
        return changed(request, () -> {
            prove(request, fields);
            parts.signIn().testers().removePin(request.who(), Visitor.of(request));
        });
    }

    private Reply changed(Request request, Runnable change) {
        try {
            change.run();
            return Reply.seeOther(HERE);
        } catch (BadRequest wrong) {
            String why = parts.texts().text(wrong.key(), wrong.arguments());
            return show(request, new Form(Map.of(), Map.of(wrong.field().orElse(PIN), why)))
                    .withStatus(400);
        }
    }

    private void prove(Request request, Fields fields) {
        String password = fields.secret(PASSWORD, PasswordRules.MOST);
        var unused = Proofs.require(
                parts.signIn().logins().check(request.who(), password, Visitor.of(request), "account.pin.refused"),
                PASSWORD,
                "account.password.wrong");
    }
}
