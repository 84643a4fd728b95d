package org.plinth.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.position.OwnPositionReader;
import org.plinth.core.position.PositionChange;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionFields;
import org.plinth.core.position.PositionProblem;
import org.plinth.core.position.PositionVersion;
import org.plinth.core.position.TestPosition;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;

/** Shows the form of an own position: empty, as it was typed, with what is wrong, with a preview. */
final class OwnPositionFormShow {

    private static final String HERE = OwnPositionsPage.HERE;

    private final PageParts parts;
    private final OwnPositionForms forms;
    private final OwnPositionPages pages;

    OwnPositionFormShow(PageParts parts) {
        this.parts = parts;
        this.forms = new OwnPositionForms(parts.texts());
        this.pages = new OwnPositionPages(parts.texts());
    }

    /**
     * What a form is about, and what is to be said on it.
     *
     * @param start what does not stand in its fields
     * @param edited the position; empty for a new one
     * @param form its fields
     * @param preview what is to be shown as it would look
     * @param meanwhile what somebody else changed
     * @param note what is to be said at the top
     */
    record Showing(
            PositionContent start,
            Optional<OwnPosition> edited,
            Form form,
            Optional<PositionContent> preview,
            List<OwnPositionView.Change> meanwhile,
            Optional<String> note) {

        static Showing of(PositionContent start, Optional<OwnPosition> edited, Form form) {
            return new Showing(start, edited, form, Optional.empty(), List.of(), Optional.empty());
        }

        Showing previewing(PositionContent content) {
            return new Showing(start, edited, form, Optional.of(content), meanwhile, note);
        }

        Showing after(List<OwnPositionView.Change> changes, String said) {
            return new Showing(start, edited, form, preview, changes, Optional.of(said));
        }

        Showing saying(String said) {
            return new Showing(start, edited, form, preview, meanwhile, Optional.of(said));
        }
    }

    /** The fields as they stand in a position. */
    Form filled(PositionContent content) {
        return forms.of(content);
    }

    /** What differs, field by field. */
    List<OwnPositionView.Change> changes(PositionContent before, PositionContent after) {
        return pages.changes(PositionChange.between(before, after));
    }

    /** What was typed, as it was sent; nothing of it is lost. */
    Form typed(Fields fields, List<PositionProblem> problems) {
        Map<String, String> values = new LinkedHashMap<>();
        PositionFields.ALL.forEach(
                field -> values.put(field.key(), fields.raw(field.key()).orElse("")));
        values.put("reason", fields.raw("reason").orElse(""));
        return forms.of(values, problems);
    }

    Reply show(Request request, Showing showing) {
        Optional<OwnPosition> edited = showing.edited();
        String action =
                edited.map(position -> HERE + "/" + position.id() + "/edit").orElse(HERE + "/new");
        String origin = showing.start().get(PositionFields.BASED_ON).orElse("");
        OwnPositionFormView view = new OwnPositionFormView(
                action,
                edited.isPresent() ? Optional.empty() : Optional.of(origin),
                edited.map(OwnPosition::version),
                OwnPositionsPage.basedOn(
                        parts, origin, parts.positions(request.who().clinicId())),
                edited.map(position -> parts.texts()
                                .text("own.warning", position.protocolVersion() + 1, position.protocolVersion()))
                        .orElseGet(() -> parts.texts().text("own.warning.new")),
                forms.groups(),
                showing.form(),
                showing.preview().map(content -> preview(content, edited)),
                showing.meanwhile(),
                showing.note());
        return parts.page("ownpositionform", frame(request, edited), view);
    }

    private OwnPositionFormView.Preview preview(PositionContent content, Optional<OwnPosition> edited) {
        int protocol = edited.map(position -> position.protocolVersion() + 1).orElse(1);
        TestPosition position = OwnPositionReader.stored(content, PositionFields.OWN, protocol);
        return new OwnPositionFormView.Preview(position.name(), pages.text(new PositionVersion(position, content)));
    }

    private Frame frame(Request request, Optional<OwnPosition> edited) {
        List<Frame.Crumb> crumbs = new ArrayList<>(OwnPositionsPage.crumbs(parts, request.who()));
        edited.ifPresent(position -> crumbs.add(new Frame.Crumb(position.name(), HERE + "/" + position.id())));
        String title = edited.isPresent()
                ? parts.texts().text("own.edit.title")
                : parts.texts().text("own.new.title");
        return parts.frames().under(request.who(), title, OwnPositionsPage.place(request.who()), crumbs);
    }
}
