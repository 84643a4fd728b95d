package org.plinth.web.http;

import java.util.Optional;

/**
 * The server's own pages without looks: a form is a form, a failure a sentence. For a server without page modules; works
 * without style sheet or script.
 */
public final class BarePages implements PeoplePages {

    private final Catalogue texts;

    /** In these words. */
    public BarePages(Catalogue texts) {
        this.texts = texts;
    }

    @Override
    public String login(Optional<String> login, Optional<String> failure) {
        return page(say(failure) + form("/login", field("login", "text") + field("password", "password")));
    }

    @Override
    public String setup(String token, Optional<String> failure) {
        String hidden = "<input type=\"hidden\" name=\"token\" value=\"" + escaped(token) + "\">";
        return page(say(failure)
                + form(
                        "/setup",
                        hidden
                                + field("clinic", "text")
                                + field("zone", "text")
                                + field("name", "text")
                                + field("login", "text")
                                + field("password", "password")));
    }

    @Override
    public String failure(Optional<Who> caller, Told failure) {
        return page("<p>" + escaped(failure.message()) + "</p>");
    }

    private static String say(Optional<String> failure) {
        return failure.map(why -> "<p role=\"alert\">" + escaped(why) + "</p>").orElse("");
    }

    private String form(String action, String fields) {
        return "<form method=\"post\" action=\"" + action + "\">" + fields + "<p><button>"
                + escaped(texts.text("http.bare.send")) + "</button></p></form>";
    }

    private String field(String name, String type) {
        return "<p><label>" + escaped(texts.text("http.bare." + name)) + " <input type=\"" + type + "\" name=\"" + name
                + "\" required></label></p>";
    }

    private static String page(String content) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Plinth</title></head><body><main><h1>Plinth</h1>"
                + content + "</main></body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
