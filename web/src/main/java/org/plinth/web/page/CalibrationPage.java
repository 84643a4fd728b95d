package org.plinth.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.plinth.calibration.gravity.AirBuoyancy;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.ReferenceMass;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.ChainIdentity;
import org.plinth.calibration.run.Environment;
import org.plinth.calibration.run.LoadingMode;
import org.plinth.calibration.run.ReadingUnit;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnedMass;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.trust.SensorTrust;
import org.plinth.web.trust.TrustBook;

/**
 * {@code GET} and {@code POST /sensors/:id/calibrate}: chain, masses and place of a new run. {@code POST /sensors/:id/masses}: another mass of the clinic.
 * {@code GET /sensors/:id/calibrations/:calibration}: what stands behind a calibration. 400 with the field.
 */
final class CalibrationPage implements WebModule {

    private static final int MOST_MASSES = 12;
    private static final String[] NAMES = {
        "attachments",
        "mode",
        "place",
        "latitude_deg",
        "height_m",
        "gravity_mps2",
        "celsius",
        "humidity_pct",
        "pressure_hpa"
    };
    private static final String[] MASS = {
        "label", "certificate", "certifiedOn", "nominal_kg", "conventional_kg", "uncertainty_kg", "k"
    };

    private final SensorParts sensors;
    private final PageParts parts;

    CalibrationPage(PageParts parts) {
        this.parts = parts;
        this.sensors = new SensorParts(parts);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/sensors/:id/calibrate", request -> form(request, Form.empty(), Form.empty(), Set.of()));
        routes.post("/sensors/:id/calibrate", this::begin);
        routes.post("/sensors/:id/masses", this::addMass);
        routes.get("/sensors/:id/calibrations/:calibration", this::show);
    }

    private List<OwnedMass> masses(Who who) {
        return parts.store().read(stores -> stores.bench().masses(who.clinicId()));
    }

    private Reply form(Request request, Form form, Form mass, Set<String> chosen) {
        Who who = request.who();
        Sensor sensor = sensors.sensor(request);
        List<BenchRun> runs = parts.store().read(stores -> stores.bench().ofSensor(who.clinicId(), sensor.id()));
        CalibrateView view = new CalibrateView(
                SensorParts.href(sensor),
                masses(who).stream().map(this::option).toList(),
                chosen,
                runs.stream()
                        .filter(run -> run.state() == BenchRun.State.OPEN)
                        .map(run -> TableView.Row.to(
                                SensorParts.href(sensor) + "/runs/" + run.id(),
                                sensors.t("sensor.run.resume", sensors.moment(who, run.startedAt()))))
                        .toList(),
                form.values().isEmpty() ? Form.of(before(runs)) : form,
                mass);
        return parts.page(
                "calibrate", sensors.frame(who, sensors.t("sensor.calibrate.title"), Optional.of(sensor)), view);
    }

    /** Chain and place are as they were the last time. */
    private static Map<String, String> before(List<BenchRun> runs) {
        Map<String, String> values = new LinkedHashMap<>();
        runs.stream().findFirst().ifPresent(run -> {
            values.put("attachments", String.join("; ", run.setUp().chain().attachments()));
            values.put("place", run.place().name());
            values.put("mode", run.setUp().mode().name());
            run.place().latitudeDegrees().ifPresent(value -> values.put("latitude_deg", Double.toString(value)));
            run.place().heightMetres().ifPresent(value -> values.put("height_m", Double.toString(value)));
            if (run.place().latitudeDegrees().isEmpty()) {
                values.put("gravity_mps2", Double.toString(run.setUp().gravity().metresPerSecondSquared()));
            }
        });
        return values;
    }

    private Option option(OwnedMass owned) {
        ReferenceMass mass = owned.mass();
        return new Option(
                owned.id().toString(),
                sensors.t(
                        "sensor.mass.certified",
                        mass.id(),
                        SensorParts.number(mass.conventionalKilograms(), 4),
                        SensorParts.number(mass.uncertaintyKilograms() * 1000, 3),
                        mass.certificate()));
    }

    private Reply begin(Request request) {
        Sensor sensor = sensors.sensor(request);
        List<OwnedMass> known = masses(request.who());
        List<String> fieldNames = new ArrayList<>(List.of(NAMES));
        known.forEach(owned -> fieldNames.add("mass-" + owned.id()));
        Fields fields = request.fields(fieldNames.toArray(String[]::new));
        Set<String> chosen = new LinkedHashSet<>();
        known.stream()
                .map(OwnedMass::id)
                .filter(id -> fields.has("mass-" + id))
                .forEach(id -> chosen.add(id.toString()));
        try {
            if (chosen.isEmpty() || chosen.size() > MOST_MASSES) {
                throw new BadRequest("masses", "sensor.field.masses", MOST_MASSES);
            }
            LocalGravity gravity = gravity(fields);
            BenchRun run = parts.sensors()
                    .runs()
                    .begin(
                            PageParts.act(request, "calibration.begin"),
                            sensor,
                            setUp(sensor, fields, gravity),
                            new BenchRun.Place(
                                    fields.optionalText("place", 200).orElse(""),
                                    fields.has("gravity_mps2")
                                            ? OptionalDouble.empty()
                                            : number(fields, "latitude_deg"),
                                    fields.has("gravity_mps2") ? OptionalDouble.empty() : number(fields, "height_m")),
                            chosen.stream()
                                    .map(id -> Id.<OwnedMass>parse(id).orElseThrow())
                                    .toList());
            return Reply.seeOther(SensorParts.href(sensor) + "/runs/" + run.id());
        } catch (BadRequest wrong) {
            return form(request, new Typed(parts.texts()).again(fields, wrong, NAMES), Form.empty(), chosen)
                    .withStatus(400);
        }
    }

    private static OptionalDouble number(Fields fields, String name) {
        return switch (name) {
            case "latitude_deg" -> fields.optionalNumber(name, -90, 90);
            default -> fields.optionalNumber(name, -500, 9000);
        };
    }

    /** From latitude and height, or typed; one of them is needed, because a kilogram weighs 0.5 % more at the pole. */
    private static LocalGravity gravity(Fields fields) {
        OptionalDouble typed = fields.optionalNumber("gravity_mps2", LocalGravity.LOWEST, LocalGravity.HIGHEST);
        if (typed.isPresent()) {
            return LocalGravity.given(typed.getAsDouble());
        }
        OptionalDouble latitude = number(fields, "latitude_deg");
        OptionalDouble height = number(fields, "height_m");
        if (latitude.isEmpty()) {
            throw new BadRequest("latitude_deg", "sensor.field.place");
        }
        if (height.isEmpty()) {
            throw new BadRequest("height_m", "sensor.field.place");
        }
        return LocalGravity.at(latitude.getAsDouble(), height.getAsDouble());
    }

    private CalibrationRun setUp(Sensor sensor, Fields fields, LocalGravity gravity) {
        OptionalDouble celsius = fields.optionalNumber("celsius", -10, 60);
        OptionalDouble humidity = fields.optionalNumber("humidity_pct", 0, 100);
        OptionalDouble pressure = fields.optionalNumber("pressure_hpa", 500, 1100);
        AirBuoyancy air = celsius.isPresent() && humidity.isPresent() && pressure.isPresent()
                ? AirBuoyancy.of(
                        celsius.getAsDouble(), humidity.getAsDouble(), pressure.getAsDouble(), AirBuoyancy.STEEL)
                : AirBuoyancy.STEEL_IN_USUAL_AIR;
        List<String> attachments = fields.optionalText("attachments", 500)
                .map(text -> List.of(text.split("\\s*;\\s*", -1)))
                .orElse(List.of());
        return new CalibrationRun(
                new ChainIdentity(
                        parts.sensors().checks().modelOf(sensor),
                        sensor.serial(),
                        parts.sensors().checks().firmwareOf(sensor),
                        attachments),
                new Environment(celsius, OptionalDouble.empty(), humidity, pressure),
                fields.optionalOneOf("mode", LoadingMode.class).orElse(LoadingMode.PULL),
                ReadingUnit.COUNT,
                gravity,
                air,
                List.of(),
                new ReferenceUncertainty.NotStated(),
                List.of());
    }

    private Reply addMass(Request request) {
        Sensor sensor = sensors.sensor(request);
        Fields fields = request.fields(MASS);
        try {
            OwnedMass owned =
                    new OwnedMass(Id.random(parts.random()), request.who().clinicId(), mass(fields));
            parts.store().write(PageParts.act(request, "mass.add"), stores -> {
                stores.bench().add(owned);
                return owned;
            });
            return Reply.seeOther(SensorParts.href(sensor) + "/calibrate");
        } catch (BadRequest wrong) {
            return form(request, Form.empty(), new Typed(parts.texts()).again(fields, wrong, MASS), Set.of())
                    .withStatus(400);
        }
    }

    private static ReferenceMass mass(Fields fields) {
        double nominal = required(fields, "nominal_kg", 0.001, 200);
        double conventional =
                fields.optionalNumber("conventional_kg", 0.001, 200).orElse(nominal);
        double uncertainty = required(fields, "uncertainty_kg", 1e-9, 10);
        if (uncertainty >= conventional) {
            throw new BadRequest("uncertainty_kg", "sensor.field.uncertainty");
        }
        return new ReferenceMass(
                fields.text("label", 60),
                fields.text("certificate", 200),
                fields.optionalDate("certifiedOn"),
                nominal,
                conventional,
                uncertainty,
                fields.optionalNumber("k", 1, 4).orElse(2));
    }

    private static double required(Fields fields, String name, double least, double most) {
        return fields.optionalNumber(name, least, most).orElseThrow(() -> new BadRequest(name, "http.field.missing"));
    }

    private Reply show(Request request) {
        Who who = request.who();
        Sensor sensor = sensors.sensor(request);
        Id<StoredCalibration> id = request.id("calibration");
        StoredCalibration calibration = parts.store()
                .read(stores -> stores.sensors().findCalibration(who.clinicId(), id))
                .filter(found -> found.sensor().equals(sensor.id()))
                .orElseThrow(HttpFailure::notFound);
        Optional<BenchRun> run = parts.store().read(stores -> stores.bench().behind(who.clinicId(), id));
        SensorTrust trust = parts.store()
                .read(stores -> TrustBook.ofClinic(stores, who.clinicId()))
                .sensor(sensor.driverId(), sensor.serial());
        CalibrationFacts facts = new CalibrationFacts(sensors, who);
        RunPage runs = new RunPage(parts);
        CalibrationView view = new CalibrationView(
                sensors.t("sensor.calibration.state", sensors.words(who).state(trust.stateAt(request.at()))),
                facts.facts(sensor, calibration, run),
                run.map(facts::masses),
                run.map(known -> runs.evaluation(sensor, known)),
                run.map(runs::points),
                sensors.t("sensor.certificate.note"),
                run.map(known -> SensorParts.href(sensor) + "/calibrations/" + calibration.id()));
        String title = run.flatMap(BenchRun::finish)
                .map(finish -> sensors.t("sensor.certificate", finish.certificate()))
                .orElseGet(() -> sensors.t("sensor.calibration.title"));
        return parts.page("calibration", sensors.frame(who, title, Optional.of(sensor)), view);
    }
}
