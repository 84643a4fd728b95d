package org.plinth.web.sso;

import org.plinth.web.http.Reply;
import org.plinth.web.page.Frames;
import org.plinth.web.page.Templates;

/**
 * The page between two sites. A login's cookie is {@code SameSite=Strict}: a redirect that another site began would not
 * carry it, and a form of ours may not be redirected to another site. A page of ours that moves on by itself may do both.
 */
public final class Onward {

    private final Frames frames;
    private final Templates templates;

    /**
     * What is on it.
     *
     * @param title of the page
     * @param sentence what happens
     * @param href where it goes
     * @param go on the link, for whom it does not move by itself
     */
    public record View(String title, String sentence, String href, String go) {

        /** What makes the browser go there by itself. */
        public String refresh() {
            return "0; url=" + href;
        }
    }

    /** In these frames. */
    public Onward(Frames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
    }

    /** To {@code href}; texts are {@code key.title}, {@code key.sentence} and {@code key.go}, with {@code name} as place 0. */
    public Reply page(String key, String name, String href) {
        String title = frames.texts().text(key + ".title", name);
        View view = new View(
                title,
                frames.texts().text(key + ".sentence", name),
                href,
                frames.texts().text(key + ".go", name));
        return Reply.html(templates.render("onward", frames.bare(title), view));
    }
}
