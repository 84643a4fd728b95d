package org.plinth.web.page;

import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.http.ApiTokens;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Logins;
import org.plinth.web.http.NewPassword;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.secret.PasswordRules;
import org.plinth.web.signin.Testers;
import org.plinth.web.words.Numbers;

/** {@code /account}: somebody's own name, password and logins. 303 when something was changed; 400 with the form and what is wrong. */
final class AccountPage implements WebModule {

    private static final String HERE = "/account";
    private static final int MOST_NAME = 200;

    private final PageParts parts;

    AccountPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get(HERE, request -> show(request, named(request)));
        routes.post("/account/name", this::rename);
        routes.post("/account/password", this::password);
        routes.post("/account/sessions", this::sessions);
    }

    private static Form named(Request request) {
        return Form.of(Map.of("displayName", request.who().account().displayName()));
    }

    private Reply show(Request request, Form form) {
        Who who = request.who();
        Numbers numbers = PageParts.numbers(who.clinic());
        AccountView view = new AccountView(
                who.account().login(),
                parts.texts().text("page.role." + who.role().name()),
                factor(who),
                Testers.MAY_TEST.contains(who.role()),
                ApiTokens.MAKERS.contains(who.role()),
                parts.signIn().own().sessions(who, Visitor.of(request)).stream()
                        .map(session -> session(session, who, numbers))
                        .toList(),
                form);
        return parts.page("account", parts.frames().of(who, parts.texts().text("account.title"), HERE), view);
    }

    private String factor(Who who) {
        return parts.signIn().factors().has(who)
                ? parts.texts()
                        .count("account.factor.on", parts.signIn().factors().codesLeft(who))
                : parts.texts().text("account.factor.off");
    }

    private AccountView.Session session(LoginSession session, Who who, Numbers numbers) {
        String browser =
                session.browser().isEmpty() ? parts.texts().text("account.session.unknown") : session.browser();
        return new AccountView.Session(
                session.id().toString(),
                parts.texts().text("account.session.where", browser, session.from()),
                numbers.moment(session.openedAt()),
                numbers.moment(session.seenAt()),
                session.id().equals(who.session().id()));
    }

    private Reply rename(Request request) {
        Fields fields = request.fields("displayName");
        try {
            parts.signIn().own().rename(request.who(), fields.text("displayName", MOST_NAME), Visitor.of(request));
            return Reply.seeOther(HERE);
        } catch (BadRequest wrong) {
            return show(request, new Typed(parts.texts()).again(fields, wrong, "displayName"))
                    .withStatus(400);
        }
    }

    private Reply password(Request request) {
        Fields fields = request.fields("oldPassword", "password");
        try {
            Logins.LoggedIn in = changed(request, fields);
            return Reply.seeOther(HERE)
                    .withHeader("Set-Cookie", parts.signIn().cookie().set(in.token()));
        } catch (BadRequest wrong) {
            String why = parts.texts().text(wrong.key(), wrong.arguments());
            Form form = new Form(named(request).values(), Map.of(wrong.field().orElse("password"), why));
            return show(request, form).withStatus(400);
        }
    }

    private Logins.LoggedIn changed(Request request, Fields fields) {
        Who who = request.who();
        Visitor visitor = Visitor.of(request);
        String old = fields.secret("oldPassword", PasswordRules.MOST);
        String wanted = NewPassword.of(
                fields,
                who.account().login(),
                who.account().displayName(),
                who.clinic().name());
        Proofs.require(
                parts.signIn().logins().check(who, old, visitor, "account.password.refused"),
                "oldPassword",
                "account.password.wrong");
        return parts.signIn().own().changePassword(who, wanted, visitor);
    }

    private Reply sessions(Request request) {
        Fields fields = request.fields("session", "end");
        Who who = request.who();
        Optional<Id<LoginSession>> one = fields.optionalId("session");
        if (one.isPresent()) {
            parts.signIn().own().end(who, one.get(), Visitor.of(request));
        } else {
            fields.oneOf("end", Ending.class);
            parts.signIn().own().endOthers(who, Visitor.of(request));
        }
        return Reply.seeOther(HERE);
    }

    private enum Ending {
        OTHERS
    }
}
