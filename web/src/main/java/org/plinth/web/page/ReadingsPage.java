package org.plinth.web.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.TypedReading.Quantity;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.reading.ReadingRules;
import org.plinth.web.reading.ReadingRules.Question;
import org.plinth.web.reading.ReadingSeries;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.ReadingGate;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/**
 * {@code GET /visits/:id/readings}: what is measured without a sensor; {@code POST} takes one value, {@code POST …/withdraw} takes one
 * back. 400 with the form where a field cannot be used or a question is open; 409 where the visit is closed.
 */
final class ReadingsPage implements WebModule {

    private static final int LONGEST_REASON = 500;
    private static final int BEATS_A_MINUTE = 60;

    private final PageParts parts;

    ReadingsPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/visits/:id/readings", this::show);
        routes.post("/visits/:id/readings", this::add);
        routes.post("/visits/:id/readings/withdraw", this::withdraw);
    }

    private Reply show(Request request) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : List.of("position", "side")) {
            request.query().optionalText(name, 60).ifPresent(value -> values.put(name, value));
        }
        readings(request).stream()
                .filter(one -> one.stands() && one.positionId().equals(values.get("position")))
                .reduce((earlier, later) -> later)
                .ifPresent(last -> {
                    values.put("device", last.device());
                    values.put("unit", last.unit());
                    last.fixation().ifPresent(fixation -> values.put("fixation", fixation.name()));
                });
        values.putIfAbsent("unit", request.who().clinic().displayUnit().symbol());
        return page(request, Form.of(values), List.of());
    }

    private Reply add(Request request) {
        VisitFile file = VisitFile.find(parts.store(), request.who().clinicId(), request.id("id"));
        if (file.visit().closed()) {
            throw HttpFailure.conflict("capture.start.VISIT_CLOSED");
        }
        Fields fields = request.fields(ReadingForm.NAMES);
        try {
            TestPosition position = position(request.who(), fields.text("position", 60))
                    .orElseThrow(() -> new BadRequest("position", "reading.position"));
            TypedReading reading = ReadingForm.read(
                    request, fields, file.visit(), position, readers(request.who()), Id.random(parts.random()));
            List<Question> questions = ReadingRules.questions(reading, readings(request));
            if (!questions.isEmpty() && !fields.optionalText("sure", 10).equals(Optional.of("YES"))) {
                return page(request, Typed.of(fields, ReadingForm.NAMES), questions)
                        .withStatus(400);
            }
            parts.store().write(PageParts.act(request, "reading.add"), stores -> {
                ReadingGate.require(stores, reading);
                stores.readings().add(reading);
                return reading;
            });
            return Reply.seeOther(again(reading));
        } catch (BadRequest wrong) {
            return page(request, new Typed(parts.texts()).again(fields, wrong, ReadingForm.NAMES), List.of())
                    .withStatus(400);
        }
    }

    /** The same form for the next value; the device's name stays out of the address. */
    private static String again(TypedReading reading) {
        return "/visits/" + reading.visit() + "/readings?position=" + reading.positionId() + "&side=" + reading.side();
    }

    private Reply withdraw(Request request) {
        Id<org.plinth.web.clinic.Visit> visit = request.id("id");
        Fields fields = request.fields("reading", "reason");
        Id<TypedReading> reading = fields.id("reading");
        String reason = fields.text("reason", LONGEST_REASON);
        parts.store().write(PageParts.act(request, "reading.withdraw", reason), stores -> {
            stores.readings().withdraw(request.who().clinicId(), visit, reading);
            return reading;
        });
        return Reply.seeOther("/visits/" + visit + "/readings");
    }

    private List<TypedReading> readings(Request request) {
        return parts.store()
                .read(stores -> stores.readings().ofVisit(request.who().clinicId(), request.id("id")));
    }

    private List<Account> accounts(Who who) {
        return parts.store().read(stores -> stores.accounts().all(who.clinicId()));
    }

    private List<Account> readers(Who who) {
        return accounts(who).stream()
                .filter(account -> account.role() == Role.CLINICIAN || account.role() == Role.ASSISTANT)
                .filter(account -> !account.disabled())
                .toList();
    }

    private Optional<TestPosition> position(Who who, String id) {
        return parts.positions(who.clinicId()).offered().stream()
                .filter(position -> position.id().equals(id))
                .filter(position -> ReadingRules.quantity(position).isPresent())
                .findFirst();
    }

    private Reply page(Request request, Form form, List<Question> questions) {
        Who who = request.who();
        VisitFile file = VisitFile.find(parts.store(), who.clinicId(), request.id("id"));
        List<TypedReading> readings = readings(request);
        String href = "/visits/" + file.visit().id();
        Numbers numbers = PageParts.numbers(who.clinic());
        ReadingViews words =
                new ReadingViews(parts.texts(), numbers, file.episode().involvement(), names(who));
        PositionCatalogue catalogue = parts.positions(who.clinicId());
        ReadingsView view = new ReadingsView(
                href + "/readings",
                href + "/readings/withdraw",
                href + "/live",
                !file.visit().closed(),
                positions(catalogue),
                position(who, form.value("position")).map(position -> chosen(who, file, position, questions)),
                ReadingSeries.of(readings, one -> catalogue.find(one.positionId(), one.protocolVersion())).stream()
                        .map(series -> words.of(series, who.clinic().thresholdPercent()))
                        .toList(),
                words.stops(readings),
                form);
        Frame frame = parts.frames()
                .about(
                        who,
                        parts.texts().text("reading.title"),
                        file.patient(),
                        file.forBanner(),
                        new LiveViews(parts.texts(), Set.of()).crumbs(parts.frames(), file.patient(), file.visit()));
        return parts.page("readings", frame, view);
    }

    private static List<Option> positions(PositionCatalogue catalogue) {
        return catalogue.offered().stream()
                .filter(position -> ReadingRules.quantity(position).isPresent())
                .map(position -> new Option(position.id(), position.name()))
                .toList();
    }

    private Function<Id<Account>, String> names(Who who) {
        List<Account> known = accounts(who);
        return id -> known.stream()
                .filter(account -> account.id().equals(id))
                .map(Account::displayName)
                .findFirst()
                .orElseGet(() -> parts.texts().text("page.unknown.notknown"));
    }

    private ReadingsView.Chosen chosen(Who who, VisitFile file, TestPosition position, List<Question> questions) {
        Texts texts = parts.texts();
        Quantity quantity = ReadingRules.quantity(position).orElseThrow();
        Stream<Fixation> fixations = position.errors().isEmpty()
                ? Arrays.stream(Fixation.values())
                : position.errors().keySet().stream().sorted();
        Sides sides = parts.sides();
        return new ReadingsView.Chosen(
                position.id(),
                position.name(),
                position.instruction(),
                quantity.name(),
                texts.text("reading.unit." + quantity),
                quantity == Quantity.FORCE || position.outcome().cap().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Integer.toString(position.outcome().cap().getAsInt())),
                Stream.of(Side.LEFT, Side.RIGHT)
                        .map(side -> new Option(
                                side.name(), sides.withRole(side, file.episode().involvement())))
                        .toList(),
                fixations
                        .map(fixation -> new Option(fixation.name(), texts.text("page.fixation." + fixation.id())))
                        .toList(),
                Arrays.stream(ForceUnit.values())
                        .map(unit -> new Option(unit.symbol(), unit.symbol()))
                        .toList(),
                readers(who).stream()
                        .filter(account -> !account.id().equals(who.id()))
                        .map(account -> new Option(account.id().toString(), account.displayName()))
                        .toList(),
                questions.stream()
                        .map(question -> texts.text("reading.ask." + question))
                        .toList(),
                clock(quantity, position).toString());
    }

    private ObjectNode clock(Quantity quantity, TestPosition position) {
        ObjectNode json = Json.object().put("quantity", quantity.name()).put("beats_per_min", BEATS_A_MINUTE);
        position.outcome().cap().ifPresent(cap -> json.put("cap", cap));
        ObjectNode words = json.putObject("texts");
        parts.texts().keys().stream()
                .filter(key -> key.startsWith("clock."))
                .sorted()
                .forEach(key -> words.put(key, parts.texts().text(key, "{0}", "{1}")));
        return json;
    }
}
