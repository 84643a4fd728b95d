package org.plinth.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.http.PeoplePages;
import org.plinth.web.http.Who;
import org.plinth.web.text.Texts;

/** Login, first start and failures: the pages that the server itself shows. */
public final class ServerPages implements PeoplePages {

    private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 409, 412, 413, 429, 500, 503);
    private static final Set<Integer> CHANGED_MEANWHILE = Set.of(409, 412);

    private final Frames frames;
    private final Templates templates;
    private final Map<String, String> otherWays;

    /**
     * In these frames.
     *
     * @param otherWays what the login form offers beside a password: {@code sso} with the provider's name
     */
    public ServerPages(PageParts parts, Map<String, String> otherWays) {
        this.otherWays = Map.copyOf(otherWays);
        this.frames = parts.frames();
        this.templates = parts.templates();
    }

    @Override
    public String login(Optional<String> login, Optional<String> failure) {
        Map<String, String> problems = new LinkedHashMap<>();
        failure.ifPresent(why -> problems.put("login", why));
        Map<String, String> values = new LinkedHashMap<>(otherWays);
        login.ifPresent(typed -> values.put("login", typed));
        Form form = new Form(values, problems);
        return templates.render("login", frames.bare(texts().text("page.login.title")), form);
    }

    @Override
    public String setup(String token, Optional<String> failure) {
        Map<String, String> problems = new LinkedHashMap<>();
        failure.ifPresent(why -> problems.put("clinic", why));
        return templates.render(
                "setup", frames.bare(texts().text("page.setup.title")), new Form(Map.of("token", token), problems));
    }

    @Override
    public String failure(Optional<Who> caller, Told failure) {
        int known = KNOWN.contains(failure.status()) ? failure.status() : failure.status() < 500 ? 400 : 500;
        String title = texts().text("page.error." + known + ".title");
        Frame frame = caller.map(who -> frames.of(who, title, "")).orElseGet(() -> frames.bare(title));
        String todo = CHANGED_MEANWHILE.contains(known) ? "page.error.todo.412" : "page.error.todo";
        return templates.render(
                "error",
                frame,
                new ErrorView(
                        title,
                        failure.message(),
                        texts().text("page.error.safe"),
                        texts().text(todo),
                        "/", // leads each role to its first page, and everybody else to the login
                        texts().text("page.error.home"),
                        texts().text("page.error.reference", failure.requestId())));
    }

    private Texts texts() {
        return frames.texts();
    }
}
