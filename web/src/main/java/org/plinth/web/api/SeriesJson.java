package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.plinth.core.position.PositionFields;
import org.plinth.core.programme.ExpectationWindow;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.TypedReading.Quantity;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Json;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.SideCourse;
import org.plinth.web.measure.SymmetryPoint;

/** A patient's courses as programs read them: what the chart of the product draws, with every unit in its key. */
final class SeriesJson {

    private final Reader reader;

    SeriesJson(Reader reader) {
        this.reader = reader;
    }

    ObjectNode of(SeriesReading read) {
        ObjectNode json =
                Json.object().put("patient", reader.key("P", read.patient().id()));
        ArrayNode episodes = json.putArray("episodes");
        read.episodes().forEach(one -> episodes.add(episode(one)));
        return json;
    }

    private ObjectNode episode(SeriesReading.OfEpisode read) {
        Episode episode = read.episode();
        LocalDate opened = episode.openedOn();
        ObjectNode json = Json.object()
                .put("episode", reader.key("E", episode.id()))
                .put("involvement", episode.involvement().name());
        if (reader.named()) {
            json.put("problem", episode.problem());
        }
        reader.date(json, "openedOn", opened);
        reader.day(json, "treatmentStartedOn", episode.treatmentStartedOn(), opened);
        reader.day(json, "closedOn", episode.closedOn(), opened);
        Optional<ExpectationWindow> window = episode.treatmentStartedOn().map(ExpectationWindow::of);
        window.ifPresent(known -> window(json.putObject("expectationWindow"), known, opened));
        ArrayNode positions = json.putArray("positions");
        read.courses().forEach(course -> positions.add(position(course, opened)));
        ArrayNode readings = json.putArray("readings");
        read.readings().forEach((reading, visit) -> readings.add(reading(reading, visit, opened)));
        MarkJson marks = new MarkJson(reader, opened);
        ArrayNode marked = json.putArray("marks");
        read.entries().forEach(entry -> marks.of(entry).ifPresent(marked::add));
        return json;
    }

    private void window(ObjectNode json, ExpectationWindow window, LocalDate opened) {
        reader.day(json, "firstReview", window.firstReview(), opened);
        reader.day(json, "from", window.from(), opened);
        reader.day(json, "to", window.to(), opened);
    }

    private ObjectNode position(Course course, LocalDate opened) {
        ObjectNode json = Json.object().put("position", course.position().id());
        if (reader.named() || !PositionFields.isOwn(course.position().id())) {
            json.put("name", course.position().name());
        }
        course.injured().ifPresent(side -> json.put("injured", side.name()));
        ObjectNode sides = json.putObject("sides");
        sides.set(Side.LEFT.name(), side(course.left(), opened));
        sides.set(Side.RIGHT.name(), side(course.right(), opened));
        ArrayNode symmetries = json.putArray("symmetries");
        course.symmetries().forEach(point -> symmetries.add(symmetry(point, opened)));
        return json;
    }

    private ArrayNode side(SideCourse course, LocalDate opened) {
        SegmentJson segments = new SegmentJson(reader, opened);
        ArrayNode json = Json.object().arrayNode();
        course.segments().forEach(segment -> json.add(segments.of(segment)));
        return json;
    }

    private ObjectNode symmetry(SymmetryPoint point, LocalDate opened) {
        ObjectNode json = Json.object();
        reader.day(json, "date", point.date(), opened);
        json.put("startsSegment", point.startsSegment());
        ObjectNode outcome = SheetJson.symmetry(point.symmetry().outcome()).deepCopy();
        if (!reader.named()) {
            outcome.remove("semSource");
        }
        json.set("symmetry", outcome);
        return json;
    }

    private ObjectNode reading(TypedReading reading, Visit visit, LocalDate opened) {
        ObjectNode json = Json.object()
                .put("position", reading.positionId())
                .put("protocolVersion", reading.protocolVersion())
                .put("side", reading.side().name())
                .put("provenance", "TYPED")
                .put("source", reading.source().name());
        reading.fixation().ifPresent(how -> json.put("fixation", how.id()));
        reader.day(json, "date", visit.date(), opened);
        json.put(key(reading.quantity()), reading.value()).put("atLeast", reading.capped());
        return json;
    }

    private static String key(Quantity quantity) {
        return switch (quantity) {
            case FORCE -> "value_N";
            case HOLD_TIME -> "value_s";
            case REPETITIONS -> "repetitions";
        };
    }
}
