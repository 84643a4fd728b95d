package org.plinth.web.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.plinth.web.clinic.Role;

/**
 * {@code GET|POST /login}, {@code POST /logout}, {@code GET /}: in, out, and to where a role begins.
 *
 * <p>200 with the form; 303 after a form that was right, 200 with {@code role}, {@code csrf} and {@code state} after JSON that was; 401 wrong; 429 too
 * often.
 */
public final class LoginRoutes implements WebModule {

    private static final int MOST_LOGIN = 100;
    private static final int MOST_PASSWORD = 200;

    private final Logins logins;
    private final PeoplePages pages;
    private final Catalogue texts;
    private final SessionCookie cookie;

    /** Logins by these pages; {@code secure} as browsers see it. */
    public LoginRoutes(Logins logins, PeoplePages pages, Catalogue texts, boolean secure) {
        this.logins = logins;
        this.pages = pages;
        this.texts = texts;
        this.cookie = new SessionCookie(secure);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/", request -> Reply.seeOther(home(request.who().role())));
        routes.get("/login", this::form);
        routes.post("/login", this::logIn);
        routes.post("/logout", this::logOut);
    }

    /** The page a role begins with. */
    public static String home(Role role) {
        return switch (role) {
            case OWNER -> "/people";
            case ASSISTANT, CLINICIAN -> "/worklist";
            case PATIENT -> "/me";
            case AUDITOR -> "/exports";
        };
    }

    private Reply form(Request request) {
        return request.caller().isPresent()
                ? Reply.seeOther("/")
                : Reply.html(pages.login(Optional.empty(), Optional.empty()));
    }

    private Reply logIn(Request request) {
        Fields fields = request.fields("login", "password");
        String login = fields.text("login", MOST_LOGIN);
        String password = fields.secret("password", MOST_PASSWORD);
        boolean program = request.header("Content-Type").orElse("").startsWith("application/json");
        Logins.Outcome outcome = logins.logIn(login, password, Visitor.of(request));
        if (outcome instanceof Logins.LoggedIn in) {
            endEarlier(request);
            return welcome(in, program);
        }
        HttpFailure failure = outcome instanceof Logins.TooOften often
                ? HttpFailure.tooMany(often.delay())
                : new HttpFailure(401, "WRONG_LOGIN", Optional.empty(), "http.login.wrong");
        if (program) {
            throw failure;
        }
        return again(login, failure);
    }

    /** The login that this browser had before, whatever its state: its token is about to be overwritten. */
    private void endEarlier(Request request) {
        cookie.read(request.header("Cookie")).ifPresent(token -> logins.find(token, request.at())
                .ifPresent(who -> logins.logOut(who, token, Visitor.of(request))));
    }

    private Reply welcome(Logins.LoggedIn in, boolean program) {
        Reply reply = program ? Reply.json(json(in)) : Reply.seeOther(next(in));
        return reply.withHeader("Set-Cookie", cookie.set(in.token()));
    }

    private static String next(Logins.LoggedIn in) {
        return switch (in.state()) {
            case CODE -> "/login/code";
            case ENROL -> "/account/second-factor";
            case OPEN, LOCKED -> home(in.account().role());
        };
    }

    private Reply again(String login, HttpFailure failure) {
        String why = texts.text(failure.key(), failure.arguments());
        Reply reply =
                Reply.html(pages.login(Optional.of(login), Optional.of(why))).withStatus(failure.status());
        for (var header : failure.headers().entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }

    private Reply logOut(Request request) {
        cookie.read(request.header("Cookie"))
                .ifPresent(token -> logins.logOut(request.who(), token, Visitor.of(request)));
        return Reply.seeOther("/login")
                .withHeader("Set-Cookie", cookie.clear())
                .withHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    private static ObjectNode json(Logins.LoggedIn in) {
        return Json.object()
                .put("role", in.account().role().name())
                .put("csrf", in.csrf())
                .put("state", in.state().name());
    }
}
