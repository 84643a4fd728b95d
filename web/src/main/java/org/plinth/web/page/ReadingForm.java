package org.plinth.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.TypedReading.Quantity;
import org.plinth.web.clinic.TypedReading.Source;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Request;
import org.plinth.web.reading.ReadingRules;

/** Reads one reading out of a form: every field with its range, and the value typed twice. */
final class ReadingForm {

    static final String[] NAMES = {
        "position",
        "side",
        "fixation",
        "device",
        "unit",
        "value",
        "again",
        "pain",
        "reader",
        "warnings",
        "source",
        "sure",
        ReadingOnce.FIELD
    };

    private static final int MOST_DEVICE = 100;
    private static final int MOST_PAIN = 10;
    private static final int MOST_WARNINGS = 20;

    private final Fields fields;
    private final TestPosition position;
    private final Quantity quantity;

    private ReadingForm(Fields fields, TestPosition position, Quantity quantity) {
        this.fields = fields;
        this.position = position;
        this.quantity = quantity;
    }

    /**
     * A reading of this visit.
     *
     * @param readers of the clinic, who may have read it as well
     * @throws BadRequest naming the field and its range
     */
    static TypedReading read(
            Request request,
            Fields fields,
            Visit visit,
            TestPosition position,
            List<Account> readers,
            Id<TypedReading> id) {
        Quantity quantity =
                ReadingRules.quantity(position).orElseThrow(() -> new BadRequest("position", "reading.position"));
        ReadingForm form = new ReadingForm(fields, position, quantity);
        Optional<ForceUnit> unit = quantity == Quantity.FORCE ? Optional.of(form.unit()) : Optional.empty();
        double factor = unit.map(ForceUnit::newtonsPerUnit).orElse(1.0);
        double displayed = form.displayed(factor);
        OptionalInt cap = quantity == Quantity.FORCE
                ? OptionalInt.empty()
                : position.outcome().cap();
        boolean capped = cap.isPresent() && displayed >= cap.getAsInt();
        return new TypedReading(
                id,
                visit.clinic(),
                visit.patient(),
                visit.id(),
                position.id(),
                position.version(),
                fields.oneOf("side", Side.class),
                form.fixation(),
                quantity,
                form.source(),
                quantity == Quantity.FORCE ? fields.text("device", MOST_DEVICE) : "",
                unit.map(ForceUnit::symbol).orElse(position.unit()),
                displayed,
                capped ? cap.getAsInt() : displayed * factor,
                capped,
                fields.optionalWholeNumber("warnings", 0, MOST_WARNINGS).orElse(0),
                form.pain(),
                form.secondReader(readers, request.who().id()),
                request.at(),
                request.who().id(),
                Optional.empty());
    }

    /** How a device was read the last time, for the next value of the same visit: chosen once, by a person. */
    static Map<String, String> kept(TypedReading last) {
        Map<String, String> kept = new LinkedHashMap<>(Map.of("device", last.device(), "unit", last.unit()));
        last.fixation().ifPresent(fixation -> kept.put("fixation", fixation.name()));
        return kept;
    }

    private ForceUnit unit() {
        return ForceUnit.parse(fields.text("unit", 10)).orElseThrow(() -> new BadRequest("unit", "reading.unit"));
    }

    private double displayed(double factor) {
        double most = ReadingRules.most(quantity) / factor;
        OptionalDouble value = fields.optionalNumber("value", 0, Math.floor(most));
        if (value.isEmpty()) {
            throw new BadRequest("value", "http.field.missing");
        }
        double shown = value.getAsDouble();
        if (shown == 0) {
            throw new BadRequest("value", "reading.zero");
        }
        if (quantity == Quantity.REPETITIONS && shown != Math.rint(shown)) {
            throw new BadRequest("value", "http.field.wholeNumber", 1, (int) most);
        }
        if (!fields.optionalNumber("again", 0, Math.floor(most)).equals(value)) {
            throw new BadRequest("again", "reading.differs");
        }
        return shown;
    }

    private Source source() {
        return quantity == Quantity.FORCE
                ? Source.TYPED
                : fields.optionalOneOf("source", Source.class).orElse(Source.TYPED);
    }

    private Optional<Fixation> fixation() {
        if (quantity != Quantity.FORCE) {
            return Optional.empty();
        }
        Fixation fixation = fields.oneOf("fixation", Fixation.class);
        if (!position.errors().isEmpty() && position.error(fixation).isEmpty()) {
            throw new BadRequest("fixation", "reading.fixation");
        }
        return Optional.of(fixation);
    }

    /** Asked after every effort (decision S2). */
    private OptionalInt pain() {
        return OptionalInt.of(fields.wholeNumber("pain", 0, MOST_PAIN));
    }

    private Optional<Id<Account>> secondReader(List<Account> readers, Id<Account> own) {
        Optional<Id<Account>> named = fields.optionalId("reader");
        named.ifPresent(id -> {
            if (id.equals(own)
                    || readers.stream().noneMatch(reader -> reader.id().equals(id))) {
                throw new BadRequest("reader", "reading.reader");
            }
        });
        return named;
    }
}
