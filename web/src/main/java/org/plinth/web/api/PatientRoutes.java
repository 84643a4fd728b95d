package org.plinth.web.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.core.quantity.Mass;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.edit.Plausible;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.Store;
import org.plinth.web.visit.VisitDesk;

/**
 * {@code POST /api/patients}, {@code POST /api/patients/:id/episodes}, {@code POST /api/patients/:id/visits}: 201 with what was made; 400
 * with the field; 404; 409 for an episode of another patient. The same {@code requestId} sent again makes nothing new.
 */
final class PatientRoutes implements WebModule {

    private static final int MOST_NAME = 200;

    private final Store store;
    private final VisitDesk desk;
    private final Once once;
    private final RandomGenerator random;

    PatientRoutes(Store store, VisitDesk desk, RandomGenerator random) {
        this.store = store;
        this.desk = desk;
        this.once = new Once(store);
        this.random = random;
    }

    @Override
    public void mount(Routes routes) {
        routes.post("/api/patients", this::addPatient);
        routes.post("/api/patients/:id/episodes", this::addEpisode);
        routes.post("/api/patients/:id/visits", this::openVisit);
    }

    private Reply addPatient(Request request) {
        Fields fields = request.fields("givenName", "familyName", "birthDate", "bodyMass_kg", Once.FIELD);
        LocalDate today = today(request);
        Optional<Mass> mass = mass(fields);
        Patient patient = new Patient(
                Id.random(random),
                request.who().clinicId(),
                1,
                fields.text("givenName", MOST_NAME),
                fields.text("familyName", MOST_NAME),
                Plausible.birth("birthDate", fields.date("birthDate"), today),
                mass,
                mass.map(ignored -> today));
        Id<Patient> made = once.make(Acts.of(request, "patient.add"), fields, patient.id(), stores -> stores.patients()
                .add(patient));
        Patient stored = store.read(
                        stores -> stores.patients().find(request.who().clinicId(), made))
                .orElseThrow(HttpFailure::notFound);
        return Reply.json(ClinicJson.of(stored)).withStatus(201);
    }

    private Reply addEpisode(Request request) {
        Who who = request.who();
        Id<Patient> patient = request.id("id");
        Fields fields =
                request.fields("problem", "injured", "openedOn", "treatmentStartedOn", Once.FIELD, BoundPatient.FIELD);
        samePatient(fields, patient);
        LocalDate today = today(request);
        LocalDate opened = fields.optionalDate("openedOn").orElse(today);
        LocalDate born = store.read(stores -> stores.patients().find(who.clinicId(), patient))
                .map(Patient::birthDate)
                .orElseThrow(HttpFailure::notFound);
        Episode episode = new Episode(
                Id.random(random),
                who.clinicId(),
                patient,
                1,
                fields.text("problem", MOST_NAME),
                fields.oneOf("injured", Involvement.class),
                Plausible.between("openedOn", opened, born, today),
                Plausible.between("treatmentStartedOn", fields.optionalDate("treatmentStartedOn"), born, today),
                Optional.empty(),
                Optional.empty());
        Id<Episode> made = once.make(Acts.of(request, "episode.open"), fields, episode.id(), stores -> {
            if (stores.patients().find(who.clinicId(), patient).isEmpty()) {
                throw HttpFailure.notFound();
            }
            stores.episodes().add(episode);
        });
        Episode stored = store.read(stores -> stores.episodes().find(who.clinicId(), made))
                .orElseThrow(HttpFailure::notFound);
        return Reply.json(ClinicJson.of(stored)).withStatus(201);
    }

    private Reply openVisit(Request request) {
        Id<Patient> patient = request.id("id");
        Fields fields = request.fields("episode", BoundPatient.FIELD);
        samePatient(fields, patient);
        Visit visit = desk.open(Acts.of(request, "visit.open"), patient, fields.id("episode"));
        return Reply.json(ClinicJson.of(visit)).withStatus(201);
    }

    private static void samePatient(Fields fields, Id<Patient> patient) {
        Optional<Id<Patient>> named = fields.optionalId(BoundPatient.FIELD);
        if (named.isPresent() && !named.get().equals(patient)) {
            throw new HttpFailure(409, "OTHER_PATIENT", Optional.of(BoundPatient.FIELD), "http.visit.otherPatient");
        }
    }

    private static Optional<Mass> mass(Fields fields) {
        var kilograms = fields.optionalNumber("bodyMass_kg", Plausible.LEAST_MASS_KG, Plausible.MOST_MASS_KG);
        return kilograms.isPresent() ? Optional.of(new Mass(kilograms.getAsDouble())) : Optional.empty();
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.at(), request.who().clinic().zone());
    }
}
