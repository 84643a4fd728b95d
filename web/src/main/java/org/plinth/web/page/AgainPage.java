package org.plinth.web.page;

import java.util.Map;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.WebModule;

/** {@code /account/again}: the password once more, before what an open screen alone must not do. 303 back to the form; 400 wrong; 429 too often. */
final class AgainPage implements WebModule {

    private static final int MOST_PASSWORD = 200;
    private static final int MOST_PATH = 2000;

    private final PageParts parts;

    AgainPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/account/again", request -> {
            String back = StepsPage.ours(
                    request.query().optionalText("back", MOST_PATH).orElse("/"));
            return show(request, Form.of(Map.of("back", back)));
        });
        routes.post("/account/again", this::prove);
    }

    private Reply show(Request request, Form form) {
        Frame frame = parts.frames().of(request.who(), parts.texts().text("account.again.title"), "");
        return parts.page("again", frame, form);
    }

    private Reply prove(Request request) {
        Fields fields = request.fields("password", "back");
        String password = fields.secret("password", MOST_PASSWORD);
        String back = StepsPage.ours(fields.optionalText("back", MOST_PATH).orElse("/"));
        try {
            Proofs.require(
                    parts.signIn()
                            .logins()
                            .check(request.who(), password, Visitor.of(request), "account.again.refused"),
                    "password",
                    "account.password.wrong");
            return Reply.seeOther(back);
        } catch (BadRequest wrong) {
            String why = parts.texts().text(wrong.key(), wrong.arguments());
            return show(request, new Form(Map.of("back", back), Map.of("password", why)))
                    .withStatus(400);
        }
    }
}
