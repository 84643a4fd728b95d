package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.series.SeriesKey;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.http.Json;
import org.plinth.web.measure.BaselineBand;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SeriesChange;

/** A stretch of one series: points that may be compared with one another, what they are held against, and what may be said. */
final class SegmentJson {

    /** Where an interval or a band would need an error that nobody knows. */
    private static final String NO_ERROR = "NO_MEASUREMENT_ERROR";

    private final Reader reader;
    private final LocalDate opened;

    SegmentJson(Reader reader, LocalDate opened) {
        this.reader = reader;
        this.opened = opened;
    }

    ObjectNode of(Segment segment) {
        ObjectNode json = Json.object();
        json.set("key", key(segment.key()));
        names(json.putArray("breakBecause"), segment.breakBecause());
        error(json, segment.error());
        ArrayNode points = json.putArray("points");
        segment.points().forEach(point -> points.add(point(point)));
        if (segment.baseline().isPresent()) {
            json.set("baseline", baseline(segment.baseline().get()));
        } else {
            json.put("baselineWithheld", "NO_POINT_COUNTS");
        }
        json.set("change", change(segment.change()));
        return json;
    }

    private static ObjectNode key(SeriesKey key) {
        return Json.object()
                .put("position", key.position())
                .put("protocolVersion", key.protocolVersion())
                .put("side", key.side().name())
                .put("fixation", key.fixation().id())
                .put("stabilisation", key.stabilisation())
                .put("sensorSite", key.sensorSite())
                .put("sensorModel", key.sensorModel())
                .put("quantity", key.quantity())
                .put("basis", key.basis().name())
                .put("estimator", key.estimator())
                .put("limbWeight", key.limbWeight())
                .put("provenance", key.provenance().name());
    }

    private void error(ObjectNode json, Optional<MeasurementError> error) {
        if (error.isEmpty()) {
            json.put("semWithheld", NO_ERROR);
            return;
        }
        json.put("sem_pct", error.get().semPercent());
        json.put("semProvisional", error.get().provisional());
        if (reader.named()) {
            json.put("semSource", error.get().source());
        }
    }

    private ObjectNode point(CoursePoint point) {
        ObjectNode json = Json.object();
        reader.day(json, "date", point.date(), opened);
        json.put("value_N", point.value().newtons())
                .put("mean_N", point.mean().newtons())
                .put("k", point.k())
                .put("hollow", point.hollow());
        names(json.putArray("flags"), point.flags());
        ArrayNode results = json.putArray("results");
        point.results().forEach(result -> results.add(result(result)));
        return json;
    }

    private static ObjectNode result(SideResult result) {
        ObjectNode json = Json.object()
                .put("effortsMade", result.effortsMade())
                .put("effortsKept", result.effortsKept())
                .put("version", result.version())
                .put("engineVersion", result.provenance().engineVersion())
                .put("input_sha256", result.provenance().inputHash());
        result.value().cvPercent().ifPresent(cv -> json.put("cv_pct", cv));
        return json;
    }

    private ObjectNode baseline(BaselineBand baseline) {
        ObjectNode json = Json.object().put("value_N", baseline.value().newtons());
        ArrayNode visits = json.putArray("visits");
        baseline.dates().forEach(date -> reader.day(visits.addObject(), "date", date, opened));
        if (baseline.band().isPresent()) {
            json.put("low_N", baseline.band().get().low().newtons())
                    .put("high_N", baseline.band().get().high().newtons())
                    .put("smallestRise_pct", baseline.band().get().smallestRisePercent());
        } else {
            json.put("bandWithheld", NO_ERROR);
        }
        return json;
    }

    private static ObjectNode change(SeriesChange change) {
        ObjectNode json = Json.object().put("kind", change.kind().name()).put("firstRise", change.firstRise());
        change.difference().ifPresent(force -> json.put("difference_N", force.newtons()));
        change.limit().ifPresent(force -> json.put("limit_N", force.newtons()));
        change.chanceAboveZero().ifPresent(chance -> json.put("chanceAboveZero", chance));
        return json;
    }

    static void names(ArrayNode array, Collection<? extends Enum<?>> constants) {
        constants.stream().map(Enum::name).sorted().forEach(array::add);
    }
}
