package org.plinth.web.integrity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.plinth.core.metric.MetricResult;
import org.plinth.web.measure.Engine;

/**
 * Compares what is stored at one place with what was computed again, bit for bit, and keeps every difference. The one
 * exception: a negative zero is a zero, for H2 keeps only one of them.
 */
final class Comparison {

    private final Difference.Place place;
    private final Optional<String> storedEngine;
    private final List<Difference> differences;

    /** Differences go to the end of the list. */
    Comparison(Difference.Place place, Optional<String> storedEngine, List<Difference> differences) {
        this.place = place;
        this.storedEngine = storedEngine;
        this.differences = differences;
    }

    Comparison real(String what, double stored, double now) {
        return same(stored, now) ? this : add(what, Optional.of(text(stored)), Optional.of(text(now)));
    }

    Comparison real(String what, OptionalDouble stored, OptionalDouble now) {
        if (stored.isPresent() && now.isPresent()) {
            return real(what, stored.getAsDouble(), now.getAsDouble());
        }
        return value(what, text(stored), text(now));
    }

    Comparison whole(String what, OptionalLong stored, OptionalLong now) {
        return value(what, text(stored), text(now));
    }

    /** Of two texts, whole numbers, constants, ids or instants. */
    Comparison text(String what, Object stored, Object now) {
        return value(what, Optional.of(stored.toString()), Optional.of(now.toString()));
    }

    Comparison value(String what, Optional<String> stored, Optional<String> now) {
        return stored.equals(now) ? this : add(what, stored, now);
    }

    Comparison names(String what, Collection<? extends Enum<?>> stored, Collection<? extends Enum<?>> now) {
        return value(what, Optional.of(joined(stored)), Optional.of(joined(now)));
    }

    Comparison metric(String id, Optional<MetricResult> stored, Optional<MetricResult> now) {
        OptionalDouble storedValue = stored.map(MetricResult::value).orElse(OptionalDouble.empty());
        OptionalDouble nowValue = now.map(MetricResult::value).orElse(OptionalDouble.empty());
        if (storedValue.isPresent() && nowValue.isPresent()) {
            return real(id, storedValue, nowValue);
        }
        return value(id, stored.map(Comparison::text), now.map(Comparison::text));
    }

    private Comparison add(String what, Optional<String> stored, Optional<String> now) {
        differences.add(new Difference(place, what, stored, storedEngine, now, Engine.VERSION));
        return this;
    }

    private static boolean same(double stored, double now) {
        return Double.doubleToLongBits(stored + 0.0) == Double.doubleToLongBits(now + 0.0);
    }

    private static String text(MetricResult result) {
        return result.withholding().map(Enum::name).orElseGet(() -> text(result.value())
                .orElse(""));
    }

    private static Optional<String> text(OptionalDouble value) {
        return value.isPresent() ? Optional.of(text(value.getAsDouble())) : Optional.empty();
    }

    private static Optional<String> text(OptionalLong value) {
        return value.isPresent() ? Optional.of(Long.toString(value.getAsLong())) : Optional.empty();
    }

    private static String text(double value) {
        return Double.toString(value);
    }

    private static String joined(Collection<? extends Enum<?>> names) {
        return names.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }
}
