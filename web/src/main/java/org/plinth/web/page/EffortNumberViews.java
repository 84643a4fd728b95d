package org.plinth.web.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.formula.Digits;
import org.plinth.core.formula.Formula;
import org.plinth.core.formula.Formulas;
import org.plinth.web.capture.JournalOpening;
import org.plinth.web.capture.JournalReplay;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.measure.Engine;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.SideSheet;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.worked.EffortNumbers;

/** A number of one effort, worked from its samples, in words. */
final class EffortNumberViews {

    private final PageParts parts;
    private final Texts texts;
    private final Numbers numbers;
    private final TestSheet sheet;
    private final NumberLinks links;

    EffortNumberViews(PageParts parts, Numbers numbers, TestSheet sheet) {
        this.parts = parts;
        this.texts = parts.texts();
        this.numbers = numbers;
        this.sheet = sheet;
        this.links = NumberLinks.ofTest(sheet.visit().id(), sheet.test().id());
    }

    /** Empty where the test has no such effort, or the effort no such number. */
    Optional<WorkedView> of(Formula formula, Id<Trial> id) {
        return TestNumberPage.sideOf(sheet, id).flatMap(side -> side.trials().stream()
                .filter(trial -> trial.id().equals(id))
                .findFirst()
                .filter(trial -> EffortNumbers.stored(trial, formula.id()).isPresent())
                .map(trial -> view(formula, side, trial)));
    }

    private WorkedView view(Formula formula, SideSheet side, Trial trial) {
        OptionalDouble shown = EffortNumbers.stored(trial, formula.id());
        Recording recording = side.recordings().stream()
                .filter(one -> one.id().equals(trial.recording()))
                .findFirst()
                .orElseThrow();
        Optional<JournalReplay.Replayed> raw = parts.raw().of(recording);
        WorkedViews views = new WorkedViews(texts, numbers, new OriginWords(texts, numbers, places(trial)));
        return new WorkedView(
                formula.name(),
                texts.text(
                        "number.about.effort",
                        sheet.position().name(),
                        parts.sides().name(side.side()),
                        side.trials().indexOf(trial) + 1),
                new UnitWords(texts, numbers).shown(formula, shown.orElseThrow()),
                raw.flatMap(JournalReplay.Replayed::force)
                        .flatMap((RecordedForce force) -> EffortNumbers.of(trial, formula.id(), force))
                        .map(views::of),
                facts(formula, recording, raw.flatMap(JournalReplay.Replayed::opening)),
                FormulaView.of(formula),
                siblings(formula, trial),
                new WorkedView.Link(texts.text("number.back.visit"), TestNumberPage.href(sheet.visit())));
    }

    private OriginWords.Places places(Trial trial) {
        return new OriginWords.Places() {
            @Override
            public Optional<String> sameEffort(String formula) {
                boolean worked = EffortNumbers.stored(trial, formula).isPresent();
                return Optional.of(worked ? href(trial, formula) : NumberLinks.formula(formula));
            }
        };
    }

    private String href(Trial trial, String formula) {
        return links.to(Said.ofEffort("", formula, trial.id().toString()));
    }

    private List<WorkedView.Link> siblings(Formula formula, Trial trial) {
        return Formulas.all().stream()
                .filter(other -> !other.id().equals(formula.id()))
                .filter(other -> EffortNumbers.stored(trial, other.id()).isPresent())
                .map(other -> new WorkedView.Link(other.name(), href(trial, other.id())))
                .toList();
    }

    private List<WorkedView.Fact> facts(Formula formula, Recording recording, Optional<JournalOpening> opening) {
        List<WorkedView.Fact> facts = new ArrayList<>();
        facts.add(fact("engine", texts.text("number.fact.engine.value", Engine.VERSION)));
        facts.add(fact("formula", texts.text("number.fact.formula.value", formula.id(), formula.version())));
        facts.add(fact(
                "recording",
                texts.text(
                        "number.fact.recording.value",
                        recording.id().toString(),
                        numbers.moment(recording.startedAt()))));
        opening.ifPresent(open -> {
            facts.add(fact("sensor", texts.text("number.fact.sensor.value", open.sensor(), open.firmware())));
            facts.add(fact("tare", tare(open.tare())));
        });
        facts.add(TestNumberViews.calibration(texts, recording.calibrationId()));
        facts.add(new WorkedView.Fact(
                texts.text("number.fact.raw"),
                recording.seal().map(Recording.Seal::sha256).orElseGet(() -> texts.text("number.fact.raw.none")),
                recording.seal().isPresent()));
        return facts;
    }

    private String tare(JournalOpening.Tare tare) {
        String at = numbers.moment(Instant.EPOCH.plus(tare.wallMicros(), ChronoUnit.MICROS));
        String left = Digits.SHORT.of(Math.round(tare.meanNewtons() * 100) / 100.0);
        return tare.kind().equals("hardware")
                ? texts.text("number.fact.tare.hardware", at, left)
                : texts.text("number.fact.tare.software", at, Digits.SHORT.of(tare.newtons()), left);
    }

    private WorkedView.Fact fact(String name, String value) {
        return new WorkedView.Fact(texts.text("number.fact." + name), value, false);
    }
}
