package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plinth.core.effort.Rejection;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.TestTrust;
import org.plinth.web.clinic.Trial;
import org.plinth.web.text.Texts;
import org.plinth.web.trust.ResultTrust;
import org.plinth.web.trust.TrustBook;
import org.plinth.web.visit.SideSheet;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.words.FlagWords;
import org.plinth.web.words.Linked;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.Sides;
import org.plinth.web.words.SymmetryWords;
import org.plinth.web.words.TrustWords;

/** One position test of a visit in words: values, symmetry and every effort, those set aside included. */
final class SheetViews {

    private static final Set<ResultFlag> SAID_ELSEWHERE =
            Set.of(ResultFlag.PROVISIONAL_ERROR, ResultFlag.UNCALIBRATED, ResultFlag.CALIBRATION_SUSPECT);
    private static final String TEST_QUANTITY = "peak100_N";
    private static final String GREATEST = "peakForce_N";

    private final Texts texts;
    private final Numbers numbers;
    private final Involvement involvement;
    private final String visitHref;
    private final Sides sides;
    private final FlagWords flags;
    private final SymmetryWords symmetry;
    private final TrustWords trustWords;
    private final TrustBook trust;
    private final Function<Id<Account>, String> names;

    /**
     * For one visit.
     *
     * @param trust in the calibrations behind its results
     * @param names of the people who said something about that
     */
    SheetViews(
            Texts texts,
            Numbers numbers,
            Involvement involvement,
            String visitHref,
            TrustBook trust,
            Function<Id<Account>, String> names) {
        this.trust = trust;
        this.names = names;
        this.trustWords = new TrustWords(texts, numbers);
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
        Optional<SymmetryOutcome> outcome = sheet.symmetry()
                .map(stored -> trust.seen(stored, results(sheet)))
                .map(TestSymmetry::outcome);
        Optional<Symmetry> ratio = outcome.flatMap(SymmetryOutcome::symmetry);
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
                links.of(sentence(sheet, outcome)),
                ratio.map(symmetry::state).map(links::of),
                ratio.flatMap(symmetry::basis).map(links::of),
                links.of(warnings(sheet, ratio)),
                trustForm(sheet));
    }

    private static List<SideResult> results(TestSheet sheet) {
        return Stream.of(sheet.left(), sheet.right())
                .flatMap(side -> side.result().stream())
                .toList();
    }

    private Optional<VisitView.TrustForm> trustForm(TestSheet sheet) {
        Optional<ResultTrust> doubted = results(sheet).stream()
                .map(trust::of)
                .filter(of -> !of.isSound())
                .findFirst();
        Optional<TestTrust> word = trust.word(sheet.test().id());
        return doubted.map(of -> new VisitView.TrustForm(
                visitHref + "/tests/" + sheet.test().id() + "/trust",
                Integer.toString(word.map(TestTrust::number).orElse(0)),
                of.isKept(),
                word.flatMap(said -> trustWords.word(of, names.apply(said.author())))));
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

    private Said sentence(TestSheet sheet, Optional<SymmetryOutcome> outcome) {
        Optional<Force> left = value(sheet.left());
        Optional<Force> right = value(sheet.right());
        return outcome.map(known -> symmetry.sentence(left, right, known))
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
        if (!sheet.sensor().seenOnHardware()) {
            found.add(ResultFlag.NOT_SEEN_ON_HARDWARE);
        }
        List<Said> said = new ArrayList<>();
        flags.results(found.stream()
                        .filter(flag -> !SAID_ELSEWHERE.contains(flag))
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
                        Integer.toString(side.own().size())),
                rows,
                side.result()
                        .map(result -> CalibrationLinks.of(trust.of(result), trustWords))
                        .orElse(List.of()),
                side.result()
                        .map(result -> trustWords.sentences(trust.of(result)).stream()
                                .map(Linked::words)
                                .toList())
                        .orElse(List.of()));
    }

    /** That there was an effort stays in both records; what it came to is the other patient's. */
    private VisitView.EffortRow movedAway(int number, Trial trial) {
        Linked nothing = Linked.words(texts.text("flow.moved.value"));
        return new VisitView.EffortRow(
                Integer.toString(number),
                nothing,
                nothing,
                texts.text("flow.moved.value"),
                decision(trial),
                true,
                false,
                false,
                visitHref + "/trials/" + trial.id(),
                Integer.toString(trial.version()));
    }

    private VisitView.EffortRow effort(int number, Trial trial, NumberLinks links) {
        if (trial.isMoved()) {
            return movedAway(number, trial);
        }
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
