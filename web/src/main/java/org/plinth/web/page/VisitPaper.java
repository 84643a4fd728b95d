package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plinth.web.audit.Checkpoint;
import org.plinth.web.measure.Engine;
import org.plinth.web.pdf.Paper;
import org.plinth.web.pdf.Paper.Section;
import org.plinth.web.pdf.Paper.Table;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Linked;

/** A visit as a printed document: what its page says, each doubt beside its value, the patient at the foot of every page. */
final class VisitPaper {

    private final Texts texts;
    private final Optional<Checkpoint> checkpoint;

    VisitPaper(Texts texts, Optional<Checkpoint> checkpoint) {
        this.texts = texts;
        this.checkpoint = checkpoint;
    }

    Paper of(Frame frame, VisitView visit) {
        Frame.Banner patient = frame.banner().orElseThrow();
        List<String> lead = new ArrayList<>();
        if (frame.sample()) {
            lead.add(texts.text("page.sample"));
        }
        patient.affected().ifPresent(lead::add);
        lead.add(visit.state());
        if (visit.open()) {
            lead.add(texts.text("page.visit.pdf.open"));
        }
        if (visit.isEmpty()) {
            lead.add(texts.text("page.visit.notests"));
        }
        return new Paper(
                "en",
                frame.title(),
                texts.text("page.visit.pdf.patient", patient.name(), patient.birthDate()),
                foot(),
                texts.text("page.visit.pdf.page"),
                texts.text("page.visit.pdf.of"),
                lead,
                Stream.concat(
                                visit.tests().stream().map(this::section),
                                visit.typed().stream().map(this::typed))
                        .toList());
    }

    /** With the audit log's last checkpoint: paper that left the house shows later whether the log was written anew. */
    private String foot() {
        String made = texts.text("page.visit.pdf.foot", Engine.VERSION);
        return checkpoint
                .map(last -> made + " · " + texts.text("audit.paper.checkpoint", last.shortForm()))
                .orElse(made);
    }

    private Section section(VisitView.Test test) {
        List<String> said = new ArrayList<>(
                List.of(test.setUp(), test.protocol(), test.sentence().text()));
        test.state().map(Linked::text).ifPresent(said::add);
        test.basis().map(Linked::text).ifPresent(said::add);
        test.flags().stream().map(Linked::text).forEach(said::add);
        test.sides().forEach(side -> said.add(side(side)));
        test.trust().flatMap(VisitView.TrustForm::said).ifPresent(said::add);
        return Section.of(test.name(), said, efforts(test));
    }

    /** Values without a raw record: named so in the heading, sentence by sentence. */
    private Section typed(ReadingsView.Series series) {
        List<String> said = new ArrayList<>(List.of(series.how(), series.sentence(), series.note()));
        List<String> head = Stream.of(
                        "page.table.side", "page.table.effort", "reading.table.value", "reading.table.about")
                .map(texts::text)
                .toList();
        List<List<String>> rows =
                series.sides().stream().flatMap(side -> rows(side).stream()).toList();
        return Section.of(texts.text("reading.typed.title", series.name()), said, new Table(head, rows, false));
    }

    private List<List<String>> rows(ReadingsView.SideRead side) {
        List<List<String>> rows = new ArrayList<>();
        for (ReadingsView.Row row : side.rows()) {
            String about = row.withdrawn()
                    .map(why -> row.about() + " · " + texts.text("reading.withdrawn", why))
                    .orElse(row.about());
            rows.add(List.of(side.name(), Integer.toString(rows.size() + 1), row.value(), about));
        }
        return rows;
    }

    /** "Left: 230 N. 3 of 4 efforts kept. Calibrated until 3 May 2027." */
    private String side(VisitView.SideTested side) {
        Stream<String> calibrations = side.doubts().isEmpty()
                ? side.calibrations().stream().map(PositionView.Link::label)
                : side.doubts().stream().map(Linked::text);
        return texts.text(
                "page.visit.pdf.side",
                side.name(),
                side.value().text(),
                side.kept(),
                String.join(" ", calibrations.map(VisitPaper::sentence).toList()));
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private Table efforts(VisitView.Test test) {
        List<String> head = Stream.of("side", "effort", "force", "peak", "pain", "decision")
                .map(column -> texts.text("page.table." + column))
                .toList();
        List<List<String>> rows = test.sides().stream()
                .flatMap(side -> side.efforts().stream().map(effort -> row(side, effort)))
                .toList();
        return new Table(head, rows, false);
    }

    private static List<String> row(VisitView.SideTested side, VisitView.EffortRow effort) {
        return List.of(
                side.name(),
                effort.number(),
                effort.force().text(),
                effort.peak().text(),
                effort.pain(),
                effort.decision());
    }
}
