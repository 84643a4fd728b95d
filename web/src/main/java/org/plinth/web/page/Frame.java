package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.web.text.Texts;

/**
 * What stands round every page: title, way about, patient banner, mark of sample data.
 *
 * @param texts the catalogue
 * @param title of the page
 * @param person who is logged in
 * @param nav where this role may go; empty for a page without a frame
 * @param crumbs the pages above this one
 * @param banner the patient, on every page about one
 * @param sample whether the clinic is made up
 * @param csrf token for forms
 * @param assets where style and scripts lie, ending in a slash
 * @param notice what just happened, in one sentence
 * @param lockAfterSeconds without a touch, until the page is covered; 0 where nobody is logged in
 */
public record Frame(
        Texts texts,
        String title,
        Optional<String> person,
        List<NavItem> nav,
        List<Crumb> crumbs,
        Optional<Banner> banner,
        boolean sample,
        String csrf,
        String assets,
        Optional<String> notice,
        int lockAfterSeconds) {

    /** Copies the lists. */
    public Frame {
        nav = List.copyOf(nav);
        crumbs = List.copyOf(crumbs);
    }

    /**
     * A place in the side bar.
     *
     * @param label as people read it
     * @param href where
     * @param current whether this is where we are
     */
    public record NavItem(String label, String href, boolean current) {}

    /**
     * A page above this one.
     *
     * @param label as people read it
     * @param href where
     */
    public record Crumb(String label, String href) {}

    /**
     * Who this page is about, on every screen that shows a patient.
     *
     * @param name first and last
     * @param initials of the name
     * @param birthDate in words
     * @param affected "Left leg injured"; empty without an episode
     * @param side style of the affected side; empty for both or none
     * @param href her page
     * @param sight by what right she is seen, where it is not the ordinary one
     */
    public record Banner(
            String name,
            String initials,
            String birthDate,
            Optional<String> affected,
            Optional<String> side,
            String href,
            Optional<SightNote> sight) {}

    /**
     * By what right a patient is seen.
     *
     * @param text what people read
     * @param endHref where it is ended early; empty where it is not hers to end
     */
    public record SightNote(String text, Optional<String> endHref) {}

    /** A text of the catalogue. */
    public String t(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** Whether nothing can be changed here, because another clinic only shares what is shown. */
    public boolean readOnly() {
        return banner.flatMap(Banner::sight)
                .filter(note -> note.endHref().isEmpty())
                .isPresent();
    }

    /** The address of a style sheet, script or picture. */
    public String asset(String file) {
        return assets + file;
    }

    /** The same frame with this to say. */
    public Frame saying(String sentence) {
        return new Frame(
                texts,
                title,
                person,
                nav,
                crumbs,
                banner,
                sample,
                csrf,
                assets,
                Optional.of(sentence),
                lockAfterSeconds);
    }
}
