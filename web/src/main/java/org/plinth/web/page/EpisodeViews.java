package org.plinth.web.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.plinth.core.criteria.BridgeCriterion;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Role;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryKind.Group;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryWords;
import org.plinth.web.page.EpisodePage.Known;
import org.plinth.web.progress.EpisodeReading;
import org.plinth.web.progress.PrescriptionBlock;
import org.plinth.web.progress.ProgressWords;
import org.plinth.web.progress.Projection;
import org.plinth.web.progress.ReadingWords;
import org.plinth.web.progress.ScoreCourse;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;
import org.plinth.web.words.SymmetryWords;

/** An episode in the clinician's words, part by part. */
final class EpisodeViews {

    private final Texts texts;
    private final Numbers numbers;
    private final Role role;
    private final boolean guest;
    private final ProgressWords words;

    EpisodeViews(Texts texts, Numbers numbers, Role role, boolean guest) {
        this.texts = texts;
        this.numbers = numbers;
        this.role = role;
        this.guest = guest;
        this.words = new ProgressWords(texts, numbers);
    }

    String about(Known known) {
        String side = new Sides(texts).affected(known.episode().involvement());
        String opened = numbers.date(known.episode().openedOn());
        return known.episode()
                .closedOn()
                .map(day ->
                        texts.text("progress.about.closed", known.episode().problem(), opened, numbers.date(day), side))
                .orElseGet(() -> texts.text("progress.about", known.episode().problem(), opened, side));
    }

    List<String> reading(Known known, EpisodeReading reading) {
        return new ReadingWords(texts, numbers)
                .sentences(known.episode(), reading, known.found().courses(), known.today());
    }

    List<String> warnings(EpisodeReading reading) {
        return reading.warnings().stream().map(words::warning).toList();
    }

    /** Newest states of the reference line, and what was judged by eye. Nothing of it reaches the patient. */
    List<String> criteria(Known known, double threshold) {
        List<String> said = new ArrayList<>();
        SymmetryWords symmetry = new SymmetryWords(texts, numbers);
        known.found().courses().forEach(course -> course.symmetries().stream()
                .reduce((a, b) -> b)
                .ifPresent(newest -> newest.symmetry()
                        .outcome()
                        .symmetry()
                        .ifPresent(known1 -> said.add(texts.text(
                                "progress.criterion.symmetry",
                                course.position().name(),
                                symmetry.state(known1).text(),
                                numbers.date(newest.date()))))));
        known.found().courses().stream()
                .flatMap(course -> Projection.of(course, threshold).stream())
                .map(words::projection)
                .forEach(said::add);
        known.entries().stream()
                .filter(entry -> entry.kind().equals("bridge-equal"))
                .reduce((a, b) -> b)
                .ifPresent(entry -> said.add(bridge(known, entry)));
        return said;
    }

    private String bridge(Known known, EpisodeEntry entry) {
        boolean seconds = entry.values().getOrDefault("unit", "SECONDS").equals("SECONDS");
        BridgeCriterion criterion = BridgeCriterion.of(
                hold(entry, "left"),
                hold(entry, "right"),
                known.episode().involvement().injured().orElse(Side.LEFT) == Side.LEFT);
        EntryKind kind = EntryKinds.find(entry.kind()).orElseThrow();
        String said = texts.text(
                seconds ? "progress.criterion.bridge" : "progress.criterion.bridge.counted",
                numbers.date(entry.date()),
                new EntryWords(texts, numbers)
                        .value(
                                kind.field("judged").orElseThrow(),
                                entry.values().getOrDefault("judged", "OPEN")),
                shown(criterion.left()),
                shown(criterion.right()));
        if (criterion.left().capped() || criterion.right().capped()) {
            return said + " " + texts.text("progress.criterion.bridge.capped");
        }
        boolean compared = known.episode().involvement().injured().isPresent();
        return criterion
                .ratioPercent()
                .filter(ratio -> compared)
                .map(ratio -> said + " " + texts.text("progress.criterion.bridge.ratio", numbers.percent(ratio)))
                .orElse(said);
    }

    private static BridgeCriterion.Hold hold(EpisodeEntry entry, String side) {
        return new BridgeCriterion.Hold(
                Double.parseDouble(entry.values().getOrDefault(side, "0")),
                entry.values().containsKey(side + "Capped"));
    }

    private String shown(BridgeCriterion.Hold hold) {
        return hold.capped() ? "≥ " + numbers.whole(hold.value()) : numbers.whole(hold.value());
    }

    /** Newest first: what holds today stands on top. */
    List<EpisodeView.Block> blocks(List<PrescriptionBlock> oldestFirst) {
        List<EpisodeView.Block> blocks = new ArrayList<>();
        for (PrescriptionBlock block : oldestFirst) {
            blocks.add(new EpisodeView.Block(
                    texts.text("progress.block.title", numbers.date(block.from())),
                    block.prescriptions().stream().map(words::prescription).toList(),
                    block.results().stream().map(words::result).toList(),
                    words.alongside(block)));
        }
        Collections.reverse(blocks);
        return blocks;
    }

    List<EpisodeView.Outcome> outcomes(List<ScoreCourse> courses) {
        return courses.stream()
                .map(course -> new EpisodeView.Outcome(
                        words.name(course),
                        words.newest(course),
                        words.change(course),
                        words.source(course),
                        words.scale(course.instrument())))
                .toList();
    }

    /** Why something that was asked is not among the outcomes. */
    List<String> notes(Known known) {
        return ScoreCourse.withheld(known.entries()).map(words::withheld).stream()
                .toList();
    }

    List<EpisodeView.Group> groups(Known known) {
        List<EpisodeView.Group> groups = new ArrayList<>();
        for (Group group : Group.values()) {
            if (!group.byHand() && noted(known, group).isEmpty()) {
                continue;
            }
            groups.add(new EpisodeView.Group(
                    texts.text("progress.group." + group.name()), noted(known, group), add(known, group)));
        }
        return groups;
    }

    private List<EpisodeView.Noted> noted(Known known, Group group) {
        List<EpisodeView.Noted> noted = new ArrayList<>();
        EntryWords own = new EntryWords(texts, numbers);
        for (EpisodeEntry entry : known.entries()) {
            Optional<EntryKind> kind = EntryKinds.find(entry.kind()).filter(one -> one.group() == group);
            kind.ifPresent(one -> noted.add(new EpisodeView.Noted(
                    numbers.date(entry.date()),
                    own.name(one),
                    own.line(one, entry),
                    mayNote(known, group) ? Optional.of(known.href() + "/entries/" + entry.id()) : Optional.empty())));
        }
        Collections.reverse(noted);
        return noted;
    }

    private List<Frame.Crumb> add(Known known, Group group) {
        if (!mayNote(known, group)) {
            return List.of();
        }
        EntryWords own = new EntryWords(texts, numbers);
        return EntryKinds.all().stream()
                .filter(kind -> kind.group() == group)
                .map(kind -> new Frame.Crumb(own.name(kind), known.href() + "/add/" + kind.id()))
                .toList();
    }

    private boolean mayNote(Known known, Group group) {
        return !guest
                && group.byHand()
                && known.episode().closedOn().isEmpty()
                && (role == Role.CLINICIAN || (role == Role.ASSISTANT && group.byAssistant()));
    }

    List<Frame.Crumb> links(Known known) {
        List<Frame.Crumb> links = new ArrayList<>();
        links.add(new Frame.Crumb(
                texts.text("progress.link.patient"), known.found().href()));
        if (role == Role.CLINICIAN && !guest) {
            links.add(new Frame.Crumb(texts.text("progress.link.edit"), known.href() + "/edit"));
        }
        return links;
    }

    List<Frame.Crumb> papers(Known known) {
        if (guest) {
            return List.of();
        }
        List<Frame.Crumb> papers = new ArrayList<>();
        papers.add(new Frame.Crumb(texts.text("report.link.takehome"), known.href() + "/take-home"));
        if (role == Role.CLINICIAN) {
            papers.add(new Frame.Crumb(texts.text("report.link.report"), known.href() + "/report?for=referrer"));
        }
        if (role == Role.CLINICIAN && known.episode().closedOn().isPresent()) {
            papers.add(new Frame.Crumb(texts.text("report.link.letter"), known.href() + "/report?for=discharge"));
        }
        return papers;
    }
}
