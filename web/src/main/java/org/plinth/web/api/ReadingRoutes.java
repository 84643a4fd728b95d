package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.export.Pseudonyms;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.privacy.Included;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.Store;
import org.plinth.web.store.Stores;

/**
 * Courses for programs. {@code GET /api/series}: everybody's, by pseudonym and without dates, page by page. {@code GET /api/patients}: who
 * there is, by name. {@code GET /api/patients/:id/series} and {@code /scores}: one patient's, with dates. 400 for a limit or an {@code after}
 * that is none; 404 for another clinic's patient. Whom the caller may not see is left out, and counted.
 */
final class ReadingRoutes implements WebModule {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final String AFTER = "after";
    private static final String PSEUDONYM = "P-[0-9a-f]{16}";

    private final Store store;
    private final ClinicPositions positions;
    private final Pseudonyms pseudonyms;

    ReadingRoutes(Store store, ClinicPositions positions, Pseudonyms pseudonyms) {
        this.store = store;
        this.positions = positions;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/api/series", this::everybody);
        routes.get("/api/patients", this::patients);
        routes.get("/api/patients/:id/series", this::series);
        routes.get("/api/patients/:id/scores", this::scores);
    }

    private Reply everybody(Request request) {
        Purpose purpose =
                request.query().optionalOneOf("purpose", Purpose.class).orElse(Purpose.AUDIT);
        if (purpose == Purpose.CARE) {
            throw new BadRequest("purpose", "privacy.export.purpose");
        }
        if (purpose == Purpose.RESEARCH) {
            store.write(Acts.of(request, "export.series.research"), stores -> {
                stores.audit().note("clinic:" + request.who().clinicId());
                return true;
            });
        }
        return Page.tagged(store.read(stores -> everybody(stores, request, purpose)));
    }

    private ObjectNode everybody(Stores stores, Request request, Purpose purpose) {
        Id<Clinic> clinic = request.who().clinicId();
        Set<Id<Patient>> hidden = hidden(stores, request);
        Included included = Included.of(stores, clinic, purpose);
        // In the order of the pseudonyms: the order of the ids would tell which is whose.
        TreeMap<String, Id<Patient>> keys = new TreeMap<>();
        stores.consents().withResults(clinic).stream()
                .filter(patient -> included.has(patient) && !hidden.contains(patient))
                .forEach(patient -> keys.put(pseudonyms.of("P", patient), patient));
        List<Map.Entry<String, Id<Patient>>> page = keys.tailMap(after(request), false).entrySet().stream()
                .limit(Page.limit(request, USUAL, MOST))
                .toList();
        SeriesJson told = new SeriesJson(new Reader.ByPseudonym(pseudonyms));
        ArrayNode series = Json.object().arrayNode();
        page.forEach(one -> SeriesReading.of(stores, positions, clinic, one.getValue())
                .map(told::of)
                .ifPresent(series::add));
        ObjectNode json = Page.of("series", series, next(page, keys));
        json.putObject("leftOut")
                .put("byConsent", included.leftOut(stores, clinic))
                .put("restricted", hidden.size());
        return json;
    }

    private static Optional<String> next(
            List<Map.Entry<String, Id<Patient>>> page, SortedMap<String, Id<Patient>> keys) {
        return page.stream()
                .reduce((one, last) -> last)
                .map(Map.Entry::getKey)
                .filter(last -> !last.equals(keys.lastKey()));
    }

    private static String after(Request request) {
        String after = request.query().optionalText(AFTER, 40).orElse("");
        if (!after.isEmpty() && !after.matches(PSEUDONYM)) {
            throw new BadRequest(AFTER, "token.wrong.after");
        }
        return after;
    }

    private Reply patients(Request request) {
        Id<Clinic> clinic = request.who().clinicId();
        int limit = Page.limit(request, USUAL, MOST);
        Optional<Id<Patient>> after = request.query().optionalId(AFTER);
        return Page.tagged(store.read(stores -> {
            Set<Id<Patient>> hidden = hidden(stores, request);
            List<Patient> page = stores.patients().page(clinic, after, limit);
            ArrayNode patients = Json.object().arrayNode();
            Map<Id<Patient>, List<Episode>> episodes = stores.episodes()
                    .ofPatients(clinic, page.stream().map(Patient::id).toList());
            page.stream()
                    .filter(patient -> !hidden.contains(patient.id()))
                    .forEach(patient -> patients.add(patient(patient, episodes.getOrDefault(patient.id(), List.of()))));
            Optional<String> next = page.size() < limit
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1).id().toString());
            return Page.of("patients", patients, next);
        }));
    }

    private ObjectNode patient(Patient patient, List<Episode> hers) {
        ObjectNode json = Json.object()
                .put("id", patient.id().toString())
                .put("pseudonym", pseudonyms.of("P", patient.id()))
                .put("givenName", patient.givenName())
                .put("familyName", patient.familyName())
                .put("birthDate", patient.birthDate().toString());
        ArrayNode episodes = json.putArray("episodes");
        hers.forEach(episode -> episodes.add(ClinicJson.of(episode)));
        return json;
    }

    private Reply series(Request request) {
        return Page.tagged(read(request, new SeriesJson(new Reader.Named())::of));
    }

    private Reply scores(Request request) {
        return Page.tagged(read(request, ScoreJson::of));
    }

    private ObjectNode read(Request request, Function<SeriesReading, ObjectNode> told) {
        Who who = request.who();
        Id<Patient> id = request.id("id");
        return store.read(stores -> SeriesReading.of(stores, positions, who.clinicId(), id))
                .map(told)
                .orElseThrow(HttpFailure::notFound);
    }

    private static Set<Id<Patient>> hidden(Stores stores, Request request) {
        Who who = request.who();
        return stores.access().hidden(who.clinicId(), who.id(), request.at());
    }
}
