package org.plinth.web.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.plinth.core.position.Battery;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.PositionFields;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Json;
import org.plinth.web.http.Who;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/** Builds what the live page begins with. Immutable. */
public final class LiveViews {

    private static final List<String> DRAWN = List.of("prone", "supine", "sitting", "standing");
    private static final List<String> WORDS = List.of(
            "live.",
            "flow.",
            "stage.",
            "number.how",
            "page.side.",
            "page.rejection.",
            "page.effort.flag.",
            "page.flag.",
            "page.fixation.");

    /** For sensors that are pulled at, as all are that this page can reach today. */
    private static final String BASELINE = "pht-baseline-2-pull";

    private final Texts texts;

    private final Set<UUID> services;

    /** With the catalogue of texts, and the GATT services that a browser is to open. */
    public LiveViews(Texts texts, Set<UUID> services) {
        this.texts = texts;
        this.services = services;
    }

    /** The page's name. */
    String title() {
        return texts.text("live.title");
    }

    /** The pages above it. */
    List<Frame.Crumb> crumbs(Frames frames, Patient patient, Visit visit) {
        List<Frame.Crumb> crumbs = new ArrayList<>(frames.toPatient(patient));
        String date = new Numbers(ForceUnit.NEWTON, visit.zone()).date(visit.date());
        crumbs.add(new Frame.Crumb(texts.text("page.visit.title", date), "/visits/" + visit.id()));
        return crumbs;
    }

    /** The view of one visit, with the positions of its clinic. */
    LiveView of(Who who, Visit visit, Episode episode, PositionCatalogue positions) {
        ObjectNode json = Json.object()
                .put("visit", visit.id().toString())
                .put("patient", visit.patient().toString())
                .put("csrf", who.csrfToken())
                .put("injured", episode.involvement().injured().map(Enum::name).orElse("BILATERAL"));
        json.set("unit", unit(who.clinic().displayUnit()));
        json.set("sides", sides(episode.involvement()));
        json.set("positions", offered(positions));
        ArrayNode opened = json.putArray("services");
        services.forEach(service -> opened.add(service.toString()));
        json.set("texts", words());
        List<LiveView.Body> bodies = DRAWN.stream()
                .map(body -> new LiveView.Body(body, texts.text("live.body." + body)))
                .toList();
        return new LiveView(json.toString(), bodies, "/visits/" + visit.id());
    }

    private static ObjectNode unit(ForceUnit unit) {
        return Json.object()
                .put("symbol", unit.symbol())
                .put("newtonsPerUnit", unit.newtonsPerUnit())
                .put("decimals", unit.decimals());
    }

    private ObjectNode sides(Involvement involvement) {
        Sides names = new Sides(texts);
        ObjectNode json = Json.object();
        for (Side side : Side.values()) {
            json.set(
                    side.name(),
                    Json.object()
                            .put("name", names.name(side))
                            .put("low", names.inSentence(side))
                            .put("role", names.withRole(side, involvement)));
        }
        return json;
    }

    /** One leg at a time, with a force sensor: what this page can measure. */
    private ArrayNode offered(PositionCatalogue positions) {
        ArrayNode list = Json.object().arrayNode();
        List<String> first = baseline(positions);
        positions.offered().stream()
                .filter(TestPosition::usesForce)
                .filter(position -> !position.bilateral())
                .sorted(Comparator.comparingInt(position -> rank(first, position.id())))
                .forEach(position -> list.add(position(position)));
        return list;
    }

    /** What every visit begins with, so that a line never breaks (decision S5): the positions of the baseline battery. */
    private static List<String> baseline(PositionCatalogue positions) {
        return positions.findBattery(BASELINE).map(Battery::positions).orElse(List.of());
    }

    private static int rank(List<String> first, String id) {
        int at = first.indexOf(id);
        return at < 0 ? first.size() : at;
    }

    private ObjectNode position(TestPosition position) {
        ObjectNode json = Json.object()
                .put("id", position.id())
                .put("version", position.version())
                .put("drawn", position.drawing().isPresent())
                .put("name", named(position))
                .put("body", DRAWN.contains(position.body()) ? position.body() : "standing")
                .put("instruction", position.instruction());
        ArrayNode fixations = json.putArray("fixations");
        Set<Fixation> known = position.errors().isEmpty()
                ? EnumSet.allOf(Fixation.class)
                : position.errors().keySet();
        new TreeSet<>(known).forEach(fixation -> fixations.add(fixation.id()));
        position.setUp().forEach(json.putArray("setUp")::add);
        position.mistakes().forEach(json.putArray("mistakes")::add);
        return json;
    }

    /** A clinic's own says so, and in which version. */
    private String named(TestPosition position) {
        return PositionFields.isOwn(position.id())
                ? texts.text("live.setup.position.own", position.name(), position.version())
                : position.name();
    }

    private ObjectNode words() {
        ObjectNode json = Json.object();
        new TreeSet<>(texts.keys())
                .stream()
                        .filter(key -> WORDS.stream().anyMatch(key::startsWith))
                        .forEach(key -> json.put(key, texts.bundle().getString(key)));
        return json;
    }
}
