package org.plinth.web.page;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.calibration.check.ControlChart;
import org.plinth.calibration.check.DriftModel;
import org.plinth.calibration.validity.SensorState;
import org.plinth.web.chart.BenchCharts;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorCheck;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.TrustStore.What;
import org.plinth.web.trust.SensorTrust;
import org.plinth.web.trust.TrustBook;
import org.plinth.web.words.Linked;

/**
 * {@code GET /sensors}: all of a clinic with their state. {@code GET /sensors/:id}: checks, calibrations and incidents of one, with
 * {@code GET /sensors/:id/chart.svg}. {@code POST /sensors/:id/events}: tells what happened to it; 400 with the field.
 */
final class SensorPage implements WebModule {

    private static final int MOST = 200;
    private static final double LIMIT_PERCENT = 1;
    private static final Set<SensorIncident.Kind> HARMS =
            EnumSet.of(SensorIncident.Kind.DROP, SensorIncident.Kind.OVERLOAD);
    private static final Set<What> GOOD = EnumSet.of(What.CALIBRATED, What.OBJECT_PASS, What.MASS_PASS);
    private static final List<SensorIncident.Kind> TOLD = List.of(
            SensorIncident.Kind.DROP,
            SensorIncident.Kind.OVERLOAD,
            SensorIncident.Kind.PUT_ASIDE,
            SensorIncident.Kind.BACK_IN_USE);

    private final SensorParts sensors;
    private final PageParts parts;

    SensorPage(PageParts parts) {
        this.parts = parts;
        this.sensors = new SensorParts(parts);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/sensors", this::list);
        routes.get("/sensors/:id", request -> show(request, Form.of(Map.of("happened", here(request)))));
        routes.get("/sensors/:id/chart.svg", this::chart);
        routes.post("/sensors/:id/events", this::tell);
    }

    private record Known(
            TrustBook book,
            List<SensorCheck> checks,
            List<StoredCalibration> calibrations,
            List<BenchRun> runs,
            List<SensorIncident> incidents) {}

    private Reply list(Request request) {
        Who who = request.who();
        TrustBook book = parts.store().read(stores -> TrustBook.ofClinic(stores, who.clinicId()));
        List<Sensor> all = parts.store().read(stores -> stores.sensors().all(who.clinicId()));
        SensorsView view = new SensorsView(all.stream()
                .map(sensor -> row(who, sensor, book.sensor(sensor.driverId(), sensor.serial()), request.at()))
                .toList());
        return parts.page("sensors", parts.frames().of(who, sensors.t("sensor.title"), "/sensors"), view);
    }

    private SensorsView.Row row(Who who, Sensor sensor, SensorTrust trust, Instant now) {
        return new SensorsView.Row(
                sensor.label(),
                SensorParts.href(sensor),
                sensor.serial(),
                state(who, trust, now),
                isGood(trust, now),
                checked(who, trust, now));
    }

    private String state(Who who, SensorTrust trust, Instant now) {
        return trust.putAsideAt(now)
                .map(since -> sensors.words(who).putAside(since))
                .orElseGet(() -> sensors.words(who).state(trust.stateAt(now)));
    }

    private static boolean isGood(SensorTrust trust, Instant now) {
        return trust.putAsideAt(now).isEmpty() && trust.stateAt(now) instanceof SensorState.InDate;
    }

    private String checked(Who who, SensorTrust trust, Instant now) {
        Map<What, Instant> newest = trust.newest(now);
        return List.of(What.OBJECT_PASS, What.OBJECT_FAIL, What.MASS_PASS, What.MASS_FAIL).stream()
                .flatMap(what -> Optional.ofNullable(newest.get(what)).stream())
                .max(Instant::compareTo)
                .map(at -> sensors.t("sensor.checked", sensors.moment(who, at)))
                .orElseGet(() -> sensors.t("sensor.checked.never"));
    }

    private Known known(Who who, Sensor sensor) {
        return parts.store()
                .read(stores -> new Known(
                        TrustBook.ofClinic(stores, who.clinicId()),
                        stores.trust().checks(who.clinicId(), sensor.id(), MOST),
                        stores.sensors().calibrations(who.clinicId(), sensor.id()),
                        stores.bench().ofSensor(who.clinicId(), sensor.id()),
                        stores.trust().incidents(who.clinicId(), sensor.id(), MOST)));
    }

    private Reply show(Request request, Form form) {
        Who who = request.who();
        Sensor sensor = sensors.sensor(request);
        Known known = known(who, sensor);
        SensorTrust trust = known.book().sensor(sensor.driverId(), sensor.serial());
        SensorTables tables = new SensorTables(sensors, who, sensor, sensors.names(who));
        SensorView view = new SensorView(
                SensorParts.href(sensor),
                state(who, trust, request.at()),
                isGood(trust, request.at()),
                tables.facts(),
                chartView(sensor, known),
                drift(who, known, request.at()),
                tables.checks(known.checks()),
                tables.calibrations(known.calibrations(), known.runs()),
                tables.runs(known.runs()),
                tables.incidents(known.incidents()),
                SensorParts.mayAct(who),
                TOLD.stream()
                        .map(kind -> new Option(kind.name(), sensors.t("sensor.event." + kind.name())))
                        .toList(),
                form);
        return parts.page("sensor", sensors.frame(who, sensor.label(), Optional.empty()), view);
    }

    private Optional<ChartView> chartView(Sensor sensor, Known known) {
        return values(known).isEmpty()
                ? Optional.empty()
                : Optional.of(new ChartView(
                        SensorParts.href(sensor) + "/chart.svg",
                        sensors.t("sensor.chart.checks.title"),
                        sensors.t("sensor.chart.checks"),
                        BenchCharts.WIDTH_PX,
                        BenchCharts.HEIGHT_PX));
    }

    /** Object checks with the calibration in force, oldest first. */
    private static List<ControlChart.Value> values(Known known) {
        Optional<Id<StoredCalibration>> current =
                known.calibrations().stream().map(StoredCalibration::id).findFirst();
        List<ControlChart.Value> values = new java.util.ArrayList<>();
        List<SensorCheck> compared = known.checks().stream()
                .filter(check -> check.kind() == SensorCheck.Kind.OBJECT
                        && check.calibration().equals(current))
                .filter(check -> check.reference().isPresent())
                .toList();
        // One chart is of one object, read in one way: the one that was hung last.
        compared.stream()
                .filter(check -> check.object().equalsIgnoreCase(compared.get(0).object())
                        && check.source() == compared.get(0).source())
                .forEach(check -> values.add(0, new ControlChart.Value(check.takenAt(), percent(check))));
        return values;
    }

    private static double percent(SensorCheck check) {
        return 100
                * check.difference().orElseThrow().newtons()
                / check.reference().orElseThrow().newtons();
    }

    private List<Linked> drift(Who who, Known known, Instant now) {
        List<ControlChart.Value> values = values(known);
        List<Linked> said = new java.util.ArrayList<>();
        ControlChart.of(values, 0)
                .ifPresent(chart -> chart.points().get(chart.points().size() - 1).rules().stream()
                        .sorted()
                        .forEach(rule -> said.add(Linked.words(sensors.t("sensor.rule." + rule.name())))));
        known.calibrations().stream().findFirst().ifPresent(calibration -> DriftModel.of(
                        calibration.validFrom(), values)
                .flatMap(model -> model.predictedDue(LIMIT_PERCENT, now, calibration.validUntil()))
                .ifPresent(due -> said.add(Linked.words(sensors.t("sensor.drift", sensors.moment(who, due))))));
        return said;
    }

    private Reply chart(Request request) {
        Who who = request.who();
        Known known = known(who, sensors.sensor(request));
        List<ControlChart.Value> values = values(known);
        List<BenchCharts.Check> checks = values.stream()
                .map(value -> new BenchCharts.Check(
                        value.at().atZone(who.clinic().zone()).toLocalDate(),
                        value.percent(),
                        Math.abs(value.percent()) > LIMIT_PERCENT))
                .toList();
        Optional<BenchCharts.Lines> lines = ControlChart.of(values, 0)
                .map(chart -> new BenchCharts.Lines(chart.centre(), chart.warning(), chart.action()));
        Fields query = request.query();
        return Reply.svg(new BenchCharts(parts.texts())
                .checks(checks, LIMIT_PERCENT, lines, is(query, "theme", "dark"), is(query, "size", "narrow")));
    }

    static boolean is(Fields query, String name, String value) {
        return query.optionalText(name, 20).filter(value::equals).isPresent();
    }

    /** The clinic's time as typed. What may have harmed the sensor at a time that nobody knows did so after the last good look. */
    private Instant happened(Request request, Sensor sensor, SensorIncident.Kind kind, Fields fields) {
        Who who = request.who();
        Optional<Instant> typed = fields.parsed("happened", "sensor.event.happened.form", LocalDateTime::parse)
                .map(local -> local.atZone(who.clinic().zone()).toInstant());
        if (typed.filter(request.at()::isBefore).isPresent()) {
            throw new BadRequest("happened", "sensor.event.happened.future");
        }
        return typed.orElseGet(() -> HARMS.contains(kind) ? afterLastGood(who, sensor, request.at()) : request.at());
    }

    /** Now in the clinic, to the minute, as a field of date and time has it. */
    private static String here(Request request) {
        return request.at()
                .atZone(request.who().clinic().zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private Instant afterLastGood(Who who, Sensor sensor, Instant now) {
        Map<What, Instant> newest = known(who, sensor)
                .book()
                .sensor(sensor.driverId(), sensor.serial())
                .newest(now);
        return GOOD.stream()
                .flatMap(what -> Optional.ofNullable(newest.get(what)).stream())
                .max(Instant::compareTo)
                .map(good -> good.plusMillis(1))
                .filter(now::isAfter)
                .orElse(now);
    }

    private Reply tell(Request request) {
        Sensor sensor = sensors.sensor(request);
        Fields fields = request.fields("kind", "happened", "detail");
        try {
            SensorIncident.Kind kind = fields.oneOf("kind", SensorIncident.Kind.class);
            if (!TOLD.contains(kind)) {
                throw new BadRequest("kind", "http.field.missing");
            }
            Instant happened = happened(request, sensor, kind, fields);
            String detail = fields.optionalText("detail", 500).orElse("");
            parts.sensors().checks().incident(PageParts.act(request, "sensor.event"), sensor, kind, happened, detail);
        } catch (BadRequest wrong) {
            return show(request, new Typed(parts.texts()).again(fields, wrong, "kind", "happened", "detail"))
                    .withStatus(400);
        }
        return Reply.seeOther(SensorParts.href(sensor));
    }
}
