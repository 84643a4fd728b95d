package org.plinth.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plinth.core.norm.Norm;
import org.plinth.core.norm.NormTable;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.position.TestPosition;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.position.TestPosition.Evidence;
import org.plinth.core.visit.Side;
import org.plinth.web.page.PositionPageView.ErrorRow;
import org.plinth.web.page.PositionPageView.Fact;
import org.plinth.web.page.PositionPageView.NormRow;
import org.plinth.web.page.PositionPageView.SideLink;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Sides;

/** A position in the clinician's words. Immutable. */
final class PositionPages {

    private final Texts texts;
    private final NormTable norms;

    PositionPages(Texts texts, NormTable norms) {
        this.texts = texts;
        this.norms = norms;
    }

    /** "Curls"; a family that has no words of its own is called what it is. */
    String family(String id) {
        String key = "positions.family." + id;
        return texts.has(key) ? texts.text(key) : id;
    }

    PositionPageView of(TestPosition position, Side side, Optional<String> fromSide, Optional<String> fromFootEnd) {
        return new PositionPageView(
                position.id(),
                family(position.family()),
                sides(position, side),
                fromSide,
                fromFootEnd,
                position.setUp(),
                placement(position),
                position.instruction(),
                protocol(position),
                errors(position),
                gate(position.gate()),
                position.mistakes(),
                norms.forPosition(position.id()).stream().map(this::norm).toList());
    }

    private List<SideLink> sides(TestPosition position, Side current) {
        return Arrays.stream(Side.values())
                .map(side -> new SideLink(
                        new Sides(texts).name(side),
                        Frames.css(side),
                        "/positions/" + position.id() + "?side=" + side.name().toLowerCase(Locale.ROOT),
                        side == current))
                .toList();
    }

    private List<Fact> placement(TestPosition position) {
        TestPosition.Placement placement = position.placement();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("hip", position.hip()));
        facts.add(fact("knee", position.knee()));
        placement.ankle().ifPresent(ankle -> facts.add(fact("ankle", ankle)));
        facts.add(fact("sensor", placement.sensor()));
        facts.add(fact("held", placement.stabilisation()));
        placement
                .lever()
                .ifPresent(lever ->
                        facts.add(fact("lever", texts.text("positions.lever.words", lever.from(), lever.to()))));
        if (position.usesForce()) {
            facts.add(fact("tare", texts.text("page.tare." + position.tareState())));
        }
        return facts;
    }

    private List<Fact> protocol(TestPosition position) {
        List<Fact> facts = new ArrayList<>();
        String contraction = "positions.contraction." + position.contraction();
        facts.add(fact("contraction", texts.has(contraction) ? texts.text(contraction) : position.contraction()));
        facts.add(fact("repetitions", repetitions(position)));
        facts.add(fact("quantity", position.outcome().quantity()));
        position.outcome()
                .cap()
                .ifPresent(cap -> facts.add(fact("cap", cap + " " + texts.text("positions.unit." + position.unit()))));
        facts.add(fact("limbs", position.outcome().limbs()));
        facts.add(fact(
                "comparison",
                texts.text("positions.comparison." + position.outcome().comparison())));
        position.outcome().note().ifPresent(note -> facts.add(fact("note", note)));
        if (!position.directions().isEmpty()) {
            facts.add(fact("directions", directions(position)));
        }
        facts.add(fact(
                "range",
                position.minimumRange()
                        .map(force -> texts.text("positions.range.words", Math.round(force.newtons())))
                        .orElseGet(() -> texts.text("positions.range.none"))));
        facts.add(fact("version", Integer.toString(position.version())));
        return facts;
    }

    private String repetitions(TestPosition position) {
        String rest = position.restSeconds() > 0
                ? texts.text("positions.rest", position.restSeconds())
                : texts.text("positions.rest.none");
        String hold = position.holdSeconds() > 0 ? "positions.repetitions.hold" : "positions.repetitions.open";
        return texts.text(hold, position.repetitions(), position.holdSeconds()) + " " + rest;
    }

    private String directions(TestPosition position) {
        return String.join(
                ", ",
                Arrays.stream(Direction.values())
                        .filter(position.directions()::contains)
                        .map(direction -> texts.text("positions.direction." + direction))
                        .toList());
    }

    private List<ErrorRow> errors(TestPosition position) {
        return Arrays.stream(Fixation.values())
                .map(fixation -> error(position, fixation))
                .toList();
    }

    private ErrorRow error(TestPosition position, Fixation fixation) {
        String name = texts.text("page.fixation." + fixation.id());
        Optional<MeasurementError> error = position.error(fixation);
        Optional<Evidence> evidence = Optional.ofNullable(position.evidence().get(fixation));
        if (error.isEmpty()) {
            return new ErrorRow(name, texts.text("positions.error.none"), texts.text("positions.error.nobasis"), "");
        }
        String key = "positions.basis." + evidence.map(Evidence::basis).orElse("assumed");
        String basis =
                texts.has(key) ? texts.text(key) : evidence.map(Evidence::basis).orElse("");
        return new ErrorRow(
                name,
                percent(error.get().semPercent()),
                error.get().provisional() ? texts.text("positions.provisional", basis) : basis,
                evidence.map(Evidence::words).orElse(error.get().source()));
    }

    private static String percent(double percent) {
        return (percent == Math.rint(percent) ? Long.toString(Math.round(percent)) : Double.toString(percent)) + " %";
    }

    private List<Fact> gate(TestPosition.Gate gate) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(
                "stage",
                gate.stage() == 0
                        ? texts.text("positions.stage.any")
                        : texts.text("positions.stage.from", gate.stage())));
        facts.add(fact("compression", texts.text("positions.compression.words", gate.compression())));
        gate.sittingPainMost()
                .ifPresent(pain -> facts.add(fact("sitting", texts.text("positions.sitting.words", pain))));
        gate.condition().ifPresent(condition -> facts.add(fact("condition", condition)));
        return facts;
    }

    private NormRow norm(Norm norm) {
        String unitKey = "positions.unit." + norm.unit();
        String unit = texts.has(unitKey) ? texts.text(unitKey) : norm.unit();
        String value = texts.text("positions.norm." + norm.statistic(), norm.first(), norm.second(), unit);
        String sex = texts.text("positions.sex." + norm.sex());
        String people = norm.people().isPresent()
                ? texts.text(
                        "positions.norm.people",
                        norm.population(),
                        sex,
                        norm.people().getAsInt())
                : texts.text("positions.norm.people.unknown", norm.population(), sex);
        return new NormRow(people, value, norm.note().map(note -> note + ". ").orElse("") + norm.source());
    }

    private Fact fact(String term, String words) {
        return new Fact(texts.text("positions.fact." + term), words);
    }
}
