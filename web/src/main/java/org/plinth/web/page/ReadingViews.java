package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plinth.core.quantity.Force;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.TypedReading.Quantity;
import org.plinth.web.clinic.TypedReading.Source;
import org.plinth.web.reading.ReadingSeries;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.Sides;
import org.plinth.web.words.SymmetryWords;

/** Readings in words: what was on the display, what it is in the clinic's unit, and what it cannot show. */
final class ReadingViews {

    private static final int PAIN_ENDS = 4;

    private final Texts texts;
    private final Numbers numbers;
    private final Involvement involvement;
    private final Sides sides;
    private final Function<Id<Account>, String> names;

    ReadingViews(Texts texts, Numbers numbers, Involvement involvement, Function<Id<Account>, String> names) {
        this.texts = texts;
        this.numbers = numbers;
        this.involvement = involvement;
        this.sides = new Sides(texts);
        this.names = names;
    }

    ReadingsView.Series of(ReadingSeries series, double thresholdPercent) {
        TypedReading one = series.readings().get(0);
        String how = one.fixation()
                .map(fixation -> texts.text("reading.how", one.device(), texts.text("page.fixation." + fixation.id())))
                .orElseGet(() -> texts.text("reading.how." + series.quantity()));
        return new ReadingsView.Series(
                series.position().name(),
                how,
                Stream.of(Side.LEFT, Side.RIGHT).map(side -> side(series, side)).toList(),
                series.quantity() == Quantity.FORCE ? force(series, thresholdPercent) : counted(series),
                texts.text(series.quantity() == Quantity.FORCE ? "reading.note.force" : "reading.note.bridge"));
    }

    private ReadingsView.SideRead side(ReadingSeries series, Side side) {
        return new ReadingsView.SideRead(
                side == Side.LEFT ? "left" : "right",
                sides.withRole(side, involvement),
                series.of(side).stream().map(this::row).toList());
    }

    private ReadingsView.Row row(TypedReading reading) {
        List<String> about = new ArrayList<>();
        about.add(texts.text("reading.by." + reading.source(), names.apply(reading.author())));
        about.add(
                reading.source() == Source.CLOCK
                        ? ""
                        : reading.secondReader()
                                .map(reader -> texts.text("reading.second", names.apply(reader)))
                                .orElseGet(() -> texts.text("reading.twice")));
        reading.pain().ifPresent(pain -> about.add(texts.text("reading.pain.was", pain)));
        if (reading.warnings() > 0) {
            about.add(texts.count("reading.warned", reading.warnings()));
        }
        return new ReadingsView.Row(
                reading.id().toString(),
                shown(reading),
                String.join(
                        " · ", about.stream().filter(text -> !text.isEmpty()).toList()),
                reading.withdrawn());
    }

    /** As it stood on the display, and in the clinic's unit where that is another. */
    private String shown(TypedReading reading) {
        if (reading.quantity() != Quantity.FORCE) {
            return value(reading);
        }
        String displayed = plain(reading.displayed()) + " " + reading.unit();
        return reading.unit().equals(numbers.unit().symbol())
                ? displayed
                : texts.text("reading.shown", displayed, value(reading));
    }

    private String value(TypedReading reading) {
        String value =
                switch (reading.quantity()) {
                    case FORCE -> numbers.force(Force.ofNewtons(reading.value()));
                    case HOLD_TIME -> texts.text("reading.seconds", numbers.whole(reading.value()));
                    case REPETITIONS -> texts.count("reading.repetitions", Math.round(reading.value()));
                };
        return reading.capped() ? texts.text("reading.atleast", value) : value;
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private String force(ReadingSeries series, double thresholdPercent) {
        SymmetryWords words = new SymmetryWords(texts, numbers);
        SymmetryOutcome outcome = series.symmetry(involvement, thresholdPercent);
        Said values = words.values(best(series, Side.LEFT), best(series, Side.RIGHT));
        String ratio = outcome.symmetry().map(words::ratio).map(Said::text).orElseGet(() -> words.refusal(outcome));
        return values.text() + " " + ratio;
    }

    private static Optional<Force> best(ReadingSeries series, Side side) {
        return series.best(side).map(reading -> Force.ofNewtons(reading.value()));
    }

    private String counted(ReadingSeries series) {
        String both = texts.text("reading.both", told(series.best(Side.LEFT)), told(series.best(Side.RIGHT)));
        return series.percent(involvement).isPresent()
                ? both + " "
                        + texts.text(
                                "reading.ratio",
                                sides.name(involvement.injured().orElseThrow()),
                                numbers.percent(series.percent(involvement).getAsDouble()),
                                sides.inSentence(
                                        involvement.injured().orElseThrow().other()))
                : both;
    }

    private String told(Optional<TypedReading> reading) {
        return reading.map(this::value).orElseGet(() -> texts.text("reading.notyet"));
    }

    /** Where pain ends maximal efforts of a side (decision S2). */
    List<String> stops(List<TypedReading> readings) {
        return Stream.of(Side.LEFT, Side.RIGHT)
                .flatMap(side -> readings.stream()
                        .filter(one -> one.stands() && one.side() == side)
                        .filter(one -> one.pain().orElse(0) >= PAIN_ENDS)
                        .findFirst()
                        .map(one -> texts.text(
                                "reading.pain.stop",
                                sides.name(side),
                                one.pain().orElse(0)))
                        .stream())
                .toList();
    }
}
