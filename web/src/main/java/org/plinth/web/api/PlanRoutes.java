package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.plinth.core.quantity.Mass;
import org.plinth.core.scaling.BodyMass;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideSetUp;
import org.plinth.web.clinic.Visit;
import org.plinth.web.edit.Plausible;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.photo.SetUpPhotos;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.SensorChoice;
import org.plinth.web.visit.SideMarks;
import org.plinth.web.visit.VisitDesk;
import org.plinth.web.visit.VisitPlan;
import org.plinth.web.words.Numbers;

/**
 * {@code GET /api/visits/:id/plan}: what is suggested, and how each position was set up the last time; {@code POST
 * /api/tests/:id/set-up}: how a leg is set up now; {@code POST /api/patients/:id/body-mass}: what she weighs, with its date. 400
 * with the field and its range; 404; 409 for another patient; 412 for an old version.
 */
final class PlanRoutes implements WebModule {

    private static final String MASS = "bodyMass_kg";
    private static final String MASS_ON = "bodyMassOn";

    private final Store store;
    private final VisitDesk desk;
    private final Texts texts;
    private final SetUpPhotos photos;
    private final BoundPatient bound;

    PlanRoutes(Store store, VisitDesk desk, Texts texts, SetUpPhotos photos) {
        this.store = store;
        this.desk = desk;
        this.texts = texts;
        this.photos = photos;
        this.bound = new BoundPatient(store);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/api/visits/:id/plan", this::plan);
        routes.post("/api/tests/:id/set-up", this::setUp);
        routes.post("/api/patients/:id/body-mass", this::weigh);
    }

    private Reply plan(Request request) {
        Id<Visit> visit = request.id("id");
        Clinic clinic = request.who().clinic();
        Numbers numbers = new Numbers(clinic.displayUnit(), clinic.zone());
        VisitPlan plan = desk.plan(clinic.id(), visit);
        ObjectNode json =
                Json.object().put("ground", plan.advice().ground().name()).put("words", words(plan, numbers));
        plan.advice().battery().ifPresent(battery -> json.put("battery", battery.id()));
        ArrayNode suggested = json.putArray("suggested");
        plan.advice().positions().forEach(suggested::add);
        json.set("bodyMass", mass(plan, numbers).put("today", today(request).toString()));
        ArrayNode positions = json.putArray("positions");
        plan.positions().forEach(planned -> positions.add(of(planned, numbers, plan.visit())));
        json.set(
                "photos",
                PhotoRoutes.of(photos.album(clinic.id(), plan.patient().id()), clinic));
        return Reply.json(json);
    }

    private String words(VisitPlan plan, Numbers numbers) {
        return texts.text(
                "flow.plan." + plan.advice().ground().name(),
                plan.advice().battery().map(battery -> battery.name()).orElse(""),
                plan.lastVisit().map(numbers::date).orElse(""));
    }

    private static ObjectNode mass(VisitPlan plan, Numbers numbers) {
        Patient patient = plan.patient();
        ObjectNode json = Json.object().put("patientVersion", patient.version());
        Optional<BodyMass> known =
                patient.bodyMass().flatMap(mass -> patient.bodyMassOn().map(on -> new BodyMass(mass, on)));
        json.put("ask", known.filter(mass -> !mass.isStale(plan.visit().date())).isEmpty());
        known.ifPresent(mass -> json.put(MASS, mass.mass().kilograms())
                .put(MASS_ON, mass.measured().toString())
                .put("onWords", numbers.date(mass.measured())));
        return json;
    }

    private ObjectNode of(VisitPlan.Planned planned, Numbers numbers, Visit visit) {
        ObjectNode json = Json.object()
                .put("id", planned.position().id())
                .put("version", planned.position().version())
                .put("testedHere", planned.testedHere());
        planned.needed().ifPresent(needed -> json.put("needed_N", needed.newtons()));
        ArrayNode small = json.putArray("tooSmall");
        planned.tooSmall().forEach(sensor -> small.addObject()
                .put("sensor", sensor.peripheralId())
                .put("words", tooSmall(sensor, planned, numbers)));
        planned.recalled().ifPresent(recalled -> json.set("recalled", of(recalled, numbers, visit)));
        return json;
    }

    private String tooSmall(SensorChoice sensor, VisitPlan.Planned planned, Numbers numbers) {
        return texts.text(
                "flow.range.small",
                sensor.name(),
                sensor.capacity().map(numbers::force).orElse(""),
                planned.needed().map(numbers::force).orElse(""));
    }

    private static ObjectNode of(VisitPlan.Recalled recalled, Numbers numbers, Visit visit) {
        ObjectNode json = Json.object()
                .put("test", recalled.test().id().toString())
                .put("on", recalled.on().toString())
                .put("onWords", numbers.date(recalled.on()))
                .put("fixation", recalled.test().fixation().id())
                .put("stabilisation", recalled.test().stabilisation())
                .put("sensorSite", recalled.test().sensorSite())
                .put("firstSide", recalled.test().firstSide().name())
                .put("sensor", recalled.peripheralId())
                .put("sensorName", recalled.sensorName());
        ArrayNode sides = json.putArray("sides");
        recalled.sides().forEach(side -> sides.add(of(side, numbers, visit)));
        return json;
    }

    /** What was written down has a day; a lever that is missing or a year old is asked again, never taken over unseen. */
    private static ObjectNode of(SideSetUp side, Numbers numbers, Visit visit) {
        LocalDate written = LocalDate.ofInstant(side.at(), visit.zone());
        return of(side).put("on", written.toString())
                .put("onWords", numbers.date(written))
                .put("askLever", side.lever().isEmpty() || written.plusYears(1).isBefore(visit.date()));
    }

    private static ObjectNode of(SideSetUp side) {
        ObjectNode json = Json.object()
                .put("test", side.test().toString())
                .put("side", side.side().name())
                .put("number", side.number());
        side.strapHole().ifPresent(text -> json.put("strapHole", text));
        side.anchor().ifPresent(text -> json.put("anchor", text));
        side.wedge().ifPresent(text -> json.put("wedge", text));
        side.padHeight().ifPresent(number -> json.put("padHeight_mm", number));
        side.lever().ifPresent(number -> json.put("lever_mm", number));
        side.hip().ifPresent(number -> json.put("hip_deg", number));
        side.knee().ifPresent(number -> json.put("knee_deg", number));
        return json;
    }

    private Reply setUp(Request request) {
        Id<PositionTest> test = request.id("id");
        Fields fields = request.fields(
                "side",
                "strapHole",
                "anchor",
                "wedge",
                "padHeight_mm",
                "lever_mm",
                "hip_deg",
                "knee_deg",
                "numberSeen",
                BoundPatient.FIELD);
        bound.ofTest(request.who(), test, fields);
        SideMarks marks = new SideMarks(
                fields.oneOf("side", Side.class),
                fields.optionalText("strapHole", SideMarks.LONGEST_TEXT),
                fields.optionalText("anchor", SideMarks.LONGEST_TEXT),
                fields.optionalText("wedge", SideMarks.LONGEST_TEXT),
                fields.optionalWholeNumber("padHeight_mm", 0, SideMarks.MOST_PAD_MM),
                fields.optionalWholeNumber("lever_mm", SideMarks.LEAST_LEVER_MM, SideMarks.MOST_LEVER_MM),
                fields.optionalWholeNumber("hip_deg", SideMarks.LEAST_DEGREES, SideMarks.MOST_HIP_DEGREES),
                fields.optionalWholeNumber("knee_deg", SideMarks.LEAST_DEGREES, SideMarks.MOST_KNEE_DEGREES));
        int seen = fields.wholeNumber("numberSeen", 0, 1_000_000);
        return Reply.json(of(desk.prepare(Acts.of(request, "test.prepare"), test, marks, seen)));
    }

    private Reply weigh(Request request) {
        Id<Patient> id = request.id("id");
        Fields fields = request.fields(MASS, MASS_ON, BoundPatient.FIELD);
        bound.same(fields, id);
        int seen = request.versionSeen();
        double kilograms = fields.optionalNumber(MASS, Plausible.LEAST_MASS_KG, Plausible.MOST_MASS_KG)
                .orElseThrow(() -> new BadRequest(MASS, "http.field.missing"));
        LocalDate today = today(request);
        Patient stored = store.write(Acts.of(request, "patient.weigh"), stores -> {
            Patient before =
                    stores.patients().find(request.who().clinicId(), id).orElseThrow(HttpFailure::notFound);
            LocalDate on = Plausible.between(MASS_ON, fields.date(MASS_ON), before.birthDate(), today);
            return stores.patients().amend(weighed(before, kilograms, on), seen);
        });
        return Reply.json(ClinicJson.of(stored)).withEtag(Integer.toString(stored.version()));
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.at(), request.who().clinic().zone());
    }

    private static Patient weighed(Patient before, double kilograms, LocalDate on) {
        return new Patient(
                before.id(),
                before.clinic(),
                before.version(),
                before.givenName(),
                before.familyName(),
                before.birthDate(),
                Optional.of(new Mass(kilograms)),
                Optional.of(on));
    }
}
