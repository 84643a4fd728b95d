package org.plinth.web.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.SessionState;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.LoginRoutes;
import org.plinth.web.http.Logins;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;

/**
 * Steps between the log-in and the work: the code of a second factor at {@code /login/code}, and the lock at {@code /lock}.
 *
 * <p>After JSON: 200 with {@code csrf}, 401 wrong, 429 too often. After a form: 303, or the form again with that status.
 */
final class StepsPage implements WebModule {

    private static final int MOST_CODE = 40;
    private static final int MOST_PASSWORD = 200;
    private static final int MOST_PATH = 2000;

    private final PageParts parts;

    StepsPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/login/code", request -> isAt(request, SessionState.CODE) ? code(request, Form.empty()) : home());
        routes.post("/login/code", this::pass);
        routes.get(
                "/lock", request -> isAt(request, SessionState.LOCKED) ? locked(request, back(request), "") : home());
        routes.post("/lock", this::lock);
        routes.post("/lock/open", this::unlock);
        routes.post("/lock/seen", request -> Reply.noContent());
    }

    private Reply code(Request request, Form form) {
        Frame frame = parts.frames().between(request.who(), parts.texts().text("account.code.title"));
        return parts.page("code", frame, form);
    }

    private Reply pass(Request request) {
        Fields fields = request.fields("code");
        String code = fields.text("code", MOST_CODE);
        if (!isAt(request, SessionState.CODE)) {
            return home();
        }
        Logins.Outcome outcome = parts.signIn().factors().pass(request.who(), code, Visitor.of(request));
        if (outcome instanceof Logins.LoggedIn in) {
            return welcome(request, in, LoginRoutes.home(in.account().role()));
        }
        HttpFailure failure = failure(outcome, "account.code.wrong");
        if (isProgram(request)) {
            throw failure;
        }
        return refused(code(request, problem("code", failure)), failure);
    }

    private Reply locked(Request request, String back, String problem) {
        Form form = new Form(Map.of("back", back), problem.isEmpty() ? Map.of() : Map.of("password", problem));
        Frame frame = parts.frames().between(request.who(), parts.texts().text("account.lock.title"));
        return parts.page("lock", frame, form);
    }

    private Reply lock(Request request) {
        Fields fields = request.fields("back");
        String back = ours(fields.text("back", MOST_PATH));
        parts.signIn().logins().lock(request.who(), Visitor.of(request));
        return isProgram(request)
                ? Reply.noContent()
                : Reply.seeOther(
                        "/lock?back=" + java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8));
    }

    private Reply unlock(Request request) {
        Fields fields = request.fields("password", "back");
        String password = fields.secret("password", MOST_PASSWORD);
        String back = ours(fields.optionalText("back", MOST_PATH).orElse("/"));
        Who who = request.who();
        Logins.Outcome outcome = parts.signIn().logins().unlock(who, password, Visitor.of(request));
        if (outcome instanceof Logins.LoggedIn in) {
            return welcome(request, in, back);
        }
        HttpFailure failure = failure(outcome, "account.lock.wrong");
        if (isProgram(request)) {
            throw failure;
        }
        return refused(locked(request, back, said(failure)), failure);
    }

    private Reply welcome(Request request, Logins.LoggedIn in, String next) {
        ObjectNode json = Json.object()
                .put("role", in.account().role().name())
                .put("csrf", in.csrf())
                .put("state", in.state().name());
        Reply reply = isProgram(request) ? Reply.json(json) : Reply.seeOther(next);
        return reply.withHeader("Set-Cookie", parts.signIn().cookie().set(in.token()));
    }

    private static HttpFailure failure(Logins.Outcome outcome, String key) {
        return outcome instanceof Logins.TooOften often
                ? HttpFailure.tooMany(often.delay())
                : new HttpFailure(401, "WRONG", Optional.empty(), key);
    }

    private Form problem(String field, HttpFailure failure) {
        return new Form(Map.of(), Map.of(field, said(failure)));
    }

    private String said(HttpFailure failure) {
        return parts.texts().text(failure.key(), failure.arguments());
    }

    private static Reply refused(Reply page, HttpFailure failure) {
        Reply reply = page.withStatus(failure.status());
        for (var header : failure.headers().entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }

    private static boolean isAt(Request request, SessionState state) {
        return request.who().session().state() == state;
    }

    private static Reply home() {
        return Reply.seeOther("/");
    }

    private static String back(Request request) {
        return ours(request.query().optionalText("back", MOST_PATH).orElse("/"));
    }

    /** A path of this server; anything that could lead elsewhere becomes the first page. */
    static String ours(String path) {
        return path.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*") || path.equals("/") ? path : "/";
    }

    private static boolean isProgram(Request request) {
        return request.header("Content-Type").orElse("").startsWith("application/json");
    }
}
