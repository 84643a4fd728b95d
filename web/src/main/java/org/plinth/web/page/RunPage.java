package org.plinth.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.plinth.calibration.conformity.Conformity;
import org.plinth.calibration.evaluation.EvaluationOutcome;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.run.Direction;
import org.plinth.web.calibration.ResidualPlots;
import org.plinth.web.chart.ResidualChart;
import org.plinth.web.clinic.BenchPoint;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnedMass;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.sensor.RunDesk;
import org.plinth.web.sensor.RunPlan;
import org.plinth.web.store.Act;
import org.plinth.web.store.StoreFailure;

/**
 * {@code GET /sensors/:id/runs/:run}: the next load with the live reading, the points so far and what they say, with
 * {@code /residuals.svg}. {@code POST …/points}, {@code /undo}, {@code /model}, {@code /accept}, {@code /reject}. Everything stands on the server: a page
 * that is loaded again goes on where it was. 400, 409 with the reason on the page, 412 for an old version.
 */
final class RunPage implements WebModule {

    private final SensorParts sensors;
    private final PageParts parts;
    private final RunDesk desk;

    RunPage(PageParts parts) {
        this.parts = parts;
        this.sensors = new SensorParts(parts);
        this.desk = parts.sensors().runs();
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/sensors/:id/runs/:run", request -> show(request, Optional.empty()));
        routes.get("/sensors/:id/runs/:run/residuals.svg", this::residuals);
        routes.post("/sensors/:id/runs/:run/points", this::take);
        routes.post("/sensors/:id/runs/:run/undo", this::undo);
        routes.post("/sensors/:id/runs/:run/model", this::model);
        routes.post("/sensors/:id/runs/:run/accept", this::accept);
        routes.post("/sensors/:id/runs/:run/reject", this::reject);
    }

    private BenchRun run(Request request, Sensor sensor) {
        Id<BenchRun> id = request.id("run");
        return parts.store()
                .read(stores -> stores.bench().find(request.who().clinicId(), id))
                .filter(run -> run.sensor().equals(sensor.id()))
                .orElseThrow(HttpFailure::notFound);
    }

    private static String href(Sensor sensor, BenchRun run) {
        return SensorParts.href(sensor) + "/runs/" + run.id();
    }

    private Reply show(Request request, Optional<String> problem) {
        Who who = request.who();
        Sensor sensor = sensors.sensor(request);
        BenchRun run = run(request, sensor);
        RunPlan plan = RunPlan.of(run);
        boolean open = run.state() == BenchRun.State.OPEN;
        RunView view = new RunView(
                href(sensor, run),
                Integer.toString(run.version()),
                open,
                sensors.t("sensor.run.state." + run.state().name()),
                CheckPage.bench(parts, sensor, Optional.of(run.id().toString())),
                open ? plan.next().map(step -> step(plan, step)) : Optional.empty(),
                open ? plan.hold().map(this::hold) : Optional.empty(),
                run.points().isEmpty(),
                problem,
                points(run),
                run.points().size() >= plan.perCycle() ? Optional.of(evaluation(sensor, run)) : early(sensor, run),
                Arrays.stream(CurveModel.values())
                        .map(model -> new Option(model.name(), sensors.t("sensor.model." + model.name())))
                        .toList(),
                run.model().name(),
                run.finish().map(finish -> SensorParts.href(sensor) + "/calibrations/" + finish.calibration()),
                SensorParts.mayAct(who));
        return parts.page("run", sensors.frame(who, sensors.t("sensor.run.title"), Optional.of(sensor)), view);
    }

    private RunView.Step step(RunPlan plan, RunPlan.Step step) {
        String progress = sensors.t(
                "sensor.step.progress",
                plan.done() + 1,
                plan.total(),
                step.cycle(),
                plan.cycles(),
                sensors.t("sensor.direction." + step.direction().name()));
        return new RunView.Step(progress, what(plan, step), Double.toString(step.kilograms()));
    }

    /** The next reading of creep. */
    private RunView.Step hold(RunPlan.Step step) {
        boolean first = step.holdSeconds().orElseThrow() == RunPlan.HOLD_FROM_SECONDS;
        String kilograms = SensorParts.number(step.kilograms(), 3);
        return new RunView.Step(
                sensors.t("sensor.hold.progress", first ? 1 : 2),
                first ? sensors.t("sensor.hold.first", kilograms) : sensors.t("sensor.hold.second", kilograms),
                Double.toString(step.kilograms()));
    }

    private String what(RunPlan plan, RunPlan.Step step) {
        if (step.hanging().isEmpty()) {
            boolean turn =
                    step.direction() == Direction.ASCENDING && step.rotation().orElse(0) > 0;
            return turn
                    ? sensors.t(
                            "sensor.step.turn",
                            SensorParts.number(step.rotation().orElseThrow(), 0))
                    : sensors.t("sensor.step.nothing");
        }
        String kilograms = SensorParts.number(step.kilograms(), 3);
        if (step.direction() == Direction.DESCENDING) {
            return sensors.t(
                    "sensor.step.takeoff",
                    kilograms,
                    named(plan.masses().get(step.hanging().size())));
        }
        return sensors.t(
                "sensor.step.add",
                kilograms,
                named(step.hanging().get(step.hanging().size() - 1)));
    }

    private static String named(OwnedMass owned) {
        return owned.mass().id();
    }

    TableView points(BenchRun run) {
        String unit = run.setUp().readingUnit().symbol();
        return new TableView(
                sensors.t("sensor.points"),
                List.of("number", "run", "direction", "turned", "load", "reading", "source").stream()
                        .map(key -> sensors.t("sensor.head." + key))
                        .collect(Collectors.toList()),
                run.points().stream().map(point -> row(run, point, unit)).toList(),
                sensors.t("sensor.points.none"));
    }

    private TableView.Row row(BenchRun run, BenchPoint taken, String unit) {
        var point = taken.point();
        return TableView.Row.of(
                Integer.toString(point.row()),
                Integer.toString(point.cycle()),
                point.holdSeconds().isPresent()
                        ? sensors.t(
                                "sensor.held.for",
                                SensorParts.number(point.holdSeconds().getAsDouble(), 0))
                        : sensors.t("sensor.direction." + point.direction().name()),
                point.rotationDegrees().isPresent()
                        ? SensorParts.number(point.rotationDegrees().getAsDouble(), 0) + "°"
                        : sensors.t("sensor.none"),
                SensorParts.number(point.load().amount(), 4) + " "
                        + point.load().unit(),
                CheckPage.shown(point.reading(), run.setUp().readingUnit()) + " " + unit,
                sensors.t("sensor.source.of." + taken.source().name()));
    }

    /** What is wrong with the points so far, while it can still be mended; empty where nothing is. */
    private Optional<EvaluationView> early(Sensor sensor, BenchRun run) {
        return Optional.of(new EvaluationViews(parts.texts()).early(desk.evaluate(sensor, run)))
                .filter(view -> !view.problems().isEmpty());
    }

    EvaluationView evaluation(Sensor sensor, BenchRun run) {
        EvaluationOutcome outcome = desk.evaluate(sensor, run);
        Optional<Conformity> found = outcome instanceof EvaluationOutcome.Evaluated evaluated
                ? parts.store().read(stores -> desk.asFound(stores, sensor, run, evaluated.evaluation()))
                : Optional.empty();
        return new EvaluationViews(parts.texts()).of(outcome, found, href(sensor, run) + "/residuals.svg");
    }

    private Reply residuals(Request request) {
        Sensor sensor = sensors.sensor(request);
        BenchRun run = run(request, sensor);
        if (!(desk.evaluate(sensor, run) instanceof EvaluationOutcome.Evaluated evaluated)) {
            throw HttpFailure.notFound();
        }
        Fields query = request.query();
        return Reply.svg(new ResidualChart(parts.texts())
                .svg(
                        ResidualPlots.of(evaluated.evaluation(), parts.texts()),
                        SensorPage.is(query, "theme", "dark"),
                        SensorPage.is(query, "size", "narrow"),
                        "r-"));
    }

    @FunctionalInterface
    private interface Doing {
        void with(Sensor sensor, BenchRun run);
    }

    /** Does it and goes back to the page; what the bench refuses is said there. */
    private Reply doing(Request request, Doing work) {
        Sensor sensor = sensors.sensor(request);
        BenchRun run = run(request, sensor);
        try {
            work.with(sensor, run);
        } catch (StoreFailure refused) {
            String key = String.valueOf(refused.getMessage())
                    .substring(refused.reason().name().length() + ": ".length());
            if (refused.reason() != StoreFailure.Reason.WRONG_STATE
                    || !parts.texts().has(key)) {
                throw refused;
            }
            return show(request, Optional.of(sensors.t(key))).withStatus(409);
        }
        return Reply.seeOther(href(sensor, run));
    }

    private Reply take(Request request) {
        Fields fields = request.fields("reading", "turned", "hold");
        OptionalDouble typed = fields.optionalNumber("reading", -1e9, 1e9);
        boolean turned = fields.has("turned");
        boolean hold = fields.has("hold");
        Act act = PageParts.act(request, "calibration.point");
        return doing(request, (sensor, run) -> {
            if (hold && typed.isPresent()) {
                desk.typeHeld(act, run.id(), typed.getAsDouble());
            } else if (hold) {
                desk.takeHeld(act, sensor, run.id());
            } else if (typed.isPresent()) {
                desk.typePoint(act, run.id(), typed.getAsDouble(), turned);
            } else {
                desk.takePoint(act, sensor, run.id(), turned);
            }
        });
    }

    private Reply undo(Request request) {
        request.fields();
        return doing(request, (sensor, run) -> desk.undo(PageParts.act(request, "calibration.undo"), run.id()));
    }

    private Reply model(Request request) {
        CurveModel model = request.fields("model").oneOf("model", CurveModel.class);
        int seen = request.versionSeen();
        return doing(
                request,
                (sensor, run) -> desk.model(PageParts.act(request, "calibration.model"), run.id(), seen, model));
    }

    private Reply accept(Request request) {
        request.fields();
        int seen = request.versionSeen();
        return doing(request, (sensor, run) -> {
            desk.accept(PageParts.act(request, "calibration.accept"), sensor, run.id(), seen);
            parts.sensors().bench().release(sensor);
        });
    }

    private Reply reject(Request request) {
        String reason = request.fields("reason").text("reason", 500);
        int seen = request.versionSeen();
        return doing(request, (sensor, run) -> {
            desk.reject(PageParts.act(request, "calibration.reject", reason), run.id(), seen);
            parts.sensors().bench().release(sensor);
        });
    }
}
