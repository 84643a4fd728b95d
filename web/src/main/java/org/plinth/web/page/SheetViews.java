package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.effort.Rejection;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.clinic.Trial;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.SideSheet;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.words.FlagWords;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.Sides;
import org.plinth.web.words.SymmetryWords;

/** One position test of a visit in words: values, symmetry and every effort, those set aside included. */
final class SheetViews {

    private static final String TEST_QUANTITY = "peak100_N";
    private static final String GREATEST = "peakForce_N";

    private final Texts texts;
    private final Numbers numbers;
    private final Involvement involvement;
    private final String visitHref;
    private final Sides sides;
    private final FlagWords flags;
    private final SymmetryWords symmetry;

    SheetViews(Texts texts, Numbers numbers, Involvement involvement, String visitHref) {
        this.texts = texts;
        this.numbers = numbers;
        this.involvement = involvement;
        this.visitHref = visitHref;
        this.sides = new Sides(texts);
        this.flags = new FlagWords(texts);
        this.symmetry = new SymmetryWords(texts, numbers);
    }

    VisitView.Test of(TestSheet sheet) {
        NumberLinks links = NumberLinks.ofTest(sheet.visit().id(), sheet.test().id());
        Optional<Symmetry> ratio =
                sheet.symmetry().flatMap(stored -> stored.outcome().symmetry());
        return new VisitView.Test(
                "test-" + sheet.test().id(),
                sheet.position().name(),
                texts.text(
                        "page.visit.setup",
                        texts.text("page.fixation." + sheet.test().fixation().id()),
                        sides.name(sheet.test().firstSide())),
                protocol(sheet.position()),
                protocolHref(sheet.position()),
                List.of(side(sheet.left(), links), side(sheet.right(), links)),
                links.of(sentence(sheet)),
                ratio.map(symmetry::state).map(links::of),
                ratio.flatMap(symmetry::basis).map(links::of),
                links.of(warnings(sheet, ratio)));
    }

    /** The protocol that it was made with, whatever the position says today. */
    private String protocol(TestPosition position) {
        String hold = position.holdSeconds() == 0
                ? texts.text("page.visit.protocol.nohold")
                : texts.text("page.visit.protocol.hold", position.holdSeconds());
        return texts.text(
                "page.visit.protocol", position.version(), position.repetitions(), hold, position.restSeconds());
    }

    private static String protocolHref(TestPosition position) {
        return OwnPosition.idOf(position.id())
                .map(own -> "/positions/own/" + own + "?version=" + position.version())
                .orElseGet(() -> "/positions/" + position.id());
    }

    private Said sentence(TestSheet sheet) {
        Optional<Force> left = value(sheet.left());
        Optional<Force> right = value(sheet.right());
        return sheet.symmetry()
                .map(stored -> stored.outcome())
                .map((SymmetryOutcome outcome) -> symmetry.sentence(left, right, outcome))
                .orElseGet(() -> symmetry.values(left, right).and(Said.words(texts.text("page.symmetry.none"))));
    }

    private List<Said> warnings(TestSheet sheet, Optional<Symmetry> ratio) {
        List<ResultFlag> found = new ArrayList<>();
        ratio.ifPresent(known -> found.addAll(known.flags()));
        for (Side side : Side.values()) {
            sheet.side(side)
                    .result()
                    .ifPresent(result -> found.addAll(result.value().flags()));
        }
        List<Said> said = new ArrayList<>();
        flags.results(found.stream()
                        .filter(flag -> flag != ResultFlag.PROVISIONAL_ERROR)
                        .distinct()
                        .toList())
                .forEach(flag -> said.add(Said.words(flag)));
        ratio.flatMap(symmetry::pretension).ifPresent(said::add);
        return said;
    }

    private static Optional<Force> value(SideSheet side) {
        return side.result().map(result -> result.value().best());
    }

    private VisitView.SideTested side(SideSheet side, NumberLinks links) {
        List<VisitView.EffortRow> rows = new ArrayList<>();
        for (Trial trial : side.trials()) {
            rows.add(effort(rows.size() + 1, trial, links));
        }
        return new VisitView.SideTested(
                side.side() == Side.LEFT ? "left" : "right",
                sides.withRole(side.side(), involvement),
                links.of(value(side)
                        .map(force -> Said.number(numbers.force(force), "value_N", side.side()))
                        .orElseGet(() -> Said.words(texts.text("page.unknown.notmeasured")))),
                texts.text(
                        "page.visit.kept",
                        Long.toString(side.kept()),
                        Integer.toString(side.trials().size())),
                rows);
    }

    private VisitView.EffortRow effort(int number, Trial trial, NumberLinks links) {
        Optional<Rejection> rejected = trial.effort().rejection();
        return new VisitView.EffortRow(
                Integer.toString(number),
                links.of(measured(trial, TEST_QUANTITY)),
                links.of(measured(trial, GREATEST)),
                trial.pain().isPresent()
                        ? Integer.toString(trial.pain().getAsInt())
                        : texts.text("page.visit.pain.none"),
                decision(trial),
                trial.state() == Trial.State.EXCLUDED,
                rejected.isEmpty(),
                trial.state() == Trial.State.ACCEPTED,
                visitHref + "/trials/" + trial.id(),
                Integer.toString(trial.version()));
    }

    private Said measured(Trial trial, String metric) {
        return Optional.ofNullable(trial.measurements().get(metric))
                .map(result -> shown(trial, metric, result))
                .orElseGet(() -> Said.words(texts.text("page.unknown.notmeasured")));
    }

    private Said shown(Trial trial, String metric, MetricResult result) {
        return result.withholding()
                .map(why -> Said.words(texts.text("page.withheld." + why.name())))
                .orElseGet(() -> Said.ofEffort(
                        numbers.force(new Force(result.value().orElseThrow())),
                        metric,
                        trial.id().toString()));
    }

    private String decision(Trial trial) {
        List<String> said = new ArrayList<>();
        said.add(texts.text(
                "page.visit.decision." + trial.state().name(),
                trial.exclusionReason().map(this::reason).orElse("")));
        said.addAll(flags.efforts(trial.effort().flags()));
        return String.join("; ", said);
    }

    /** The finder's reasons have words; a clinician's are words. */
    private String reason(String reason) {
        String key = "page.rejection." + reason;
        return texts.has(key) ? texts.text(key) : reason;
    }
}
