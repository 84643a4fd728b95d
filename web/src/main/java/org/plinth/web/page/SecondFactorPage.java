package org.plinth.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.SessionState;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Logins;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.secret.PasswordRules;
import org.plinth.web.signin.SecondFactors;

/**
 * {@code /account/second-factor}: setting it up, new recovery codes, taking it away. All but the first after a log-in that must set one up
 * needs the password again. 400 with the page and what is wrong.
 */
final class SecondFactorPage implements WebModule {

    private static final String HERE = "/account/second-factor";
    private static final int MOST_CODE = 40;

    private final PageParts parts;

    SecondFactorPage(PageParts parts) {
        this.parts = parts;
    }

    private enum Action {
        BEGIN,
        CODES,
        REMOVE
    }

    /** What stands on the page beside what is known of her. */
    private record Shown(Optional<SecondFactors.Offer> offer, List<String> codes, Form form) {
        static Shown nothing() {
            return new Shown(Optional.empty(), List.of(), Form.empty());
        }
    }

    @Override
    public void mount(Routes routes) {
        routes.get(HERE, request -> show(request.who(), Shown.nothing()));
        routes.post(HERE, this::change);
        routes.post("/account/second-factor/confirm", this::confirm);
    }

    private Reply show(Who who, Shown shown) {
        boolean on = parts.signIn().factors().has(who);
        SecondFactorView view = new SecondFactorView(
                on,
                parts.store()
                        .read(stores -> stores.signIn().rules(who.clinicId()))
                        .requiresSecondFactor(who.role()),
                who.session().state() == SessionState.OPEN,
                shown.offer().map(SecondFactorPage::offer),
                on
                        ? parts.texts()
                                .count(
                                        "account.factor.left",
                                        parts.signIn().factors().codesLeft(who))
                        : "",
                shown.codes(),
                shown.form());
        String title = parts.texts().text("account.factor.title");
        Frame frame = who.session().state() == SessionState.OPEN
                ? parts.frames()
                        .under(
                                who,
                                title,
                                "/account",
                                List.of(new Frame.Crumb(parts.texts().text("account.title"), "/account")))
                : parts.frames().between(who, title);
        return parts.page("secondfactor", frame, view);
    }

    private static SecondFactorView.Offer offer(SecondFactors.Offer offer) {
        QrPicture picture = QrPicture.of(offer.link());
        return new SecondFactorView.Offer(offer.text(), offer.link(), picture.outline(), picture.size());
    }

    private Reply change(Request request) {
        Fields fields = request.fields("action", "password");
        Action action = fields.oneOf("action", Action.class);
        Who who = request.who();
        boolean enrols = who.session().state() == SessionState.ENROL;
        if (enrols && action != Action.BEGIN) {
            throw HttpFailure.forbidden();
        }
        try {
            if (!enrols) {
                showPassword(request, fields);
            }
            return done(request, action);
        } catch (BadRequest wrong) {
            return show(who, new Shown(Optional.empty(), List.of(), problem(wrong)))
                    .withStatus(400);
        }
    }

    private void showPassword(Request request, Fields fields) {
        String password = fields.secret("password", PasswordRules.MOST);
        Proofs.require(
                parts.signIn()
                        .logins()
                        .check(request.who(), password, Visitor.of(request), "account.second-factor.refused"),
                "password",
                "account.password.wrong");
    }

    private Reply done(Request request, Action action) {
        Who who = request.who();
        SecondFactors factors = parts.signIn().factors();
        Visitor visitor = Visitor.of(request);
        return switch (action) {
            case BEGIN -> show(who, new Shown(Optional.of(factors.offer(who, visitor)), List.of(), Form.empty()));
            case CODES -> show(who, new Shown(Optional.empty(), factors.renewCodes(who, visitor), Form.empty()));
            case REMOVE -> {
                Logins.LoggedIn in = factors.remove(who, visitor);
                yield Reply.seeOther(HERE)
                        .withHeader("Set-Cookie", parts.signIn().cookie().set(in.token()));
            }
        };
    }

    private Reply confirm(Request request) {
        Fields fields = request.fields("code");
        String code = fields.text("code", MOST_CODE);
        Who who = request.who();
        if (parts.signIn().factors().has(who)) {
            return Reply.seeOther(HERE);
        }
        Visitor visitor = Visitor.of(request);
        Optional<SecondFactors.Confirmed> confirmed = parts.signIn().factors().confirm(who, code, visitor);
        if (confirmed.isEmpty()) {
            Form form = problem(new BadRequest("code", "account.code.wrong"));
            SecondFactors.Offer offer = parts.signIn().factors().offer(who, visitor);
            return show(who, new Shown(Optional.of(offer), List.of(), form)).withStatus(400);
        }
        Logins.LoggedIn in = confirmed.get().in();
        Who.Session open = new Who.Session(
                who.session().id(), SessionState.OPEN, who.session().lockAfter());
        Who now = new Who(who.account(), who.clinic(), in.csrf(), open);
        return show(now, new Shown(Optional.empty(), confirmed.get().recoveryCodes(), Form.empty()))
                .withHeader("Set-Cookie", parts.signIn().cookie().set(in.token()));
    }

    private Form problem(BadRequest wrong) {
        String why = parts.texts().text(wrong.key(), wrong.arguments());
        return new Form(Map.of(), Map.of(wrong.field().orElse("code"), why));
    }
}
