package org.plinth.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.plinth.calibration.run.ReadingUnit;
import org.plinth.core.quantity.Force;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnedMass;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorCheck;
import org.plinth.web.clinic.SensorCheck.Kind;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.sensor.CheckDesk;
import org.plinth.web.sensor.CheckDesk.Reading;
import org.plinth.web.store.Act;

/**
 * {@code GET} and {@code POST /sensors/:id/check}: a zero, an object or a mass, read on the bench or typed. {@code POST /sensors/:id/bench},
 * {@code /release} and {@code /stand}: what is done with the bench. 400 with the field; 409 where the bench cannot.
 */
final class CheckPage implements WebModule {

    private static final int LOOK_BACK = 500;
    private static final double MOST_NEWTONS = 5000;
    private static final String[] NAMES = {"kind", "object", "mass", "typed_N"};

    private final SensorParts sensors;
    private final PageParts parts;
    private final CheckDesk desk;

    CheckPage(PageParts parts) {
        this.parts = parts;
        this.sensors = new SensorParts(parts);
        this.desk = parts.sensors().checks();
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/sensors/:id/check", this::show);
        routes.post("/sensors/:id/check", this::check);
        routes.post("/sensors/:id/bench", this::connect);
        routes.post("/sensors/:id/release", this::release);
        routes.post("/sensors/:id/stand", this::stand);
    }

    private enum YesNo {
        YES,
        NO
    }

    private enum Step {
        ZERO,
        CHECK
    }

    private Reply show(Request request) {
        Fields query = request.query();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", query.optionalText("kind", 20).orElse(Kind.OBJECT.name()));
        query.optionalText("object", 100).ifPresent(object -> values.put("object", object));
        query.optionalText("mass", 40).ifPresent(mass -> values.put("mass", mass));
        return show(request, sensors.sensor(request), Form.of(values));
    }

    private Reply show(Request request, Sensor sensor, Form form) {
        Who who = request.who();
        List<SensorCheck> before =
                parts.store().read(stores -> stores.trust().checks(who.clinicId(), sensor.id(), LOOK_BACK));
        List<OwnedMass> masses = parts.store().read(stores -> stores.bench().masses(who.clinicId()));
        ReadingUnit unit = desk.unit(sensor);
        CheckView view = new CheckView(
                bench(sensor, Optional.empty()),
                parts.sensors().bench().zero(sensor).stream()
                        .mapToObj(zero -> sensors.t("sensor.check.zero.taken", shown(zero, unit), unit.symbol()))
                        .findFirst(),
                Stream.of(Kind.OBJECT, Kind.MASS, Kind.ZERO)
                        .map(kind -> new Option(kind.name(), sensors.t("sensor.check.choose." + kind.name())))
                        .toList(),
                before.stream()
                        .filter(check -> check.kind() == Kind.OBJECT)
                        .map(SensorCheck::object)
                        .distinct()
                        .toList(),
                masses.stream().map(this::option).toList(),
                form);
        return parts.page("check", sensors.frame(who, sensors.t("sensor.check.title"), Optional.of(sensor)), view);
    }

    private Option option(OwnedMass owned) {
        return new Option(
                owned.id().toString(),
                sensors.t(
                        "sensor.mass.named",
                        owned.mass().id(),
                        SensorParts.number(owned.mass().conventionalKilograms(), 4)));
    }

    static String shown(double reading, ReadingUnit unit) {
        return SensorParts.number(reading, decimals(unit));
    }

    static int decimals(ReadingUnit unit) {
        return unit == ReadingUnit.COUNT ? 0 : 3;
    }

    BenchView bench(Sensor sensor, Optional<String> run) {
        return bench(parts, sensor, run);
    }

    static BenchView bench(PageParts parts, Sensor sensor, Optional<String> run) {
        ReadingUnit unit = parts.sensors().checks().unit(sensor);
        return new BenchView(
                SensorParts.href(sensor),
                "/bench/" + sensor.id(),
                parts.sensors().bench().state(sensor).connected(),
                unit.symbol(),
                decimals(unit),
                parts.sensors().bench().stand(sensor).isPresent(),
                run);
    }

    private Reply check(Request request) {
        Sensor sensor = sensors.sensor(request);
        Fields fields = request.fields("kind", "object", "mass", "typed_N", "step", "reason");
        try {
            Kind kind = fields.oneOf("kind", Kind.class);
            if (fields.optionalOneOf("step", Step.class).orElse(Step.CHECK) == Step.ZERO) {
                desk.readZero(sensor);
                return Reply.seeOther(SensorParts.href(sensor) + "/check?kind=" + kind.name() + kept(fields));
            }
            make(request, sensor, kind, fields);
            parts.sensors().bench().release(sensor);
            return Reply.seeOther(SensorParts.href(sensor) + "#checks");
        } catch (BadRequest wrong) {
            return show(request, sensor, new Typed(parts.texts()).again(fields, wrong, NAMES))
                    .withStatus(400);
        }
    }

    private static String kept(Fields fields) {
        return Stream.of("object", "mass")
                .map(name -> fields.optionalText(name, 100)
                        .map(value -> "&" + name + "="
                                + java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8))
                        .orElse(""))
                .reduce("", String::concat);
    }

    private void make(Request request, Sensor sensor, Kind kind, Fields fields) {
        Act act = PageParts.act(
                request, "sensor.check", fields.optionalText("reason", 500).orElse(""));
        OptionalDouble typed = fields.optionalNumber("typed_N", -MOST_NEWTONS, MOST_NEWTONS);
        switch (kind) {
            case ZERO -> desk.zero(act, sensor, reading(sensor, typed, false));
            case OBJECT -> {
                String object = fields.text("object", 100);
                desk.object(act, sensor, object, reading(sensor, typed, true));
            }
            case MASS -> {
                Id<OwnedMass> mass = fields.id("mass");
                desk.mass(act, sensor, mass, reading(sensor, typed, true));
            }
        }
    }

    private Reading reading(Sensor sensor, OptionalDouble typed, boolean loaded) {
        return typed.isPresent()
                ? new Reading.Typed(Force.ofNewtons(typed.getAsDouble()))
                : desk.onBench(sensor, loaded);
    }

    private Reply connect(Request request) {
        Sensor sensor = sensors.sensor(request);
        Fields fields = request.fields("run", "zero", "takeOver", "kind");
        boolean zero = fields.optionalOneOf("zero", YesNo.class).orElse(YesNo.NO) == YesNo.YES;
        boolean takeOver = fields.optionalOneOf("takeOver", YesNo.class).orElse(YesNo.NO) == YesNo.YES;
        desk.toBench(sensor, takeOver, zero);
        noteTold(request, sensor);
        return Reply.seeOther(back(sensor, fields));
    }

    /** Another firmware than was told before puts a sensor in doubt. */
    private void noteTold(Request request, Sensor sensor) {
        desk.told(PageParts.act(request, "sensor.told"), sensor);
    }

    private Reply release(Request request) {
        Sensor sensor = sensors.sensor(request);
        request.fields();
        parts.sensors().bench().release(sensor);
        return Reply.seeOther(SensorParts.href(sensor));
    }

    /** Hangs a mass on a virtual stand, or changes what the virtual sensor makes of a newton. */
    private Reply stand(Request request) {
        Sensor sensor = sensors.sensor(request);
        Fields fields = request.fields("run", "mass_kg", "span", "kind");
        var stand = parts.sensors().bench().stand(sensor).orElseThrow(HttpFailure::notFound);
        OptionalDouble mass = fields.optionalNumber("mass_kg", 0, 140);
        OptionalDouble span = fields.optionalNumber("span", 0.5, 2);
        span.ifPresent(stand::span);
        mass.ifPresent(stand::hang);
        parts.sensors().bench().otherLoad(sensor);
        return Reply.seeOther(back(sensor, fields));
    }

    private static String back(Sensor sensor, Fields fields) {
        Optional<Id<Object>> run = fields.optionalId("run");
        String kind = fields.optionalOneOf("kind", Kind.class)
                .map(known -> "?kind=" + known)
                .orElse("");
        return SensorParts.href(sensor) + run.map(id -> "/runs/" + id).orElse("/check" + kind);
    }
}
