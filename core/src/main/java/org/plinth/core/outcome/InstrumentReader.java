package org.plinth.core.outcome;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.plinth.core.outcome.Instrument.Ask;
import org.plinth.core.outcome.Instrument.Mode;
import org.plinth.core.outcome.Instrument.Recall;
import org.plinth.core.outcome.Instrument.Use;

/** Reads an {@link Instrument} from its data file. */
final class InstrumentReader {

    private InstrumentReader() {}

    static Instrument read(InstrumentFile file) {
        try {
            Instrument instrument = instrument(file);
            file.nothingElse();
            return instrument;
        } catch (IllegalArgumentException e) {
            throw file.unusable(e);
        }
    }

    private static Instrument instrument(InstrumentFile file) {
        OptionalInt items = file.optionalWhole("items");
        if (items.isPresent() && items.getAsInt() < 1) {
            throw file.unusable("items", "must be 1 or more, is " + items.getAsInt());
        }
        return new Instrument(
                file.text("id"),
                file.whole("version"),
                file.text("name"),
                file.oneOf("use", Use.class),
                scale(file),
                file.oneOf("recall", Recall.class),
                file.oneOf("mode", Mode.class),
                file.text("language"),
                asks(file),
                detectable(file),
                worthwhile(file),
                items,
                file.text("licence"),
                file.yesOrNo("itemTextBundled"));
    }

    private static Scale scale(InstrumentFile file) {
        return new Scale(
                file.number("min"),
                file.number("max"),
                file.number("step"),
                file.optional("unit").orElse(""),
                file.oneOf("polarity", Polarity.class));
    }

    private static Set<Ask> asks(InstrumentFile file) {
        Set<Ask> asks = EnumSet.noneOf(Ask.class);
        for (String word : file.list("asks")) {
            asks.add(file.constant("asks", word, Ask.class));
        }
        return asks;
    }

    private static Optional<Detectable> detectable(InstrumentFile file) {
        Optional<Double> value = file.optionalNumber("detectable.value");
        if (value.isEmpty()) {
            empty(
                    file,
                    "detectable.confidence",
                    "detectable.scale",
                    "detectable.grade",
                    "detectable.source",
                    "detectable.people");
            return Optional.empty();
        }
        return Optional.of(new Detectable(
                value.get(),
                file.whole("detectable.confidence"),
                isRelative(file),
                file.oneOf("detectable.grade", Grade.class),
                file.text("detectable.source"),
                file.text("detectable.people")));
    }

    private static boolean isRelative(InstrumentFile file) {
        return switch (file.text("detectable.scale")) {
            case "absolute" -> false;
            case "relative" -> true;
            default -> throw file.unusable("detectable.scale", "must be absolute or relative");
        };
    }

    private static Optional<Worthwhile> worthwhile(InstrumentFile file) {
        Optional<Double> value = file.optionalNumber("worthwhile.value");
        if (value.isEmpty()) {
            empty(file, "worthwhile.grade", "worthwhile.source");
            return Optional.empty();
        }
        return Optional.of(new Worthwhile(
                value.get(), file.oneOf("worthwhile.grade", Grade.class), file.text("worthwhile.source")));
    }

    /** A source without its figure is a figure that was forgotten. */
    private static void empty(InstrumentFile file, String... keys) {
        for (String key : keys) {
            if (file.optional(key).isPresent()) {
                throw file.unusable(key, "stands without its value");
            }
        }
    }
}
