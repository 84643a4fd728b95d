package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Invitation;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.NewPassword;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.WebModule;
import org.plinth.web.store.StoreFailure;

/**
 * {@code GET|POST /invitation?token=…}: who was invited chooses name, login and password herself. 303 to the log-in when done; 403 for a
 * link that is wrong, used, revoked or has run out; 400 and 409 with the form.
 */
final class InvitationPage implements WebModule {

    private static final int MOST_TOKEN = 64;
    private static final int MOST_NAME = 200;
    private static final String LOGIN = "[\\p{L}\\p{N}.@_-]{3,60}";

    private final PageParts parts;

    InvitationPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/invitation", this::open);
        routes.post("/invitation", this::take);
    }

    private Reply open(Request request) {
        String token = request.query().text("token", MOST_TOKEN);
        Invitation invitation = parts.signIn().invitations().find(token, Visitor.of(request));
        return show(invitation, Form.of(Map.of("token", token, "displayName", invitation.name())));
    }

    private Reply show(Invitation invitation, Form form) {
        Optional<Account> account = parts.signIn().invitations().account(invitation);
        String clinic = parts.store()
                .read(stores -> stores.clinics().find(invitation.clinic()))
                .map(Clinic::name)
                .orElse("");
        InvitationView view = new InvitationView(
                clinic, account.isPresent(), account.map(Account::login).orElse(""), form);
        return parts.page("invitation", parts.frames().bare(parts.texts().text("account.invitation.title")), view);
    }

    private Reply take(Request request) {
        Fields fields = request.fields("token", "displayName", "login", "password");
        String token = fields.text("token", MOST_TOKEN);
        Invitation invitation = parts.signIn().invitations().find(token, Visitor.of(request));
        try {
            use(invitation, fields, Visitor.of(request));
            return Reply.seeOther("/login");
        } catch (BadRequest wrong) {
            Form again = new Typed(parts.texts()).again(fields, wrong, "token", "displayName", "login");
            return show(invitation, again).withStatus(400);
        } catch (StoreFailure failure) {
            if (failure.reason() != StoreFailure.Reason.DUPLICATE) {
                throw failure;
            }
            Form typed = Typed.of(fields, "token", "displayName", "login");
            Map<String, String> problems = Map.of("login", parts.texts().text("page.field.login.taken"));
            return show(invitation, new Form(typed.values(), problems)).withStatus(409);
        }
    }

    private void use(Invitation invitation, Fields fields, Visitor visitor) {
        List<String> known = new ArrayList<>(parts.signIn().invitations().known(invitation));
        Optional<Account> account = parts.signIn().invitations().account(invitation);
        if (account.isPresent()) {
            known.add(account.get().login());
            String password = NewPassword.of(fields, known.toArray(String[]::new));
            parts.signIn().invitations().takePassword(invitation, password, visitor);
            return;
        }
        String name = fields.text("displayName", MOST_NAME);
        String login = fields.text("login", MOST_NAME);
        if (!login.matches(LOGIN)) {
            throw new BadRequest("login", "page.field.login");
        }
        known.addAll(List.of(name, login));
        String password = NewPassword.of(fields, known.toArray(String[]::new));
        parts.signIn().invitations().take(invitation, login, name, password, visitor);
    }
}
