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
        ReadingRules.lastForce(readings(request)).ifPresent(last -> values.putAll(ReadingForm.kept(last)));
        for (String name : List.of("position", "fixation", "device", "unit", "side")) {
            request.query().optionalText(name, 100).ifPresent(value -> values.put(name, value));
        }
        return page(request, Form.of(values), Optional.empty());
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
            Asked asked = Asked.of(reading, readings(request));
            if (!asked.isAnswered(fields)) {
                return page(request, Typed.of(fields, ReadingForm.NAMES), Optional.of(asked))
                        .withStatus(400);
            }
            Optional<String> form = fields.optionalText(ReadingOnce.FIELD, ReadingOnce.MOST);
            TypedReading kept =
                    new ReadingOnce(parts.store()).keep(PageParts.act(request, "reading.add"), reading, form);
            return ReadingOnce.isSame(kept, reading) ? Reply.seeOther(again(reading)) : changed(request, fields);
        } catch (BadRequest wrong) {
            return page(request, new Typed(parts.texts()).again(fields, wrong, ReadingForm.NAMES), Optional.empty())
                    .withStatus(400);
        }
    }

    /** The form was answered before, with something else in it: as a form of its own it may be sent. */
    private Reply changed(Request request, Fields fields) {
        String[] names = Arrays.stream(ReadingForm.NAMES)
                .filter(name -> !name.equals(ReadingOnce.FIELD))
                .toArray(String[]::new);
        BadRequest wrong = new BadRequest("value", "reading.kept.before");
        return page(request, new Typed(parts.texts()).again(fields, wrong, names), Optional.empty())
                .withStatus(400);
    }

    /** What is asked about a value, and what the answer is called: an answer to one value answers for no other. */
    private record Asked(List<Question> questions, String name) {

        static Asked of(TypedReading reading, List<TypedReading> before) {
            List<Question> questions = ReadingRules.questions(reading, before);
            String value = reading.displayed() + " " + reading.unit() + " " + reading.side();
            return new Asked(questions, value + " " + questions);
        }

        boolean isAnswered(Fields fields) {
            return questions.isEmpty() || fields.optionalText("sure", 200).equals(Optional.of(name));
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

    private Reply page(Request request, Form form, Optional<Asked> asked) {
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
                position(who, form.value("position"))
                        .map(position -> chosen(who, file, position, asked, form, readings)),
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

    private ReadingsView.Chosen chosen(
            Who who,
            VisitFile file,
            TestPosition position,
            Optional<Asked> asked,
            Form form,
            List<TypedReading> readings) {
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
                asked.stream()
                        .flatMap(one -> one.questions().stream())
                        .map(question -> texts.text("reading.ask." + question))
                        .toList(),
                asked.map(Asked::name).orElse(""),
                readings.stream()
                        .map(TypedReading::device)
                        .filter(device -> !device.isEmpty())
                        .distinct()
                        .toList(),
                requestId(form),
                clock(quantity, position).toString());
    }

    /** The same for a form that is corrected. */
    private String requestId(Form form) {
        String sent = form.value(ReadingOnce.FIELD);
        return sent.isEmpty() ? Id.<TypedReading>random(parts.random()).toString() : sent;
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
